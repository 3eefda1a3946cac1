import { eq } from 'drizzle-orm';
import { users } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** What somebody may have said of their health that rules out eating less than they need. */
export const healthFlags = ['pregnant', 'breastfeeding', 'diabetes-medication', 'eating-disorder'] as const;
export type HealthFlag = (typeof healthFlags)[number];

export interface Health {
  /** In the order of `healthFlags`. */
  readonly flags: readonly HealthFlag[];
  /** Whether they were asked, or have told it unasked: they are asked once. */
  readonly isAsked: boolean;
}

/** What the asker has said of their health. */
export async function healthOf({ db, user }: Pick<Context, 'db' | 'user'>): Promise<Health> {
  const [row] = await db
    .select({ said: users.healthFlags, askedAt: users.healthAskedAt })
    .from(users)
    .where(eq(users.id, user.id));
  return { flags: flagsAmong(row?.said ?? []), isAsked: (row?.askedAt ?? null) !== null };
}

/** The known flags of a list, in order. */
export const flagsAmong = (said: readonly string[]): HealthFlag[] => healthFlags.filter((flag) => said.includes(flag));

/** Notes that they were asked, or have told it by themselves: it is not thought of again. */
export async function noteHealthAsked({ db, now, user }: Pick<Context, 'db' | 'now' | 'user'>): Promise<void> {
  await db.update(users).set({ healthAskedAt: now, updatedAt: now }).where(eq(users.id, user.id));
}
