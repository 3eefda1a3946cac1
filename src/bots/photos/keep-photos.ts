import type { Temporal } from 'temporal-polyfill';
import { newestActionOf } from '../../domain/conversation/newest-action.ts';
import { dropQuestionsAbout } from '../../domain/conversation/questions.ts';
import { recordAction } from '../../domain/conversation/record-action.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { keepProgressPhotos, type Pose } from '../../domain/photos/keep-progress-photos.ts';
import { photosOfMessages } from '../../domain/photos/list-progress-photos.ts';
import { localDay } from '../../domain/users/local-day.ts';
import type { Answer, CommandContext } from '../command.ts';
import { askBefore, type MetricsEntry, metricsEntries } from '../entries/metrics-entry.ts';
import { cardInPlace } from '../entry-card.ts';
import { readPhotos } from '../language/read-photos.ts';
import { lines, type Text } from '../text.ts';
import { type MessagePhoto, messagePhotos } from './message-photos.ts';
import { keptCard } from './photo-card.ts';

/** What was said of pictures that are to be kept. */
export interface SaidPhotos {
  readonly poses: readonly Pose[];
  readonly day: Temporal.PlainDate;
  readonly figures: MetricsEntry | null;
}

/** What a picture without words, or with words that say nothing of it, is for. Nobody looks at what it shows. */
export async function askAbout(ctx: CommandContext): Promise<Answer> {
  const pictures = await messagePhotos(ctx);
  const isSeveral = pictures.length > 1 || isOfAlbum(ctx);
  const { now, timeZone, dayStartHour } = ctx.given;
  const today = localDay(now, timeZone, dayStartHour);
  const keepThem = { command: 'photos', input: { do: 'keep', poses: [], day: today.toString(), figures: null } };
  const nothing = { label: 'Nothing', action: { command: 'photos', input: { do: 'drop' } } };
  const profile = { label: 'Profile photo', action: { command: 'profile', input: { do: 'photo' } } };
  return {
    text: isSeveral
      ? 'What are these pictures for? I do not look at what they show. To log a meal, write what it was.'
      : 'What is this picture for? I do not look at what it shows. To log a meal, write what it was.',
    question: {
      about: 'photo',
      choices: isSeveral
        ? [{ label: 'Progress photos', action: keepThem }, nothing]
        : [{ label: 'Progress photo', action: keepThem }, profile, nothing],
    },
  };
}

const isOfAlbum = ({ message }: CommandContext): boolean => message.kind === 'text' && message.albumId !== undefined;

/** People photograph themselves in this order, and say so where they do not. */
const usualOrder: readonly Pose[] = ['front', 'side', 'back'];

/** Keeps the pictures a request is about, and the figures said with them. */
export async function keepPhotos(ctx: CommandContext, { poses, day, figures }: SaidPhotos): Promise<Answer> {
  const pictures = await messagePhotos(ctx);
  const kept = await keptMessages(ctx, pictures);
  // Pictures of the album with words of their own are what those say.
  const wanted = pictures.filter(
    ({ messageId, text }) => !kept.has(messageId) && (messageId === ctx.sourceMessageId || text.trim() === ''),
  );
  if (wanted.length === 0) throw new DomainError('not-found', 'Send the picture together with those words, please.');
  const files = ctx.files.of(wanted.map(({ media }) => media));
  const sideOf = sides(pictures, poses, poses.length > 1 ? 0 : pictures.findIndex(isOwn(ctx)), isOfAlbum(ctx));
  const inputs = wanted.flatMap((picture, i) => {
    const file = files[i];
    return file ? [{ file, pose: sideOf(picture), day, inboundMessageId: picture.messageId }] : [];
  });
  const isSeveral = inputs.length > 1 || isOfAlbum(ctx);
  const about = { ...ctx, actionId: await recordAction(ctx, isSeveral ? 'progress photos' : 'progress photo') };
  // The photos take what was weighed from their day.
  const noted = figures && (await note(about, figures));
  const actionId = await keepProgressPhotos(about, inputs, null);
  const card = keptCard(ctx, actionId, await photosOfMessages(ctx, idsOf(pictures)), poses.length === 0 && isSeveral);
  const text = noted ? lines(noted, card.text) : card.text;
  return { ...card, text, ...(await inPlaceOfQuestion(ctx, pictures)) };
}

/** Figures said with the pictures. One that is far from the last is left out, and said to be. */
async function note(ctx: CommandContext, figures: MetricsEntry): Promise<Text | null> {
  const doubt = await askBefore(ctx, figures);
  if (doubt) return [doubt.text, ' Write it once more by itself, please; I did not record it.'];
  return (await metricsEntries.record(ctx, [figures])).text;
}

/** Another picture of an album whose first ones are kept: it joins them, in their action and on their card. */
export async function followAlbum(ctx: CommandContext): Promise<Answer> {
  const pictures = await messagePhotos(ctx);
  const before = await photosOfMessages(ctx, idsOf(pictures));
  const [first] = before;
  const own = pictures.filter(isOwn(ctx));
  if (!first || first.inboundMessageId === null) throw new DomainError('not-found', 'Those photos are no longer kept.');
  const told = pictures.findIndex(({ text }) => readPhotos(text, { ...ctx.given, photos: 1 })?.do === 'keep');
  const reading = readPhotos(pictures[told]?.text ?? '', { ...ctx.given, photos: 1 });
  const poses = reading?.do === 'keep' ? reading.poses : [];
  const files = ctx.files.of(own.map(({ media }) => media));
  const sideOf = sides(pictures, poses, Math.max(told, 0), true);
  const inputs = own.flatMap((picture, i) => {
    const file = files[i];
    return file ? [{ file, pose: sideOf(picture), day: first.day, inboundMessageId: picture.messageId }] : [];
  });
  const actionId = await keepProgressPhotos(ctx, inputs, await newestActionOf(ctx, first.inboundMessageId));
  const photosNow = await photosOfMessages(ctx, idsOf(pictures));
  return {
    ...keptCard(ctx, actionId, photosNow, poses.length < photosNow.length),
    ...(await cardInPlace(ctx, first.inboundMessageId)),
    sourceMessageId: first.inboundMessageId,
  };
}

/** Which side each picture shows: as said from picture `start` on, else by the usual order where there are several. */
function sides(pictures: readonly MessagePhoto[], poses: readonly Pose[], start: number, isAlbum: boolean) {
  return (picture: MessagePhoto): Pose => {
    const place = pictures.indexOf(picture);
    const isSeveral = isAlbum || pictures.length > 1;
    return poses[place - start] ?? (isSeveral ? usualOrder[place] : undefined) ?? 'other';
  };
}

const isOwn =
  ({ sourceMessageId }: CommandContext) =>
  ({ messageId }: MessagePhoto) =>
    messageId === sourceMessageId;

const idsOf = (pictures: readonly MessagePhoto[]): number[] => [...new Set(pictures.map(({ messageId }) => messageId))];

async function keptMessages(ctx: CommandContext, pictures: readonly MessagePhoto[]): Promise<Set<number | null>> {
  const kept = await photosOfMessages(ctx, idsOf(pictures));
  return new Set(kept.map(({ inboundMessageId }) => inboundMessageId));
}

/** The card that asked about another picture of the album is answered by what was said with this one. */
async function inPlaceOfQuestion(
  ctx: CommandContext,
  pictures: readonly MessagePhoto[],
): Promise<{ replaces?: number }> {
  for (const id of idsOf(pictures))
    if (id !== ctx.sourceMessageId && (await dropQuestionsAbout(ctx, id))) return cardInPlace(ctx, id);
  return {};
}
