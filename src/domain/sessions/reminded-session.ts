import { eq } from 'drizzle-orm';
import { coachingSessions, users } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import type { CoachingSession } from './session.ts';

/** The session a reminder is about, and how the other one is called; null where the person has no part in it. Runs as owner. */
export async function remindedSession(
  { db, user }: PersonContext,
  id: number,
): Promise<{ session: CoachingSession; otherName: string } | null> {
  const [session] = await db.select().from(coachingSessions).where(eq(coachingSessions.id, id));
  if (!session || (session.clientId !== user.id && session.coachId !== user.id)) return null;
  const isCoach = session.coachId === user.id;
  const [other] = await db
    .select({ name: users.fullName })
    .from(users)
    .where(eq(users.id, isCoach ? session.clientId : session.coachId));
  return { session, otherName: other?.name ?? (isCoach ? 'your client' : 'your coach') };
}
