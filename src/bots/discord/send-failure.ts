import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { SendError } from '../adapter.ts';

/** Shared guilds are needed to write to somebody; newer than discord.js's list. */
const noMutualGuilds = 50278;

/** This account or channel takes nothing from us. */
const blocked: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  noMutualGuilds,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.InvalidRecipients,
]);

/** What should be changed or answered is no longer there. */
const gone: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** Discord names no time for this one; it watches how many conversations a bot opens. */
const openingTooFastWaitMs = 60_000;

/**
 * What a failed request means for a delivery. Only the answer's status, number and sentence are kept: the error itself
 * holds the address, which may hold a token, and what was sent.
 */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  if (error instanceof RateLimitError) {
    const waitMs = Math.ceil(Math.max(error.timeToReset, error.retryAfter, error.sublimitTimeout, 1));
    return new SendError('later', `Discord asks to wait ${waitMs} ms (${error.scope} limit)`, waitMs);
  }
  if (error instanceof DiscordAPIError) return fromAnswer(error);
  if (error instanceof HTTPError) return new SendError('unknown', `Discord answered ${error.status}`);
  return new SendError('unknown', `no answer from Discord (${reasonOf(error)})`);
}

function fromAnswer({ code, status, message }: DiscordAPIError): SendError {
  const said = `Discord answered ${status}, code ${code}: ${message.replace(/\s+/g, ' ').slice(0, 200)}`;
  if (code === RESTJSONErrorCodes.OpeningDirectMessagesTooFast)
    return new SendError('later', said, openingTooFastWaitMs);
  if (blocked.has(code)) return new SendError('blocked', said);
  if (gone.has(code)) return new SendError('gone', said);
  // A bad token is the operator's to mend, and a refusal without a number comes from something in between.
  const isClear = status !== 401 && status !== 408 && !(status === 403 && typeof code !== 'number');
  return new SendError(isClear ? 'rejected' : 'unknown', said);
}

/** Why there was no answer, in a word that holds nothing of the request. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code: unknown = Reflect.get(error, 'code') ?? (cause instanceof Error ? Reflect.get(cause, 'code') : undefined);
  return typeof code === 'string' || typeof code === 'number' ? String(code) : error.name;
}
