import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'telegraf/types';

export interface WebhookRequest {
  /** Names in lower case, as Node's server gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The JSON posted, parsed. */
  readonly body: unknown;
}

/**
 * Takes what Telegram posts: 200 once the update is handled, 401 without the secret, 400 for what is no update, 500
 * when it could not be handled, after which Telegram posts it again.
 */
export async function takeWebhook(
  request: WebhookRequest,
  secret: string,
  handle: (update: Update) => Promise<void>,
): Promise<{ status: number }> {
  if (!hasSecret(request.headers, secret)) return { status: 401 };
  if (!isUpdate(request.body)) return { status: 400 };
  try {
    await handle(request.body);
    return { status: 200 };
  } catch {
    return { status: 500 };
  }
}

/** Whether a request comes from Telegram, which alone was told the secret. */
export function hasSecret(headers: WebhookRequest['headers'], secret: string): boolean {
  const given = headers['x-telegram-bot-api-secret-token'];
  return typeof given === 'string' && isSame(given, secret);
}

/** Takes equally long whatever is given. */
const isSame = (given: string, secret: string) => timingSafeEqual(digest(given), digest(secret));

const digest = (text: string) => createHash('sha256').update(text).digest();

const isUpdate = (body: unknown): body is Update =>
  typeof body === 'object' && body !== null && 'update_id' in body && Number.isSafeInteger(body.update_id);
