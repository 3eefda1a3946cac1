/** An error as Discord's API answers it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly extra: object;

  constructor(status: number, code: number, message: string, headers: Record<string, string> = {}, extra: object = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.extra = extra;
  }
}

/** 429 with the headers that say who is limited and for how long. */
export function tooManyRequests(scope: 'user' | 'global' | 'shared', retryAfterS: number): ApiError {
  const headers = {
    'Retry-After': String(Math.ceil(retryAfterS)),
    'X-RateLimit-Scope': scope,
    'X-RateLimit-Reset-After': String(retryAfterS),
    ...(scope === 'global' ? { 'X-RateLimit-Global': 'true' } : {}),
  };
  return new ApiError(429, 0, 'You are being rate limited.', headers, {
    retry_after: retryAfterS,
    global: scope === 'global',
  });
}
