import { sql } from 'drizzle-orm';
import type { PersonContext } from '../context.ts';
import { runsAt } from './runs-at.ts';

/** How keys of notifications begin that tell of a coaching itself, or of no coaching at all: they outlive it. */
const outliving = /^(?:coaching|link)-/;
/** What only the scope of messages shows. */
const ofCheckIn = /^check-in-/;

/**
 * Whether what waited to be told a person of another may still be told: the two work together, and where it is a coach
 * who is told, the client lets them see it still. Asked at the moment of saying. Runs as owner.
 */
export async function isStillShared(
  { db, now, user }: PersonContext,
  { aboutUserId, key }: { readonly aboutUserId: number | null; readonly key: string },
): Promise<boolean> {
  if (aboutUserId === null || outliving.test(key)) return true;
  const seen = ofCheckIn.test(key) ? sql`'messages' = any (c.can_read)` : sql`true`;
  const { rows } = await db.execute<{ is_so: boolean }>(sql`
    select exists (select from coachings c
      where ${runsAt(now)}
        and ((c.client_id = ${user.id} and c.coach_id = ${aboutUserId})
          or (c.coach_id = ${user.id} and c.client_id = ${aboutUserId} and ${seen}))) as is_so`);
  return rows[0]?.is_so ?? false;
}
