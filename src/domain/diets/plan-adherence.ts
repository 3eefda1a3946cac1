import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../context.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { sumOf } from './diet.ts';
import { plansOver } from './plan-of-day.ts';
import { plannedFigures } from './planned-figures.ts';

/** A figure of a day against its plan. */
export interface PlannedFigure {
  readonly planned: number;
  readonly eaten: number;
  /** Eaten of planned, in per cent. */
  readonly pct: number;
  /** How near it was, 0–100: 100 less the per cent it was off, either way. */
  readonly adherencePct: number;
}

export interface PlannedDay {
  readonly day: Temporal.PlainDate;
  /** Null where nothing was logged that day. */
  readonly energyKcal: PlannedFigure | null;
  readonly proteinG: PlannedFigure | null;
}

export interface PlanAdherence {
  /** The whole days with a plan, in order. */
  readonly days: readonly PlannedDay[];
  /** On how many of them something was logged. */
  readonly loggedDays: number;
  /** Where today stands, which counts once it is over; null without a plan. */
  readonly today: PlannedDay | null;
  /** The mean of the logged days' adherence, 0–100; null without any. */
  readonly energyPct: number | null;
  readonly proteinPct: number | null;
}

/**
 * How near a person ate to their plan over the last whole days: a day's adherence is
 * 100 − |eaten − planned| / planned × 100, at least 0, and the mean is taken over the days with a plan on which something
 * was logged. What is planned is each meal's first choice, with the foods' figures as they are now.
 */
export async function planAdherence(ctx: PersonContext, days: number): Promise<PlanAdherence> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const first = today.subtract({ days });
  const plans = (
    await plansOver(
      ctx,
      Array.from({ length: days + 1 }, (_, i) => first.add({ days: i })),
    )
  ).filter(({ meals }) => meals.length > 0);
  const [figures, eaten] = [
    await plannedFigures(
      ctx,
      plans.flatMap(({ meals }) => meals),
    ),
    await eatenOver(ctx, first, today),
  ];
  const since = await plannedSince(ctx);
  const found = plans
    // A plan of one's own holds from when it was written.
    .filter(({ day, assignment }) => assignment !== null || (since !== null && day.toString() >= since))
    .map(({ day, meals }): PlannedDay => {
      const planned = sumOf(meals, figures);
      const had = eaten.get(day.toString());
      return {
        day,
        energyKcal: had ? against(planned.energyKcal, had.energyKcal) : null,
        proteinG: had ? against(planned.proteinG, had.proteinG) : null,
      };
    });
  const whole = found.filter(({ day }) => !day.equals(today));
  const mean = (of: 'energyKcal' | 'proteinG'): number | null => {
    const known = whole.flatMap((one) => one[of]?.adherencePct ?? []);
    return known.length === 0 ? null : known.reduce((sum, pct) => sum + pct, 0) / known.length;
  };
  return {
    days: whole,
    today: found.find(({ day }) => day.equals(today)) ?? null,
    loggedDays: whole.filter(({ energyKcal }) => energyKcal !== null).length,
    energyPct: mean('energyKcal'),
    proteinPct: mean('proteinG'),
  };
}

function against(planned: number, eaten: number): PlannedFigure | null {
  if (planned <= 0) return null;
  const pct = (eaten / planned) * 100;
  return { planned, eaten, pct, adherencePct: Math.max(0, 100 - Math.abs(pct - 100)) };
}

/** From the entries themselves: the day's row takes more than the scope for food to read. */
async function eatenOver(ctx: PersonContext, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const { rows } = await ctx.db.execute<{ day: string; kcal: string; protein: string }>(sql`
    select m.day::text as day, sum(i.energy_kcal) as kcal, sum(i.protein_g) as protein
    from meal_logs m join meal_items i on i.meal_log_id = m.id
    where m.user_id = ${ctx.user.id} and m.day between ${from.toString()} and ${to.toString()}
    group by m.day`);
  return new Map(rows.map(({ day, kcal, protein }) => [day, { energyKcal: Number(kcal), proteinG: Number(protein) }]));
}

/** The day of theirs on which a plan of their own was first written; null without one. */
async function plannedSince(ctx: PersonContext): Promise<string | null> {
  const { rows } = await ctx.db.execute<{ day: string | null }>(sql`
    select (min(created_at) at time zone ${zoneOf(ctx.user)})::date::text as day from user_daily_meal_plans
    where user_id = ${ctx.user.id} and assignment_id is null and text is not null`);
  return rows[0]?.day ?? null;
}
