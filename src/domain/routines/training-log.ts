import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Receiver } from '../coaching/find-receivers.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';

/** A training as its coach reads it: what was done, where in the programme, how it felt, what was said of it. */
export interface LoggedTraining {
  readonly id: number;
  readonly day: Temporal.PlainDate;
  readonly title: string | null;
  /** The kind of its exercises: `strength`, `cardio` …, `mixed`; null where none is known. */
  readonly sessionType: string | null;
  readonly programPhase: string | null;
  readonly weekNumber: number | null;
  readonly dayNumber: number | null;
  readonly durationMin: number | null;
  readonly intensity: number | null;
  readonly fatigue: number | null;
  readonly soreness: number | null;
  /** What was said of its exercises: form and rest as most of them were, effort on average. */
  readonly formQuality: number | null;
  readonly rpe: number | null;
  readonly restS: number | null;
  readonly exerciseNotes: readonly { readonly name: string; readonly words: string }[];
  readonly notes: string | null;
  readonly coachNotes: string | null;
  /** The routine that it was; null where it was none. */
  readonly routine: string | null;
  readonly routineId: number | null;
  readonly exercises: readonly string[];
}

/** The newest trainings of a person, of one day where that is said, the newest first. */
export async function trainingLog(
  { db, user }: Pick<Context, 'db' | 'user'>,
  { day = null, limit }: { day?: Temporal.PlainDate | null; limit: number },
): Promise<LoggedTraining[]> {
  const { rows } = await db.execute<{ training: Omit<LoggedTraining, 'day'> & { day: string } }>(sql`
    select json_build_object('id', s.id, 'day', s.day, 'title', s.title, 'sessionType', s.session_type,
      'programPhase', s.program_phase, 'weekNumber', s.week_number, 'dayNumber', s.day_number, 'durationMin', s.duration_min, 'intensity', s.intensity,
      'fatigue', s.fatigue, 'soreness', s.soreness, 'notes', s.notes, 'coachNotes', s.coach_notes,
      'routine', (select r.name from scheduled_routines p join routines r on r.id = p.routine_id
        where p.id = s.scheduled_routine_id),
      'routineId', (select p.routine_id from scheduled_routines p where p.id = s.scheduled_routine_id),
      'formQuality', (select mode() within group (order by form_quality) from exercise_logs where workout_session_id = s.id),
      'rpe', (select round(avg(coalesce(x.rpe, l.rpe)), 1)::float8 from exercise_logs l
        left join exercise_sets x on x.exercise_log_id = l.id where l.workout_session_id = s.id),
      'restS', (select mode() within group (order by coalesce(x.rest_s, l.rest_s)) from exercise_logs l
        left join exercise_sets x on x.exercise_log_id = l.id where l.workout_session_id = s.id),
      'exerciseNotes', (select coalesce(json_agg(json_build_object('name', exercise_name, 'words', notes)
        order by order_index), '[]') from exercise_logs where workout_session_id = s.id and notes is not null),
      'exercises', (select coalesce(json_agg(l.exercise_name order by l.order_index), '[]')
        from exercise_logs l where l.workout_session_id = s.id)) as training
    from workout_sessions s where s.user_id = ${user.id} and (${day?.toString() ?? null}::date is null or s.day = ${day?.toString() ?? null}::date)
    order by s.day desc, s.logged_at desc, s.id desc limit ${limit}`);
  return rows.map(({ training }) => ({ ...training, day: Temporal.PlainDate.from(training.day) }));
}

const longestNote = 500;

/**
 * Writes a coach's words on a client's training, which the client reads: the newest one, or the newest of a day. Said
 * again, they take the place of what was there. One action. Throws DomainError where consent or the training lacks.
 */
export async function noteOnTraining(
  ctx: Context,
  { user, name, canWrite, canRead }: Receiver,
  { day, note }: { day: Temporal.PlainDate | null; note: string },
): Promise<LoggedTraining> {
  if (!canRead || !canWrite)
    throw new DomainError('not-allowed', `${name} has not agreed that you write in their training log.`);
  if (note.length > longestNote) throw new DomainError('invalid', `A note has at most ${longestNote} characters.`);
  const [training] = await trainingLog({ db: ctx.db, user }, { day, limit: 1 });
  if (!training) throw new DomainError('not-found', `${name} has no training on record${day ? ' for that day' : ''}.`);
  await recordAction(ctx, `your words on a training of ${name}`);
  await ctx.db.execute(sql`update workout_sessions set coach_notes = ${note}, updated_at = ${ctx.now.toString()}
    where id = ${training.id}`);
  return { ...training, coachNotes: note };
}
