import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';

export interface PlannedDay {
  /** Routines put down for the day. */
  readonly routines: readonly string[];
  /** What is to be eaten, by slot. */
  readonly meals: readonly { readonly slot: string; readonly text: string }[];
}

/** What is planned for a day: its trainings, and the meals of its weekday. */
export async function plannedOn(ctx: Context, day: Temporal.PlainDate): Promise<PlannedDay> {
  const { rows } = await ctx.db.execute<{ plan: PlannedDay }>(sql`
    select json_build_object(
      'routines', (select coalesce(json_agg(r.name order by s.time, s.id), '[]')
        from scheduled_routines s join routines r on r.id = s.routine_id
        where s.user_id = ${ctx.user.id} and s.day = ${day.toString()}),
      'meals', (select coalesce(json_agg(json_build_object('slot', slot, 'text', coalesce(text,
          (select string_agg(item ->> 'words', ', ') from jsonb_array_elements(items) item), '')) order by id), '[]')
        from user_daily_meal_plans where user_id = ${ctx.user.id} and weekday = ${day.dayOfWeek})) as plan`);
  return rows[0]?.plan ?? { routines: [], meals: [] };
}
