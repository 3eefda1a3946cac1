import { readFileSync } from 'node:fs';
import { z } from 'zod';

const ndb = z.string().regex(/^\d{5}$/);
const portion = z.tuple([
  /** A unit id, with a size after a dot: "slice", "slice.large", ".medium" of a bare count, "" for a bare count. */
  z.string().regex(/^[a-z]*(\.(small|medium|large))?$/),
  z.number().positive(),
  /**
   * Where the grams are from: `usda` (SR28's own portions of that food), `usda:` with the food or the sum, `fda` (the
   * reference amounts of 21 CFR 101.12(b), for meat and poultry of 9 CFR 317.312 and 381.412), `rule:` a volume or a
   * part of another portion, or `recipe`.
   */
  z.string().min(3),
]);

/** A line of `foods.jsonl`: what people call a food, and where its figures come from. */
const foodRow = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(2),
  /** The food of SR28 that has the figures; or what the food is made of, in parts by weight. */
  ndb: ndb.optional(),
  recipe: z
    .array(z.tuple([ndb, z.number().positive()]))
    .min(2)
    .optional(),
  /** The form meant when people do not say: "cooked", "dry". Replies state it. */
  form: z.string().optional(),
  /** Grams per millilitre. */
  density: z.number().positive().optional(),
  aliases: z.array(z.string().min(1)),
  portions: z.array(portion),
  /** Why the energy is not what the macros give within 20 %. */
  energy: z.string().optional(),
});

export type FoodRow = z.infer<typeof foodRow>;

/** Where the catalogue's data files lie. */
export const dataFolder = new URL('../data/', import.meta.url);

/** The curated foods as written, checked for shape only. Throws with the line that is wrong. */
export function readFoodRows(): FoodRow[] {
  return readLines('foods.jsonl', foodRow);
}

/** Reads a file of one JSON object a line. */
export function readLines<T>(name: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(new URL(name, dataFolder), 'utf8').trimEnd().split('\n');
  return lines.map((line, i) => {
    const row = schema.safeParse(JSON.parse(line));
    if (row.success) return row.data;
    throw new Error(`db/data/${name}, line ${i + 1}: ${z.prettifyError(row.error)}`);
  });
}
