import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { scheduledRoutines } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

interface Named {
  readonly exerciseId: number | null;
  readonly name: string;
}

interface PlannedOne {
  readonly id: number;
  readonly name: string;
  readonly exercises: readonly Named[];
}

interface DoneOne {
  readonly id: number;
  readonly title: string | null;
  readonly loggedAt: string;
  readonly exercises: readonly Named[];
}

/**
 * Which planned training each training of a day was: those that together have at least half of its exercises, or one
 * that is called like it. Each counts for the one it has most in common with. By planned training, in order.
 */
export function matchesOf(planned: readonly PlannedOne[], done: readonly DoneOne[]): Map<number, DoneOne[]> {
  const parts = new Map<number, { sessions: DoneOne[]; has: Set<string>; isNamed: boolean }>();
  for (const session of done) {
    const fits = planned
      .map((one) => ({ one, shared: shared(one, session), isNamed: isCalled(session, one) }))
      .filter(({ shared: keys, isNamed }) => keys.length > 0 || isNamed)
      .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.shared.length - a.shared.length);
    const [best] = fits;
    if (!best) continue;
    const part = parts.get(best.one.id) ?? { sessions: [], has: new Set<string>(), isNamed: false };
    part.sessions.push(session);
    for (const key of best.shared) part.has.add(key);
    part.isNamed ||= best.isNamed;
    parts.set(best.one.id, part);
  }
  const matches = new Map<number, DoneOne[]>();
  for (const one of planned) {
    const part = parts.get(one.id);
    const wanted = new Set(one.exercises.map(keyOf)).size;
    if (part && (part.isNamed || part.has.size * 2 >= wanted)) matches.set(one.id, part.sessions);
  }
  return matches;
}

const keyOf = ({ exerciseId, name }: Named): string => (exerciseId === null ? name.toLowerCase() : `#${exerciseId}`);

const shared = (one: PlannedOne, session: DoneOne): string[] => {
  const done = new Set(session.exercises.map(keyOf));
  return [...new Set(one.exercises.map(keyOf))].filter((key) => done.has(key));
};

const isCalled = ({ title }: DoneOne, { name }: PlannedOne): boolean =>
  title !== null && title.trim().toLowerCase() === name.trim().toLowerCase();

/**
 * Derives which planned trainings of a day are done from what was logged on it, and gives those trainings their place
 * in the programme. Belongs into every transaction that changes a day's trainings or its plan: with the training goes
 * what it had done. What was said by hand or skipped stays.
 */
export async function matchRoutines(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const [userId, on] = [ctx.user.id, day.toString()];
  const { rows } = await ctx.db.execute<{
    id: string;
    name: string;
    phase: string | null;
    week: number | null;
    number: number | null;
    doneAt: string | null;
    exercises: Named[];
  }>(sql`
    select s.id, r.name, s.program_phase as phase, s.week_number as week, s.day_number as number,
      to_char(s.completed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "doneAt",
      (select coalesce(json_agg(json_build_object('exerciseId', e.exercise_id, 'name', e.exercise_name)), '[]')
        from routine_exercises e where e.routine_id = r.id
          and (e.weekday is null or e.weekday = extract(isodow from coalesce(s.moved_from_day, s.day)))
          and (e.week_number is null or e.week_number = s.week_number)) as exercises
    from scheduled_routines s join routines r on r.id = s.routine_id
    where s.user_id = ${userId} and s.day = ${on} and s.skipped_at is null and not s.is_done_by_hand
    order by s.time, s.id`);
  if (rows.length === 0) return letGo(ctx, on);
  const { rows: done } = await ctx.db.execute<Record<string, unknown> & DoneOne>(sql`
    select s.id::int as id, s.title,
      to_char(s.logged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "loggedAt",
      (select coalesce(json_agg(json_build_object('exerciseId', l.exercise_id, 'name', l.exercise_name)), '[]')
        from exercise_logs l where l.workout_session_id = s.id) as exercises
    from workout_sessions s where s.user_id = ${userId} and s.day = ${on} order by s.logged_at, s.id`);
  const planned = rows.map((row) => ({ ...row, id: Number(row.id) }));
  const matches = matchesOf(planned, done);
  for (const one of planned) {
    const sessions = matches.get(one.id) ?? [];
    const last = sessions.at(-1);
    const doneAt = last ? last.loggedAt : null;
    if (doneAt !== one.doneAt)
      await ctx.db
        .update(scheduledRoutines)
        .set({ completedAt: doneAt === null ? null : Temporal.Instant.from(doneAt), updatedAt: ctx.now })
        .where(eq(scheduledRoutines.id, one.id));
    for (const { id } of sessions)
      await ctx.db.execute(sql`update workout_sessions set scheduled_routine_id = ${one.id},
          program_phase = coalesce(${one.phase}, program_phase), week_number = coalesce(${one.week}, week_number),
          day_number = coalesce(${one.number}, day_number), updated_at = ${ctx.now.toString()}
        where id = ${id} and scheduled_routine_id is distinct from ${one.id}`);
  }
  await letGo(
    ctx,
    on,
    [...matches.values()].flatMap((sessions) => sessions.map(({ id }) => id)),
  );
}

/** A training that no longer does what was planned is free of it, and of its place in the programme. */
async function letGo(ctx: Context, on: string, kept: readonly number[] = []): Promise<void> {
  await ctx.db.execute(sql`update workout_sessions set scheduled_routine_id = null, program_phase = null,
      week_number = null, day_number = null, updated_at = ${ctx.now.toString()}
    where user_id = ${ctx.user.id} and day = ${on} and scheduled_routine_id is not null
      and id <> all (${`{${kept.join(',')}}`}::bigint[])`);
}
