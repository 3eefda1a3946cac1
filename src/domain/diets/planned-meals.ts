import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../context.ts';
import type { Nutrition } from '../foods/nutrition.ts';
import { type DietMeal, sumOf } from './diet.ts';
import { plansOver } from './plan-of-day.ts';
import { plannedFigures } from './planned-figures.ts';

export interface PlannedMeal extends Pick<DietMeal, 'slot' | 'text' | 'items'> {
  readonly planned: Nutrition;
  /** What was eaten in its slot that day; null where nothing was. */
  readonly eaten: { readonly energyKcal: number; readonly proteinG: number } | null;
  /** Whether it was logged as planned. */
  readonly isAsPlanned: boolean;
}

/** What is planned for a day, by slot, with what of it was eaten. */
export async function plannedMeals(ctx: PersonContext, day: Temporal.PlainDate): Promise<PlannedMeal[]> {
  const [plan] = await plansOver(ctx, [day]);
  if (!plan || plan.meals.length === 0) return [];
  const figures = await plannedFigures(ctx, plan.meals);
  const { rows } = await ctx.db.execute<{ slot: string | null; kcal: string; protein: string; isPlanned: boolean }>(sql`
    select coalesce(lower(p.slot), lower(m.slot)) as slot, sum(i.energy_kcal) as kcal, sum(i.protein_g) as protein,
      bool_or(m.plan_id is not null) as "isPlanned"
    from meal_logs m join meal_items i on i.meal_log_id = m.id
      left join user_daily_meal_plans p on p.id = m.plan_id
    where m.user_id = ${ctx.user.id} and m.day = ${day.toString()}
    group by 1`);
  const eaten = new Map(rows.map((row) => [row.slot, row]));
  return plan.meals.map(({ slot, text, items }) => {
    const found = eaten.get(slot.toLowerCase());
    return {
      slot,
      text,
      items,
      planned: sumOf([{ items }], figures),
      eaten: found ? { energyKcal: Number(found.kcal), proteinG: Number(found.protein) } : null,
      isAsPlanned: found?.isPlanned === true,
    };
  });
}
