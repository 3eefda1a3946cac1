import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { actions } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import { refreshBodyDay } from '../body/refresh-body-day.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { type DayTotals, refreshDay } from '../meals/refresh-day.ts';
import { replanReminders } from '../reminders/plan-reminder.ts';
import { remindOfSessions } from '../sessions/session-reminders.ts';
import { refreshTrainingDay } from '../training/refresh-training-day.ts';
import { findUser } from '../users/find-user.ts';
import { personLock } from '../users/lock-person.ts';
import { refuseOutdated, refuseUsed } from './refuse-used.ts';
import { type TurnedChange, turnedChanges } from './turned-changes.ts';

/** How far back undo and redo reach. */
const reach = 10;

export interface TurnedAction {
  actionId: number;
  /** The written message the action came from. */
  inboundMessageId: number | null;
  summary: string;
  days: { day: Temporal.PlainDate; totals: DayTotals }[];
  /** Whether it changed what was eaten or drunk. */
  isOfMeals: boolean;
  /** What it changed that other people had been told of. */
  others: readonly TurnedChange[];
}

/** Which action is meant: by its id, the newest one of a written message, or else the newest of all. */
export interface WhichAction {
  actionId: number | null;
  sourceMessageId: number | null;
}

/** Takes an action back. Throws DomainError when there is none. */
export async function undoAction(ctx: Context, which: WhichAction): Promise<TurnedAction> {
  const found = await find(ctx, which, 'done');
  if (found.length === 0) throw new DomainError('not-found', 'There is nothing to undo.');
  if (found[0]?.undoneAt) throw new DomainError('too-late', 'That is undone already.');
  return turnFirst(ctx, found, ctx.now);
}

/** Does an undone action again. Throws DomainError when there is none. */
export async function redoAction(ctx: Context, which: WhichAction): Promise<TurnedAction> {
  const found = await find(ctx, which, 'undone');
  if (found.length === 0) throw new DomainError('not-found', 'There is nothing to redo.');
  if (found[0] && !found[0].undoneAt) throw new DomainError('too-late', 'That is back already.');
  return turnFirst(ctx, found, null);
}

type Action = typeof actions.$inferSelect;

/**
 * Forgets what was undone of a written message that has changed since: bringing it back would count it twice.
 */
export async function forgetUndone(ctx: Context, sourceMessageId: number): Promise<void> {
  const a = actions;
  await ctx.db
    .delete(a)
    .where(and(eq(a.userId, ctx.user.id), eq(a.inboundMessageId, sourceMessageId), isNotNull(a.undoneAt)));
}

/** The action meant, or those that may be, the likeliest first. */
async function find(
  ctx: Context,
  { actionId, sourceMessageId }: WhichAction,
  state: 'done' | 'undone',
): Promise<Action[]> {
  const own = and(
    eq(actions.userId, ctx.user.id),
    sourceMessageId === null ? undefined : eq(actions.inboundMessageId, sourceMessageId),
  );
  if (actionId !== null)
    return ctx.db
      .select()
      .from(actions)
      .where(and(own, eq(actions.id, actionId)));
  const latest = await ctx.db.select().from(actions).where(own).orderBy(desc(actions.id)).limit(reach);
  if (state === 'done') return latest.filter((action) => action.undoneAt === null);
  const undone = latest.filter((action) => action.undoneAt !== null);
  return undone.sort((a, b) => Temporal.Instant.compare(b.undoneAt ?? b.doneAt, a.undoneAt ?? a.doneAt) || a.id - b.id);
}

/** Turns the first of which something is left: how a meal was goes with the meal, and is no action to stop at. */
async function turnFirst(
  ctx: Context,
  found: readonly Action[],
  undoneAt: Temporal.Instant | null,
): Promise<TurnedAction> {
  for (const action of found) {
    const turned = await turn(ctx, action, undoneAt);
    if (turned) return turned;
  }
  throw new DomainError('too-late', 'That has changed since, so there is nothing left of it.');
}

async function turn(ctx: Context, action: Action, undoneAt: Temporal.Instant | null): Promise<TurnedAction | null> {
  const claimed = await ctx.db
    .update(actions)
    .set({ undoneAt })
    .where(and(eq(actions.id, action.id), undoneAt ? isNull(actions.undoneAt) : isNotNull(actions.undoneAt)))
    .returning({ id: actions.id });
  if (claimed.length === 0) throw new DomainError('too-late', 'That is done already.');
  // What is theirs must not change under what they are doing at this moment. A coach waits for a client, never the other
  // way round: a session is its client's, so no two wait for one another.
  await ctx.db.execute(sql`select ${personLock(sql`o.user_id`)} from (select distinct user_id from action_changes
    where action_id = ${action.id} and is_undone = ${undoneAt === null} and user_id <> ${ctx.user.id} order by 1) o`);
  if (undoneAt) await refuseUsed(ctx, action.id);
  await refuseOutdated(ctx, action.id, undoneAt === null);
  const replay = undoneAt ? sql`spotter_undo_action(${action.id})` : sql`spotter_redo_action(${action.id})`;
  const { rows } = await ctx.db
    .execute<{ userId: number; day: string }>(
      sql`select distinct user_id::int as "userId", day::text as day from ${replay} order by day`,
    )
    .catch(explain);
  const changes = await turnedChanges(ctx, action.id, undoneAt !== null);
  if (changes.length === 0) {
    await ctx.db.update(actions).set({ undoneAt: action.undoneAt }).where(eq(actions.id, action.id));
    return null;
  }
  const days = await settle(ctx, changes, rows);
  const others = changes.filter(({ userId }) => userId !== ctx.user.id);
  await asOwner(ctx.db, async () => {
    for (const id of new Set(others.map(({ userId }) => userId))) {
      const user = await findUser(ctx.db, id);
      if (user) await settle({ ...ctx, user }, changes, rows);
    }
  });
  const ofSessions = changes.filter(({ table }) => table === 'coaching_sessions');
  await remindOfSessions(
    ctx,
    ofSessions.flatMap(({ ids }) => ids),
    ofSessions.map(({ userId }) => userId),
  );
  const isOfMeals = changes.some(({ table }) => table === 'meal_items' || table === 'meal_logs');
  const { id, inboundMessageId, summary } = action;
  return { actionId: id, inboundMessageId, summary, days, isOfMeals, others: others.filter(({ isTold }) => isTold) };
}

/** Derives anew what follows from a person's rows that were turned. */
async function settle(
  ctx: Context,
  changes: readonly TurnedChange[],
  turned: readonly { readonly userId: number; readonly day: string }[],
): Promise<TurnedAction['days']> {
  if (changes.some(({ table, userId }) => table === 'reminders' && userId === ctx.user.id)) await replanReminders(ctx);
  const days = [];
  for (const row of turned) {
    if (row.userId !== ctx.user.id) continue;
    const day = Temporal.PlainDate.from(row.day);
    await refreshTrainingDay(ctx, day);
    await refreshBodyDay(ctx, day);
    days.push({ day, totals: await refreshDay(ctx, day) });
  }
  return days;
}

/** SQLSTATE `object_in_use`, with which the journal says that a later change stands on what would go. */
const inUse = '55006';

function explain(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && 'code' in cause && cause.code === inUse)
    throw new DomainError('too-late', 'Something later builds on that; undo the later one first.');
  throw error;
}
