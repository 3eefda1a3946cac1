import { and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { coachingSessions } from '../../../db/schema/index.ts';
import { runsAt } from '../coaching/runs-at.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';

export type CoachingSession = typeof coachingSessions.$inferSelect;

/** A session that is neither held nor cancelled. */
export const isStanding = ({ completedAt, cancelledAt }: CoachingSession): boolean =>
  completedAt === null && cancelledAt === null;

/** A session of the asking person's, on either side. Throws DomainError for any other. */
export async function sessionOf(ctx: Context, id: number): Promise<CoachingSession> {
  const s = coachingSessions;
  const [row] = await ctx.db
    .select()
    .from(s)
    .where(and(eq(s.id, id), isOurs(ctx)));
  if (!row) throw new DomainError('not-found', 'That session is no longer there.');
  return row;
}

/** The same, which nobody else changes until the end of the transaction: for whoever is about to. */
export async function heldStill(ctx: Context, id: number): Promise<CoachingSession> {
  const s = coachingSessions;
  await ctx.db
    .select({ id: s.id })
    .from(s)
    .where(and(eq(s.id, id), isOurs(ctx)))
    .for('update');
  return sessionOf(ctx, id);
}

/** The session that words mean, with this client where one is named: the one coming next, else the latest. */
export async function nearestSession(ctx: Context, clientId: number | null): Promise<CoachingSession | null> {
  const { coming, past } = await listSessions(ctx, clientId, 1);
  const [next] = coming;
  const [last] = past;
  // What is being talked about is the one that has just been, until the next is near.
  const isFresh = last && isStanding(last);
  return (isFresh ? last : undefined) ?? next ?? last ?? null;
}

/**
 * Sessions the asking person has and had, with this client where one is named: the coming ones in order, the past ones
 * newest first. What was planned with somebody they work with no more does not come.
 */
export async function listSessions(
  ctx: Context,
  clientId: number | null,
  most = 10,
): Promise<{ coming: CoachingSession[]; past: CoachingSession[] }> {
  const s = coachingSessions;
  const which = and(isOurs(ctx), clientId === null ? undefined : eq(s.clientId, clientId));
  const now = ctx.now.toString();
  const rows = (more: SQL, order: SQL) =>
    ctx.db.select().from(s).where(and(which, more)).orderBy(order, asc(s.id)).limit(most);
  const open = sql`${isNull(s.cancelledAt)} and ${isNull(s.completedAt)} and ${s.startsAt} > ${now} and exists (
    select from coachings c where c.client_id = ${s.clientId} and c.coach_id = ${s.coachId} and ${runsAt(ctx.now)})`;
  return {
    coming: await rows(open, asc(s.startsAt)),
    past: await rows(
      sql`${isNull(s.cancelledAt)} and (${s.completedAt} is not null or ${s.startsAt} <= ${now})`,
      desc(s.startsAt),
    ),
  };
}

const isOurs = ({ user }: Context): SQL | undefined =>
  or(eq(coachingSessions.clientId, user.id), eq(coachingSessions.coachId, user.id));
