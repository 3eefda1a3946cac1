import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../context.ts';

/** A person's own words on something they recorded. */
export interface EntryNote {
  /** "lunch", "Bench Press", "weight", "photo". */
  readonly name: string;
  readonly words: string;
  /** Whether they are the plan's that the meal followed, and not the person's own. */
  readonly isPlan: boolean;
}

/**
 * What a person noted on the meals, trainings, exercises, figures and photos of a day, and what the plan said of meals
 * that followed it, in the order of recording.
 */
export async function notesOn({ db, user }: PersonContext, day: Temporal.PlainDate): Promise<EntryNote[]> {
  const mine = sql`user_id = ${user.id} and day = ${day.toString()} and notes is not null`;
  const { rows } = await db.execute<{ name: string; words: string; isPlan: boolean }>(sql`
    select name, notes as words, is_plan as "isPlan" from (
      select coalesce(slot, 'meal') as name, notes, created_at, id, false as is_plan from meal_logs where ${mine}
      union all select coalesce(slot, 'meal'), description, created_at, id, true from meal_logs
        where user_id = ${user.id} and day = ${day.toString()} and description is not null
      union all select coalesce(title, 'training'), notes, created_at, id, false from workout_sessions where ${mine}
      union all select replace(metric::text, '-', ' '), notes, created_at, id, false from measurements where ${mine}
      union all select 'photo', notes, created_at, id, false from progress_photos where ${mine}
      union all select l.exercise_name, l.notes, l.created_at, l.id, false
        from exercise_logs l join workout_sessions s on s.id = l.workout_session_id
        where s.user_id = ${user.id} and s.day = ${day.toString()} and l.notes is not null
    ) as noted order by created_at, id, is_plan desc`);
  return rows;
}
