import { eq } from 'drizzle-orm';
import { checkInAnswers, checkIns } from '../../../db/schema/index.ts';
import { logMeasurements } from '../body/log-measurements.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { keepMedia, type StoredPicture } from '../media/keep-media.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { type CheckIn, type CheckInRow, findCheckIn } from './check-in.ts';
import { type AnswerValue, type CheckInField, isFitting, poses } from './check-in-fields.ts';
import { isOpenOn } from './check-in-week.ts';

/** One answer: a value, a picture, or nothing for a question that is passed over. */
export type GivenAnswer =
  | {
      readonly field: CheckInField;
      readonly value: AnswerValue;
      readonly typed?: { value: number; unit: string | null };
    }
  | { readonly field: CheckInField; readonly picture: StoredPicture }
  | { readonly field: CheckInField; readonly value: null };

/**
 * Writes answers of a check-in, as one action; until the coach has looked at it they may be given anew. A weight is
 * also recorded as any other is. Throws DomainError when it no longer takes any.
 */
export async function answerCheckIn(ctx: Context, id: number, given: readonly GivenAnswer[]): Promise<void> {
  const checkIn = await changeable(ctx, id);
  const kept = given.filter(
    ({ field, ...answer }) => 'picture' in answer || answer.value !== null || field.key.startsWith('q-'),
  );
  if (kept.length === 0) return;
  const about = { ...ctx, actionId: await recordAction(ctx, 'check-in answer') };
  for (const answer of kept) await keep(about, checkIn, answer);
}

/** The asking person's own check-in, which can still be changed and nobody else changes now. Throws DomainError where it cannot. */
export async function changeable(ctx: Context, id: number): Promise<CheckIn> {
  // The coach may be about to go through it.
  await ctx.db.select({ id: checkIns.id }).from(checkIns).where(eq(checkIns.id, id)).for('update');
  const checkIn = await findCheckIn(ctx, id);
  if (!checkIn || checkIn.row.clientId !== ctx.user.id)
    throw new DomainError('not-found', 'That check-in is no longer there.');
  const { state, weekOf } = checkIn.row;
  if (state === 'reviewed')
    throw new DomainError('too-late', 'Your coach has answered that check-in, so it stays as it is.');
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  if (!isOpenOn(weekOf, today))
    throw new DomainError('too-late', 'That check-in is closed: a week can be told until the Wednesday after it.');
  return checkIn;
}

async function keep(ctx: Context, checkIn: CheckIn, answer: GivenAnswer): Promise<void> {
  const { field } = answer;
  const value = 'picture' in answer ? null : answer.value;
  if (value !== null && !isFitting(field, value))
    throw new DomainError('invalid', 'That does not answer the question.');
  const mediaId = 'picture' in answer ? await keepMedia(ctx, 'check_in', answer.picture) : null;
  if (field.key.startsWith('q-')) return keepOwn(ctx, checkIn, field, value, mediaId);
  await ctx.db
    .update(checkIns)
    .set({ ...fixedColumn(field.key, value, mediaId), updatedAt: ctx.now })
    .where(eq(checkIns.id, checkIn.row.id));
  if (field.kind === 'weight' && typeof value === 'number')
    await recordWeight(ctx, value, 'typed' in answer ? answer.typed : undefined);
}

function fixedColumn(key: string, value: AnswerValue | null, mediaId: number | null): Partial<CheckInRow> {
  switch (key) {
    case 'weight':
      return { weightKg: typeof value === 'number' ? value : null };
    case 'feeling':
      return { feeling: typeof value === 'number' ? value : null };
    case 'notes':
      return { notes: typeof value === 'string' ? value.trim() : null };
    default: {
      const pose = poses.find((one) => key === `photo-${one}`);
      const columns = { front: 'photoFrontId', side: 'photoSideId', back: 'photoBackId' } as const;
      if (!pose) throw new Error('A check-in does not ask that');
      return { [columns[pose]]: mediaId };
    }
  }
}

async function keepOwn(
  ctx: Context,
  { row, questions }: CheckIn,
  { key, kind, label }: CheckInField,
  value: AnswerValue | null,
  mediaId: number | null,
): Promise<void> {
  if (kind === 'weight' || kind === 'feeling') throw new Error('No coach asks that');
  const stored = { kind, label: label ?? '', value, mediaId, updatedAt: ctx.now };
  const orderIndex = questions.findIndex((question) => question.key === key);
  await ctx.db
    .insert(checkInAnswers)
    .values({ checkInId: row.id, clientId: row.clientId, questionKey: key, orderIndex, createdAt: ctx.now, ...stored })
    .onConflictDoUpdate({
      target: [checkInAnswers.checkInId, checkInAnswers.questionKey],
      set: { ...stored, orderIndex },
    });
}

async function recordWeight(ctx: Context, kg: number, typed?: { value: number; unit: string | null }): Promise<void> {
  const day = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const figure = { metric: 'weight' as const, value: kg, value2: null, day, isDaySaid: false };
  await logMeasurements(ctx, [{ ...figure, typed: typed ?? { value: kg, unit: 'kg' } }]);
}
