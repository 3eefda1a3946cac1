import { existsSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { OperatorError } from './domain/operator-error.ts';
import type { Log } from './log.ts';

/** Takes what was posted to its path; `body` is the parsed JSON. What it throws is logged once and answered with 500. */
export type Route = (request: {
  headers: IncomingHttpHeaders;
  body: unknown;
}) => Promise<{ status: number; body?: unknown }>;

/** A path that not everybody may post to: who may is told by the headers alone, before anything of the body is read. */
export interface GuardedRoute {
  readonly admits: (headers: IncomingHttpHeaders) => boolean;
  readonly take: Route;
}

/** Resolves to null when all is well, otherwise to a plain reason. */
export type Check = () => Promise<string | null>;

export interface HttpOptions {
  /** 0: any free one. */
  port: number;
  host?: string;
  /** What `/readyz` asks, by the name that its answer shows: database, queue, … */
  checks: Readonly<Record<string, Check>>;
  /** What `/metrics` tells, and in which format; there is none unless given. */
  metrics?: () => Promise<{ contentType: string; body: string }>;
  /** What is posted, by path. */
  routes?: Readonly<Record<string, Route | GuardedRoute>>;
  log: Pick<Log, 'error'>;
  /** How long `/readyz` waits for each check. */
  checkTimeoutMs?: number;
  /** How long `close` waits for the requests in hand. */
  drainMs?: number;
}

export interface HttpServer {
  port: number;
  /** http://host:port */
  url: string;
  /** Takes no more connections, lets the requests in hand finish (for at most `drainMs`), and then closes. */
  close(): Promise<void>;
}

const bodyLimitBytes = 1024 * 1024;

/**
 * Where to listen: on this machine only, unless others must reach us: Telegram through a webhook, or whoever looks
 * after a container, whose own loopback nobody else can enter.
 */
export function listenHost(hasWebhook: boolean, isContainer = runsInContainer()): string {
  return hasWebhook || isContainer ? '0.0.0.0' : '127.0.0.1';
}

const runsInContainer = () =>
  process.env.KUBERNETES_SERVICE_HOST !== undefined ||
  ['/.dockerenv', '/run/.containerenv'].some((file) => existsSync(file));

/** Serves `/healthz`, `/readyz`, `/metrics` and the routes. Throws an OperatorError when the port cannot be had. */
export async function createHttpServer(options: HttpOptions): Promise<HttpServer> {
  const { port, host = '127.0.0.1', log, drainMs = 5_000 } = options;
  let closed: Promise<void> | undefined;
  const server = createServer(
    {
      // A client that dribbles its request is cut off.
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      answer(request, options)
        .catch((error: unknown) => {
          log.error({ err: error, path: pathOf(request) }, 'A request failed');
          return { status: 500, body: 'internal error' };
        })
        .then((reply) => send(request, response, reply, closed !== undefined));
    },
  );
  server.maxConnections = 1_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(refusal(error, port, host), { cause: error });
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    port: taken,
    url: `http://${host}:${taken}`,
    close() {
      closed ??= new Promise<void>((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), drainMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      });
      return closed;
    },
  };
}

function refusal(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken: stop what listens there, or set HTTP_PORT to another one (0: any free one).`;
  }
  if (error.code === 'EACCES') return `Port ${port} may not be used by this user: set HTTP_PORT to one above 1023.`;
  return `Cannot listen on ${host}:${port} (${error.code ?? error.message}): set HTTP_PORT to another port.`;
}

interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

async function answer(request: IncomingMessage, options: HttpOptions): Promise<Answer> {
  const path = pathOf(request);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/healthz' || path === '/readyz') {
    if (!isRead) return { status: 405, headers: { allow: 'GET, HEAD' } };
    return path === '/healthz' ? { status: 200, body: 'ok' } : ready(options);
  }
  if (path === '/metrics' && options.metrics) {
    if (!isRead) return { status: 405, headers: { allow: 'GET, HEAD' } };
    const { contentType, body } = await options.metrics();
    return { status: 200, body, headers: { 'content-type': contentType } };
  }
  const route = Object.hasOwn(options.routes ?? {}, path) ? options.routes?.[path] : undefined;
  if (!route) return { status: 404 };
  if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST' } };
  if ('admits' in route && !route.admits(request.headers)) return { status: 401 };
  const text = await readBody(request);
  if (text === null) return { status: 413 };
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { status: 400, body: 'the body is not JSON' };
  }
  const take = 'take' in route ? route.take : route;
  return take({ headers: request.headers, body });
}

const pathOf = (request: IncomingMessage) => (request.url ?? '/').split('?', 1)[0] ?? '/';

async function ready({ checks, checkTimeoutMs = 2_000 }: HttpOptions): Promise<Answer> {
  const lines = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const problem = await within(check, checkTimeoutMs);
      return problem === null ? null : `${name}: ${problem}`;
    }),
  );
  const problems = lines.filter((line) => line !== null);
  return problems.length === 0 ? { status: 200, body: 'ready' } : { status: 503, body: problems.join('\n') };
}

/** What a check says; a check that throws or does not come back is a problem, whose details are not for strangers. */
async function within(check: Check, ms: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, ms, `no answer within ${ms / 1000} s`);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}

/** The body as text, or null once it is longer than the limit, of which no more than the limit is kept. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimitBytes) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > bodyLimitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body = '', headers = {} }: Answer,
  isLast: boolean,
): void {
  if (response.destroyed) return;
  const isText = typeof body === 'string';
  const text = isText ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    // What was not read of the request would be taken for the next one.
    ...(request.complete && !isLast ? {} : { connection: 'close' }),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? '' : text);
}
