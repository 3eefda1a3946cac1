import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';

/** What the person weighed on a day, in kg: their last weight up to it, or else the first after. Null: never said. */
export async function weightOn(ctx: Context, day: Temporal.PlainDate): Promise<number | null> {
  const on = day.toString();
  const own = sql`from measurements where user_id = ${ctx.user.id} and metric = 'weight'`;
  const { rows } = await ctx.db.execute<{ kg: string | null }>(sql`select coalesce(
    (select value ${own} and day <= ${on} order by day desc, logged_at desc, id desc limit 1),
    (select value ${own} and day > ${on} order by day, logged_at desc, id desc limit 1)) as kg`);
  const kg = rows[0]?.kg ?? null;
  return kg === null ? null : Number(kg);
}
