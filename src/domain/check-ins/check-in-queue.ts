import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';

/** A check-in that waits for its coach. */
export interface WaitingCheckIn {
  readonly id: number;
  readonly clientId: number;
  readonly name: string;
  readonly weekOf: Temporal.PlainDate;
  readonly submittedAt: Temporal.Instant;
  readonly feeling: number | null;
  /** In the one before; null where there was none. */
  readonly feelingBefore: number | null;
  readonly isAtRisk: boolean;
}

export interface CheckInQueue {
  /** At risk first, then the oldest. */
  readonly waiting: readonly WaitingCheckIn[];
  /** How long this coach's answers took of late, in hours; null where there were none. */
  readonly medianHours: number | null;
}

/** So low a feeling, or so deep a fall of it, comes first. */
const lowFeeling = 2;
const deepFall = 2;
const medianDays = 90;

/** The check-ins handed in to the asking coach and not yet reviewed. */
export async function checkInQueue(ctx: Context): Promise<CheckInQueue> {
  const me = ctx.user.id;
  const { rows } = await ctx.db.execute<{
    id: string;
    clientId: string;
    name: string;
    weekOf: string;
    submittedAt: string;
    feeling: number | null;
    before: number | null;
  }>(sql`
    select c.id, c.client_id as "clientId", coalesce(k.full_name, 'Client ' || k.id) as name,
      c.week_of::text as "weekOf", to_json(c.submitted_at)#>>'{}' as "submittedAt", c.feeling,
      (select b.feeling from check_ins b where b.client_id = c.client_id and b.week_of < c.week_of
        and b.state <> 'open' order by b.week_of desc limit 1) as before
    from check_ins c join known_people k on k.id = c.client_id
    where c.coach_id = ${me} and c.client_id <> ${me} and c.state = 'submitted' order by c.submitted_at, c.id`);
  const waiting = rows.map((row): WaitingCheckIn => {
    const { feeling, before } = row;
    const isLow = feeling !== null && feeling <= lowFeeling;
    const hasFallen = feeling !== null && before !== null && before - feeling >= deepFall;
    return {
      ...{ id: Number(row.id), clientId: Number(row.clientId), name: row.name, feeling, feelingBefore: before },
      weekOf: Temporal.PlainDate.from(row.weekOf),
      submittedAt: Temporal.Instant.from(row.submittedAt),
      isAtRisk: isLow || hasFallen,
    };
  });
  const since = ctx.now.subtract({ hours: 24 * medianDays }).toString();
  const { rows: medians } = await ctx.db.execute<{ hours: number | null }>(sql`
    select (percentile_cont(0.5) within group (order by extract(epoch from reviewed_at - submitted_at)) / 3600)::float8
      as hours
    from check_ins where coach_id = ${me} and client_id <> ${me} and reviewed_at >= ${since}`);
  return {
    waiting: [...waiting.filter(({ isAtRisk }) => isAtRisk), ...waiting.filter(({ isAtRisk }) => !isAtRisk)],
    medianHours: medians[0]?.hours ?? null,
  };
}

/** The check-in of a client's that the asking coach means: the oldest that waits, else the newest handed in to them. */
export async function latestOf(ctx: Context, clientId: number): Promise<number | null> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select id from check_ins where client_id = ${clientId} and coach_id = ${ctx.user.id} and state <> 'open'
    order by state = 'submitted' desc, case when state = 'submitted' then week_of end, week_of desc limit 1`);
  return rows[0] ? Number(rows[0].id) : null;
}
