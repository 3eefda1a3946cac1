import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { progressPhotos } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

const p = progressPhotos;
const columns = {
  id: p.id,
  day: p.day,
  pose: p.pose,
  mediaId: p.mediaId,
  weightKg: p.weightKg,
  bodyFatPct: p.bodyFatPct,
  notes: p.notes,
  isPublic: p.isPublic,
  inboundMessageId: p.inboundMessageId,
};

export type ProgressPhoto = Pick<typeof p.$inferSelect, keyof typeof columns>;

/** The photos that came with these written messages, in the order they came. */
export async function photosOfMessages(ctx: Context, messageIds: readonly number[]): Promise<ProgressPhoto[]> {
  if (messageIds.length === 0) return [];
  return ctx.db
    .select(columns)
    .from(p)
    .where(and(eq(p.userId, ctx.user.id), inArray(p.inboundMessageId, [...messageIds])))
    .orderBy(asc(p.inboundMessageId), asc(p.id));
}

/** A person's photos of a day: of each pose the newest, front, side and back first. Under the asker's rights. */
export async function photosOn(ctx: Context, userId: number, day: Temporal.PlainDate): Promise<ProgressPhoto[]> {
  const rows = await ctx.db
    .selectDistinctOn([p.pose], columns)
    .from(p)
    .where(and(eq(p.userId, userId), eq(p.day, day)))
    .orderBy(asc(p.pose), desc(p.id));
  return rows;
}

/** The days a person has photos of, the newest first. Under the asker's rights. */
export async function photoDays(ctx: Context, userId: number): Promise<Temporal.PlainDate[]> {
  const rows = await ctx.db
    .selectDistinct({ day: p.day })
    .from(p)
    .where(eq(p.userId, userId))
    .orderBy(desc(p.day))
    .limit(400);
  return rows.map(({ day }) => day);
}

/** Of these days the nearest to the one wanted; of two equally near the earlier one. */
export function nearestDay(days: readonly Temporal.PlainDate[], wanted: Temporal.PlainDate): Temporal.PlainDate | null {
  const far = (day: Temporal.PlainDate) => Math.abs(day.until(wanted).days);
  return days.toSorted((a, b) => far(a) - far(b) || (a.toString() < b.toString() ? -1 : 1))[0] ?? null;
}
