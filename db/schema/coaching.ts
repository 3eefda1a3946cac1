import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgEnum, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, day, decimal, id, instant, ref, updatedAt } from './columns.ts';
import { users } from './people.ts';
import { inboundMessages } from './speaking.ts';

/** What a client lets their coach see or change. */
export const consentScope = pgEnum('consent_scope', ['food', 'training', 'body', 'photos', 'mood', 'messages']);

/** A coach and a client, from a moment on. The row stays when it ends, as history; one that has not ended is the only one of its client. */
export const coachings = pgTable(
  'coachings',
  {
    id: id(),
    coachId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    clientId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    canRead: consentScope().array().notNull(),
    /** Only what may be read may be written. */
    canWrite: consentScope().array().notNull(),
    /** A floor for energy targets below the usual one: what the coach asks for, and what the client has agreed to. */
    floorOfferedKcal: decimal(),
    energyFloorKcal: decimal(),
    /** The client's words that agreed. */
    inboundMessageId: ref().references(() => inboundMessages.id, { onDelete: 'set null' }),
    startedAt: instant().notNull(),
    /** How long the client agreed for; null: until somebody ends it. */
    until: instant(),
    endedAt: instant(),
    endedById: ref().references(() => users.id, { onDelete: 'set null' }),
    endReason: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('coachings_one_active').on(t.clientId).where(sql`${t.endedAt} is null`),
    index('coachings_client').on(t.clientId, t.startedAt),
    index('coachings_coach').on(t.coachId),
    index('coachings_inbound').on(t.inboundMessageId),
    index('coachings_ended_by').on(t.endedById),
    check('coachings_not_oneself', sql`${t.coachId} <> ${t.clientId}`),
    check('coachings_write_what_is_read', sql`${t.canWrite} <@ ${t.canRead}`),
    check('coachings_floor_offered_range', sql`${t.floorOfferedKcal} between 1000 and 3000`),
    check('coachings_energy_floor_range', sql`${t.energyFloorKcal} between 1000 and 3000`),
    check('coachings_order', sql`${t.endedAt} >= ${t.startedAt} and ${t.until} > ${t.startedAt}`),
  ],
);

/** An invitation by a coach. Only a hash is kept: whoever holds the link or code may use it once. */
export const inviteTokens = pgTable(
  'invite_tokens',
  {
    id: id(),
    coachId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    /** Of the short code that can be typed. */
    codeHash: text(),
    /** Whom it is for, in the coach's words; chat needs no address. */
    name: text(),
    email: text(),
    canRead: consentScope().array().notNull(),
    canWrite: consentScope().array().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    usedById: ref().references(() => users.id, { onDelete: 'set null' }),
    revokedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('invite_tokens_token').on(t.tokenHash),
    uniqueIndex('invite_tokens_code').on(t.codeHash),
    index('invite_tokens_coach').on(t.coachId),
    index('invite_tokens_used_by').on(t.usedById),
    check('invite_tokens_write_what_is_read', sql`${t.canWrite} <@ ${t.canRead}`),
    check('invite_tokens_expiry', sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);

/** A talk between coach and client, planned or held. */
export const coachingSessions = pgTable(
  'coaching_sessions',
  {
    id: id(),
    clientId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    coachId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    startsAt: instant().notNull(),
    /** The client's day of it. */
    day: day().notNull(),
    durationMin: integer(),
    topics: text().array().notNull().default([]),
    discussionNotes: text(),
    coachFeedback: text(),
    actionItems: text().array().notNull().default([]),
    nextSessionDay: day(),
    completedAt: instant(),
    completionNotes: text(),
    cancelledAt: instant(),
    /** By the client. */
    rating: integer(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('coaching_sessions_client').on(t.clientId, t.day),
    index('coaching_sessions_coach').on(t.coachId, t.day),
    check('coaching_sessions_not_oneself', sql`${t.coachId} <> ${t.clientId}`),
    check('coaching_sessions_duration_range', sql`${t.durationMin} between 1 and 1440`),
    check('coaching_sessions_rating_range', sql`${t.rating} between 1 and 10`),
  ],
);

/** What a coach notes about a client for themselves. It never reaches the client. */
export const coachNotes = pgTable(
  'coach_notes',
  {
    id: id(),
    coachId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    clientId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    isPinned: boolean().notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('coach_notes_coach').on(t.coachId, t.clientId, t.createdAt),
    index('coach_notes_client').on(t.clientId),
    check('coach_notes_not_oneself', sql`${t.coachId} <> ${t.clientId}`),
  ],
);

/** That a coach has put a reason to look after a client aside: it is not brought up again for a while. */
export const attentionDismissals = pgTable(
  'attention_dismissals',
  {
    id: id(),
    coachId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    clientId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Such as `silent` or `missed`. */
    reason: text().notNull(),
    dismissedAt: instant().notNull(),
  },
  (t) => [
    unique('attention_dismissals_reason').on(t.coachId, t.clientId, t.reason),
    index('attention_dismissals_client').on(t.clientId),
    check('attention_dismissals_not_oneself', sql`${t.coachId} <> ${t.clientId}`),
  ],
);
