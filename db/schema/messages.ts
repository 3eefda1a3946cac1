import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ref, updatedAt } from './columns.ts';
import { media } from './media.ts';
import { platform, users } from './people.ts';
import { deliveries, inboundMessages } from './speaking.ts';

/** What a coach and a client write to each other. */
export const messages = pgTable(
  'messages',
  {
    id: id(),
    senderId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    receiverId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The message as it came in; null for one the coach approved or scheduled. */
    inboundMessageId: ref().references(() => inboundMessages.id, { onDelete: 'set null' }),
    content: text().notNull(),
    /** Whether Spotter worded it and the sender only chose to send it: whoever asks is told. */
    isDrafted: boolean().notNull().default(false),
    replyToId: ref().references((): AnyPgColumn => messages.id, { onDelete: 'set null' }),
    /** Messages of one broadcast share the group they went to. */
    groupId: ref().references((): AnyPgColumn => clientGroups.id, { onDelete: 'set null' }),
    /** When it goes out: later than `createdAt` where it was scheduled. */
    dueAt: instant().notNull(),
    sentAt: instant(),
    /** When the other replied, pressed or reacted: bots get no earlier receipt. */
    readAt: instant(),
    editedAt: instant(),
    deletedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index('messages_sender').on(t.senderId, t.createdAt),
    index('messages_receiver').on(t.receiverId, t.createdAt),
    index('messages_inbound').on(t.inboundMessageId),
    index('messages_reply_to').on(t.replyToId),
    index('messages_group').on(t.groupId),
    index('messages_due').on(t.dueAt).where(sql`${t.sentAt} is null`),
    index('messages_unread').on(t.receiverId, t.senderId).where(sql`${t.readAt} is null`),
    check('messages_not_to_oneself', sql`${t.senderId} <> ${t.receiverId}`),
  ],
);

/** The files of a message, in order. */
export const messageMedia = pgTable(
  'message_media',
  {
    messageId: ref()
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    mediaId: ref()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    orderIndex: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.mediaId] }), index('message_media_media').on(t.mediaId)],
);

/** Where a message lies on a platform: the sender's own words and every copy relayed. Replies, edits and deletions find it by this. */
export const messageCopies = pgTable(
  'message_copies',
  {
    id: id(),
    messageId: ref()
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    /** In whose chat it lies. */
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    platform: platform().notNull(),
    chatId: text().notNull(),
    threadId: text(),
    platformMessageId: text().notNull(),
    deliveryId: ref().references(() => deliveries.id, { onDelete: 'set null' }),
    isOriginal: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    unique('message_copies_place').on(t.platform, t.chatId, t.platformMessageId),
    index('message_copies_message').on(t.messageId),
    index('message_copies_user').on(t.userId),
    index('message_copies_delivery').on(t.deliveryId),
  ],
);

/** The thread or topic in which a coach talks with one client. */
export const coachThreads = pgTable(
  'coach_threads',
  {
    id: id(),
    coachId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Null: the channel in which threads are opened. */
    clientId: ref().references(() => users.id, { onDelete: 'cascade' }),
    platform: platform().notNull(),
    chatId: text().notNull(),
    threadId: text(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('coach_threads_one').on(t.coachId, t.platform, t.clientId).nullsNotDistinct(),
    unique('coach_threads_place').on(t.platform, t.chatId, t.threadId).nullsNotDistinct(),
    index('coach_threads_client').on(t.clientId),
  ],
);

/** Words a coach uses often, under a short name. */
export const snippets = pgTable(
  'snippets',
  {
    id: id(),
    coachId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    text: text().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('snippets_name').on(t.coachId, sql`lower(${t.name})`)],
);

/** Clients a coach writes to at once. */
export const clientGroups = pgTable(
  'client_groups',
  {
    id: id(),
    coachId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('client_groups_name').on(t.coachId, sql`lower(${t.name})`)],
);

/** Who is in a group. */
export const clientGroupMembers = pgTable(
  'client_group_members',
  {
    groupId: ref()
      .notNull()
      .references(() => clientGroups.id, { onDelete: 'cascade' }),
    clientId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.clientId] }), index('client_group_members_client').on(t.clientId)],
);
