import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const ndb = z.string().regex(/^\d{5}$/);
/** "cup", "slice.large", "each" (a bare count: "2 eggs"), "each.medium". */
const measure = z.string().regex(/^[a-z]+(\.(small|medium|large))?$/);

/** A line of a file in `foods/`: what people call a food, and where its figures come from. */
const foodRow = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(2),
  /** The food of SR28 that has the figures; or what the food is made of, in grams. */
  ndb: ndb.optional(),
  recipe: z
    .array(z.tuple([ndb, z.number().positive()]))
    .min(2)
    .optional(),
  /** What the recipe weighs when ready, where water is lost or taken up; the sum of its parts otherwise. */
  yield: z.number().positive().optional(),
  /** The form meant when people do not say: "cooked", "dry". Replies state it. */
  form: z.string().min(2).optional(),
  /** Grams per millilitre: `usda 01077` (that food's fluid ounce) or `1.03 (source)`. SR28's own where absent. */
  density: z
    .string()
    .regex(/^(usda \d{5}|\d+(\.\d+)? \(.+\))$/)
    .optional(),
  aliases: z.array(z.string().min(1)),
  /**
   * What one of a measure weighs, as `portionGrams` reads it. The portions of the SR28 food that the row points at come
   * with it; here are those it has not or that mean another thing, and `null` for one that should not be.
   */
  portions: z.record(measure, z.string().nullable()),
  /** Why the energy is not what the macros give within 20 %. */
  energy: z.string().min(3).optional(),
});

export type FoodRow = z.infer<typeof foodRow>;

/** Where the catalogue's data files lie. */
export const dataFolder = new URL('../data/', import.meta.url);

/** The curated foods as written, checked for shape only, in the order of their files. Throws with the line that is wrong. */
export function readFoodRows(): FoodRow[] {
  return foodFiles().flatMap((file) => readLines(file, foodRow));
}

/** The files of curated foods, relative to the data folder. */
function foodFiles(): string[] {
  const names = readdirSync(new URL('foods/', dataFolder)).filter((name) => name.endsWith('.jsonl'));
  return names.sort().map((name) => `foods/${name}`);
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
