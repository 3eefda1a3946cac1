import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { asOwner } from '../as-owner.ts';
import type { Context } from '../context.ts';

/**
 * Whether a coach is there for the person who asks though their hours are over: since then they have written to them, or
 * were called to them for their life.
 */
export function isInTouch(ctx: Context, coachId: number, since: Temporal.Instant): Promise<boolean> {
  const at = since.toString();
  return asOwner(ctx.db, async () => {
    const { rows } = await ctx.db.execute(sql`
      select from messages where sender_id = ${coachId} and receiver_id = ${ctx.user.id} and sent_at >= ${at}
      union all select from notifications where user_id = ${coachId} and about_user_id = ${ctx.user.id}
        and key like 'crisis-%' and created_at >= ${at}
      limit 1`);
    return rows.length > 0;
  });
}
