import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { matchRoutines } from '../routines/match-routines.ts';

/**
 * Derives anew what training burned on a day, in kcal, and which planned trainings it has done. Belongs into every
 * transaction that changes trainings; what was eaten is derived by `refreshDay`.
 */
export async function refreshTrainingDay(ctx: Context, day: Temporal.PlainDate): Promise<number> {
  const [userId, on, now] = [ctx.user.id, day.toString(), ctx.now.toString()];
  const { rows } = await ctx.db.execute<{ burnedKcal: string }>(sql`
    insert into daily_logs (user_id, day, burned_kcal, created_at, updated_at)
    select ${userId}, ${on}, coalesce(sum(burned_kcal), 0), ${now}, ${now}
    from workout_sessions where user_id = ${userId} and day = ${on}
    on conflict (user_id, day) do update set burned_kcal = excluded.burned_kcal, updated_at = excluded.updated_at
    returning burned_kcal as "burnedKcal"`);
  await matchRoutines(ctx, day);
  return Number(rows[0]?.burnedKcal ?? 0);
}
