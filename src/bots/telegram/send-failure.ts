import { TelegramError } from 'telegraf';
import { SendError } from '../adapter.ts';

const defaultRetryAfterMs = 5000;

/** Takes the token out of what libraries say: their errors hold the address they called. */
export const redactor = (token: string) => {
  const secrets = token === '' ? [] : [token, encodeURIComponent(token)];
  return (text: string) => secrets.reduce((redacted, secret) => redacted.replaceAll(secret, '[token]'), text);
};

/** What a person can be told of an error, in one line and without the token. */
export const reasonOf = (error: unknown, redact: (text: string) => string): string =>
  redact(error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');

/** The seconds Telegram asked us to wait, in milliseconds; null if it did not. */
export function retryAfterMs(error: unknown): number | null {
  if (!(error instanceof TelegramError) || error.code !== 429) return null;
  const retryAfterS = error.parameters?.retry_after;
  return retryAfterS === undefined ? defaultRetryAfterMs : retryAfterS * 1000;
}

/** Why Telegram did not take a message. */
export function toSendError(error: unknown, redact: (text: string) => string): SendError {
  if (error instanceof SendError) return error;
  const reason = reasonOf(error, redact);
  if (!(error instanceof TelegramError)) return new SendError('unknown', reason);
  const { code, description, parameters } = error;
  if (code === 429) return new SendError('later', reason, retryAfterMs(error));
  if (code === 403) return new SendError('blocked', reason);
  if (code !== 400 && code !== 413) return new SendError('unknown', reason);
  if (isGone.test(description)) return new SendError('gone', reason);
  // A person who never wrote to us, or removed their account: the same to us as having blocked us.
  if (/chat not found|user not found|PEER_ID_INVALID/i.test(description)) return new SendError('blocked', reason);
  const movedTo = parameters?.migrate_to_chat_id;
  return new SendError('rejected', movedTo === undefined ? reason : `${reason} (now chat ${movedTo})`);
}

/** Editing to what is already there: as good as done. */
export const isUnchanged = (error: unknown) =>
  error instanceof TelegramError && error.code === 400 && /message is not modified/i.test(error.description);

/** The message holds a picture, whose words are edited otherwise. */
export const isCaptioned = (error: unknown) =>
  error instanceof TelegramError && error.code === 400 && /no text in the message to edit/i.test(error.description);

const isGone =
  /message thread not found|TOPIC_(?:DELETED|CLOSED|ID_INVALID)|message to delete not found|message to edit not found|message can't be edited|message_id_invalid|message to be replied not found/i;
