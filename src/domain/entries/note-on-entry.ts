import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { refreshBodyDay } from '../body/refresh-body-day.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { justRecorded } from './just-recorded.ts';

export interface NotedEntry {
  readonly actionId: number;
  readonly day: Temporal.PlainDate;
  /** What it is about: "lunch", "Bench Press", "weight", "photo". */
  readonly name: string;
}

/** An exercise that is meant by its name: the last time it was done. */
export interface MeantExercise {
  readonly id: number | null;
  readonly words: string;
}

const longest = 500;

/**
 * Keeps a person's own words on something they recorded, as one action: on the newest training, meal, photo or figure
 * of a written message, or of the five minutes before it was said; on an exercise, the last time it was done. Said again, they take
 * the place of what was there. Throws DomainError `not-found`, `invalid`.
 */
export async function noteOnEntry(
  ctx: Context,
  messageId: number | null,
  { words, exercise }: { words: string; exercise: MeantExercise | null },
): Promise<NotedEntry> {
  if ([...words].length > longest) throw new DomainError('invalid', `A note has at most ${longest} characters.`);
  const found = exercise ? await findExercise(ctx, exercise) : await findEntry(ctx, messageId);
  if (!found)
    throw new DomainError(
      'not-found',
      exercise
        ? `There is no “${exercise.words}” on record that I could note that on.`
        : 'What is that about? Reply with it to the entry, or say it right after.',
    );
  const { place, id, name } = found;
  const day = Temporal.PlainDate.from(found.day);
  const actionId = await recordAction(ctx, `note on ${name}`);
  await ctx.db.execute(sql`update ${sql.identifier(place)} set notes = ${words} where id = ${id}`);
  if (place === 'measurements') await refreshBodyDay(ctx, day);
  return { actionId, day, name };
}

type Found = { place: string; id: string; day: string; name: string };

async function findEntry(ctx: Context, messageId: number | null): Promise<Found | undefined> {
  const mine = sql`user_id = ${ctx.user.id} and ${
    messageId === null ? sql`(${justRecorded(ctx)})` : sql`inbound_message_id = ${messageId}`
  }`;
  const { rows } = await ctx.db.execute<Found>(sql`
    select place, id, day::text as day, name from (
      select 1 as rank, 'workout_sessions' as place, id, day, coalesce(title, 'training') as name, created_at
        from workout_sessions where ${mine}
      union all select 2, 'meal_logs', id, day, coalesce(slot, 'meal'), created_at from meal_logs where ${mine}
      union all select 3, 'progress_photos', id, day, 'photo', created_at from progress_photos where ${mine}
      union all select 4, 'measurements', id, day, replace(metric::text, '-', ' '), created_at
        from measurements where ${mine}
    ) as entry order by created_at desc, rank, id limit 1`);
  return rows[0];
}

async function findExercise(ctx: Context, { id, words }: MeantExercise): Promise<Found | undefined> {
  const { rows } = await ctx.db.execute<Found>(sql`
    select 'exercise_logs' as place, l.id, s.day::text as day, l.exercise_name as name
    from exercise_logs l join workout_sessions s on s.id = l.workout_session_id
    where l.user_id = ${ctx.user.id}
      and (l.exercise_id = ${id}::bigint or lower(${words}) in (lower(l.exercise_name), lower(l.exercise_words)))
    order by s.day desc, s.logged_at desc, l.id desc limit 1`);
  return rows[0];
}
