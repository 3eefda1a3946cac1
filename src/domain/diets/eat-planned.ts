import { and, eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { PlannedFood } from '../../../db/schema/index.ts';
import { foods, mealLogs, userDailyMealPlans } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { MealItemInput } from '../meals/figure-items.ts';
import { type LoggedMeals, logMeals, type MealInput } from '../meals/log-meals.ts';
import { isWater, itemsOf } from './diet.ts';
import { plansOver } from './plan-of-day.ts';
import { settlePlan } from './settle-plan.ts';

export interface PlannedSwap {
  /** In the person's words, as the plan or the catalogue has it. */
  readonly instead: string;
  readonly item: MealItemInput;
}

export interface EatPlanned {
  readonly day: Temporal.PlainDate;
  readonly isDaySaid: boolean;
  /** Null for all that is left of the day. */
  readonly slots: readonly string[] | null;
  /** Which of the meals to choose from. */
  readonly option: number;
  readonly swaps: readonly PlannedSwap[];
}

export interface AtePlanned extends LoggedMeals {
  /** What of the plan could not be logged, since its food is gone. */
  readonly left: readonly string[];
}

/**
 * Logs what was planned as eaten: real meals that follow the plan, with the foods' figures of now. Throws DomainError
 * `not-found` where nothing is planned or a swap names nothing of it, `too-late` where all of it is logged already.
 */
export async function eatPlanned(
  ctx: Context,
  { day, isDaySaid, slots, option, swaps }: EatPlanned,
): Promise<AtePlanned> {
  await settlePlan(ctx);
  const [plan] = await plansOver(ctx, [day]);
  const meant = (plan?.meals ?? []).filter(({ slot }) => slots === null || slots.includes(slot));
  if (meant.length === 0)
    throw new DomainError(
      'not-found',
      slots === null ? 'Nothing is planned for that day.' : `Your plan has no ${slots.join(' or ')} that day.`,
    );
  const rows = await planRows(ctx, day.dayOfWeek);
  const done = await followedOn(ctx, day, [...rows.values()]);
  const open = meant.filter(({ slot }) => !done.has(rows.get(slot) ?? 0));
  if (open.length === 0)
    throw new DomainError('too-late', `Logged as planned already: ${meant.map(({ slot }) => slot).join(', ')}.`);
  const known = await visible(
    ctx,
    open.flatMap(({ items }) => items),
  );
  const used = new Set<PlannedSwap>();
  const left: string[] = [];
  const meals = open.map(({ slot, text, items }): MealInput => {
    const chosen = itemsOf(items, option);
    const eaten = (chosen.length > 0 ? chosen : itemsOf(items)).flatMap((item): MealItemInput[] => {
      if (isWater(item)) return [];
      const swap = swaps.find(({ instead }) => isNamed(item, instead, known));
      if (swap) {
        used.add(swap);
        // Said without an amount, it is as much as what it stands for.
        return [
          swap.item.quantity === null && item.grams !== null
            ? { ...swap.item, grams: item.grams, quantity: item.grams, unit: 'g', portionRule: 'mass' }
            : swap.item,
        ];
      }
      const { foodId, words, quantity, unit, grams, portionRule = 'mass', isAmountAssumed = false } = item;
      if (foodId === null || grams === null || !known.has(foodId)) {
        left.push(words);
        return [];
      }
      return [{ foodId, words, quantity, unit, grams, portionRule, isAmountAssumed }];
    });
    const waterMl = itemsOf(items, option)
      .filter(isWater)
      .reduce((sum, { grams }) => sum + (grams ?? 0), 0);
    return {
      slot,
      day,
      isDaySaid,
      time: null,
      items: eaten,
      waterMl: waterMl > 0 ? waterMl : null,
      planId: rows.get(slot) ?? null,
      description: text,
    };
  });
  const told = meals.filter(({ items, waterMl }) => items.length > 0 || waterMl !== null);
  const notThere = swaps.filter((swap) => !used.has(swap)).map(({ instead }) => instead);
  if (notThere.length > 0)
    throw new DomainError(
      'not-found',
      `There is no ${notThere.join(' or ')} in that plan, so nothing is logged. Write what you ate instead.`,
    );
  if (told.length === 0)
    throw new DomainError(
      'not-found',
      'Your plan has only words there, so I cannot log it by itself. Write what you ate.',
    );
  return { ...(await logMeals(ctx, told)), left };
}

async function planRows(ctx: Context, weekday: number): Promise<Map<string, number>> {
  const p = userDailyMealPlans;
  const rows = await ctx.db
    .select({ id: p.id, slot: p.slot })
    .from(p)
    .where(and(eq(p.userId, ctx.user.id), eq(p.weekday, weekday)));
  return new Map(rows.map(({ id, slot }) => [slot, id]));
}

/** The rows of the plan that were logged as planned on a day. */
async function followedOn(ctx: Context, day: Temporal.PlainDate, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .select({ planId: mealLogs.planId })
    .from(mealLogs)
    .where(and(eq(mealLogs.userId, ctx.user.id), eq(mealLogs.day, day), inArray(mealLogs.planId, [...ids])));
  return new Set(rows.flatMap(({ planId }) => planId ?? []));
}

/** The names of those foods of a plan that the person may see. */
async function visible(ctx: Context, items: readonly PlannedFood[]): Promise<Map<number, string>> {
  const ids = [...new Set(items.flatMap(({ foodId }) => foodId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select({ id: foods.id, name: foods.name }).from(foods).where(inArray(foods.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function isNamed({ words, foodId }: PlannedFood, said: string, known: ReadonlyMap<number, string>): boolean {
  const wanted = said.toLowerCase();
  const name = foodId === null ? '' : (known.get(foodId) ?? '');
  return [words, name].some(
    (one) =>
      one
        .toLowerCase()
        .split(/[\s,]+/)
        .includes(wanted) || one.toLowerCase() === wanted,
  );
}
