import { type APIChannel, Routes } from 'discord.js';
import type { Rest } from './rest.ts';

const maxKnown = 10_000;

/** The channels of private chats by account. Discord gives the same one whenever it is asked. */
export function createPrivateChats(rest: Rest) {
  const channelIds = new Map<string, string>();
  return {
    /** The account's private chat with us. Rejects with discord.js's errors. */
    async open(accountId: string, signal?: AbortSignal): Promise<string> {
      const known = channelIds.get(accountId);
      if (known !== undefined) return known;
      const request = { body: { recipient_id: accountId }, signal };
      const { id } = (await rest('POST', Routes.userChannels(), request)) as APIChannel;
      if (channelIds.size >= maxKnown) channelIds.clear();
      channelIds.set(accountId, id);
      return id;
    },
  };
}
