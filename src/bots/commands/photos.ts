import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { clientOf } from '../../domain/coaching/clients.ts';
import { photoDays, photosOfMessages } from '../../domain/photos/list-progress-photos.ts';
import { removeProgressPhotosOn } from '../../domain/photos/remove-progress-photos.ts';
import { setPose } from '../../domain/photos/set-pose.ts';
import { setPhotosPublic } from '../../domain/photos/set-public.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { metricsEntries, toMetricsEntry } from '../entries/metrics-entry.ts';
import { type PhotosReading, readPhotos } from '../language/read-photos.ts';
import { askAbout, followAlbum, keepPhotos } from '../photos/keep-photos.ts';
import { keptCard } from '../photos/photo-card.ts';
import { comparePhotos, dayOfPhotos, noneYet, showClientPhotos, showPhotos } from '../photos/show-photos.ts';
import { fullDate } from '../profile-card.ts';
import { code, lines } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { whichClient } from '../which-client.ts';

const pose = z.enum(['front', 'side', 'back']);
const photoDay = z.union([z.iso.date(), z.enum(['first', 'latest'])]);

const input = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask') }),
  z.object({
    do: z.literal('keep'),
    poses: z.array(pose),
    day: z.iso.date(),
    figures: metricsEntries.schema.nullable(),
  }),
  /** Another picture of an album that is kept already. */
  z.object({ do: z.literal('follow') }),
  z.object({ do: z.literal('drop') }),
  z.object({ do: z.literal('pose'), photoId: z.number(), pose }),
  z.object({ do: z.literal('show'), day: photoDay, pose: pose.nullable() }),
  z.object({ do: z.literal('compare'), days: z.tuple([photoDay, photoDay]), pose: pose.nullable() }),
  z.object({ do: z.literal('remove'), day: z.iso.date() }),
  z.object({ do: z.literal('publish'), day: photoDay, isPublic: z.boolean() }),
  z.object({ do: z.literal('of'), who: z.string(), clientId: z.number().optional() }),
]);
type Input = z.infer<typeof input>;

export const photos = defineCommand<Input>({
  name: 'photos',
  summary: 'Progress photos: send one with the word front, side or back; look at them, compare two days',
  examples: ['my photos', 'compare first and latest photos'],
  effect: 'record',
  isOfClients: true,
  options: z.object({
    which: z.string().max(80).optional().describe('side, yesterday, compare march and june …'),
  }),
  input,
  cues: /photo|pic|before|physique/,
  parse(text, given) {
    const reading = readPhotos(text, given);
    if (!reading) return /^\s*\/photos\b/i.test(text) ? { problem: unclear } : null;
    return { input: toInput(reading) };
  },
  async run(ctx, said) {
    switch (said.do) {
      case 'ask':
        return askAbout(ctx);
      case 'keep':
        return keepPhotos(ctx, { ...said, day: Temporal.PlainDate.from(said.day) });
      case 'follow':
        return followAlbum(ctx);
      case 'drop':
        return { text: 'All right, I kept nothing of it.' };
      case 'pose':
        return changePose(ctx, said.photoId, said.pose);
      case 'show':
        return showPhotos(ctx, said.day, said.pose);
      case 'compare':
        return comparePhotos(ctx, said.days, said.pose);
      case 'publish':
        return publish(ctx, said.day, said.isPublic);
      case 'of':
        return ofClient(ctx, said.who, said.clientId);
      default:
        return remove(ctx, Temporal.PlainDate.from(said.day));
    }
  },
  toContract: (value) => [{ do: 'command', name: 'photos', input: value }],
});

const unclear = lines([
  'Write ',
  code('/photos'),
  ' for the latest, ',
  code('/photos side'),
  ', ',
  code('/photos 1 march'),
  ' or ',
  code('/photos compare march and june'),
  '. Send a picture with the word front, side or back to keep it.',
]);

function toInput(reading: PhotosReading): Input {
  switch (reading.do) {
    case 'keep':
      return {
        do: 'keep',
        poses: [...reading.poses],
        day: reading.day.toString(),
        figures: reading.figures.length > 0 ? toMetricsEntry(reading.figures) : null,
      };
    case 'of':
      return reading;
    case 'show':
    case 'publish':
      return { ...reading, day: reading.day.toString() };
    case 'compare':
      return { ...reading, days: [reading.days[0].toString(), reading.days[1].toString()] };
    default:
      return { do: 'remove', day: reading.day.toString() };
  }
}

async function changePose(ctx: CommandContext, photoId: number, side: z.infer<typeof pose>): Promise<Answer> {
  const actionId = await setPose(ctx, photoId, side);
  const kept = ctx.sourceMessageId === null ? [] : await photosOfMessages(ctx, [ctx.sourceMessageId]);
  return keptCard(ctx, actionId, kept, false);
}

async function publish(ctx: CommandContext, which: string, isPublic: boolean): Promise<Answer> {
  const day = dayOfPhotos(await photoDays(ctx, ctx.user.id), which);
  if (!day) return { text: noneYet };
  const actionId = await setPhotosPublic(ctx, day, isPublic);
  const of = `Your photos of ${fullDate(day)}`;
  return {
    text: isPublic
      ? `${of} are public now: a coach whom you let see your photos may show these to others. I show them to nobody.`
      : `${of} are private again: nobody may show them to others.`,
    buttons: [[undoButton(actionId)]],
  };
}

async function ofClient(ctx: CommandContext, who: string, clientId?: number): Promise<Answer> {
  const known = clientId === undefined ? null : await clientOf(ctx, clientId);
  const found = known
    ? { client: known }
    : await whichClient(ctx, who, ({ user }) => ({
        command: 'photos',
        input: { do: 'of', who, clientId: user.id },
      }));
  return 'answer' in found ? found.answer : showClientPhotos(ctx, found.client);
}

async function remove(ctx: CommandContext, day: Temporal.PlainDate): Promise<Answer> {
  const removed = await removeProgressPhotosOn(ctx, day);
  if (!removed) return { text: 'There are no progress photos of that day.' };
  const { actionId, names } = removed;
  return {
    text: ['Removed: ', names.join(', '), '. They can be brought back for 30 days.'],
    buttons: [[undoButton(actionId)]],
  };
}
