import { type APIMessage, DiscordAPIError, Routes } from 'discord.js';
import { maxFileBytes } from '../../domain/media/picture.ts';
import { FetchError } from '../adapter.ts';
import { download } from '../download.ts';
import type { Rest } from './rest.ts';
import { reasonOf } from './send-failure.ts';

/** Where Discord keeps what people attach. */
const fileHosts: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/**
 * Brings an attachment by its `channel/message/attachment`: links to it run out, so its message is read anew. It is
 * loaded from Discord's own hosts alone, or from where the API is where that has been set.
 */
export async function fetchFile(
  rest: Rest,
  apiRoot: string | undefined,
  handle: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const [, channelId, messageId, attachmentId] = /^(\d{1,20})\/(\d{1,20})\/(\d{1,20})$/.exec(handle) ?? [];
  if (!channelId || !messageId) throw new FetchError('gone', 'That is no attachment');
  const message = await rest('GET', Routes.channelMessage(channelId, messageId), { signal }).catch((error: unknown) => {
    const isGone = error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
    throw new FetchError(isGone ? 'gone' : 'unknown', reasonOf(error));
  });
  const { attachments } = message as APIMessage;
  const attachment = attachments.find(({ id }) => id === attachmentId);
  if (!attachment) throw new FetchError('gone', 'The message no longer has that attachment');
  if (attachment.size > maxFileBytes) throw new FetchError('too-large', `${attachment.size} bytes`);
  return download(addressOf(attachment.url, apiRoot), signal);
}

function addressOf(link: string, apiRoot: string | undefined): URL {
  const url = URL.canParse(link) ? new URL(link) : null;
  const isDiscords = url?.protocol === 'https:' && url.port === '' && fileHosts.has(url.hostname);
  const isSet = apiRoot !== undefined && url?.origin === new URL(apiRoot).origin;
  if (!url || !(isDiscords || isSet)) throw new FetchError('gone', 'The attachment lies outside of Discord');
  return url;
}
