import { inArray, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { users } from '../../db/schema/index.ts';
import { createStatementNames } from '../../db/statement-names.ts';
import { testDatabase } from '../support/database.ts';

const { url } = await testDatabase();

describe('a statement that is made often', () => {
  it('is planned once for a connection, whatever it asks about', async () => {
    const { db, close } = await openDatabase({ url, maxConnections: 1 });
    const ask = (ids: readonly number[]) =>
      db
        .select({ id: users.id })
        .from(users)
        .where(inArray(users.id, [...ids]));
    try {
      for (let i = 1; i <= 20; i++) expect(await ask([i])).toEqual([]);
      const { rows } = await db.execute<{ statement: string; calls: number }>(
        sql`select statement, (generic_plans + custom_plans)::int as calls from pg_prepared_statements`,
      );
      expect(rows).toEqual([{ statement: 'select "id" from "users" where "users"."id" in ($1)', calls: 16 }]);
    } finally {
      await close();
    }
  });

  it('is known again by its text, and one that is made seldom has no name', () => {
    const nameOf = createStatementNames();
    const names = Array.from({ length: 7 }, () => nameOf('select $1'));
    expect(names.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
    expect(new Set(names.slice(4)).size).toBe(1);
    expect(nameOf('select $1, $2')).toBeUndefined();
  });

  it('fills no server, however many there are', () => {
    const nameOf = createStatementNames();
    const names = new Set<string | undefined>();
    for (let text = 0; text < 1_000; text++)
      for (let times = 0; times < 6; times++) names.add(nameOf(`select ${text}`));
    expect(names.size).toBe(251);
  });
});
