import type { Media, Message } from '../message.ts';

/** Names under which people send pictures as files. */
const pictureName = /\.(?:jpe?g|png|webp|hei[cf])$/i;

/** The pictures that came with a message, in order. */
export function photosIn(message: Message): Media[] {
  if (message.kind !== 'text' && message.kind !== 'edit') return [];
  return message.media.filter(isPicture);
}

/** Whether a file is a picture, as far as what came with it says. */
export const isPicture = ({ kind, fileName }: Media): boolean =>
  kind === 'photo' || (kind === 'file' && pictureName.test(fileName ?? ''));
