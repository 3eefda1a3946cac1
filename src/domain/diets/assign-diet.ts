import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { clientDietAssignments, dietTemplates, nutritionTargets } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { checkGiven, mustChangeFood } from '../goals/give-target.ts';
import { keepTarget } from '../goals/keep-target.ts';
import { type NutritionTarget, targetFor } from '../goals/target-for.ts';
import { localDay } from '../users/local-day.ts';
import { personLock } from '../users/lock-person.ts';
import { type User, zoneOf } from '../users/user.ts';
import { startOfDay } from './assignments.ts';
import type { TargetMacros } from './diet.ts';
import type { KnownDiet } from './find-diet.ts';
import { settlePlan } from './settle-plan.ts';

export interface DietGift {
  readonly client: User;
  readonly clientName: string;
  readonly diet: KnownDiet;
  readonly fromDay: Temporal.PlainDate;
  /** How many weeks it holds; null: until somebody ends it. */
  readonly weeks: number | null;
  /** When it ends, where it takes over the time of another. */
  readonly endedAt?: Temporal.Instant;
}

const noTarget: NutritionTarget = {
  ...{ energyKcal: null, proteinG: null, carbsG: null },
  ...{ fatG: null, fiberG: null, waterMl: null },
};

/**
 * Gives a client a diet from a day on, as an action of the coach's, after whatever the client is doing at this moment: it takes the place of what they had from then, and its
 * macros become their target while it holds. What they have logged stays as it is. Throws DomainError `not-allowed` where
 * the client does not let the coach change their food, `invalid` where its target is not safe for them.
 */
export async function assignDiet(ctx: Context, gift: DietGift): Promise<{ actionId: number }> {
  await ctx.db.execute(sql`select ${personLock(gift.client.id)}`);
  await checkGift(ctx, gift);
  const { client, diet, fromDay, weeks } = gift;
  const a = clientDietAssignments;
  const endDay = gift.endedAt ? dayOf(gift.endedAt, client) : weeks === null ? null : fromDay.add({ weeks });
  const endedAt = endDay && startOfDay(endDay, client);
  const actionId = await recordAction(ctx, `${diet.name} for ${gift.clientName}`);
  const theirs = { ...ctx, user: client, actionId };
  await ctx.db
    .update(a)
    .set({ endedAt: startOfDay(fromDay, client) })
    .where(and(eq(a.clientId, client.id), or(isNull(a.endedAt), gt(a.endedAt, startOfDay(fromDay, client)))));
  const given = { coachId: ctx.user.id, versionId: diet.versionId, endedAt };
  await ctx.db
    .insert(a)
    .values({ ...given, clientId: client.id, templateId: diet.templateId, assignedDay: fromDay, createdAt: ctx.now })
    .onConflictDoUpdate({ target: [a.clientId, a.templateId, a.assignedDay], set: given });
  if (diet.diet.targets) await keepTargets(theirs, diet.diet.targets, fromDay, endDay, ctx.user.id);
  await settlePlan(theirs);
  return { actionId };
}

const dayOf = (at: Temporal.Instant, user: User): Temporal.PlainDate => localDay(at, zoneOf(user), user.dayStartHour);

/** Throws what `assignDiet` would, and changes nothing. */
export async function checkGift(ctx: Context, { client, clientName, diet, fromDay }: DietGift): Promise<void> {
  await mustChangeFood(ctx, client.id, clientName);
  const { targets } = diet.diet;
  if (targets) await checkGiven(ctx, { client, clientName, fromDay }, { ...noTarget, ...targets });
}

/** Its macros from the first day, with what else their target holds, and what was before from the day after the last. */
async function keepTargets(
  theirs: Context,
  macros: TargetMacros,
  fromDay: Temporal.PlainDate,
  endDay: Temporal.PlainDate | null,
  coachId: number,
): Promise<void> {
  const inForce = await targetFor(theirs, fromDay);
  await keepTarget(theirs, fromDay, { ...noTarget, ...inForce, ...macros }, coachId);
  if (endDay) await keepTarget(theirs, endDay, await ownTarget(theirs, fromDay, coachId));
}

/** What was set before a day by anybody but this coach; nothing where nothing was. */
async function ownTarget(theirs: Context, day: Temporal.PlainDate, coachId: number): Promise<NutritionTarget> {
  const t = nutritionTargets;
  const [row] = await theirs.db
    .select({
      ...{ energyKcal: t.energyKcal, proteinG: t.proteinG, carbsG: t.carbsG },
      ...{ fatG: t.fatG, fiberG: t.fiberG, waterMl: t.waterMl },
    })
    .from(t)
    .where(and(eq(t.userId, theirs.user.id), lt(t.fromDay, day), sql`${t.setById} is distinct from ${coachId}`))
    .orderBy(desc(t.fromDay))
    .limit(1);
  return row ?? noTarget;
}

export interface EndedDiet {
  readonly actionId: number;
  /** What it was called. */
  readonly names: readonly string[];
}

/**
 * Ends what a client was given, from a day on: the plan goes, and the target it brought gives way to the one before. What
 * was logged stays, and so does any other diet where one is named. Throws DomainError.
 */
export async function endDiet(
  ctx: Context,
  client: User,
  clientName: string,
  fromDay: Temporal.PlainDate,
  diet: Pick<KnownDiet, 'templateId' | 'name'> | null = null,
): Promise<EndedDiet> {
  await mustChangeFood(ctx, client.id, clientName);
  await ctx.db.execute(sql`select ${personLock(client.id)}`);
  const [a, t] = [clientDietAssignments, dietTemplates];
  const start = startOfDay(fromDay, client);
  const held = await ctx.db
    .select({ id: a.id, templateId: a.templateId, assignedDay: a.assignedDay, name: t.name })
    .from(a)
    .innerJoin(t, eq(t.id, a.templateId))
    .where(and(eq(a.clientId, client.id), eq(a.coachId, ctx.user.id), or(isNull(a.endedAt), gt(a.endedAt, start))))
    .orderBy(asc(a.assignedDay));
  const isMeant = ({ templateId }: { templateId: number }) => diet === null || templateId === diet.templateId;
  const ended = held.filter(isMeant);
  const [first] = ended;
  if (!first)
    throw new DomainError(
      'not-found',
      `${clientName} ${diet ? `does not have ${diet.name}` : 'has no diet of yours'}.`,
    );
  const names = [...new Set(ended.map(({ name }) => name))];
  const actionId = await recordAction(ctx, `${names.join(', ')} of ${clientName} ended`);
  const theirs = { ...ctx, user: client, actionId };
  const ids = ended.map(({ id }) => id);
  await ctx.db.update(a).set({ endedAt: start }).where(inArray(a.id, ids));
  // Another diet of the coach's keeps its days, before this one began or after.
  const others = held.filter((one) => !isMeant(one));
  const isAhead = others.length > 0 && Temporal.PlainDate.compare(first.assignedDay, fromDay) > 0;
  const from = isAhead ? first.assignedDay : fromDay;
  const next = others.find(({ assignedDay }) => Temporal.PlainDate.compare(assignedDay, from) > 0);
  await restoreTarget(theirs, from, next?.assignedDay ?? null, ctx.user.id);
  await settlePlan(theirs);
  return { actionId, names };
}

/** The target of before the coach's, from a day on and up to another. One that was set since by somebody else stays. */
async function restoreTarget(
  theirs: Context,
  fromDay: Temporal.PlainDate,
  untilDay: Temporal.PlainDate | null,
  coachId: number,
): Promise<void> {
  const t = nutritionTargets;
  const mine = eq(t.userId, theirs.user.id);
  const isBefore = untilDay === null ? undefined : lt(t.fromDay, untilDay);
  await theirs.db.delete(t).where(and(mine, eq(t.setById, coachId), gt(t.fromDay, fromDay), isBefore));
  const [inForce] = await theirs.db
    .select({ setById: t.setById, fromDay: t.fromDay })
    .from(t)
    .where(and(mine, lte(t.fromDay, fromDay)))
    .orderBy(desc(t.fromDay))
    .limit(1);
  if (inForce?.setById === coachId) await keepTarget(theirs, fromDay, await ownTarget(theirs, fromDay, coachId));
}
