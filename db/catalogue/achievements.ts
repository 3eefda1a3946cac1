import { z } from 'zod';
import { readLines } from './food-rows.ts';

/**
 * What an achievement may look at: the name of each figure of `user_statistics.figures`, and what it counts, in which
 * unit. A figure is a function of the person's rows as they stand, none of which is a figure itself, so undoing an
 * entry takes back what it gave and redoing gives it again. Time that passes without an entry lowers none of them:
 * runs are the best ever, not the present one. None can be raised by eating less, by fasting or by what a body weighs:
 * intake counts only as "at least", on days with food on record, and of weighing only that it was done.
 *
 * Words used: a *meal* is a row of `meal_logs` that is not planned and whose items come to 20 kcal or more (black coffee
 * is none); a *logged day* is a local day with a meal, and what it held is the sum over all rows of that day that are
 * not planned; a *target* is that of the newest `nutrition_targets` with `from_day` on or before the day; a *week* is
 * Monday to Sunday of local days; a *workout* is a row of `workout_sessions` with at least one exercise; a *set* is a
 * row of `exercise_sets` that is not a warm-up; a *weigh-in day* is a day with a measurement of weight, however many.
 */
export const figures = {
  'meals-logged': 'Meals: all of them.',
  'days-logged': 'Days: the logged days, in a row or not.',
  'three-meal-days': 'Days: the logged days with at least three meals.',
  'breakfasts-logged': 'Days: the logged days with a meal in the slot `breakfast`.',
  'protein-target-days':
    'Days: the logged days that held at least the protein target (`protein_g` above 0); without one a day does not count.',
  'fiber-target-days':
    'Days: the logged days that held at least the fibre target (`fiber_g` above 0), or at least 25 g where none is set (adequate intake of adults: EFSA, 2010).',
  'water-target-days':
    'Days: the logged days with at least the water target (`water_ml` above 0) in the `water_ml` of their rows and the water measured on them, or at least 2,000 ml where none is set (adequate intake of women: EFSA, 2010).',
  'all-target-days':
    'Days: the logged days that count for protein, fibre and water alike, each with at least its target.',
  'different-foods':
    'Foods: the different foods among the items of meals, by `food_id`, or by lower-case `food_name` where the food is gone.',
  'own-recipes': 'Recipes: the active rows of `foods` that the person owns and that are recipes.',
  'logging-streak-days':
    'Days: the best run of the streak `logging` by the rules of streaks, where a day is done when it is a logged day.',
  'training-streak-weeks':
    'Weeks: the most weeks in a row with a workout in each; a week without one in which a day is paused neither adds nor breaks.',
  'check-in-streak-weeks':
    'Weeks: the most weeks in a row (`week_of`) with a check-in handed in for each; a week without one in which a day is paused neither adds nor breaks.',
  'workouts-logged': 'Workouts: all of them.',
  'planned-workouts-done': 'Routines: the rows of `scheduled_routines` with `completed_at`.',
  'dawn-workouts': 'Workouts: those whose `time` is known and from 04:00 to before 07:00.',
  'sets-done': 'Sets: all of them.',
  'reps-done': 'Repetitions: the sum of `reps` over all sets.',
  'volume-kg':
    'Kilograms: the sum of `weight_kg` × `reps` over all sets with a load above 0; body weight adds nothing.',
  'personal-records':
    'Records: for each exercise the days but its first on which the best estimate of a one-repetition maximum (Epley; sets of 1 to 10 repetitions with a load above 0) was above that of all its earlier days.',
  'exercises-tried':
    'Exercises: the different exercises of workouts, by `exercise_id`, or by lower-case `exercise_name` where the exercise is gone.',
  'training-min': 'Minutes: the sum of `duration_min` over all workouts; one without adds nothing.',
  'distance-m': 'Metres: the sum of `distance_m` over all sets.',
  'longest-distance-m': 'Metres: the greatest `distance_m` of one set.',
  'weigh-ins': 'Days: the weigh-in days.',
  'weigh-in-weeks': 'Weeks: those with at least one weigh-in day, in a row or not.',
  'trend-days':
    'Days: the weigh-in days on which the trend is known: at least five other weigh-in days among the 27 days before.',
  'check-ins': 'Check-ins: those handed in, reviewed or not.',
  'coaching-sessions': 'Sessions: the rows of `coaching_sessions` of the person as client with `completed_at`.',
  'goals-reached':
    'Goals: those completed of the types strength, endurance, training and mood; goals of weight, body and intake do not count.',
  'goal-steps-reached':
    'Steps: the rows of `goal_milestones` with `reached_at`, of goals of the types that count for goals reached.',
  'days-together':
    'Days: whole spans of 24 hours from the making of the account to the latest `logged_at` of a meal, workout or measurement; 0 without any.',
  'steps-taken': 'Steps: the sum over all days of the day’s newest measurement of steps.',
  'wellbeing-days':
    'Days: those with a measurement of energy, mood, stress, sleep quality, fatigue or soreness, whatever it says.',
  'nights-logged': 'Nights: the days with a measurement of sleep, whatever it says.',
} as const;

type Figure = keyof typeof figures;

/**
 * A line of `achievements.jsonl`. It is earned when the figure that is its condition is `value` or more; a repeatable
 * one for the n-th time when the figure is n × `value` or more, n = 1, 2, 3, …, without end.
 */
const achievementRow = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(3),
  description: z.string().min(10),
  icon: z.string().min(1),
  category: z.enum(['weight', 'exercise', 'nutrition', 'streak', 'milestone', 'coaching']),
  condition: z.custom<Figure>((name) => typeof name === 'string' && Object.hasOwn(figures, name), 'No such figure'),
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
