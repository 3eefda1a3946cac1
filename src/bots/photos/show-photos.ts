import { Temporal } from 'temporal-polyfill';
import type { KnownClient } from '../../domain/coaching/clients.ts';
import type { Pose } from '../../domain/photos/keep-progress-photos.ts';
import { nearestDay, type ProgressPhoto, photoDays, photosOn } from '../../domain/photos/list-progress-photos.ts';
import type { Answer, CommandContext } from '../command.ts';
import { quoted } from '../text.ts';
import { clientPhotosCard, comparisonCard, dayPhotosCard } from './photo-card.ts';

export const noneYet = 'You have no progress photos yet. Send me a picture with the word front, side or back.';

/** The photos of a day (ISO, `first` or `latest`), or of the one nearest to it; of one side or of all. */
export async function showPhotos(ctx: CommandContext, which: string, side: Pose | null): Promise<Answer> {
  const days = await photoDays(ctx, ctx.user.id);
  const day = dayOfPhotos(days, which);
  if (!day) return { text: noneYet };
  const all = await photosOn(ctx, ctx.user.id, day);
  const shown = side === null ? all : all.filter((photo) => photo.pose === side);
  if (shown.length === 0) return { text: `There is no photo from the ${side} of that day.` };
  return dayPhotosCard(ctx, shown, days.length - 1);
}

/** A client's latest photos, as far as they are shared with the coach who asks. */
export async function showClientPhotos(ctx: CommandContext, { user, name, canRead }: KnownClient): Promise<Answer> {
  const called = quoted(name, 60);
  if (!canRead.includes('photos')) return { text: `${called} does not share photos with you.` };
  const [day] = await photoDays(ctx, user.id);
  if (!day) return { text: `${called} has kept no progress photos so far.` };
  const isBodyShared = canRead.includes('body');
  return clientPhotosCard(ctx, { id: user.id, name: called, isBodyShared }, await photosOn(ctx, user.id, day));
}

/** Photos of two days beside each other, the earlier one on the left. */
export async function comparePhotos(
  ctx: CommandContext,
  which: readonly [string, string],
  side: Pose | null,
): Promise<Answer> {
  const days = await photoDays(ctx, ctx.user.id);
  const found = which.flatMap((one) => dayOfPhotos(days, one) ?? []).sort(Temporal.PlainDate.compare);
  const [from, to] = found;
  if (!from || !to) return { text: noneYet };
  if (from.equals(to)) return { text: 'For a comparison I need photos of two days. So far I found those of one.' };
  const [earlier, later] = [await photosOn(ctx, ctx.user.id, from), await photosOn(ctx, ctx.user.id, to)];
  const pair = matching(earlier, later, side);
  return pair ? comparisonCard(ctx, ...pair) : { text: 'No side was photographed on both of those days.' };
}

/** The first side of which there are photos of both days. */
function matching(
  earlier: readonly ProgressPhoto[],
  later: readonly ProgressPhoto[],
  side: Pose | null,
): [ProgressPhoto, ProgressPhoto] | null {
  for (const photo of earlier) {
    const other = later.find(({ pose: shown }) => shown === photo.pose);
    if (other && (side === null || photo.pose === side)) return [photo, other];
  }
  return null;
}

/** A day of photos as said, or the nearest to it. */
export function dayOfPhotos(days: readonly Temporal.PlainDate[], which: string): Temporal.PlainDate | null {
  if (which === 'latest') return days[0] ?? null;
  if (which === 'first') return days.at(-1) ?? null;
  return nearestDay(days, Temporal.PlainDate.from(which));
}
