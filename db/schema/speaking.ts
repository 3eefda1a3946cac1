import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ref } from './columns.ts';
import { notifications } from './notifications.ts';
import { platform, users } from './people.ts';

export const inboundState = pgEnum('inbound_state', ['pending', 'done', 'failed']);
export const deliveryState = pgEnum('delivery_state', ['due', 'sent', 'failed', 'suppressed']);
export const deliveryKind = pgEnum('delivery_kind', ['send', 'edit']);

/**
 * Every event as a platform delivered it, committed before anything is understood. `(platform, eventKey)` makes a
 * redelivery change nothing. A row is claimed by lease, in order per chat.
 */
export const inboundMessages = pgTable(
  'inbound_messages',
  {
    id: id(),
    platform: platform().notNull(),
    /** Update id, interaction id, or message id with edit stamp. */
    eventKey: text().notNull(),
    kind: text().notNull(),
    chatId: text().notNull(),
    /** The platform's id of the message written, edited, deleted, or pressed upon. */
    messageId: text(),
    /** Known once the sender has been identified. */
    userId: ref().references(() => users.id, { onDelete: 'cascade' }),
    /** The Message itself, as the adapter made it. */
    payload: jsonb().notNull(),
    state: inboundState().notNull().default('pending'),
    attempts: integer().notNull().default(0),
    leasedUntil: instant(),
    error: text(),
    receivedAt: instant().notNull(),
    processedAt: instant(),
  },
  (t) => [
    unique('inbound_messages_event').on(t.platform, t.eventKey),
    index('inbound_messages_message').on(t.platform, t.chatId, t.messageId),
    index('inbound_messages_user').on(t.userId),
    index('inbound_messages_pending').on(t.platform, t.chatId, t.id).where(sql`${t.state} = 'pending'`),
    index('inbound_messages_failed').on(t.receivedAt).where(sql`${t.state} = 'failed'`),
  ],
);

/** What a person did that can be undone and redone, newest last. */
export const actions = pgTable(
  'actions',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    inboundMessageId: ref().references(() => inboundMessages.id, { onDelete: 'set null' }),
    /** What it was, in a person's words: "200 g rice, cooked". */
    summary: text().notNull(),
    doneAt: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [index('actions_user').on(t.userId, t.id), index('actions_inbound').on(t.inboundMessageId)],
);

/** The rows an action changed, as they were before and after: undoing it puts the old ones back. Written by triggers. */
export const actionChanges = pgTable(
  'action_changes',
  {
    id: id(),
    actionId: ref()
      .notNull()
      .references(() => actions.id, { onDelete: 'cascade' }),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tableName: text().notNull(),
    rowId: ref().notNull(),
    before: jsonb(),
    after: jsonb(),
    /** Whether this is the change that undid the action; reversing it redoes the action. */
    isUndone: boolean().notNull().default(false),
  },
  (t) => [index('action_changes_action').on(t.actionId), index('action_changes_user').on(t.userId)],
);

/** Something we asked and still wait for. The newest one of a chat gets first look at the next message. */
export const pendingQuestions = pgTable(
  'pending_questions',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The message that made us ask. */
    inboundMessageId: ref().references(() => inboundMessages.id, { onDelete: 'cascade' }),
    platform: platform().notNull(),
    /** Null: asked in their private chat there, whichever that is. */
    chatId: text(),
    about: text().notNull(),
    /** What each answer would do: `[{label, command, input}]`. */
    choices: jsonb().notNull(),
    /** Free words that answer it are put in place of `%` here and read again. */
    template: text(),
    /** The words for food whose meaning it asks; null where it asks something else. */
    words: text(),
    /** Whether nothing but a button or a label word for word answers it: there is no way back from the answer. */
    isStrict: boolean().notNull().default(false),
    askedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    answeredAt: instant(),
  },
  (t) => [
    index('pending_questions_user').on(t.userId),
    index('pending_questions_inbound').on(t.inboundMessageId),
    index('pending_questions_open').on(t.userId, t.platform, t.id).where(sql`${t.answeredAt} is null`),
  ],
);

/** One message of ours to one chat: leased, sent, failed, with the reason and the platform's message id. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id(),
    /** Null for the last word to somebody who has been erased. */
    userId: ref().references(() => users.id, { onDelete: 'cascade' }),
    /** The event it answers; null when we speak first. */
    inboundMessageId: ref().references(() => inboundMessages.id, { onDelete: 'set null' }),
    /** The written message whose record it shows: replying to the one or the other means the same entry. */
    sourceMessageId: ref().references(() => inboundMessages.id, { onDelete: 'set null' }),
    platform: platform().notNull(),
    /** The person's account there, and the chat; a null chat means their private one, still to be opened. */
    accountId: text().notNull(),
    chatId: text(),
    kind: deliveryKind().notNull().default('send'),
    /** What it says, where we speak first. */
    notificationId: ref().references((): AnyPgColumn => notifications.id, { onDelete: 'cascade' }),
    /** Another person whose words or figures it carries: it goes when they do. */
    aboutUserId: ref().references(() => users.id, { onDelete: 'cascade' }),
    /** For an edit: the delivery whose message it changes. */
    editsId: ref(),
    /** The Reply itself, buttons with what they do. */
    reply: jsonb().notNull(),
    state: deliveryState().notNull().default('due'),
    dueAt: instant().notNull(),
    leasedUntil: instant(),
    attempts: integer().notNull().default(0),
    /** The platform's id of what was sent, by which replies and presses find this row. */
    platformMessageId: text(),
    error: text(),
    sentAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index('deliveries_user').on(t.userId),
    index('deliveries_inbound').on(t.inboundMessageId),
    index('deliveries_source').on(t.sourceMessageId),
    index('deliveries_edits').on(t.editsId),
    index('deliveries_notification').on(t.notificationId),
    index('deliveries_about').on(t.aboutUserId),
    index('deliveries_due').on(t.dueAt).where(sql`${t.state} = 'due'`),
    index('deliveries_failed').on(t.createdAt).where(sql`${t.state} = 'failed'`),
    index('deliveries_order').on(t.platform, t.accountId, t.id).where(sql`${t.state} = 'due'`),
    uniqueIndex('deliveries_message')
      .on(t.platform, t.chatId, t.platformMessageId, t.id)
      .where(sql`${t.platformMessageId} is not null`),
  ],
);
