import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgEnum, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ref, updatedAt } from './columns.ts';
import { platform } from './people.ts';

/** The application's own settings and facts: the catalogue's hash, the commands registered last. */
export const appConfig = pgTable('app_config', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  description: text(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** How the bot presents itself: one row. */
export const brandSettings = pgTable(
  'brand_settings',
  {
    id: integer().primaryKey().default(1),
    brandName: text().notNull().default('Spotter'),
    tagline: text(),
    logoUrl: text(),
    instagramUrl: text(),
    facebookUrl: text(),
    twitterUrl: text(),
    linkedinUrl: text(),
    youtubeUrl: text(),
    tiktokUrl: text(),
    websiteUrl: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [check('brand_settings_one_row', sql`${t.id} = 1`)],
);

/**
 * A row that its job could not deal with: when it is tried again, or that it is dead. Gone once it succeeds. A dead one
 * is left alone until an operator has it tried again.
 */
export const jobFailures = pgTable(
  'job_failures',
  {
    job: text().notNull(),
    rowId: ref().notNull(),
    attempts: integer().notNull(),
    /** The kind of error, never its message, which may hold what somebody wrote. */
    error: text().notNull(),
    /** Null: dead. */
    nextTryAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.job, t.rowId] }), check('job_failures_attempts_positive', sql`${t.attempts} > 0`)],
);

/** From when on the next message of ours may go to a platform: all processes keep its limit together. */
export const platformPace = pgTable('platform_pace', {
  platform: platform().primaryKey(),
  nextAt: instant().notNull(),
});

export const auditAction = pgEnum('audit_action', ['insert', 'update', 'delete', 'erase']);

/**
 * Who changed what, written by triggers only. The persons are kept as plain numbers: an entry outlives them, emptied.
 * An update holds the columns that changed, before and after.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    id: id(),
    /** Who did it; null: the system. */
    userId: ref(),
    /** Whose row it was. */
    ownerId: ref(),
    action: auditAction().notNull(),
    tableName: text().notNull(),
    recordId: ref(),
    oldValues: jsonb(),
    newValues: jsonb(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: instant().notNull().default(sql`now()`),
  },
  (t) => [
    index('audit_log_user').on(t.userId, t.createdAt),
    index('audit_log_owner').on(t.ownerId, t.createdAt),
    index('audit_log_record').on(t.tableName, t.recordId),
    index('audit_log_created').on(t.createdAt),
  ],
);
