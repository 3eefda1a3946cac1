import { and, asc, eq, sql } from 'drizzle-orm';
import { snippets } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';

export type Snippet = Pick<typeof snippets.$inferSelect, 'id' | 'name' | 'text'>;

const columns = { id: snippets.id, name: snippets.name, text: snippets.text };
const named = (ctx: Context, name: string) =>
  and(eq(snippets.coachId, ctx.user.id), sql`lower(${snippets.name}) = lower(${name})`);

/** Words the person who asks keeps for use, by name. */
export const listSnippets = (ctx: Pick<Context, 'db' | 'user'>): Promise<Snippet[]> =>
  ctx.db.select(columns).from(snippets).where(eq(snippets.coachId, ctx.user.id)).orderBy(asc(snippets.name));

export async function findSnippet(ctx: Context, name: string): Promise<Snippet | null> {
  const [row] = await ctx.db.select(columns).from(snippets).where(named(ctx, name));
  return row ?? null;
}

/** Keeps words under a name, in place of those that were there, as one action. Returns whether there were any. */
export async function saveSnippet(ctx: Context, name: string, text: string): Promise<boolean> {
  await recordAction(ctx, `your words under “${name}”`);
  const changed = await ctx.db
    .update(snippets)
    .set({ text, updatedAt: ctx.now })
    .where(named(ctx, name))
    .returning({ id: snippets.id });
  if (changed.length > 0) return true;
  await ctx.db.insert(snippets).values({ coachId: ctx.user.id, name, text, createdAt: ctx.now, updatedAt: ctx.now });
  return false;
}

/** Forgets words, as one action. Returns whether they were there. */
export async function removeSnippet(ctx: Context, name: string): Promise<boolean> {
  await recordAction(ctx, `your words under “${name}” deleted`);
  const gone = await ctx.db.delete(snippets).where(named(ctx, name)).returning({ id: snippets.id });
  return gone.length > 0;
}
