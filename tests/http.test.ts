import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OperatorError } from '../src/domain/operator-error.ts';
import { createHttpServer, type HttpOptions, type HttpServer, listenHost } from '../src/http.ts';

const open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(options: Partial<HttpOptions> = {}) {
  const server = await createHttpServer({ port: 0, checks: {}, log: { error: () => {} }, ...options });
  open.push(server);
  return server;
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers });

describe('health', () => {
  test('/healthz answers whatever the checks say; /readyz gives their reasons', async () => {
    const { url } = await serve({
      checks: {
        database: async () => 'does not answer',
        telegram: async () => null,
        queue: () => Promise.reject(new Error('postgres://user:secret@host')),
        slow: () => new Promise(() => {}),
      },
      checkTimeoutMs: 20,
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.text()).toBe('database: does not answer\nqueue: failed\nslow: no answer within 0.02 s');
  });

  test('/readyz is 200 when all is well', async () => {
    const { url } = await serve({ checks: { database: async () => null } });
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([200, 'ready']);
  });
});

describe('webhooks', () => {
  test('a handler gets headers and parsed body, and its answer goes back', async () => {
    const seen: unknown[] = [];
    const { url } = await serve({
      routes: {
        '/telegram': async ({ headers, body }) => {
          seen.push(headers['x-telegram-bot-api-secret-token'], body);
          return { status: 200, body: { method: 'sendMessage' } };
        },
      },
    });
    const answer = await post(`${url}/telegram?x=1`, '{"update_id":7}', { 'X-Telegram-Bot-Api-Secret-Token': 's' });
    expect(await answer.json()).toEqual({ method: 'sendMessage' });
    expect(seen).toEqual(['s', { update_id: 7 }]);
  });

  test.each([
    ['no such path', '/other', 'POST', '{}', 404],
    ['a name every object has', '/constructor', 'POST', '{}', 404],
    ['a read of a webhook', '/hook', 'GET', undefined, 405],
    ['a post to the health page', '/healthz', 'POST', '{}', 405],
    ['what is not JSON', '/hook', 'POST', '{"a":', 400],
    ['more than a mebibyte', '/hook', 'POST', `"${'x'.repeat(1024 * 1024)}"`, 413],
  ])('%s', async (_, path, method, body, status) => {
    const route = vi.fn(async () => ({ status: 200 }));
    const { url } = await serve({ routes: { '/hook': route } });
    const answer = await fetch(url + path, { method, ...(body === undefined ? {} : { body }) });
    expect(answer.status).toBe(status);
    expect(route).not.toHaveBeenCalled();
  });

  test('nothing of the body is read of whom the headers do not admit', async () => {
    const take = vi.fn(async () => ({ status: 200 }));
    const admits = ({ authorization }: { authorization?: string | undefined }) => authorization === 'yes';
    const { url, port } = await serve({ routes: { '/hook': { admits, take } } });
    // A large body is announced, and nothing of it sent.
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n');
    const [answer] = await once(socket, 'data');
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1.1 401 /);
    expect(take).not.toHaveBeenCalled();
    expect((await post(`${url}/hook`, '{}', { authorization: 'yes' })).status).toBe(200);
  });

  test('a body without a length is cut off at the limit', async () => {
    const { url } = await serve({ routes: { '/hook': async () => ({ status: 200 }) } });
    const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(64 * 1024)) });
    const answer = await fetch(`${url}/hook`, { method: 'POST', body: endless, duplex: 'half' } as RequestInit).catch(
      (error: Error) => error,
    );
    // The client may notice that we hung up before it has read why.
    expect(answer instanceof Error || answer.status === 413).toBe(true);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('what a handler throws is logged once and told to nobody', async () => {
    const error = vi.fn();
    const { url } = await serve({ routes: { '/hook': () => Promise.reject(new Error('the reason')) }, log: { error } });
    const answer = await post(`${url}/hook`, '{}');
    expect([answer.status, await answer.text()]).toEqual([500, 'internal error']);
    expect(error).toHaveBeenCalledTimes(1);
  });
});

test('closing finishes the request in hand, and takes no more', async () => {
  const inHand = deferred();
  const finish = deferred();
  const server = await serve({
    routes: {
      '/hook': async () => {
        inHand.resolve();
        await finish.promise;
        return { status: 200, body: 'done' };
      },
    },
  });
  const answer = post(`${server.url}/hook`, '{}');
  await inHand.promise;
  const closed = server.close();
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  finish.resolve();
  expect(await (await answer).text()).toBe('done');
  await closed;
});

test('a client that never finishes its request does not keep the server open', async () => {
  const server = await serve({ drainMs: 50 });
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /hook HTTP/1.1\r\nhost: x\r\ncontent-le');
  const gone = once(socket, 'close');
  await server.close();
  await gone;
});

test('a taken port is one line that says what to do', async () => {
  const { port } = await serve();
  const second = createHttpServer({ port, checks: {}, log: { error: () => {} } });
  await expect(second).rejects.toThrow(OperatorError);
  await expect(second).rejects.toThrow(new RegExp(`^Port ${port} is taken: .*HTTP_PORT.*\\.$`));
});

test('only a webhook or a container is reachable from other machines', () => {
  expect([listenHost(false, false), listenHost(true, false), listenHost(false, true)]).toEqual([
    '127.0.0.1',
    '0.0.0.0',
    '0.0.0.0',
  ]);
});
