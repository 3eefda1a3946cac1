import { and, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { coachNotes } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';

/** What a coach noted for themselves about a client. Nothing here is ever said to the client. */
export interface CoachNote {
  readonly id: number;
  readonly clientId: number;
  readonly text: string;
  readonly isPinned: boolean;
  readonly createdAt: Temporal.Instant;
}

const n = coachNotes;
const columns = { id: n.id, clientId: n.clientId, text: n.text, isPinned: n.isPinned, createdAt: n.createdAt };
const longestNote = 2000;
const mostNotes = 500;

/** Keeps a note about a client of the coach who asks, as one action. Throws DomainError `invalid` for one too long or too many. */
export async function addCoachNote(
  ctx: Context,
  { clientId, text, isPinned = false }: { clientId: number; text: string; isPinned?: boolean },
): Promise<CoachNote> {
  const about = and(eq(n.coachId, ctx.user.id), eq(n.clientId, clientId));
  if ((await ctx.db.$count(n, about)) >= mostNotes)
    throw new DomainError('invalid', `You have ${mostNotes} notes about them, which is all I keep. Delete one first.`);
  await recordAction(ctx, 'a private note');
  const [note] = await ctx.db
    .insert(n)
    .values({ coachId: ctx.user.id, clientId, text: fitting(text), isPinned, createdAt: ctx.now, updatedAt: ctx.now })
    .returning(columns);
  if (!note) throw new Error('The note was not returned');
  return note;
}

/** The notes about a client: pinned ones first, then the newest. */
export function listCoachNotes(
  ctx: Context,
  clientId: number,
  { isPinned }: { isPinned?: boolean } = {},
): Promise<CoachNote[]> {
  return ctx.db
    .select(columns)
    .from(n)
    .where(
      and(
        eq(n.coachId, ctx.user.id),
        eq(n.clientId, clientId),
        ...(isPinned === undefined ? [] : [eq(n.isPinned, isPinned)]),
      ),
    )
    .orderBy(desc(n.isPinned), desc(n.createdAt), desc(n.id));
}

/** One note, or null where the asking coach has no such note now. */
export async function findCoachNote(ctx: Context, id: number): Promise<CoachNote | null> {
  const [note] = await ctx.db.select(columns).from(n).where(mine(ctx, id));
  return note ?? null;
}

/** Rewords, pins or unpins a note, as one action; null where there is none. */
export async function changeCoachNote(
  ctx: Context,
  id: number,
  { text, isPinned }: { text?: string; isPinned?: boolean },
): Promise<CoachNote | null> {
  const change = {
    ...(text === undefined ? {} : { text: fitting(text) }),
    ...(isPinned === undefined ? {} : { isPinned }),
    updatedAt: ctx.now,
  };
  await recordAction(ctx, 'a private note changed');
  const [note] = await ctx.db.update(n).set(change).where(mine(ctx, id)).returning(columns);
  return note ?? null;
}

/** Deletes a note, as one action, and returns what it was; null where there is none. */
export async function removeCoachNote(ctx: Context, id: number): Promise<CoachNote | null> {
  await recordAction(ctx, 'a private note deleted');
  const [note] = await ctx.db.delete(n).where(mine(ctx, id)).returning(columns);
  return note ?? null;
}

const mine = (ctx: Context, id: number) => and(eq(n.id, id), eq(n.coachId, ctx.user.id));

function fitting(text: string): string {
  const clean = text.trim();
  if (clean === '') throw new DomainError('invalid', 'That note is empty.');
  if (clean.length > longestNote)
    throw new DomainError('invalid', `A note has at most ${longestNote} characters; make two of it, please.`);
  return clean;
}
