import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { users } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { type CurrentGoal, currentGoals } from '../goals/current-goals.ts';
import { weightOn } from '../training/weight-on.ts';
import { adultYears, ageOn } from './age-on.ts';
import { flagsAmong, type HealthFlag } from './health.ts';
import { localDay } from './local-day.ts';
import { zoneOf } from './user.ts';

const columns = {
  fullName: users.fullName,
  bio: users.bio,
  username: users.username,
  email: users.email,
  gender: users.gender,
  dateOfBirth: users.dateOfBirth,
  heightCm: users.heightCm,
  onboardingStep: users.onboardingStep,
  healthFlags: users.healthFlags,
};

/** What a person has said of themselves; null where they have not. */
export interface Profile extends Omit<Pick<typeof users.$inferSelect, keyof typeof columns>, 'healthFlags'> {
  readonly healthFlags: readonly HealthFlag[];
  readonly ageYears: number | null;
  /** Whether their age is known and below 18: they are set no target for losing weight. */
  readonly isMinor: boolean;
  /** What they weighed last. */
  readonly weightKg: number | null;
  /** Their goal for their weight. */
  readonly weightGoal: CurrentGoal | null;
}

/** The profile of whoever asks. */
export async function profileOf(ctx: Context): Promise<Profile> {
  const [person] = await ctx.db.select(columns).from(users).where(eq(users.id, ctx.user.id));
  if (!person) throw new Error('The person was not found');
  const today: Temporal.PlainDate = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const ageYears = person.dateOfBirth && ageOn(person.dateOfBirth, today);
  const goals = await currentGoals(ctx);
  return {
    ...person,
    healthFlags: flagsAmong(person.healthFlags),
    ageYears,
    isMinor: ageYears !== null && ageYears < adultYears,
    weightKg: await weightOn(ctx, today),
    weightGoal: goals.find(({ metric }) => metric === 'weight') ?? null,
  };
}
