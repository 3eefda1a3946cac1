import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { type TrendPoint, trendWeight } from '../body/trend-weight.ts';
import type { Context } from '../context.ts';
import { type CurrentGoal, currentGoals } from '../goals/current-goals.ts';
import { type NutritionTarget, targetFor } from '../goals/target-for.ts';
import { dayOf } from '../progress/day-number.ts';
import { type Training, trainingsOver } from '../training/trainings-over.ts';
import { flagsAmong, type HealthFlag } from '../users/health.ts';
import { type Attention, attentionOf } from './attention.ts';
import { type ClientFacts, readClientFacts } from './client-facts.ts';
import type { KnownClient } from './clients.ts';
import { type CoachNote, listCoachNotes } from './coach-notes.ts';
import { type Compliance, type ComplianceArea, compliance, complianceAreas } from './compliance.ts';

/** What a coach reads of one client at a glance, as far as it is shared. */
export interface ClientCard {
  readonly client: KnownClient;
  readonly today: Temporal.PlainDate;
  readonly attention: Attention;
  /** The last weeks of the weight trend, in order. */
  readonly trend: readonly TrendPoint[];
  readonly compliance: readonly {
    readonly area: ComplianceArea;
    /** Over 7, 30 and 90 days; null where nothing was to be done. */
    readonly over: readonly (Compliance | null)[];
  }[];
  readonly meals: readonly LastMeal[];
  readonly training: Training | null;
  readonly goals: readonly CurrentGoal[];
  readonly target: NutritionTarget | null;
  readonly streakDays: number;
  readonly isPaused: boolean;
  /** What they have told of their health; nothing where their food is not shared. */
  readonly healthFlags: readonly HealthFlag[];
  readonly nextSession: { readonly startsAt: Temporal.Instant; readonly topics: readonly string[] } | null;
  readonly openCheckIn: { readonly weekOf: Temporal.PlainDate; readonly isSubmitted: boolean } | null;
  readonly pinned: readonly CoachNote[];
}

export interface LastMeal {
  readonly day: Temporal.PlainDate;
  readonly slot: string | null;
  readonly foods: string;
  readonly energyKcal: number;
}

const complianceDays = [7, 30, 90] as const;
const shownTrendDays = 28;
const shownMeals = 3;

/** The card of a client, read with the rights of the coach who asks. */
export async function clientCard(ctx: Context, client: KnownClient): Promise<ClientCard> {
  const [facts] = await readClientFacts(ctx, [client]);
  if (!facts) throw new Error('The facts of the client were not returned');
  const about = { ...ctx, user: client.user };
  const today = dayOf(facts.today);
  const [training = null] = await trainingsOver(about, { from: null, to: null }, { limit: 1 });
  return {
    client,
    today,
    attention: attentionOf(facts, ctx.now.epochMilliseconds),
    trend: trendOf(facts).filter(({ day }) => day.until(today).total('days') < shownTrendDays),
    compliance: complianceAreas.map((area) => ({
      area,
      over: complianceDays.map((days) => compliance(facts, area, days)),
    })),
    meals: await lastMeals(about),
    training,
    goals: await currentGoals(about),
    target: await targetFor(about, today),
    ...(await standing(ctx, client, facts)),
    pinned: await listCoachNotes(ctx, client.user.id, { isPinned: true }),
  };
}

const trendOf = ({ weights }: ClientFacts): TrendPoint[] =>
  trendWeight(weights.map(({ day, kg }) => ({ day: dayOf(day), kg })));

async function lastMeals({ db, user }: Context): Promise<LastMeal[]> {
  const { rows } = await db.execute<{ day: string; slot: string | null; foods: string; kcal: string }>(sql`
    select m.day::text as day, m.slot, string_agg(i.food_name, ', ' order by i.order_index) as foods,
      sum(i.energy_kcal) as kcal
    from meal_logs m join meal_items i on i.meal_log_id = m.id
    where m.user_id = ${user.id}
    group by m.id order by m.day desc, m.logged_at desc, m.id desc limit ${shownMeals}`);
  return rows.map(({ day, slot, foods, kcal }) => ({
    day: Temporal.PlainDate.from(day),
    slot,
    foods,
    energyKcal: Number(kcal),
  }));
}

async function standing(ctx: Context, client: KnownClient, facts: ClientFacts) {
  const id = client.user.id;
  const { rows } = await ctx.db.execute<{
    streakDays: number | null;
    session: { startsMs: number; topics: string[] } | null;
    checkIn: { weekOf: string; isSubmitted: boolean } | null;
    health: string[] | null;
  }>(sql`
    select
      (select current_days from streaks where user_id = ${id} and kind = 'logging'
        and last_done_day >= ${dayOf(facts.today - 1).toString()}) as "streakDays",
      (select json_build_object('startsMs', floor(extract(epoch from starts_at) * 1000), 'topics', topics)
        from coaching_sessions where client_id = ${id} and coach_id = ${ctx.user.id} and cancelled_at is null
          and completed_at is null and starts_at > ${ctx.now.toString()} order by starts_at limit 1) as session,
      (select json_build_object('weekOf', week_of, 'isSubmitted', state = 'submitted')
        from check_ins where client_id = ${id} and state <> 'reviewed' order by week_of desc limit 1) as "checkIn",
      (select health_flags from known_people where id = ${id}) as health`);
  const [row] = rows;
  const { session = null, checkIn = null } = row ?? {};
  return {
    streakDays: row?.streakDays ?? 0,
    healthFlags: flagsAmong(row?.health ?? []),
    isPaused: facts.pauses.some(({ from, until }) => from <= facts.today && (until === null || facts.today <= until)),
    nextSession: session && {
      startsAt: Temporal.Instant.fromEpochMilliseconds(session.startsMs),
      topics: session.topics,
    },
    openCheckIn: checkIn && { weekOf: Temporal.PlainDate.from(checkIn.weekOf), isSubmitted: checkIn.isSubmitted },
  };
}
