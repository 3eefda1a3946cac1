import { keepMedia, type StoredFile } from '../../domain/media/keep-media.ts';
import type { CommandContext } from '../command.ts';
import type { Media } from '../message.ts';
import { isPicture } from '../photos/photos-in.ts';

const longestName = 100;

/**
 * Keeps the files that came with a message, to be passed on: pictures drawn anew, so that nothing hidden in them goes
 * along, all else as it was sent. Returns their ids in order. Throws DomainError where one cannot be had.
 */
export async function keepFiles(ctx: CommandContext, media: readonly Media[]): Promise<number[]> {
  const ids: number[] = [];
  for (const one of media) {
    const [file] = isPicture(one) ? ctx.files.of([one]) : ctx.files.asSent([one]);
    // What was drawn anew is shown as the picture it is.
    if (file) ids.push(await keepMedia(ctx, 'message', file, file.widthPx === null ? nameOf(one, file) : null));
  }
  return ids;
}

/** A file's name without anything but a name: no folders, no signs that hide what it is. */
function nameOf({ fileName, kind }: Media, { mime }: StoredFile): string {
  const last = (fileName ?? '').split(/[/\\]/u).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .replace(/^[.\s]+/u, '')
    .trim();
  if (clean !== '') return [...clean].slice(-longestName).join('');
  if (kind === 'voice') return 'voice.ogg';
  return mime === 'video/mp4' ? 'video.mp4' : 'file';
}
