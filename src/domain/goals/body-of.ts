import { eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { users } from '../../../db/schema/index.ts';
import { runsAt } from '../coaching/runs-at.ts';
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
      customFloorKcal: sql<
        number | null
      >`(select c.energy_floor_kcal from coachings c where c.client_id = ${ctx.user.id}
        and ${runsAt(ctx.now)})::float8`,
    })
    .from(users)
    .where(eq(users.id, ctx.user.id));
  if (!person) throw new Error('The person was not found');
  const { dateOfBirth, ...rest } = person;
  const ageYears = dateOfBirth ? dateOfBirth.until(day, { largestUnit: 'years' }).years : null;
  return { ...rest, ageYears, weightKg: await weightOn(ctx, day) };
}
