import { z } from 'zod';

export const platforms = ['telegram', 'discord', 'terminal'] as const;
export type Platform = (typeof platforms)[number];

const media = z.object({
  kind: z.enum(['photo', 'voice', 'file', 'other']),
  /** The platform's own handle, with which the adapter can fetch it later. */
  handle: z.string(),
  fileName: z.string().nullable(),
});

/** A file that came with a message. */
export type Media = z.infer<typeof media>;

const common = {
  platform: z.enum(platforms),
  /** Unique per platform and event; a redelivery has the same one. */
  eventKey: z.string().min(1),
  /** The chat it was said in. */
  chatId: z.string().min(1),
  /** The topic within it, where the platform has any. */
  threadId: z.string().optional(),
  /** Whether that chat holds nobody but this person and us. Elsewhere nothing personal is shown. */
  isPrivate: z.boolean(),
  /** Who said it; null where the platform does not tell (a Discord deletion). */
  sender: z.object({ id: z.string().min(1), name: z.string().nullable(), locale: z.string().nullable() }).nullable(),
  /** Whether what we answer here can be shown to the sender alone, though others are in the chat. */
  canAnswerAlone: z.boolean().optional(),
  /** When it was said, an ISO instant. */
  sentAt: z.iso.datetime({ offset: true }),
  /** The sender's IANA zone where the platform knows it (only the terminal does). */
  timeZone: z.string().nullable(),
  /** What the platform needs to answer this very event (an interaction's token); opaque to everybody else. */
  respondTo: z.unknown(),
};

const written = {
  /** The platform's id of the message. */
  messageId: z.string().min(1),
  text: z.string(),
  media: z.array(media),
  /** What messages share that were sent as one album, where the platform makes several of it. */
  albumId: z.string().optional(),
  /** The platform's id of the message it replies to. */
  replyToId: z.string().nullable(),
};

/** What happened in a chat, platform-neutral and storable as JSON. */
export const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), ...common, ...written }),
  /** The same message, written anew; `messageId` is the original's. */
  z.object({ kind: z.literal('edit'), ...common, ...written }),
  z.object({ kind: z.literal('delete'), ...common, messageId: z.string().min(1) }),
  /** Somebody put a sign under a message; which one does not matter to us. */
  z.object({ kind: z.literal('reaction'), ...common, messageId: z.string().min(1) }),
  /** A press of the button `buttonId` under our message `messageId`. */
  z.object({ kind: z.literal('press'), ...common, messageId: z.string().min(1), buttonId: z.string().min(1).max(64) }),
  /** A slash command with typed options, by their names. */
  z.object({
    kind: z.literal('command'),
    ...common,
    messageId: z.string().nullable(),
    name: z.string().min(1),
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  /** The open form, or a step of it, filled in. */
  z.object({
    kind: z.literal('submit'),
    ...common,
    messageId: z.string().nullable(),
    /** The id it was sent with; none for a step that was answered where there are no forms. */
    formId: z.string().max(100).optional(),
    fields: z.record(z.string(), z.string()),
  }),
]);

export type Message = z.infer<typeof messageSchema>;
