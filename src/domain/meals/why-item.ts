import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';

/** What an item's figures rest on. */
export interface ItemGrounds {
  readonly foodName: string;
  readonly defaultForm: string | null;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly grams: number | null;
  /** How the grams were found, as `Weight.rule`. */
  readonly portionRule: string;
  readonly isAmountAssumed: boolean;
  readonly energyKcal: number;
  /** The food's energy when it was logged, per 100 g; null where the weight is not known. */
  readonly per100gKcal: number | null;
  /** Where the figures are from; null once the food is gone. */
  readonly source: 'curated' | 'sr28' | 'own' | 'coach' | null;
  /** USDA's number of the food, where it has one. */
  readonly ndbNumber: string | null;
  /** Where the weight of the measure is from, where a portion was used. */
  readonly portionSource: string | null;
  /** Whether the food has been changed since. */
  readonly isChanged: boolean;
}

export interface Grounds {
  readonly day: Temporal.PlainDate;
  readonly slot: string | null;
  /** What the asked figure is: one item's, a meal's, a whole day's. */
  readonly of: 'item' | 'meal' | 'day';
  readonly energyKcal: number;
  readonly items: readonly ItemGrounds[];
}

/** A figure in kcal is taken as the one meant when it is no further off than rounding makes it. */
const roundingKcal = 0.5;
/** How far back a figure is looked for. */
const reachItems = 500;

/** What a written message recorded, with what its figures rest on; a meal each. Empty when it recorded no meal. */
export async function groundsOfMessage(ctx: Context, sourceMessageId: number): Promise<Grounds[]> {
  return groundsOf(ctx, sql`m.inbound_message_id = ${sourceMessageId}`, 'meal');
}

/** The newest meal and what its figures rest on; null when nothing was ever logged. */
export async function groundsOfNewest(ctx: Context): Promise<Grounds | null> {
  const [newest] = await groundsOf(
    ctx,
    sql`m.id = (select meal_log_id from meal_items where user_id = ${ctx.user.id} order by id desc limit 1)`,
    'meal',
  );
  return newest ?? null;
}

/** What has this energy: the newest item, else the newest meal, else the newest day with it. Null: nothing has. */
export async function groundsOfFigure(ctx: Context, energyKcal: number): Promise<Grounds | null> {
  const [low, high] = [energyKcal - roundingKcal, energyKcal + roundingKcal];
  const recent = sql`(select i.id, i.meal_log_id, i.energy_kcal from meal_items i
    join meal_logs m on m.id = i.meal_log_id
    where i.user_id = ${ctx.user.id} order by i.id desc limit ${reachItems}) recent`;
  const { rows } = await ctx.db.execute<{ item: string | null; meal: string | null; day: string | null }>(sql`
    select (select max(id) from ${recent} where energy_kcal between ${low} and ${high}) as item,
      (select max(meal_log_id) from (select meal_log_id from ${recent} group by meal_log_id
        having sum(energy_kcal) between ${low} and ${high}) meals) as meal,
      (select max(day)::text from daily_logs where user_id = ${ctx.user.id} and consumed_kcal between ${low} and ${high}) as day`);
  const { item, meal, day } = rows[0] ?? { item: null, meal: null, day: null };
  if (item !== null) return (await groundsOf(ctx, sql`i.id = ${item}`, 'item'))[0] ?? null;
  if (meal !== null) return (await groundsOf(ctx, sql`m.id = ${meal}`, 'meal'))[0] ?? null;
  return day === null ? null : groundsOfDay(ctx, Temporal.PlainDate.from(day));
}

/** All that a day's sum rests on; null where nothing was logged. */
export async function groundsOfDay(ctx: Context, day: Temporal.PlainDate): Promise<Grounds | null> {
  const meals = await groundsOf(ctx, sql`m.day = ${day.toString()}`, 'day');
  if (meals.length === 0) return null;
  const items = meals.flatMap((meal) => meal.items);
  return { day, slot: null, of: 'day', items, energyKcal: items.reduce((sum, item) => sum + item.energyKcal, 0) };
}

/** The newest meal of that name, on a day or, where `day` is null, any; null where there is none. */
export async function groundsOfSlot(
  ctx: Context,
  slot: string,
  day: Temporal.PlainDate | null,
): Promise<Grounds | null> {
  const onDay = day === null ? sql`` : sql`and day = ${day.toString()}`;
  const [found] = await groundsOf(
    ctx,
    sql`m.id = (select id from meal_logs where user_id = ${ctx.user.id} and slot = ${slot} ${onDay}
      order by logged_at desc, id desc limit 1)`,
    'meal',
  );
  return found ?? null;
}

/** The newest item of a food by its catalogue row or name, and what its figure rests on. */
export async function groundsOfFood(ctx: Context, foodId: number | null, name: string): Promise<Grounds | null> {
  const [found] = await groundsOf(
    ctx,
    sql`i.id = (select id from meal_items where user_id = ${ctx.user.id}
      and (food_id = ${foodId} or lower(food_name) = lower(${name}) or lower(food_words) = lower(${name}))
      order by id desc limit 1)`,
    'item',
  );
  return found ?? null;
}

async function groundsOf(ctx: Context, which: ReturnType<typeof sql>, of: Grounds['of']): Promise<Grounds[]> {
  const { rows } = await ctx.db.execute<{ meal: Omit<Grounds, 'day' | 'of'> & { day: string } }>(sql`
    select json_build_object('day', m.day, 'slot', m.slot, 'energyKcal', sum(i.energy_kcal),
      'items', json_agg(json_build_object('foodName', i.food_name, 'defaultForm', f.default_form,
        'quantity', i.quantity, 'unit', i.unit, 'grams', i.grams, 'portionRule', i.portion_rule,
        'isAmountAssumed', i.is_amount_assumed, 'energyKcal', i.energy_kcal,
        'per100gKcal', case when f.version = i.food_version then f.energy_kcal else round(i.energy_kcal / i.grams * 100, 1) end,
        'source', f.source, 'ndbNumber', f.ndb_number, 'portionSource', p.source,
        'isChanged', coalesce(f.version <> i.food_version, false)) order by i.order_index)) as meal
    from meal_logs m join meal_items i on i.meal_log_id = m.id
      left join foods f on f.id = i.food_id
      left join lateral (
        select p.source from food_portions p
        where p.food_id = i.food_id and i.portion_rule not in ('mass', 'density', 'serving', 'guess')
          and p.unit is not distinct from case when i.portion_rule like 'count%' then null
            else split_part(split_part(i.portion_rule, ':', 2), '.', 1) end
        order by p.size nulls first limit 1
      ) p on true
    where m.user_id = ${ctx.user.id} and ${which}
    group by m.id order by m.logged_at desc, m.id`);
  return rows.map(({ meal }) => ({ ...meal, of, day: Temporal.PlainDate.from(meal.day) }));
}
