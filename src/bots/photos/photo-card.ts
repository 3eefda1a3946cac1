import type { Temporal } from 'temporal-polyfill';
import type { ProgressPhoto } from '../../domain/photos/list-progress-photos.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital, dayName } from '../format.ts';
import { bodyWeight } from '../format-metric.ts';
import type { Reader } from '../gentle.ts';
import { fullDate } from '../profile-card.ts';
import type { Button } from '../reply.ts';
import { bold, italic, lines, quoted, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';

const list = new Intl.ListFormat('en-GB');
const shortDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const poseButtons = ['front', 'side', 'back'] as const;

/** What was kept of the pictures of a message. A lone photo of no known side can be told its side. */
export function keptCard(
  ctx: CommandContext,
  actionId: number,
  photos: readonly ProgressPhoto[],
  isByOrder: boolean,
): Answer {
  const [first] = photos;
  const undo: Button = undoButton(actionId);
  const isUnknown = photos.length === 1 && first?.pose === 'other';
  const sides: Button[] = poseButtons.map((pose) => ({
    label: capital(pose),
    action: { command: 'photos', input: { do: 'pose', photoId: first?.id ?? 0, pose } },
  }));
  return {
    text: lines(
      [bold(heading(ctx, photos)), posesOf(photos)],
      isByOrder ? 'I went by the order in which you sent them.' : null,
      isUnknown ? 'Which side does it show? A button tells me.' : null,
      'Nobody else sees your photos, unless you let a coach see them.',
    ),
    buttons: isUnknown ? [sides, [undo]] : [[undo]],
  };
}

function heading(ctx: CommandContext, photos: readonly ProgressPhoto[]): string {
  const day = photos[0]?.day;
  const on = day ? ` for ${dayName(day, todayOf(ctx))}` : '';
  return photos.length === 1 ? `Progress photo kept${on}` : `${photos.length} progress photos kept${on}`;
}

const posesOf = (photos: readonly ProgressPhoto[]): Text => {
  const known = photos.filter(({ pose }) => pose !== 'other').map(({ pose }) => pose);
  return known.length === 0 ? '.' : `: ${known.join(', ')}${known.length < photos.length ? ' and more' : ''}.`;
};

/** The photos of a day with what the body weighed then. */
export function dayPhotosCard(ctx: CommandContext, photos: readonly ProgressPhoto[], others: number): Answer {
  const [first] = photos;
  if (!first) return { text: 'There are no photos of that day.' };
  const more = others === 0 ? null : `You have photos of ${others} other ${others === 1 ? 'day' : 'days'}.`;
  const compare: Button = {
    label: 'Compare first and latest',
    action: { command: 'photos', input: { do: 'compare', days: ['first', 'latest'], pose: null } },
  };
  return {
    text: lines(
      [bold(`${photoDate(ctx, first.day)}: `), list.format(photos.map(poseName))],
      figures(first, ctx.user),
      ...notesOf(photos),
      photos.some(({ isPublic }) => isPublic) ? 'Public: your coach may show them to others.' : null,
      more,
    ),
    image: { mediaIds: photos.map(({ mediaId }) => mediaId), alt: altOf(photos) },
    ...(others > 0 ? { buttons: [[compare]] } : {}),
  };
}

/** A client's photos of a day, as their coach sees them: what they weighed then only where that is shared as well. */
export function clientPhotosCard(
  ctx: CommandContext,
  { id, name, isBodyShared }: { id: number; name: string; isBodyShared: boolean },
  photos: readonly ProgressPhoto[],
): Answer {
  const [first] = photos;
  if (!first) return { text: `There are no photos of ${name} of that day.` };
  const mayShow = photos.every(({ isPublic }) => isPublic);
  return {
    aboutUserId: id,
    text: lines(
      [bold(`${name}, ${dayName(first.day, todayOf(ctx))}: `), list.format(photos.map(poseName))],
      isBodyShared ? figures(first, ctx.user) : null,
      ...notesOf(photos),
      mayShow ? 'They agree that you show these to others.' : 'For your eyes only.',
    ),
    image: { mediaIds: photos.map(({ mediaId }) => mediaId), alt: altOf(photos) },
  };
}

const notesOf = (photos: readonly ProgressPhoto[]): Text[] =>
  photos.flatMap(({ notes }) => (notes === null ? [] : [italic(quoted(notes, 500))]));

/** Two photos of the same side, the earlier one on the left. */
export function comparisonCard(ctx: CommandContext, earlier: ProgressPhoto, later: ProgressPhoto): Answer {
  const units = ctx.user.unitSystem;
  const days = earlier.day.until(later.day).days;
  const change =
    ctx.user.isGentle || earlier.weightKg === null || later.weightKg === null
      ? null
      : weightChange(later.weightKg - earlier.weightKg, units);
  const side = (name: string, photo: ProgressPhoto): Text => {
    const said = figures(photo, ctx.user);
    return [bold(`${name}: `), fullDate(photo.day), said === null ? '' : `, ${said}`];
  };
  return {
    text: lines(side('Left', earlier), side('Right', later), [
      `${days} ${days === 1 ? 'day' : 'days'} apart`,
      change === null ? '' : `, ${change}`,
      '.',
    ]),
    image: {
      mediaIds: [earlier.mediaId, later.mediaId],
      alt: `Two progress photos, ${poseName(earlier)}: left ${fullDate(earlier.day)}, right ${fullDate(later.day)}`,
    },
  };
}

const poseName = ({ pose }: ProgressPhoto): string => (pose === 'other' ? 'another side' : pose);

const altOf = (photos: readonly ProgressPhoto[]): string => {
  const [first] = photos;
  const what = photos.length === 1 ? 'Progress photo' : 'Progress photos, from left to right';
  return `${what}: ${photos.map(poseName).join(', ')}${first ? `, ${fullDate(first.day)}` : ''}`;
};

function figures({ weightKg, bodyFatPct }: ProgressPhoto, { unitSystem: units, isGentle }: Reader): string | null {
  if (isGentle) return null;
  const said = [
    ...(weightKg === null ? [] : [bodyWeight(weightKg, units)]),
    ...(bodyFatPct === null ? [] : [`${shortDecimal.format(bodyFatPct)} % body fat`]),
  ];
  return said.length === 0 ? null : said.join(', ');
}

function weightChange(kg: number, units: 'metric' | 'us'): string {
  if (Math.abs(kg) < 0.05) return 'at the same weight';
  return `${bodyWeight(Math.abs(kg), units)} ${kg < 0 ? 'lighter' : 'heavier'}`;
}

const photoDate = (ctx: CommandContext, day: Temporal.PlainDate): string => capital(dayName(day, todayOf(ctx)));

const todayOf = ({ now, user }: CommandContext): Temporal.PlainDate => localDay(now, zoneOf(user), user.dayStartHour);
