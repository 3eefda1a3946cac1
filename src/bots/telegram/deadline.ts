import type { Telegram } from 'telegraf';

/** telegraf names the type of a stand-in from before Node had signals. */
export type Signal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>;

/** Calls with a signal that is aborted after `timeoutMs`, or as soon as `outer` is. */
export async function withDeadline<Result>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  call: (signal: Signal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  outer?.addEventListener('abort', abort, { once: true });
  if (outer?.aborted) abort();
  try {
    return await call(controller.signal as unknown as Signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', abort);
  }
}
