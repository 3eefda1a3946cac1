import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgEnum, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, day, decimal, id, instant, ref, updatedAt } from './columns.ts';
import { metric } from './days.ts';
import { users } from './people.ts';
import { inboundMessages } from './speaking.ts';
import { exercises } from './training.ts';

export const goalType = pgEnum('goal_type', [
  'weight_loss',
  'weight_gain',
  'maintain',
  'body',
  'strength',
  'endurance',
  'training',
  'nutrition',
  'mood',
  'other',
]);
export const goalStatus = pgEnum('goal_status', ['active', 'completed', 'paused', 'abandoned']);

/** Where a person wants to get. Values are in `targetUnit`, which is canonical: kg for a weight goal. */
export const userGoals = pgTable(
  'user_goals',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    setById: ref().references(() => users.id, { onDelete: 'set null' }),
    inboundMessageId: ref().references(() => inboundMessages.id, { onDelete: 'set null' }),
    goalType: goalType().notNull().default('weight_loss'),
    metric: metric(),
    exerciseId: ref().references(() => exercises.id, { onDelete: 'set null' }),
    title: text().notNull(),
    description: text(),
    /** What was measured when the goal was set, and last. */
    startValue: decimal(),
    currentValue: decimal(),
    targetValue: decimal(),
    targetUnit: text(),
    /** How far from start to target, 0–100; null while one of them is not known. */
    progressPct: decimal().generatedAlwaysAs(
      sql`case when target_value <> start_value
        then round(greatest(0, least(100, 100 * (current_value - start_value) / (target_value - start_value))), 1)
      end`,
    ),
    weeklyWeightChangeKg: decimal(),
    startDay: day().notNull(),
    targetDay: day(),
    completedDay: day(),
    status: goalStatus().notNull().default('active'),
    notes: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('user_goals_user').on(t.userId, t.startDay),
    index('user_goals_set_by').on(t.setById),
    index('user_goals_inbound').on(t.inboundMessageId),
    index('user_goals_exercise').on(t.exerciseId),
    unique('user_goals_owner').on(t.id, t.userId),
    // One weight goal at a time; others may run side by side.
    uniqueIndex('user_goals_one_weight')
      .on(t.userId)
      .where(sql`${t.status} = 'active' and ${t.goalType} in ('weight_loss', 'weight_gain', 'maintain')`),
    check('user_goals_weekly_change_range', sql`${t.weeklyWeightChangeKg} between -2 and 2`),
    check('user_goals_days_order', sql`${t.targetDay} >= ${t.startDay} and ${t.completedDay} >= ${t.startDay}`),
  ],
);

/** A step on the way to a goal. */
export const goalMilestones = pgTable(
  'goal_milestones',
  {
    id: id(),
    goalId: ref().notNull(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    targetValue: decimal(),
    targetDay: day(),
    reachedAt: instant(),
    orderIndex: integer().notNull(),
  },
  (t) => [
    foreignKey({
      name: 'goal_milestones_goal_fk',
      columns: [t.goalId, t.userId],
      foreignColumns: [userGoals.id, userGoals.userId],
    }).onDelete('cascade'),
    index('goal_milestones_goal').on(t.goalId, t.orderIndex),
    index('goal_milestones_user').on(t.userId),
  ],
);

/** What a day should hold, from a day on, until a later row. */
export const nutritionTargets = pgTable(
  'nutrition_targets',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    setById: ref().references(() => users.id, { onDelete: 'set null' }),
    goalId: ref().references(() => userGoals.id, { onDelete: 'set null' }),
    fromDay: day().notNull(),
    energyKcal: decimal(),
    proteinG: decimal(),
    carbsG: decimal(),
    fatG: decimal(),
    fiberG: decimal(),
    waterMl: decimal(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('nutrition_targets_from').on(t.userId, t.fromDay),
    index('nutrition_targets_set_by').on(t.setById),
    index('nutrition_targets_goal').on(t.goalId),
    // Less is eaten under medical care alone; nothing we keep leads there.
    check('nutrition_targets_floor', sql`${t.energyKcal} >= 800`),
    check('nutrition_targets_macros_positive', sql`${t.proteinG} >= 0 and ${t.carbsG} >= 0 and ${t.fatG} >= 0`),
    check('nutrition_targets_others_positive', sql`${t.fiberG} >= 0 and ${t.waterMl} >= 0`),
  ],
);
