/** So many within a time that slides along. */
function window(count: number, ms: number) {
  const times: number[] = [];
  return {
    /** Milliseconds until one more may come; 0 for now. */
    waitMs(now: number): number {
      while (times[0] !== undefined && times[0] <= now - ms) times.shift();
      const first = times[0];
      return times.length < count || first === undefined ? 0 : first + ms - now;
    },
    take: (now: number) => void times.push(now),
  };
}

/**
 * What Telegram bears (Bots FAQ): 30 messages within any second over all chats, one a second in a chat with short bursts
 * (here three at once, and no more than five in three seconds), 20 a minute in a group. Returns after how many seconds a
 * message may go to a chat, or null for now, and then counts it.
 */
export function telegramLimits(clockMs: () => number = () => performance.now()): (chatId: number) => number | null {
  const overall = window(30, 1_000);
  const chats = new Map<number, ReturnType<typeof window>>();
  return (chatId) => {
    const now = clockMs();
    const chat = chats.get(chatId) ?? (chatId < 0 ? window(20, 60_000) : window(5, 3_000));
    chats.set(chatId, chat);
    const waitMs = Math.max(overall.waitMs(now), chat.waitMs(now));
    if (waitMs > 0) return Math.ceil(waitMs / 1_000);
    overall.take(now);
    chat.take(now);
    return null;
  };
}
