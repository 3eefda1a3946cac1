import { sql } from 'drizzle-orm';
import type { PersonContext } from './context.ts';

/**
 * Does something with no more than this person's own rights within a transaction of the owner: what a job tells a
 * coach is what the coach might have asked for. The owner's rights hold again afterwards.
 */
export async function asMember<T>({ db, now, user }: PersonContext, run: () => Promise<T>): Promise<T> {
  await db.execute(sql`select set_config('spotter.user_id', ${String(user.id)}, true),
    set_config('spotter.now', ${now.toString()}, true), set_config('role', 'spotter_member', true)`);
  const result = await run();
  await db.execute(sql`select set_config('role', 'none', true), set_config('spotter.user_id', '', true)`);
  return result;
}
