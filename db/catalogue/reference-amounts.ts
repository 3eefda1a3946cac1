import { z } from 'zod';
import { readLines } from './food-rows.ts';

const referenceAmount = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  grams: z.number().positive().optional(),
  ml: z.number().positive().optional(),
  category: z.string().min(3),
  source: z.string().min(3),
});

export type ReferenceAmount = z.infer<typeof referenceAmount>;

/**
 * What people customarily eat of a kind of food at one time, by which US labels are written: 21 CFR 101.12(b), for meat
 * and poultry 9 CFR 317.312(b) and 381.412(b). In grams, or in millilitres for what is drunk.
 */
export function readReferenceAmounts(): Map<string, ReferenceAmount> {
  return new Map(readLines('reference-amounts.jsonl', referenceAmount).map((amount) => [amount.key, amount]));
}
