import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { wordsOf } from '../search/words.ts';
import { bounds, type Days } from './period-overview.ts';

/** A food as a question names it. */
export interface AskedFood {
  /** The catalogue's row, where the words name one. */
  readonly foodId: number | null;
  readonly words: string;
}

export interface Eaten {
  /** In how many meals, and on how many days. */
  readonly times: number;
  readonly days: number;
  /** Of all of them; items of unknown weight are left out. */
  readonly grams: number;
  readonly energyKcal: number;
  /** How many pieces, over those that were counted in pieces; null where one was not. */
  readonly pieces: number | null;
  readonly last: {
    readonly day: Temporal.PlainDate;
    readonly slot: string | null;
    readonly foodName: string;
    readonly quantity: number | null;
    readonly unit: string | null;
    readonly grams: number | null;
  } | null;
}

/**
 * How often and when a food was eaten. It is what has that name, or one that ends in it: "pepperoni pizza" and "Pizza,
 * cheese" are pizza, rice cakes are not rice.
 */
export async function lastEaten(ctx: Context, { foodId, words }: AskedFood, period: Days): Promise<Eaten> {
  const { from, to } = bounds(period);
  const pattern = patternOf(words);
  const { rows } = await ctx.db.execute<{ eaten: Row }>(sql`
    with eaten as (
      select m.id as meal, m.day, m.slot, m.logged_at, i.id, i.food_name, i.quantity, i.unit, i.grams, i.energy_kcal
      from meal_items i join meal_logs m on m.id = i.meal_log_id
      where i.user_id = ${ctx.user.id} and m.day between ${from} and ${to}
        and (i.food_id = ${foodId} or lower(i.food_name) ~ ${pattern} or lower(i.food_words) ~ ${pattern})
    )
    select json_build_object('times', count(distinct meal), 'days', count(distinct day),
      'grams', coalesce(sum(grams), 0), 'energyKcal', coalesce(sum(energy_kcal), 0),
      'pieces', case when bool_and(unit is null and quantity is not null) then sum(quantity) end,
      'last', (select json_build_object('day', day, 'slot', slot, 'foodName', food_name, 'quantity', quantity,
        'unit', unit, 'grams', grams) from eaten order by day desc, logged_at desc, id desc limit 1)) as eaten
    from eaten`);
  const row = rows[0]?.eaten;
  if (!row) throw new Error('The sums were not returned');
  return { ...row, last: row.last && { ...row.last, day: Temporal.PlainDate.from(row.last.day) } };
}

type Row = Omit<Eaten, 'last'> & { last: (Omit<NonNullable<Eaten['last']>, 'day'> & { day: string }) | null };

/** A regular expression for names that end in these words, in the singular or plural. Words hold no sign of their own. */
function patternOf(words: string): string {
  const stems = wordsOf(words).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  const kept = stems
    .filter((stem) => stem !== '')
    .map((stem) => (stem.endsWith('y') ? `${stem.slice(0, -1)}(y|ie)` : stem));
  return kept.length === 0 ? '^$' : `(^|[^[:alnum:]])${kept.join('(s|es)?[^[:alnum:]]+')}(s|es)?($|,)`;
}
