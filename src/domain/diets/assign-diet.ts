import { and, desc, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { clientDietAssignments, nutritionTargets } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { keepTarget } from '../goals/keep-target.ts';
import { checkMost, judgeTarget, type TargetChange } from '../goals/set-target.ts';
import { type NutritionTarget, targetFor } from '../goals/target-for.ts';
import type { Unsafe } from '../goals/target-safety.ts';
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
  if (!(await mayChangeFood(ctx, client.id)))
    throw new DomainError('not-allowed', `${clientName} has not agreed to let you change their food.`);
  const { targets } = diet.diet;
  if (!targets) return;
  const change: TargetChange = { ...noTarget, ...targets };
  checkMost(change);
  // What is safe depends on the whole body, also where the coach is not shown it. What they may write was checked above.
  const judged = await asOwner(ctx.db, () => judgeTarget({ ...ctx, user: client }, fromDay, change, change));
  if (judged && !judged.verdict.isSafe) {
    const { rows } = await ctx.db.execute<{ sees: boolean }>(
      sql`select spotter_may_read(${client.id}, 'body') as sees`,
    );
    const { reason, leastKcal } = judged.verdict;
    throw new DomainError('invalid', refusal(clientName, reason, leastKcal, rows[0]?.sees === true));
  }
}

async function mayChangeFood(ctx: Context, clientId: number): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ may: boolean }>(sql`select spotter_may_write(${clientId}, 'food') as may`);
  return rows[0]?.may === true;
}

/** What the coach is told; why their body asks for more only where they are shown it. */
function refusal(name: string, reason: Unsafe, leastKcal: number | null, seesBody: boolean): string {
  const least = leastKcal === null ? '' : ` The least I would set is about ${leastKcal.toLocaleString('en-GB')} kcal.`;
  switch (reason) {
    case 'medical':
      return `Below 800 kcal a day is safe only under medical care, so I set no such target for ${name}.`;
    case 'health':
      return `With what ${name} told me about their health I set no target below what their body needs.${least}`;
    case 'unknown-body':
      return `For ${name} I need height, weight and birth date before an energy target, to be sure that it is enough.`;
    case 'under-age':
    case 'underweight':
    case 'too-fast':
    case 'floor':
      return seesBody
        ? `${reasons[reason]}, so I do not set this target.${least}`
        : `This is less energy than is safe for ${name}, so I do not set it.${least}`;
  }
}

const reasons = {
  'under-age': 'Under 18 a body is still growing',
  underweight: 'Their weight is low for their height',
  'too-fast': 'This would mean losing more than 1 % of their weight a week',
  floor: 'This is below what their body needs at rest',
} as const;

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
 * was logged stays. Throws DomainError.
 */
export async function endDiet(
  ctx: Context,
  client: User,
  clientName: string,
  fromDay: Temporal.PlainDate,
): Promise<EndedDiet> {
  if (!(await mayChangeFood(ctx, client.id)))
    throw new DomainError('not-allowed', `${clientName} has not agreed to let you change their food.`);
  await ctx.db.execute(sql`select ${personLock(client.id)}`);
  const a = clientDietAssignments;
  const start = startOfDay(fromDay, client);
  const isHeld = and(
    eq(a.clientId, client.id),
    eq(a.coachId, ctx.user.id),
    or(isNull(a.endedAt), gt(a.endedAt, start)),
  );
  const held = await ctx.db.execute<{ name: string }>(sql`
    select t.name
    from client_diet_assignments a join diet_templates t on t.id = a.template_id
    where a.client_id = ${client.id} and a.coach_id = ${ctx.user.id}
      and (a.ended_at is null or a.ended_at > ${start.toString()}) order by a.assigned_day`);
  if (held.rows.length === 0) throw new DomainError('not-found', `${clientName} has no diet of yours.`);
  const names = [...new Set(held.rows.map(({ name }) => name))];
  const actionId = await recordAction(ctx, `${names.join(', ')} of ${clientName} ended`);
  const theirs = { ...ctx, user: client, actionId };
  await ctx.db.update(a).set({ endedAt: start }).where(isHeld);
  await restoreTarget(theirs, fromDay, ctx.user.id);
  await settlePlan(theirs);
  return { actionId, names };
}

/** The target of before the coach's, from a day on. One that was set since by somebody else stays. */
async function restoreTarget(theirs: Context, fromDay: Temporal.PlainDate, coachId: number): Promise<void> {
  const t = nutritionTargets;
  const mine = eq(t.userId, theirs.user.id);
  await theirs.db.delete(t).where(and(mine, eq(t.setById, coachId), gt(t.fromDay, fromDay)));
  const [inForce] = await theirs.db
    .select({ setById: t.setById, fromDay: t.fromDay })
    .from(t)
    .where(and(mine, lte(t.fromDay, fromDay)))
    .orderBy(desc(t.fromDay))
    .limit(1);
  if (inForce?.setById === coachId) await keepTarget(theirs, fromDay, await ownTarget(theirs, fromDay, coachId));
}
