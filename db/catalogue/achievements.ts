import { z } from 'zod';
import { readLines } from './food-rows.ts';

/** What an achievement counts. None rewards eating less, fasting or losing fast. */
export const conditionTypes = [
  'meals-logged',
  'logging-streak-days',
  'protein-target-days',
  'fiber-target-days',
  'workouts-logged',
  'training-streak-weeks',
  'personal-records',
  'volume-kg',
  'weigh-ins',
  'goals-reached',
  'check-ins',
  'days-since-start',
] as const;

/** A line of `achievements.jsonl`. */
const achievementRow = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(3),
  description: z.string().min(10),
  icon: z.string().min(1),
  category: z.enum(['weight', 'exercise', 'nutrition', 'streak', 'milestone', 'coaching']),
  condition: z.enum(conditionTypes),
  value: z.number().positive(),
  rarity: z.enum(['common', 'rare', 'epic', 'legendary']),
  hidden: z.boolean(),
  repeatable: z.boolean(),
});

export type CatalogueAchievement = z.infer<typeof achievementRow>;

/** The achievements of the catalogue, from their file. */
export function readAchievements(): CatalogueAchievement[] {
  return readLines('achievements.jsonl', achievementRow);
}
