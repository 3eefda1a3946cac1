import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { FetchError } from '../../../src/bots/adapter.ts';
import { createTelegramAdapter } from '../../../src/bots/telegram/create-adapter.ts';

const token = '123456789:simulated-token';
let close = () => {};
afterEach(() => close());

/** A Bot API server that names this path for any file, and gives this answer to whoever asks for it. */
async function serverWith(path: string, location?: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    if (pathname.endsWith('/getFile')) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: true, result: { file_id: 'a', file_unique_id: 'a', file_path: path } }));
      return;
    }
    asked.push(request.url ?? '');
    if (location !== undefined && asked.length === 1) response.writeHead(302, { location }).end();
    else response.end('bytes');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const adapter = createTelegramAdapter({ token, apiRoot, menu: [] });
  const media = { kind: 'photo' as const, handle: 'a', fileName: null };
  return { asked, fetch: () => adapter.fetch(media, AbortSignal.timeout(5000)) };
}

it('loads a file from where the API is, under the token', async () => {
  const { asked, fetch } = await serverWith('photos/file 1?.jpg');
  expect(Buffer.from(await fetch()).toString()).toBe('bytes');
  expect(asked).toEqual([`/file/bot${token}/photos/file%201%3F.jpg`]);
});

it.each(['../../etc/passwd', '/var/lib/bot/file.jpg', 'photos//x', './x', ''])('asks nobody for %j', async (path) => {
  const { asked, fetch } = await serverWith(path);
  await expect(fetch()).rejects.toBeInstanceOf(FetchError);
  expect(asked).toEqual([]);
});

it('is led nowhere else, and never says the token', async () => {
  const { asked, fetch } = await serverWith('photos/x.jpg', '/elsewhere');
  const error = await fetch().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ failure: 'unknown' });
  expect(String(error)).not.toContain('simulated-token');
  expect(asked).toHaveLength(1);
});
