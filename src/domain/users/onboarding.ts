import { eq, sql } from 'drizzle-orm';
import { users } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { type Profile, profileOf } from './profile.ts';

/** The steps of the set-up, in order. */
export const onboardingSteps = ['gender', 'birth-date', 'height', 'weight-and-goal'] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

/** Entries of so many messages come before the set-up is offered. */
const messagesBefore = 3;

type Known = Pick<Profile, 'gender' | 'dateOfBirth' | 'heightCm' | 'weightKg' | 'weightGoal'>;

const isKnown: Readonly<Record<OnboardingStep, (known: Known) => boolean>> = {
  gender: ({ gender }) => gender !== null,
  'birth-date': ({ dateOfBirth }) => dateOfBirth !== null,
  height: ({ heightCm }) => heightCm !== null,
  'weight-and-goal': ({ weightKg, weightGoal }) => weightKg !== null && weightGoal !== null,
};

/** The first step from the `done`th on whose answer is not known; null when nothing is left to ask. */
export const nextStep = (done: number, known: Known): OnboardingStep | null =>
  onboardingSteps.slice(done).find((step) => !isKnown[step](known)) ?? null;

/**
 * Whether to offer the set-up now: once in a lifetime, to whoever has recorded something in three messages. `needless`:
 * by then they had told all of it unasked.
 */
export async function isOnboardingDue(ctx: Context): Promise<boolean | 'needless'> {
  if (ctx.user.onboardingAskedAt !== null) return false;
  const of = (table: string) =>
    sql`select inbound_message_id from ${sql.identifier(table)} where user_id = ${ctx.user.id} and inbound_message_id is not null`;
  const { rows } = await ctx.db.execute<{ messages: number }>(sql`
    select count(*)::int as messages from (${of('meal_logs')} union ${of('workout_sessions')} union ${of('measurements')}) m`);
  if ((rows[0]?.messages ?? 0) < messagesBefore) return false;
  const profile = await profileOf(ctx);
  return nextStep(profile.onboardingStep, profile) === null ? 'needless' : true;
}

/** Notes that the set-up has been offered, begun by themselves, or is needless: it is not thought of again. */
export async function noteOnboardingAsked(ctx: Context): Promise<void> {
  await ctx.db.update(users).set({ onboardingAskedAt: ctx.now, updatedAt: ctx.now }).where(eq(users.id, ctx.user.id));
}

/**
 * Begins the set-up, or goes on with it: with the first step not done, or, when all were, with those that were skipped.
 * Returns what to ask; null when nothing is left.
 */
export async function beginOnboarding(ctx: Context): Promise<OnboardingStep | null> {
  await noteOnboardingAsked(ctx);
  const profile = await profileOf(ctx);
  return nextStep(profile.onboardingStep, profile) ?? nextStep(0, profile);
}

/** Notes that a step is done, answered or skipped. Returns what to ask next; null when that was all. */
export async function finishStep(ctx: Context, step: OnboardingStep): Promise<OnboardingStep | null> {
  const done = onboardingSteps.indexOf(step) + 1;
  const next = nextStep(done, await profileOf(ctx));
  const onboardingStep = next === null ? onboardingSteps.length : onboardingSteps.indexOf(next);
  await ctx.db
    .update(users)
    .set({
      // Whoever comes back to what they skipped has still been through it.
      onboardingStep: sql`greatest(${users.onboardingStep}, ${onboardingStep})`,
      isOnboarded: sql`${users.isOnboarded} or ${next === null}`,
      updatedAt: ctx.now,
    })
    .where(eq(users.id, ctx.user.id));
  return next;
}
