import { z } from 'zod';
import { readLines } from './food-rows.ts';

const muscles = [
  'chest',
  'front delts',
  'side delts',
  'rear delts',
  'triceps',
  'biceps',
  'forearms',
  'lats',
  'upper back',
  'traps',
  'lower back',
  'abs',
  'obliques',
  'glutes',
  'quads',
  'hamstrings',
  'adductors',
  'abductors',
  'calves',
  'hip flexors',
  'full body',
] as const;

/** A line of `exercises.jsonl`. Instructions and tips are our own words. */
const exerciseRow = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(3),
  aliases: z.array(z.string().min(2)),
  category: z.enum(['strength', 'cardio', 'mobility', 'sport']),
  primary: z.array(z.enum(muscles)).min(1),
  secondary: z.array(z.enum(muscles)),
  equipment: z.array(z.string().min(3)).min(1),
  difficulty: z.enum(['beginner', 'intermediate', 'advanced']),
  met: z.number().min(1).max(23),
  /** The code of the 2011 Compendium of Physical Activities that the MET is from. */
  metCode: z.string().regex(/^\d{5}$/),
  /** The share of body weight that is moved, where body weight is the load. */
  bodyweight: z.number().gt(0).max(1).optional(),
  instructions: z.string().min(20),
  tips: z.string().min(10),
});

export type CatalogueExercise = z.infer<typeof exerciseRow>;

/** The exercises of the catalogue, from their file. */
export function readExercises(): CatalogueExercise[] {
  return readLines('exercises.jsonl', exerciseRow);
}
