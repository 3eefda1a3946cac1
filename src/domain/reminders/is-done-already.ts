import { type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { runsAt } from '../coaching/runs-at.ts';
import type { PersonContext } from '../context.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { type Reminder, type ReminderKind, subjectOf } from './reminder.ts';

/** The reason where an entry shows it; other reasons say why there is nothing to be done. */
export const doneAlready = 'done already';

/** A meal of no named slot counts for the one asked about where it is no older. */
const unnamedMealMin = 120;
/** Water at set times counts for the one asked about where it is no older. */
const waterMin = 60;
/** A run of fewer days is not worth a warning. */
const shortestRunDays = 3;

/**
 * Whether what a reminder of ours is about has been done by a moment, or has no longer to be: then nothing is said.
 * Returns why, or null. A reminder of something of their own nobody but the person knows to be done.
 */
export async function isDoneAlready(
  { db, now, user }: PersonContext,
  row: Weighable,
  at: Temporal.Instant,
): Promise<string | null> {
  if (silent.has(row.kind) && !isSetByAnother(row, user.id)) return null;
  const day = localDay(at, zoneOf(user), user.dayStartHour);
  const reason = reasonOf(row, { userId: user.id, day, at, now });
  const { rows } = await db.execute<{ reason: string | null }>(sql`select ${reason} as reason`);
  return rows[0]?.reason ?? null;
}

/** Whether these are done nobody but the person knows. */
const silent: ReadonlySet<ReminderKind> = new Set(['own', 'day_summary', 'week_card', 'coach_briefing']);

type Weighable = Pick<Reminder, 'kind' | 'subject' | 'everyMin' | 'isSuggested' | 'setById'>;

/** Whether it was their coach who wanted it. */
const isSetByAnother = ({ setById }: Pick<Reminder, 'setById'>, userId: number): boolean =>
  setById !== null && setById !== userId;

interface Asked {
  readonly userId: number;
  readonly day: Temporal.PlainDate;
  readonly at: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/** What a coach asked for is asked for no more when they do not coach the person any longer. */
const unasked = (row: Weighable, { userId, now }: Asked): SQL =>
  isSetByAnother(row, userId)
    ? sql`case when not exists (select from coachings c where c.client_id = ${userId}
        and c.coach_id = ${row.setById} and ${runsAt(now)}) then 'coaching ended' end`
    : sql`null`;

const done = (exists: SQL): SQL => sql`case when exists (${exists}) then ${doneAlready} end`;

function reasonOf(row: Weighable, asked: Asked): SQL {
  const { userId, at, now } = asked;
  const day = asked.day.toString();
  const subject = subjectOf(row);
  // On days on which nothing is expected only what the person asked for is said.
  const paused =
    row.isSuggested || isSetByAnother(row, userId)
      ? sql`case when exists (select from pauses where user_id = ${userId} and from_day <= ${day}
        and (until_day is null or until_day >= ${day})) then 'paused' end`
      : sql`null`;
  switch (row.kind) {
    case 'meal': {
      const since = at.subtract({ minutes: unnamedMealMin }).toString();
      return sql`coalesce(${paused}, ${done(sql`select from meal_logs where user_id = ${userId} and day = ${day}
        and (lower(slot) = ${subject.slot ?? ''} or (slot is null and logged_at >= ${since}))`)})`;
    }
    case 'weigh_in':
      return sql`coalesce(${paused}, ${done(sql`select from measurements
        where user_id = ${userId} and day = ${day} and metric = 'weight'`)})`;
    case 'water': {
      const since = at.subtract({ minutes: row.everyMin ? Math.ceil(row.everyMin / 2) : waterMin }).toString();
      return sql`coalesce(${paused}, ${done(sql`select from measurements where user_id = ${userId} and metric = 'water'
          and logged_at >= ${since}
        union all select from meal_logs where user_id = ${userId} and water_ml > 0
          and logged_at >= ${since}
        union all select from daily_logs d join lateral (select water_ml from nutrition_targets
            where user_id = ${userId} and from_day <= ${day} order by from_day desc limit 1) t on true
          where d.user_id = ${userId} and d.day = ${day} and d.water_ml >= t.water_ml`)})`;
    }
    case 'workout': {
      if (subject.routineId !== undefined) {
        // Of several trainings on a day each has its own.
        const it = sql`select from scheduled_routines where user_id = ${userId} and day = ${day}
          and routine_id = ${subject.routineId}`;
        return sql`coalesce(${paused}, case when not exists (${it}) then 'nothing planned'
            when not exists (${it} and completed_at is null and skipped_at is null) then ${doneAlready} end)`;
      }
      const planned = sql`select from scheduled_routines where user_id = ${userId} and day = ${day}`;
      const nothing = subject.isPlanned
        ? sql`case when not exists (${planned}) then 'nothing planned'
            when not exists (${planned} and completed_at is null and skipped_at is null) then ${doneAlready} end`
        : sql`null`;
      return sql`coalesce(${paused}, ${nothing}, ${done(sql`select from workout_sessions
        where user_id = ${userId} and day = ${day}`)})`;
    }
    case 'check_in':
      return sql`coalesce(${paused}, ${unasked(row, asked)}, ${done(sql`select from check_ins where client_id = ${userId}
        and week_of = date_trunc('week', ${day}::date)::date and state <> 'open'`)})`;
    case 'streak_warning':
      return sql`coalesce((select case when last_done_day >= ${day} then ${doneAlready}
          when current_days < ${shortestRunDays} then 'nothing at risk' end
        from streaks where user_id = ${userId} and kind = 'logging'),
        case when not exists (select from streaks where user_id = ${userId} and kind = 'logging')
          then 'nothing at risk' end)`;
    case 'coaching_session':
      return sql`case when not exists (select from coaching_sessions where id = ${subject.sessionId ?? 0}
        and ${userId} in (client_id, coach_id) and cancelled_at is null and completed_at is null
        and starts_at = ${subject.startsAt ?? now.toString()} and starts_at > ${now.toString()}
        and exists (select from coachings c where c.client_id = coaching_sessions.client_id
          and c.coach_id = coaching_sessions.coach_id and ${runsAt(now)}))
        then 'moved or over' end`;
    default:
      return paused;
  }
}
