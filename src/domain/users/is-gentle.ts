import { eq } from 'drizzle-orm';
import { users } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';

/** Whether a person reads better without figures of intake and weight: then none are pushed at them. */
export async function isGentle({ db, user }: PersonContext): Promise<boolean> {
  const [row] = await db.select({ isGentle: users.isGentle }).from(users).where(eq(users.id, user.id));
  return row?.isGentle ?? false;
}
