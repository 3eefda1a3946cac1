import type pg from 'pg';
import { idsOf, type Statement } from '../statements.ts';

/**
 * Runs recorded statements again for another row: `ids` says which id of the recording is which now, and learns the ids
 * that come back on the way. `send` is called where the recording sent, which is after what it leased was committed.
 */
export async function replay(
  client: pg.ClientBase,
  statements: readonly Statement[],
  ids: Map<string, string>,
  send: () => Promise<unknown>,
): Promise<void> {
  const place = (value: unknown): unknown => {
    if (typeof value !== 'string' && typeof value !== 'number') return value;
    const text = String(value);
    return ids.get(text) ?? (typeof value === 'string' ? text.replace(/\d{10}/g, (id) => ids.get(id) ?? id) : value);
  };
  const sendAfter = statements.findIndex(({ text }) => text === 'commit');
  for (const [i, { text, values, returnedIds }] of statements.entries()) {
    const result = await client.query({ text, values: values.map(place), rowMode: 'array' });
    for (const [n, id] of idsOf(result).entries()) {
      const recorded = returnedIds[n];
      if (recorded !== undefined) ids.set(recorded, id);
    }
    if (i === sendAfter) await send();
  }
}
