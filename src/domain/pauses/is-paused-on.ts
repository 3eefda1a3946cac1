import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { pauses } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';

/** Whether a person has a pause on that day: then nothing is expected of them, and nothing suggested. */
export async function isPausedOn({ db, user }: PersonContext, day: Temporal.PlainDate): Promise<boolean> {
  const p = pauses;
  const [found] = await db
    .select({ id: p.id })
    .from(p)
    .where(and(eq(p.userId, user.id), lte(p.fromDay, day), or(isNull(p.untilDay), gte(p.untilDay, day))))
    .limit(1);
  return found !== undefined;
}
