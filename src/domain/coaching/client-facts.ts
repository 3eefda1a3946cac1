import { sql } from 'drizzle-orm';
import type { PersonContext } from '../context.ts';
import { type DayNumber, dayNumber } from '../progress/day-number.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import type { KnownClient } from './clients.ts';

/** What a coach can see of a client's last months, as far as the client agreed: what is not shared is empty. */
export interface ClientFacts {
  readonly client: KnownClient;
  /** The client's own day of now. */
  readonly today: DayNumber;
  readonly startedDay: DayNumber;
  /** Days with a meal, a training, steps; each day once, the earliest first. */
  readonly meals: readonly DayNumber[];
  readonly trainings: readonly DayNumber[];
  readonly steps: readonly DayNumber[];
  /** Days with anything else that was measured, or a word to the coach. */
  readonly others: readonly DayNumber[];
  readonly planned: readonly { readonly day: DayNumber; readonly isDone: boolean }[];
  readonly weights: readonly { readonly day: DayNumber; readonly kg: number }[];
  readonly weightGoal: { readonly goalType: string; readonly weeklyKg: number | null } | null;
  /** Energy of the logged days, with the target in force on each. */
  readonly intake: readonly { readonly day: DayNumber; readonly kcal: number; readonly targetKcal: number | null }[];
  /** How often the target was set lower within 30 days. */
  readonly timesLowered: number;
  /** Weeks with a submitted check-in, by their Monday. */
  readonly checkedIn: readonly DayNumber[];
  /** Whether they are asked to check in at all. */
  readonly isAskedIn: boolean;
  /** When the oldest check-in that waits for a review came; epoch milliseconds. */
  readonly checkInSinceMs: number | null;
  /** When they last spoke of ending their life, within the last days. */
  readonly crisisSinceMs: number | null;
  /** When the first message of theirs came that nothing was said to since, in words, to a check-in, or face to face. */
  readonly unansweredSinceMs: number | null;
  /** `until` null: it goes on. */
  readonly pauses: readonly { readonly from: DayNumber; readonly until: DayNumber | null }[];
}

/** So far back people's habits are looked at. */
const reachDays = 126;
/** So long somebody who spoke of ending their life comes first. */
const crisisHours = 72;

type Row = Omit<ClientFacts, 'client' | 'today' | 'startedDay'>;

/** The facts of these clients, in one statement under the rights of the coach who asks. */
export async function readClientFacts(ctx: PersonContext, clients: readonly KnownClient[]): Promise<ClientFacts[]> {
  if (clients.length === 0) return [];
  const coach = ctx.user.id;
  const crisisSince = ctx.now.subtract({ hours: crisisHours }).toString();
  const from = sql`(${ctx.now.toString()}::timestamptz)::date - ${reachDays}::int`;
  const ids = sql.param(clients.map(({ user }) => user.id));
  const number = (column: string) => sql.raw(`${column} - date '1970-01-01'`);
  const ms = (column: string) => sql.raw(`floor(extract(epoch from ${column}) * 1000)`);
  const { rows } = await ctx.db.execute<{ id: number; facts: Row }>(sql`
    with asked as materialized (select unnest(${ids}::bigint[]) as id),
    measured as materialized (
      select user_id, metric, day, percentile_cont(0.5) within group (order by value) as value
      from measurements where user_id = any (${ids}::bigint[]) and day >= ${from} group by user_id, metric, day
    )
    select a.id, json_build_object(
      'meals', (select coalesce(json_agg(distinct ${number('day')}), '[]') from meal_logs
        where user_id = a.id and day >= ${from}),
      'trainings', (select coalesce(json_agg(distinct ${number('day')}), '[]') from workout_sessions
        where user_id = a.id and day >= ${from}),
      'steps', (select coalesce(json_agg(${number('day')} order by day), '[]') from measured
        where user_id = a.id and metric = 'steps'),
      'others', (select coalesce(json_agg(distinct ${number('day')}), '[]') from (
        select day from measured where user_id = a.id
        union select due_at::date from messages where sender_id = a.id and receiver_id = ${coach}
          and due_at between ${from} and ${ctx.now.toString()}
        union select submitted_at::date from check_ins where client_id = a.id and submitted_at::date >= ${from}) said),
      'planned', (select coalesce(json_agg(json_build_object('day', ${number('day')},
          'isDone', completed_at is not null) order by day, id), '[]')
        from scheduled_routines where user_id = a.id and day >= ${from}),
      'weights', (select coalesce(json_agg(json_build_object('day', ${number('day')}, 'kg', value) order by day), '[]')
        from measured where user_id = a.id and metric = 'weight'),
      'weightGoal', (select json_build_object('goalType', goal_type, 'weeklyKg', weekly_weight_change_kg)
        from user_goals where user_id = a.id and status = 'active'
          and goal_type in ('weight_loss', 'weight_gain', 'maintain') limit 1),
      'intake', (select coalesce(json_agg(json_build_object('day', ${number('e.day')}, 'kcal', e.kcal, 'targetKcal', (
          select t.energy_kcal from nutrition_targets t where t.user_id = a.id and t.from_day <= e.day
          order by t.from_day desc limit 1)) order by e.day), '[]')
        from (select m.day, sum(i.energy_kcal) as kcal from meal_logs m join meal_items i on i.meal_log_id = m.id
          where m.user_id = a.id and m.day >= (${ctx.now.toString()}::timestamptz)::date - 9
          group by m.day) e),
      'timesLowered', (select count(*) from (
          select energy_kcal < lag(energy_kcal) over (order by from_day) as is_lower, from_day
          from nutrition_targets where user_id = a.id) t
        where is_lower and from_day >= (${ctx.now.toString()}::timestamptz)::date - 30),
      'checkedIn', (select coalesce(json_agg(${number('week_of')} order by week_of), '[]') from check_ins
        where client_id = a.id and state <> 'open' and week_of >= ${from}),
      'isAskedIn', exists (select from check_ins where client_id = a.id and week_of >= ${from})
        or exists (select from reminders where user_id = a.id and kind = 'check_in' and removed_at is null),
      'checkInSinceMs', (select ${ms('min(submitted_at)')} from check_ins
        where client_id = a.id and state = 'submitted'),
      'crisisSinceMs', (select ${ms('max(created_at)')} from notifications where user_id = ${coach}
        and about_user_id = a.id and key like 'crisis-%' and created_at >= ${crisisSince}),
      'unansweredSinceMs', (select ${ms('min(m.due_at)')} from messages m
        where m.sender_id = a.id and m.receiver_id = ${coach} and m.deleted_at is null
          and m.due_at <= ${ctx.now.toString()} and m.due_at > coalesce(greatest(
            (select max(o.due_at) from messages o
              where o.sender_id = ${coach} and o.receiver_id = a.id and o.deleted_at is null),
            (select max(reviewed_at) from check_ins where client_id = a.id and coach_reply is not null),
            (select max(completed_at) from coaching_sessions where client_id = a.id and coach_id = ${coach})),
            '-infinity')),
      'pauses', (select coalesce(json_agg(json_build_object('from', ${number('from_day')},
          'until', ${number('until_day')})), '[]')
        from pauses where user_id = a.id and coalesce(until_day, 'infinity') >= ${from})
    ) as facts from asked a`);
  const byId = new Map(rows.map(({ id, facts }) => [Number(id), facts]));
  return clients.flatMap((client) => {
    const facts = byId.get(client.user.id);
    const dayOf = (at: KnownClient['startedAt']) =>
      dayNumber(localDay(at, zoneOf(client.user), client.user.dayStartHour));
    return facts ? [{ ...facts, client, today: dayOf(ctx.now), startedDay: dayOf(client.startedAt) }] : [];
  });
}
