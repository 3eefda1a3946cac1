import { type APIMessage, type RawFile, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { MessageBody } from './message-body.ts';
import type { RespondTo } from './respond-to.ts';
import { errorCode, type Rest } from './rest.ts';

/** Discord does not know the interaction, or closed it. */
export const isClosed = (error: unknown): boolean => errorCode(error) === RESTJSONErrorCodes.UnknownInteraction;

/** Somebody answered before: another process of ours, or an attempt whose outcome we did not learn. */
export const isAcknowledged = (error: unknown): boolean =>
  errorCode(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;

/** What was asked for through the interaction is out of reach. */
const outOfReach: ReadonlySet<number | null> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** The first response to an interaction. Gives the message it made, where Discord tells. */
export async function callback(
  rest: Rest,
  { interactionId, token }: RespondTo,
  body: { readonly type: number; readonly data?: unknown },
  files: RawFile[] = [],
  signal?: AbortSignal,
): Promise<APIMessage | null> {
  const response = await rest('POST', Routes.interactionCallback(interactionId, token), {
    isOpen: true,
    query: { with_response: 'true' },
    body,
    files,
    signal,
  });
  return (response as { resource?: { message?: APIMessage } }).resource?.message ?? null;
}

/** The message the first response made, or the one a press was on if nothing was said yet. Null if there is none. */
export function original(rest: Rest, respondTo: RespondTo, signal?: AbortSignal): Promise<APIMessage | null> {
  return nullIfOutOfReach(rest('GET', originalRoute(respondTo), { isOpen: true, signal }));
}

/** Puts a message in the place of that one. Null if there is none. */
export function replaceOriginal(rest: Rest, respondTo: RespondTo, message: MessageBody, signal?: AbortSignal) {
  const request = { isOpen: true, body: message.body, files: message.files, signal };
  return nullIfOutOfReach(rest('PATCH', originalRoute(respondTo), request));
}

/** Says more. Null if the interaction takes no more. */
export function followUp(rest: Rest, { applicationId, token }: RespondTo, message: MessageBody, signal?: AbortSignal) {
  const request = { isOpen: true, query: { wait: 'true' }, body: message.body, files: message.files, signal };
  return nullIfOutOfReach(rest('POST', Routes.webhook(applicationId, token), request));
}

const originalRoute = ({ applicationId, token }: RespondTo) => Routes.webhookMessage(applicationId, token, '@original');

async function nullIfOutOfReach(request: Promise<unknown>): Promise<APIMessage | null> {
  try {
    return (await request) as APIMessage;
  } catch (error) {
    if (outOfReach.has(errorCode(error))) return null;
    throw error;
  }
}
