import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { actionChanges, actions } from '../../../db/schema/index.ts';
import { refreshBodyDay } from '../body/refresh-body-day.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { type DayTotals, refreshDay } from '../meals/refresh-day.ts';
import { replanReminders } from '../reminders/plan-reminder.ts';
import { refreshTrainingDay } from '../training/refresh-training-day.ts';

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
  const replay = undoneAt ? sql`spotter_undo_action(${action.id})` : sql`spotter_redo_action(${action.id})`;
  const { rows } = await ctx.db
    .execute<{ day: string }>(sql`select distinct day::text as day from ${replay} order by day`)
    .catch(explain);
  const tables = await tablesOf(ctx, action.id, undoneAt !== null);
  if (tables.length === 0) {
    await ctx.db.update(actions).set({ undoneAt: action.undoneAt }).where(eq(actions.id, action.id));
    return null;
  }
  if (tables.includes('reminders')) await replanReminders(ctx);
  const days = [];
  for (const row of rows) {
    const day = Temporal.PlainDate.from(row.day);
    await refreshTrainingDay(ctx, day);
    await refreshBodyDay(ctx, day);
    days.push({ day, totals: await refreshDay(ctx, day) });
  }
  const isOfMeals = tables.some((table) => table === 'meal_items' || table === 'meal_logs');
  return { actionId: action.id, inboundMessageId: action.inboundMessageId, summary: action.summary, days, isOfMeals };
}

/** The tables in which something of an action stands as it was just turned; none when nothing is left of it. */
async function tablesOf(ctx: Context, actionId: number, isUndone: boolean): Promise<string[]> {
  const changes = await ctx.db
    .selectDistinct({ tableName: actionChanges.tableName })
    .from(actionChanges)
    .where(and(eq(actionChanges.actionId, actionId), eq(actionChanges.isUndone, isUndone)));
  return changes.map(({ tableName }) => tableName);
}

/** SQLSTATE `object_in_use`, with which the journal says that a later change stands on what would go. */
const inUse = '55006';

function explain(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && 'code' in cause && cause.code === inUse)
    throw new DomainError('too-late', 'Something later builds on that; undo the later one first.');
  throw error;
}
