import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { coachings, users } from '../../db/schema/index.ts';
import { type Scope, scopes } from '../../src/domain/coaching/scopes.ts';
import type { Database } from '../../src/domain/context.ts';
import type { Person } from './person.ts';

const begun = Temporal.Instant.from('2026-01-05T09:00:00Z');

/** Makes one person the coach of another, who shares these scopes and is called `name`. */
export async function coached(
  db: Database,
  coach: Person,
  client: Person,
  name: string,
  canRead: readonly Scope[] = scopes,
  startedAt: Temporal.Instant = begun,
): Promise<void> {
  await db.update(users).set({ role: 'coach' }).where(eq(users.id, coach.id));
  await db.update(users).set({ fullName: name }).where(eq(users.id, client.id));
  const ends = { startedAt, createdAt: startedAt, updatedAt: startedAt };
  await db
    .insert(coachings)
    .values({ coachId: coach.id, clientId: client.id, canRead: [...canRead], canWrite: [], ...ends });
}
