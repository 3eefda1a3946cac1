import { type APIChannel, ChannelType, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import type { Chat } from '../adapter.ts';
import type { Rest } from './rest.ts';

/**
 * Opens a private thread in a channel and brings that person in: nobody else sees it but who may manage threads there.
 * Rejects with discord.js's errors.
 */
export async function openThread(
  rest: Rest,
  { id, accountId }: Chat,
  name: string,
  signal: AbortSignal,
): Promise<{ readonly threadId: string }> {
  const body = {
    name,
    type: ChannelType.PrivateThread,
    invitable: false,
    auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
  };
  const thread = (await rest('POST', Routes.threads(id ?? ''), { body, signal })) as APIChannel;
  await rest('PUT', Routes.threadMembers(thread.id, accountId), { signal });
  return { threadId: thread.id };
}
