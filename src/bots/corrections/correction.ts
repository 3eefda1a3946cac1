import { z } from 'zod';
import type { CorrectionReading } from '../language/settle-correction.ts';

const typed = z.object({ value: z.number(), unit: z.string().nullable() });

const change = z.object({
  quantity: z.number().optional(),
  unit: z.string().optional(),
  size: z.string().optional(),
  energyKcal: z.number().optional(),
  food: z.string().optional(),
  slot: z.string().optional(),
  day: z.iso.date().optional(),
  time: z.iso.time().optional(),
  reps: z.number().optional(),
  sets: z.number().optional(),
  weightKg: z.number().optional(),
  durationS: z.number().optional(),
  distanceM: z.number().optional(),
  value: z.number().optional(),
  value2: z.number().optional(),
  typed: typed.optional(),
  times: z.number().optional(),
  remove: z.literal(true).optional(),
});

const part = z.object({
  kind: z.enum(['item', 'water', 'meal', 'exercise', 'workout', 'measurement']),
  /** The row: of water the meal it was drunk with. */
  id: z.number(),
});

/** One thing to be different, as it is kept behind buttons. */
export const correction = z.object({
  target: z.string().nullable(),
  change,
  was: z.number().nullable(),
  /** Which set, from 1; -1 for the last, 0 for all. */
  set: z.number().nullable(),
  mayReplace: z.boolean(),
  /** The words for its food that were asked about: what was chosen is what they mean. */
  asked: z.string().optional(),
  /** What it is about, once that is known. */
  part: part.nullable(),
});

export type Correction = z.infer<typeof correction>;
export type StoredChange = z.infer<typeof change>;
/** A thing of an entry that can be corrected. */
export type Part = z.infer<typeof part>;

/** What was read, as it is kept. */
export function toCorrection({ target, change: read, was, set, mayReplace }: CorrectionReading): Correction {
  const { day, time, ...rest } = read;
  return {
    target,
    was,
    set,
    mayReplace,
    part: null,
    change: { ...rest, ...(day ? { day: day.toString() } : {}), ...(time ? { time: time.toString() } : {}) },
  };
}
