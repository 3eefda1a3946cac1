const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? error.cause : error;

/** What may be kept of an error, such as `DrizzleQueryError 23505`: never its message, which may hold what somebody wrote. */
export function errorKind(error: unknown): string {
  const cause = causeOf(error);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return [error instanceof Error ? error.name : typeof error, code].filter(Boolean).join(' ');
}
