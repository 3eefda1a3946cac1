import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgEnum, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, day, decimal, id, instant, ref, updatedAt } from './columns.ts';
import { users } from './people.ts';

export const rarity = pgEnum('rarity', ['common', 'rare', 'epic', 'legendary']);
export const achievementCategory = pgEnum('achievement_category', [
  'weight',
  'exercise',
  'nutrition',
  'streak',
  'milestone',
  'coaching',
]);

/** An achievement of the catalogue: a condition over one row of statistics. */
export const achievements = pgTable(
  'achievements',
  {
    id: id(),
    key: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    icon: text(),
    category: achievementCategory().notNull(),
    conditionType: text().notNull(),
    conditionValue: decimal().notNull(),
    rarity: rarity().notNull().default('common'),
    isHidden: boolean().notNull().default(false),
    isRepeatable: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('achievements_key').on(t.key), uniqueIndex('achievements_name').on(t.name)],
);

export const streakKind = pgEnum('streak_kind', ['logging', 'training', 'check_in', 'steps', 'sleep']);

/** Everything achievements look at, one row a person, derived from their entries. */
export const userStatistics = pgTable(
  'user_statistics',
  {
    userId: ref()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** By the name a condition uses: `days-logged`, `volume-kg`. */
    figures: jsonb().$type<Record<string, number>>().notNull().default({}),
    /** Of the rules it was computed by; an older one is computed anew. */
    version: integer().notNull().default(0),
    /** Since when something it is derived from has changed; triggers set it. Null: it is what the entries say. */
    dueAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('user_statistics_due').on(t.dueAt).where(sql`${t.dueAt} is not null`)],
);

/** A run of days, derived from the days. There is none for eating less. */
export const streaks = pgTable(
  'streaks',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: streakKind().notNull(),
    currentDays: integer().notNull().default(0),
    bestDays: integer().notNull().default(0),
    startedDay: day(),
    lastDoneDay: day(),
    freezes: integer().notNull().default(2),
    /** 0–1, slow to rise and slow to fall. */
    strength: decimal().notNull().default(0),
    /** The day for which its end was announced. */
    warnedDay: day(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('streaks_kind').on(t.userId, t.kind),
    check('streaks_days_range', sql`${t.currentDays} >= 0 and ${t.bestDays} >= ${t.currentDays}`),
    check('streaks_freezes_range', sql`${t.freezes} between 0 and 3`),
    check('streaks_strength_range', sql`${t.strength} between 0 and 1`),
  ],
);

/** Days on which nothing is expected of a person: a vacation, an illness. */
export const pauses = pgTable(
  'pauses',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    fromDay: day().notNull(),
    /** The last day of it; null: until they say otherwise. */
    untilDay: day(),
    reason: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('pauses_user').on(t.userId, t.fromDay), check('pauses_order', sql`${t.untilDay} >= ${t.fromDay}`)],
);

/** An achievement earned, with what it was earned by. Revoked when the evidence is undone. */
export const userAchievements = pgTable(
  'user_achievements',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    achievementId: ref()
      .notNull()
      .references(() => achievements.id, { onDelete: 'cascade' }),
    /** 1, and on for a repeatable one. */
    occurrence: integer().notNull().default(1),
    unlockedAt: instant().notNull(),
    day: day().notNull(),
    evidence: jsonb().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    unique('user_achievements_once').on(t.userId, t.achievementId, t.occurrence),
    index('user_achievements_user_day').on(t.userId, t.day),
    index('user_achievements_achievement').on(t.achievementId),
    check('user_achievements_occurrence_positive', sql`${t.occurrence} > 0`),
  ],
);
