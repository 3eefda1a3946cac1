/** SQLSTATE `foreign_key_violation`. */
export const missingParent = '23503';

const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? error.cause : error;

/** The SQLSTATE or system code of an error; empty for one without. */
export function codeOf(error: unknown): string {
  const cause = causeOf(error);
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** What may be kept of an error: never its message, which may hold what somebody wrote. */
export const nameOf = (error: unknown): string =>
  [error instanceof Error ? error.name : typeof error, codeOf(error)].filter(Boolean).join(' ');

/** Whether an error speaks of the database's state rather than of the message: the message waits for better times. */
export function isPassing(error: unknown): boolean {
  const cause = causeOf(error);
  const message = cause instanceof Error ? cause.message : '';
  return (
    /^(08|40|53|57P|ECONN|EPIPE|ETIMEDOUT)/.test(codeOf(error)) ||
    /connection (terminated|timeout)|timeout exceeded/i.test(message)
  );
}
