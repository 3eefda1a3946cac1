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
