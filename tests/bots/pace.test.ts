import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/bots/pace.ts';
import { reserveSlot } from '../../src/domain/notifications/reserve-slot.ts';
import { testDatabase } from '../support/database.ts';

/** A clock that only sleeping moves, and slots of one platform on it. */
function simulated() {
  let nowMs = 0;
  let nextMs = 0;
  const pace = createPace({
    clockMs: () => nowMs,
    sleep: async (ms) => {
      nowMs += ms;
    },
    reserve: async (_, spacingMs) => {
      const slot = Math.max(nextMs, nowMs);
      nextMs = slot + spacingMs;
      return slot - nowMs;
    },
  });
  return { pace, now: () => nowMs };
}

/** The most that went out within any second. */
const mostInASecond = (times: readonly number[]): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));

describe('the pace', () => {
  it('keeps below thirty a second on Telegram, and close to it', async () => {
    const { pace, now } = simulated();
    const times: number[] = [];
    for (let i = 0; i < 300; i++) {
      expect(await pace.turn({ platform: 'telegram', chatId: `${i}`, isReply: false })).toBe(0);
      times.push(now());
    }
    expect(mostInASecond(times)).toBeLessThanOrEqual(30);
    expect(300_000 / (times.at(-1) ?? 0)).toBeGreaterThan(0.95 * 30);
  });

  it('keeps below fifty a second on Discord, and close to it', async () => {
    const { pace, now } = simulated();
    const times: number[] = [];
    for (let i = 0; i < 200; i++) {
      expect(await pace.turn({ platform: 'discord', chatId: '1', isReply: false })).toBe(0);
      times.push(now());
    }
    expect(mostInASecond(times)).toBeLessThanOrEqual(50);
    expect(200_000 / (times.at(-1) ?? 0)).toBeGreaterThan(0.9 * 50);
  });

  it('lets a reply pass all that waits without anybody waiting for it', async () => {
    const { pace } = simulated();
    const order: string[] = [];
    const turn = (name: string, isReply: boolean) =>
      pace.turn({ platform: 'telegram', chatId: name, isReply }).then(() => order.push(name));
    const bulk = Array.from({ length: 20 }, (_, i) => turn(`bulk ${i}`, false));
    await Promise.all([...bulk, turn('reply', true)]);
    expect(order.indexOf('reply')).toBeLessThan(2);
    expect(order.filter((name) => name !== 'reply')).toEqual(bulk.map((_, i) => `bulk ${i}`));
  });

  it('lets a short burst into a chat, then one a second', async () => {
    const { pace, now } = simulated();
    const times: number[] = [];
    for (let i = 0; i < 6; i++) {
      await pace.turn({ platform: 'telegram', chatId: 'ana', isReply: true });
      times.push(now());
    }
    expect(times[2]).toBeLessThan(200);
    expect(times[5]).toBeGreaterThanOrEqual(2_800);
  });

  it('keeps a group to twenty a minute by putting off what would wait long', async () => {
    const { pace, now } = simulated();
    const waits: number[] = [];
    let sent = 0;
    for (let i = 0; i < 40; i++) {
      const waitMs = await pace.turn({ platform: 'telegram', chatId: '-100', isReply: false });
      if (waitMs === 0 && now() < 60_000) sent += 1;
      waits.push(waitMs);
    }
    expect(sent).toBeLessThanOrEqual(20);
    expect(Math.max(...waits)).toBeGreaterThan(2_000);
  });

  it('puts off what would wait longer than a lease bears', async () => {
    const { pace } = simulated();
    const turns = Array.from({ length: 200 }, (_, i) =>
      pace.turn({ platform: 'telegram', chatId: `${i}`, isReply: true }),
    );
    const waits = await Promise.all(turns);
    expect(waits.filter((ms) => ms === 0).length).toBeGreaterThan(30);
    expect(waits.filter((ms) => ms > 2_000).length).toBeGreaterThan(100);
  });

  it('lets go of those who wait when slots cannot be had', async () => {
    const pace = createPace({ reserve: () => Promise.reject(new Error('no database')) });
    const turns = [1, 2].map((i) => pace.turn({ platform: 'telegram', chatId: `${i}`, isReply: true }));
    expect((await Promise.allSettled(turns)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('the slots of a platform', async () => {
  const { db } = await testDatabase();

  it('are handed out evenly to all processes, and not saved up while nobody sends', async () => {
    const spacingMs = 60_000;
    expect(await reserveSlot(db, 'discord', spacingMs)).toBe(0);
    const waits = await Promise.all(Array.from({ length: 10 }, () => reserveSlot(db, 'discord', spacingMs)));
    // Less by what the test itself takes.
    const slots = waits.map((waitMs) => Math.ceil(waitMs / spacingMs)).sort((a, b) => a - b);
    expect(slots).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
