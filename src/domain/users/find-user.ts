import { eq } from 'drizzle-orm';
import type { Database, Transaction } from '../../../db/client.ts';
import { users } from '../../../db/schema/index.ts';
import { personColumns, type User } from './user.ts';

/** A person by id, or null. Runs as owner. */
export async function findUser(db: Database | Transaction, id: number): Promise<User | null> {
  const [user] = await db.select(personColumns).from(users).where(eq(users.id, id));
  return user ?? null;
}
