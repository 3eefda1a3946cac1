import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, index, jsonb, pgEnum, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ref } from './columns.ts';
import { users } from './people.ts';

export const notificationType = pgEnum('notification_type', [
  'info',
  'success',
  'warning',
  'achievement',
  'reminder',
  'message',
  'digest',
]);
export const notificationState = pgEnum('notification_state', ['due', 'sent', 'failed', 'suppressed']);

/** Something we owe a person. `(userId, key)` makes it happen once, however often it is found due. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** What it is about, such as `reminder-17-2026-03-02-07:10`. */
    key: text().notNull(),
    type: notificationType().notNull().default('info'),
    title: text().notNull(),
    message: text().notNull(),
    linkUrl: text(),
    /** What is needed to word it and to answer its buttons. */
    payload: jsonb().notNull().default({}),
    /** Another person whose words or figures it carries: it goes when they do. */
    aboutUserId: ref().references(() => users.id, { onDelete: 'cascade' }),
    /** The person named the time themselves, or it cannot wait: quiet hours do not hold it. */
    ignoresQuietHours: boolean().notNull().default(false),
    isSilent: boolean().notNull().default(false),
    state: notificationState().notNull().default('due'),
    /** Why it failed or was suppressed. */
    reason: text(),
    /** The digest that says it instead. */
    digestId: ref().references((): AnyPgColumn => notifications.id, { onDelete: 'set null' }),
    dueAt: instant().notNull(),
    settledAt: instant(),
    /** When the person read it or answered it: bots are told of no earlier moment. */
    readAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('notifications_key').on(t.userId, t.key),
    index('notifications_user').on(t.userId, t.createdAt),
    index('notifications_about').on(t.aboutUserId),
    index('notifications_digest').on(t.digestId),
    index('notifications_due').on(t.dueAt).where(sql`${t.state} = 'due'`),
    index('notifications_owed').on(t.userId).where(sql`${t.state} = 'due'`),
    index('notifications_failed').on(t.dueAt).where(sql`${t.state} = 'failed'`),
  ],
);
