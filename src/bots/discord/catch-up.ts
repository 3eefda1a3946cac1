import { setTimeout as sleep } from 'node:timers/promises';
import { type APIMessage, RateLimitError, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Job } from './chat-queue.ts';
import { errorCode, type Rest } from './rest.ts';
import type { DiscordMessage } from './to-message.ts';

/** A private chat as far as we know it. */
export interface LastSeen {
  readonly channelId: string;
  readonly messageId: string;
}

interface CatchUp {
  readonly rest: Rest;
  /** Takes a message that may have been taken before. */
  readonly onMessage: (message: DiscordMessage) => Promise<void>;
  /** Takes what a message was changed to, which may have been taken before. */
  readonly onEdit: (message: DiscordMessage) => Promise<void>;
  readonly signal: AbortSignal;
}

/** As many as Discord gives at once. */
const pageSize = 100;
/** Enough for most: what is new, and behind it what may have been changed. */
const firstPageSize = 50;
/** Private chats read at once; sending goes on meanwhile. */
const maxAtOnce = 4;

/**
 * Reads private chats from the last message seen: Discord does not send again what it sent while nobody listened.
 * Gives a job per chat, which rejects when interrupted or when Discord cannot be asked.
 */
export function createCatchUp({ rest, onMessage, onEdit, signal }: CatchUp): (chat: LastSeen) => Job {
  const limited = atMost(maxAtOnce);

  async function read(channelId: string, query: Record<string, string>): Promise<APIMessage[]> {
    while (true) {
      signal.throwIfAborted();
      try {
        const page = await limited(() => rest('GET', Routes.channelMessages(channelId), { query, signal }));
        return (page as APIMessage[]).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
      } catch (error) {
        if (isOutOfReach(error)) return [];
        if (!(error instanceof RateLimitError)) throw error;
        await sleep(Math.max(error.timeToReset, error.retryAfter, 50), undefined, { signal });
      }
    }
  }

  return ({ channelId, messageId }) => {
    // A job that is done again goes on where it failed.
    let seen = BigInt(messageId);
    const take = async (messages: readonly APIMessage[]) => {
      for (const message of messages) {
        signal.throwIfAborted();
        const isNew = BigInt(message.id) > seen;
        if (isNew) await onMessage(message);
        // A change has a key of its own, which must be known before somebody reads here again.
        if (message.edited_timestamp) await onEdit(message);
        if (isNew) seen = BigInt(message.id);
      }
    };
    return async () => {
      let page = await read(channelId, { limit: String(firstPageSize) });
      const isAll = page.length < firstPageSize || page.some(({ id }) => BigInt(id) <= seen);
      if (isAll) return take(page);
      do {
        page = await read(channelId, { after: String(seen), limit: String(pageSize) });
        await take(page);
      } while (page.length === pageSize);
    };
  };
}

const isOutOfReach = (error: unknown) =>
  errorCode(error) === RESTJSONErrorCodes.UnknownChannel || errorCode(error) === RESTJSONErrorCodes.MissingAccess;

/** Runs at most so many at once. */
function atMost(count: number) {
  const waiting: (() => void)[] = [];
  let free = count;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
