import { albumOf } from '../../domain/conversation/album-of.ts';
import { photosOfMessages } from '../../domain/photos/list-progress-photos.ts';
import type { CommandContext } from '../command.ts';
import { type Media, type Message, messageSchema } from '../message.ts';
import { photosIn } from './photos-in.ts';

/** A picture and the written message it came with. */
export interface MessagePhoto {
  readonly messageId: number;
  readonly media: Media;
  /** The words that came with it. */
  readonly text: string;
}

/**
 * The pictures that a request is about: those of its own message, or of the one that was asked about, with all that
 * were sent in the same album so far.
 */
export async function messagePhotos(ctx: CommandContext): Promise<MessagePhoto[]> {
  const { message, sourceMessageId } = ctx;
  if (sourceMessageId === null) return [];
  const written = await albumOf(ctx, sourceMessageId);
  return written.flatMap(({ id, payload }) => {
    // An edit may have brought another picture, and has other words.
    const said: Message = message.kind === 'edit' && id === sourceMessageId ? message : messageSchema.parse(payload);
    const text = said.kind === 'text' || said.kind === 'edit' ? said.text : '';
    return photosIn(said).map((media) => ({ messageId: id, media, text }));
  });
}

/**
 * What is to be done about pictures without words: those that come first are asked about. Further ones of an album are
 * kept where the first were (`follow`), and otherwise the first have spoken for them (null).
 */
export async function wordlessPhotos(ctx: CommandContext): Promise<'ask' | 'follow' | null> {
  const { message, sourceMessageId } = ctx;
  if (message.kind !== 'text' || message.albumId === undefined || sourceMessageId === null) return 'ask';
  const before = (await albumOf(ctx, sourceMessageId)).map(({ id }) => id).filter((id) => id < sourceMessageId);
  if (before.length === 0) return 'ask';
  return (await photosOfMessages(ctx, before)).length > 0 ? 'follow' : null;
}
