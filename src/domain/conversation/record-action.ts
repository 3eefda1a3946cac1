import { sql } from 'drizzle-orm';
import { actions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/**
 * Opens an action: every row changed from here on, until the next action or the end of the transaction, can be undone
 * and redone as one. Within an open action that one goes on. `summary` says in a person's words what it was. Returns
 * the action's id.
 */
export async function recordAction(ctx: Context, summary: string): Promise<number> {
  if (ctx.actionId !== null) return ctx.actionId;
  const [row] = await ctx.db
    .insert(actions)
    .values({ userId: ctx.user.id, inboundMessageId: ctx.sourceMessageId, summary, doneAt: ctx.now })
    .returning({ id: actions.id, setting: sql`set_config('spotter.action_id', ${actions.id}::text, true)` });
  if (!row) throw new Error('The action was not returned');
  return row.id;
}

/** The same request with an action open. */
export const inAction = async <T extends Context>(ctx: T, summary: string): Promise<T & { actionId: number }> => ({
  ...ctx,
  actionId: await recordAction(ctx, summary),
});

/**
 * Does something that follows from other rows and is derived from them anew after an undo: it is no part of the action
 * that is open.
 */
export async function besideAction<T>({ db }: Pick<Context, 'db'>, run: () => Promise<T>): Promise<T> {
  const { rows } = await db.execute<{ action: string }>(
    sql`select coalesce(current_setting('spotter.action_id', true), '') as action`,
  );
  const put = (action: string) => db.execute(sql`select set_config('spotter.action_id', ${action}, true)`);
  await put('');
  const result = await run();
  await put(rows[0]?.action ?? '');
  return result;
}
