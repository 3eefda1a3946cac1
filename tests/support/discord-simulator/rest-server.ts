import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ApiRequest, Route } from './api.ts';
import { ApiError, tooManyRequests } from './api-error.ts';
import type { Faults } from './faults.ts';
import { readPayload } from './message-payload.ts';
import type { World } from './world.ts';

/** A request that came in, and how it ended: a status, or null where the connection was broken off. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly json: Readonly<Record<string, unknown>>;
  status: number | null;
}

/** So many requests in so long a time, per channel. */
export interface Limit {
  readonly count: number;
  readonly perMs: number;
}

interface RestServerConfig {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly limitOf: (method: string, path: string) => Limit | null;
}

/** The REST API over HTTP. `requests` lists all that came in, in order. */
export function createRestServer({ world, routes, faults, limitOf }: RestServerConfig): {
  readonly server: Server;
  readonly requests: LoggedRequest[];
} {
  const requests: LoggedRequest[] = [];
  const buckets = new Map<string, { used: number; resetAtMs: number }>();

  /** Takes one out of the bucket. Gives the headers that tell of it. */
  function spend(method: string, path: string): Record<string, string> {
    const limit = limitOf(method, path) ?? { count: 1000, perMs: 1000 };
    const name = `${method} ${path.replace(/(messages|callback)\/.*/, '$1')}`;
    const known = buckets.get(name);
    const bucket = known && known.resetAtMs > Date.now() ? known : { used: 0, resetAtMs: Date.now() + limit.perMs };
    buckets.set(name, bucket);
    const resetAfterS = Math.max(0.001, (bucket.resetAtMs - Date.now()) / 1000);
    if (limitOf(method, path) !== null && bucket.used >= limit.count) throw tooManyRequests('user', resetAfterS);
    bucket.used++;
    return {
      'X-RateLimit-Limit': String(limit.count),
      'X-RateLimit-Remaining': String(Math.max(1, limit.count - bucket.used) - (limit.count <= bucket.used ? 1 : 0)),
      'X-RateLimit-Reset': String(bucket.resetAtMs / 1000),
      'X-RateLimit-Reset-After': String(resetAfterS),
      'X-RateLimit-Bucket': Buffer.from(name.replace(/\d{17,19}/g, ''))
        .toString('hex')
        .slice(0, 32),
    };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://localhost');
    const attached = /^\/attachments\/(\d+)$/.exec(url.pathname)?.[1];
    if (attached !== undefined) {
      const file = world.files.get(attached);
      response.writeHead(file ? 200 : 404).end(file);
      return;
    }
    const method = request.method ?? 'GET';
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '');
    const payload = await readPayload(Buffer.concat(body), request.headers['content-type']);
    const logged: LoggedRequest = { method, path, query: url.search, json: payload.json, status: null };
    requests.push(logged);
    const fault = faults.take(method, path);
    await fault?.until;
    if (fault?.drop === 'before') return void request.socket.destroy();
    let headers: Record<string, string> = {};
    let answer: object | null;
    let status = 200;
    try {
      if (fault?.answer) throw fault.answer;
      headers = spend(method, path);
      const route = routes.find(([verb, pattern]) => verb === method && fits(pattern, path));
      if (route === undefined) throw new ApiError(404, 0, '404: Not Found');
      if (route[2] === 'bot' && request.headers.authorization !== `Bot ${world.token}`)
        throw new ApiError(401, 0, '401: Unauthorized');
      const apiRequest: ApiRequest = { parts: path.split('/').slice(1), query: url.searchParams, payload };
      // What is answered is how it is now, whatever becomes of it.
      answer = structuredClone(route[3](apiRequest));
      if (answer === null) status = 204;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      status = error.status;
      headers = { ...headers, ...error.headers };
      answer = { message: error.message, code: error.code, ...error.extra };
    }
    world.changes.emit('change');
    if (fault?.drop === 'after') return void request.socket.destroy();
    logged.status = status;
    response.writeHead(status, { ...headers, ...(answer === null ? {} : { 'content-type': 'application/json' }) });
    response.end(answer === null ? undefined : JSON.stringify(answer));
    world.changes.emit('change');
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error('the Discord simulator failed', error);
      response.writeHead(500).end();
    });
  });
  return { server, requests };
}

function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((part, i) => part === ':' || part === given[i]);
}
