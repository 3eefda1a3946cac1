import { and, eq, inArray } from 'drizzle-orm';
import { userWords } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { type KnownWord, loadWords } from './load-words.ts';

/** The words a person has taught us, the oldest first. */
export async function knownWordsOf(ctx: Context): Promise<readonly KnownWord[]> {
  return (await loadWords(ctx.db, ctx.user.id)).known;
}

/**
 * Forgets what these of a person's words mean, as one action; `null` forgets all of them. Returns what they were. Throws
 * DomainError `not-found` when there is none.
 */
export async function forgetWords(
  ctx: Context,
  ids: readonly number[] | null,
): Promise<{ actionId: number; forgotten: readonly KnownWord[] }> {
  const known = await knownWordsOf(ctx);
  const forgotten = ids === null ? known : known.filter(({ id }) => ids.includes(id));
  if (forgotten.length === 0)
    throw new DomainError('not-found', 'I have learnt no such word of yours; there is nothing to forget.');
  const actionId = await recordAction(ctx, `forgetting ${forgotten.map(({ said }) => `“${said}”`).join(', ')}`);
  await ctx.db.delete(userWords).where(
    and(
      eq(userWords.userId, ctx.user.id),
      inArray(
        userWords.id,
        forgotten.map(({ id }) => id),
      ),
    ),
  );
  return { actionId, forgotten };
}
