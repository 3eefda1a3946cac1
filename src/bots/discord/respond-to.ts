import { z } from 'zod';
import type { DiscordRequest } from './to-message.ts';
import { isPrivate } from './to-message.ts';

const schema = z.object({
  interactionId: z.string(),
  token: z.string(),
  applicationId: z.string(),
  kind: z.enum(['command', 'press']),
  isPrivate: z.boolean(),
  /** The message a press was on. */
  messageId: z.string().nullable(),
  /** When Discord stops taking answers, an ISO instant. */
  expiresAt: z.string(),
});

/** What answers an interaction; storable, so that any process can answer. */
export type RespondTo = z.infer<typeof schema>;

/** Discord keeps an interaction open for 15 minutes. */
const openMs = 15 * 60_000;

export function toRespondTo(request: DiscordRequest, applicationId: string, nowMs: number): RespondTo {
  return {
    interactionId: request.id,
    token: request.token,
    applicationId,
    // A form that a press opened answers to the message of that press.
    kind: 'custom_id' in request.data && request.message ? 'press' : 'command',
    isPrivate: isPrivate(request),
    messageId: request.message?.id ?? null,
    expiresAt: new Date(nowMs + openMs).toISOString(),
  };
}

/** Reads what was stored. Null if it is nothing of ours, or too old to be answered. */
export function readRespondTo(stored: unknown, nowMs: number): RespondTo | null {
  const { data } = schema.safeParse(stored);
  return data === undefined || Date.parse(data.expiresAt) <= nowMs ? null : data;
}
