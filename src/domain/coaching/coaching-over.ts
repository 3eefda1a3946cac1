import { and, eq, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { coachings } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';

/** Under this key both are owed word that their coaching is over, at the end that was agreed. */
export const coachingOverKey = (id: number, until: Temporal.Instant): string =>
  `coaching-over-${id}-${until.epochMilliseconds}`;

/**
 * Whether a notification is still to be said as far as coachings go: word of an agreed end is not where another end was
 * agreed since, or somebody ended it before. Runs as owner.
 */
export async function isOverAsAgreed({ db }: Pick<PersonContext, 'db'>, key: string): Promise<boolean> {
  const [, id, untilMs] = /^coaching-over-(\d+)-(\d+)$/.exec(key) ?? [];
  if (id === undefined) return true;
  const until = Temporal.Instant.fromEpochMilliseconds(Number(untilMs));
  const c = coachings;
  const found = await db
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.id, Number(id)), eq(c.until, until), isNull(c.endedAt)));
  return found.length > 0;
}
