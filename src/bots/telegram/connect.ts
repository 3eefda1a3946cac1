import { setTimeout as sleep } from 'node:timers/promises';
import { type Telegram, TelegramError } from 'telegraf';
import { OperatorError } from '../../domain/operator-error.ts';
import { type Signal, withDeadline } from './deadline.ts';
import { reasonOf } from './send-failure.ts';

/** The one line for a token that Telegram refuses. */
export const refusedToken = () =>
  new OperatorError(
    'Telegram does not accept TELEGRAM_BOT_TOKEN: ask @BotFather for the token (/mybots) and put it into .env.',
  );

/** Calls until Telegram answers, for `timeoutMs` at most. Throws OperatorError, or what Telegram has against the call. */
export async function insist<Result>(
  telegram: Telegram,
  redact: (text: string) => string,
  timeoutMs: number,
  call: (signal: Signal) => Promise<Result>,
): Promise<Result> {
  const deadline = performance.now() + timeoutMs;
  for (let delayMs = 250; ; delayMs *= 2) {
    try {
      return await withDeadline(Math.max(deadline - performance.now(), 1), undefined, call);
    } catch (error) {
      const code = error instanceof TelegramError ? error.code : null;
      // Telegram says 404 to what does not even look like a token of its own.
      if (code === 401 || code === 404) throw refusedToken();
      if (code !== null && code < 500 && code !== 429) throw error;
      if (deadline - performance.now() <= delayMs)
        throw new OperatorError(
          `Telegram cannot be reached at ${telegram.options.apiRoot}: check the network and TELEGRAM_API_ROOT (${reasonOf(error, redact)}).`,
        );
    }
    await sleep(delayMs);
  }
}
