import pg from 'pg';

/** A statement as it went to the database, with the ids it returned. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly returnedIds: readonly string[];
}

type Query = (this: pg.Client, config: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/** Runs something and returns every statement that any connection made meanwhile, in order. */
export async function recordStatements(work: () => Promise<void>): Promise<Statement[]> {
  const recorded: { text: string; values: readonly unknown[]; ids: () => readonly string[] }[] = [];
  const original = pg.Client.prototype.query as unknown as Query;
  const recording: Query = function (config, values, ...rest) {
    const text = typeof config === 'string' ? config : (config as { text: string }).text;
    const given = Array.isArray(values) ? values : ((config as { values?: unknown[] }).values ?? []);
    let ids: readonly string[] = [];
    const note = (result: unknown) => {
      ids = idsOf(result);
    };
    recorded.push({ text, values: given, ids: () => ids });
    // A pool asks with a callback, a transaction with a promise.
    const asked = rest.map((argument) =>
      typeof argument !== 'function'
        ? argument
        : (error: unknown, result: unknown) => {
            note(result);
            argument(error, result);
          },
    );
    const result = original.call(this, config, values, ...asked);
    if (result instanceof Promise) void result.then(note, () => {});
    return result;
  };
  pg.Client.prototype.query = recording as unknown as typeof pg.Client.prototype.query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original as unknown as typeof pg.Client.prototype.query;
  }
  return recorded.map(({ text, values, ids }) => ({ text, values, returnedIds: ids() }));
}

/** The first column of each row a statement returned, where that is an id. */
export function idsOf(result: unknown): string[] {
  const rows = (result as pg.QueryArrayResult | undefined)?.rows ?? [];
  return rows.flatMap((row: unknown) => {
    const id = Array.isArray(row) ? row[0] : undefined;
    return typeof id === 'string' && /^\d+$/.test(id) ? [id] : [];
  });
}
