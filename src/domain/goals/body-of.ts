import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { users } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { weightOn } from '../training/weight-on.ts';
import type { Body } from './target-safety.ts';

/** What is known of the person's body on a day. */
export async function bodyOf(ctx: Context, day: Temporal.PlainDate): Promise<Body> {
  const [person] = await ctx.db
    .select({
      gender: users.gender,
      dateOfBirth: users.dateOfBirth,
      heightCm: users.heightCm,
      healthFlags: users.healthFlags,
      customFloorKcal: users.energyFloorKcal,
    })
    .from(users)
    .where(eq(users.id, ctx.user.id));
  if (!person) throw new Error('The person was not found');
  const { dateOfBirth, ...rest } = person;
  const ageYears = dateOfBirth ? dateOfBirth.until(day, { largestUnit: 'years' }).years : null;
  return { ...rest, ageYears, weightKg: await weightOn(ctx, day) };
}
