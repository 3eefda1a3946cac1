import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * Lets no coaching by the person who asks end or change before their request is done: what goes to several goes to all of
 * them. Whoever ends one meanwhile waits for that long.
 */
export async function holdClients({ db, user }: Context): Promise<void> {
  await db.execute(sql`select from coachings where coach_id = ${user.id} and ended_at is null order by id for share`);
}
