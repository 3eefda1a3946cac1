import { eq } from 'drizzle-orm';
import { reminderOccurrences } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';

/** Notes that when a reminder came there was nothing to say after all. */
export async function noteNothingToSay({ db }: Pick<PersonContext, 'db'>, occurrenceId: number): Promise<void> {
  const nothing = { state: 'suppressed', reason: 'nothing to say' } as const;
  await db.update(reminderOccurrences).set(nothing).where(eq(reminderOccurrences.id, occurrenceId));
}
