import { eq, sql } from 'drizzle-orm';
import { coachings } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { bodyOf } from '../goals/body-of.ts';
import { type RestedPlans, restPlans } from '../goals/rest-plans.ts';
import { energyFloorKcal, guardOf } from '../goals/target-safety.ts';
import { localDay } from '../users/local-day.ts';
import { personLock } from '../users/lock-person.ts';
import { zoneOf } from '../users/user.ts';
import type { KnownClient } from './clients.ts';
import { myCoaching } from './coaching-consent.ts';
import { type Coaching, runningCoachingId } from './coachings-of.ts';

/** No floor goes below this, whoever agrees to it; for a small body the usual one may be more than a day takes. */
const leastFloorKcal = 1000;

/** The floors of a person's energy targets, in kcal a day. */
export interface Floors {
  /** Of their body, rounded up to tens. */
  readonly usualKcal: number;
  /** What they and their coach agreed on, while that coaching lasts. */
  readonly agreedKcal: number | null;
  /** What their coach asks for and they have not answered. */
  readonly offeredKcal: number | null;
}

/** The floors of whoever asks. */
export async function floorsOf(ctx: Context): Promise<Floors> {
  const body = await bodyOf(ctx, today(ctx));
  const coaching = await myCoaching(ctx);
  return {
    usualKcal: Math.ceil(energyFloorKcal(body) / 10) * 10,
    agreedKcal: body.customFloorKcal,
    offeredKcal: coaching?.floorOfferedKcal ?? null,
  };
}

/**
 * Asks a client to agree to a lower floor; nothing holds before they do. Throws DomainError `not-allowed` without the
 * right to change their food, `invalid` below 1,000 kcal, or where it would not lower anything.
 */
export async function offerFloor(ctx: Context, client: KnownClient, kcal: number): Promise<void> {
  const { name, user, canWrite } = client;
  if (!canWrite.includes('food'))
    throw new DomainError('not-allowed', `${name} has not agreed to let you change their food. They can, with /coach.`);
  if (kcal < leastFloorKcal)
    throw new DomainError('invalid', 'Below 1,000 kcal a day no floor goes, whoever agrees to it.');
  // What it would lower depends on the whole body, also where the coach is not shown it.
  const body = await asOwner(ctx.db, () => bodyOf({ ...ctx, user }, today({ ...ctx, user })));
  if (guardOf(body) !== null || kcal >= energyFloorKcal(body))
    throw new DomainError(
      'invalid',
      `A floor of ${kcal.toLocaleString('en-GB')} kcal would lower nothing for ${name}.`,
    );
  await change(ctx, (await running(ctx, user.id)).id, { floorOfferedKcal: kcal });
}

/**
 * The client's answer to what their coach asked for: it holds from now on, or is forgotten. Returns the coaching as it
 * was. Throws DomainError `too-late` where this figure is not asked for any more.
 */
export async function answerFloor(ctx: Context, kcal: number, isAgreed: boolean): Promise<Coaching> {
  const coaching = await myCoaching(ctx);
  if (!coaching || coaching.floorOfferedKcal !== kcal)
    throw new DomainError('too-late', 'Your coach does not ask for that any more, so nothing has changed.');
  await change(ctx, coaching.id, { floorOfferedKcal: null, ...(isAgreed ? { energyFloorKcal: kcal } : {}) });
  return coaching;
}

export interface FloorTakenBack {
  /** The other one of the coaching. */
  readonly otherId: number;
  /** Whether it held; otherwise it was only asked for. */
  readonly wasAgreed: boolean;
  readonly rested: RestedPlans;
}

/**
 * Takes an agreed floor back, or the asking for one: one's own, or a client's. A target that stood only by it rests.
 * Throws DomainError `not-found` where there is none.
 */
export async function takeFloorBack(ctx: Context, client: KnownClient | null): Promise<FloorTakenBack> {
  const user = client?.user ?? ctx.user;
  if (client) await ctx.db.execute(sql`select ${personLock(user.id)}`);
  const before = await running(ctx, user.id);
  const wasAgreed = before.energyFloorKcal !== null;
  if (!wasAgreed && before.floorOfferedKcal === null)
    throw new DomainError('not-found', 'No lower floor was agreed on, so there is nothing to take back.');
  await change(ctx, before.id, { floorOfferedKcal: null, energyFloorKcal: null });
  const theirs = { ...ctx, user };
  const rested = await (client ? asOwner(ctx.db, () => restPlans(theirs)) : restPlans(theirs));
  return { otherId: client ? user.id : before.coachId, wasAgreed, rested };
}

/** What a coach and one of their clients have agreed on, or the coach has asked for. */
export const floorWith = (
  ctx: Context,
  client: KnownClient,
): Promise<Pick<Coaching, 'floorOfferedKcal' | 'energyFloorKcal'>> => running(ctx, client.user.id);

const today = ({ now, user }: Pick<Context, 'now' | 'user'>) => localDay(now, zoneOf(user), user.dayStartHour);

/** The coaching that a client is in now, as either of the two may read it. Throws DomainError `not-found`. */
async function running({ db, now }: Context, clientId: number) {
  const id = await runningCoachingId(db, clientId, now);
  const [row] = id === null ? [] : await db.select().from(coachings).where(eq(coachings.id, id));
  if (!row) throw new DomainError('not-found', 'Nobody coaches you at the moment, so no other floor was agreed on.');
  return row;
}

async function change(
  { db, now }: Context,
  id: number,
  floors: Partial<Pick<Coaching, 'floorOfferedKcal' | 'energyFloorKcal'>>,
): Promise<void> {
  await db
    .update(coachings)
    .set({ ...floors, updatedAt: now })
    .where(eq(coachings.id, id));
}
