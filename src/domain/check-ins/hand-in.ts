import { eq } from 'drizzle-orm';
import { checkIns } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { changeable } from './answer-check-in.ts';
import type { CheckIn } from './check-in.ts';
import { checkInFacts } from './check-in-facts.ts';
import { type CheckInField, fieldsOf, isAnswered } from './check-in-fields.ts';
import { isLateOn } from './check-in-week.ts';

export type HandedIn =
  /** What has to be answered first. */
  | { readonly missing: readonly CheckInField[] }
  | {
      readonly checkIn: CheckIn;
      readonly actionId: number;
      readonly isLate: boolean;
      /** It was handed in before: nobody has to be told again. */
      readonly isAgain: boolean;
    };

/**
 * Hands in one's own check-in, with what they weigh by the data where they did not say it, as one action. Throws
 * DomainError where it takes no changes any more.
 */
export async function handInCheckIn(ctx: Context, id: number): Promise<HandedIn> {
  const checkIn = await changeable(ctx, id);
  const { row, questions } = checkIn;
  const facts = await checkInFacts(ctx, row.weekOf);
  const missing = fieldsOf(checkIn, facts, questions).filter(
    (field) => field.isRequired && (!isAnswered(field) || field.value === null),
  );
  if (missing.length > 0) return { missing };
  const actionId = await recordAction(ctx, 'check-in');
  const change = {
    state: 'submitted' as const,
    submittedAt: row.submittedAt ?? ctx.now,
    weightKg: row.weightKg ?? facts.weightKg,
    updatedAt: ctx.now,
  };
  await ctx.db.update(checkIns).set(change).where(eq(checkIns.id, id));
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  return {
    checkIn: { ...checkIn, row: { ...row, ...change } },
    actionId,
    isLate: isLateOn(row.weekOf, row.submittedAt ? dayOf(ctx, row.submittedAt) : today),
    isAgain: row.submittedAt !== null,
  };
}

const dayOf = ({ user }: Context, at: Context['now']) => localDay(at, zoneOf(user), user.dayStartHour);
