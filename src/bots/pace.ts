import type { Platform } from './message.ts';

/** What a platform bears, over all chats and in one of them. */
interface Limit {
  /** Between two messages of all processes together. */
  readonly spacingMs: number;
  /** Between two messages of this process, however late the first went out. */
  readonly leastGapMs: number;
  /** In one chat: so many at once, and then one more every so often. */
  readonly chat: { readonly burst: number; readonly everyMs: number } | null;
  readonly group: { readonly burst: number; readonly everyMs: number } | null;
}

/**
 * Telegram: about 30 a second over all, one a second in a chat with short bursts, 20 a minute in a group (Bots FAQ).
 * Discord: 50 requests a second; its library keeps the buckets of the single routes. A little below each, as what is
 * sent evenly does not arrive evenly.
 */
const limits: Readonly<Partial<Record<Platform, Limit>>> = {
  telegram: {
    spacingMs: 34.5,
    leastGapMs: 33.4,
    chat: { burst: 3, everyMs: 1_000 },
    group: { burst: 2, everyMs: 3_300 },
  },
  discord: { spacingMs: 22, leastGapMs: 20.1, chat: null, group: null },
};

/** A slot that is missed by more is given up, but never so many in a row that nothing goes. */
const latestMs = 12;
const mostMissed = 3;

/** A wait longer than this is not sat out: the message is put off, and its sender is free for others. */
const longestWaitMs = 2_000;

export interface PaceRequest {
  readonly platform: Platform;
  readonly chatId: string;
  /** Whether somebody waits for it: it goes before all that we say by ourselves. */
  readonly isReply: boolean;
}

/** Keeps to what platforms bear. */
export interface Pace {
  /** Resolves to 0 when the message may go now; else to the milliseconds after which to come again. */
  turn(request: PaceRequest): Promise<number>;
}

export interface PaceDependencies {
  /** The next slot of a platform, over all processes: in how many milliseconds it comes. */
  readonly reserve: (platform: Platform, spacingMs: number) => Promise<number>;
  readonly clockMs?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** One platform's queue for slots: replies first, each in the order they came. */
interface Queue {
  readonly replies: Waiter[];
  readonly others: Waiter[];
  isServed: boolean;
  lastAtMs: number;
}

/** Makes the pace of this process, which shares its slots with the others through `reserve`. */
export function createPace({
  reserve,
  clockMs = () => performance.now(),
  sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}: PaceDependencies): Pace {
  const queues = new Map<Platform, Queue>();
  const chats = new Map<string, { tokens: number; atMs: number }>();

  /** Hands out slots as long as anybody waits. Whose a slot is, is decided when it comes. */
  async function serve(platform: Platform, limit: Limit, queue: Queue): Promise<void> {
    queue.isServed = true;
    const slot = async () => clockMs() + (await reserve(platform, limit.spacingMs));
    let ahead: Promise<number> | null = null;
    let missed = 0;
    try {
      while (queue.replies.length > 0 || queue.others.length > 0) {
        const slotMs: number = await (ahead ?? slot());
        // The one after it is asked for while this one is waited for: none is lost on a slow way to the database.
        ahead = queue.replies.length + queue.others.length > 1 ? slot() : null;
        ahead?.catch(() => {});
        const atMs = Math.max(slotMs, queue.lastAtMs + limit.leastGapMs);
        if (atMs > clockMs()) await sleep(atMs - clockMs());
        // Whoever comes late would crowd the slots of others: they take another one.
        const isLate = clockMs() - atMs > latestMs && missed < mostMissed;
        missed = isLate ? missed + 1 : 0;
        if (isLate) continue;
        queue.lastAtMs = clockMs();
        (queue.replies.shift() ?? queue.others.shift())?.resolve();
      }
    } catch (error) {
      // Whoever waits comes again later.
      for (const { reject } of [...queue.replies.splice(0), ...queue.others.splice(0)]) reject(error);
    } finally {
      queue.isServed = false;
    }
  }

  /** Takes a token of a chat; else how long until there is one. */
  function takeToken(key: string, { burst, everyMs }: { burst: number; everyMs: number }): number {
    const nowMs = clockMs();
    const known = chats.get(key) ?? { tokens: burst, atMs: nowMs };
    const tokens = Math.min(burst, known.tokens + (nowMs - known.atMs) / everyMs);
    if (tokens < 1) return Math.ceil((1 - tokens) * everyMs);
    chats.set(key, { tokens: tokens - 1, atMs: nowMs });
    if (chats.size > 10_000) forgetIdle(nowMs);
    return 0;
  }

  function forgetIdle(nowMs: number): void {
    for (const [key, { atMs }] of chats) if (nowMs - atMs > 120_000) chats.delete(key);
  }

  return {
    async turn({ platform, chatId, isReply }) {
      const limit = limits[platform];
      if (!limit) return 0;
      const ofChat = chatId.startsWith('-') ? limit.group : limit.chat;
      for (let waitMs = ofChat ? takeToken(`${platform}:${chatId}`, ofChat) : 0; waitMs > 0; ) {
        if (waitMs > longestWaitMs || !ofChat) return waitMs;
        await sleep(waitMs);
        waitMs = takeToken(`${platform}:${chatId}`, ofChat);
      }
      const queue = queues.get(platform) ?? {
        replies: [],
        others: [],
        isServed: false,
        lastAtMs: Number.NEGATIVE_INFINITY,
      };
      queues.set(platform, queue);
      const ahead = queue.replies.length + (isReply ? 0 : queue.others.length);
      if (ahead * limit.spacingMs > longestWaitMs) return ahead * limit.spacingMs;
      await new Promise<void>((resolve, reject) => {
        (isReply ? queue.replies : queue.others).push({ resolve, reject });
        if (!queue.isServed) void serve(platform, limit, queue);
      });
      return 0;
    },
  };
}
