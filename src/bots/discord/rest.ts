import { DiscordAPIError, type RawFile, REST, type RESTOptions, RequestMethod, type RouteLike } from 'discord.js';

interface Request {
  readonly body?: unknown;
  readonly files?: RawFile[];
  readonly query?: Record<string, string>;
  readonly signal?: AbortSignal | undefined;
  /** Whether the address itself holds the permission (an interaction's token). */
  readonly isOpen?: boolean;
}

/** Requests to Discord's REST API. Rejects with discord.js's errors, whose properties may hold tokens: never log those. */
export type Rest = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  route: RouteLike,
  request?: Request,
) => Promise<unknown>;

/** A longer wait than this is given back to the caller instead of being held. */
const maxWaitMs = 1500;

/** discord.js's options for REST: one attempt a request, since who asks knows whether it may be repeated. */
export function restOptions(
  apiRoot: string | undefined,
  merged: Partial<RESTOptions> | undefined,
): Partial<RESTOptions> {
  return {
    retries: 0,
    timeout: 10_000,
    rejectOnRateLimit: (limit) => Math.max(limit.timeToReset, limit.retryAfter, limit.sublimitTimeout) > maxWaitMs,
    // discord.js adds the version itself.
    ...(apiRoot === undefined ? {} : { api: apiRoot.replace(/\/+$/, '').replace(/\/v\d+$/, '') }),
    ...merged,
  };
}

/** Requests under a token, with no connection to the gateway. */
export function createRest(token: string, options: Partial<RESTOptions>): Rest {
  const rest = new REST(options);
  return (method, fullRoute, { body, files, query, signal, isOpen } = {}) => {
    // discord.js forgets the token after a 401.
    rest.setToken(token);
    return rest.request({
      method: methods[method],
      fullRoute,
      auth: isOpen !== true,
      ...(body === undefined ? {} : { body }),
      ...(files === undefined ? {} : { files }),
      ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
      // One of its own for each request: a shared one would gather the listeners of all that are under way.
      ...(signal === undefined ? {} : { signal: AbortSignal.any([signal]) }),
    });
  };
}

const methods = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PUT: RequestMethod.Put,
  PATCH: RequestMethod.Patch,
  DELETE: RequestMethod.Delete,
} as const;

/** Discord's own number for what was wrong, or null where it gave none. */
export const errorCode = (error: unknown): number | null =>
  error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null;
