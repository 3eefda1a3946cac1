import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { users } from '../../db/schema/index.ts';
import type { Context, Database } from '../../src/domain/context.ts';
import { findUser } from '../../src/domain/users/find-user.ts';

/** Somebody whose requests a test makes without a message: each in a transaction of its own, with that person's rights. */
export interface Person {
  id: number;
  /** Does something as this person, at this moment. */
  act<T>(run: (ctx: Context) => Promise<T>, at?: Temporal.Instant): Promise<T>;
}

const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');

/** Makes a person in Madrid with nothing recorded. */
export async function makePerson(db: Database): Promise<Person> {
  const [row] = await db
    .insert(users)
    .values({ createdAt: noon, updatedAt: noon, timeZone: 'Europe/Madrid' })
    .returning({ id: users.id });
  const user = await findUser(db, row?.id ?? 0);
  if (!user) throw new Error('The person was not made');
  return {
    id: user.id,
    act: (run, at = noon) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('spotter.user_id', ${String(user.id)}, true),
          set_config('spotter.now', ${at.toString()}, true), set_config('role', 'spotter_member', true)`);
        return await run({ db: tx, now: at, saidAt: at, user, eventId: 0, sourceMessageId: null, actionId: null });
      }),
  };
}
