import { sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';

/** What a person is called; "Somebody" where nobody said. Runs as owner, or for the person who asks. */
export async function nameOfUser(tx: Transaction, id: number): Promise<string> {
  const { rows } = await tx.execute<{ name: string | null }>(sql`select full_name as name from users where id = ${id}`);
  return rows[0]?.name?.trim() || 'Somebody';
}
