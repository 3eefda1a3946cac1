import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { chatAccounts, coachings, users } from '../../db/schema/index.ts';
import type { Adapter } from '../../src/bots/adapter.ts';
import { createDiscordAdapter } from '../../src/bots/discord/create-adapter.ts';
import type { Platform } from '../../src/bots/message.ts';
import { createTelegramAdapter } from '../../src/bots/telegram/create-adapter.ts';
import { runDue } from '../../src/cli/run-due.ts';
import { createRuntime, type Runtime } from '../../src/cli/runtime.ts';
import type { Database } from '../../src/domain/context.ts';
import type { FoodIndex } from '../../src/domain/foods/food-index.ts';
import { fast } from '../bots/discord/open-discord.ts';
import { tooManyRequests } from './discord-simulator/api-error.ts';
import { answers } from './discord-simulator/faults.ts';
import { startDiscordSimulator } from './discord-simulator/simulator.ts';
import type { Message } from './discord-simulator/world.ts';
import { silentLog } from './silent-log.ts';
import { startTelegramSimulator } from './telegram-simulator.ts';

export interface RelayOptions {
  readonly db: Database;
  readonly foods: FoodIndex;
  /** Of all pairs together, both ways. */
  readonly messages: number;
  /** Coaches and clients, one on Telegram, the other on Discord. */
  readonly pairs: number;
  /** How often a process dies between sending something and noting that it did. */
  readonly deaths: number;
  /** Between 0 and 1, anew with each call. */
  readonly random: () => number;
}

export interface RelayReport {
  readonly sent: number;
  /** Messages that never came, came before an earlier one of their conversation, or came without their change. */
  readonly lost: string[];
  readonly outOfOrder: string[];
  readonly unchanged: string[];
  readonly changed: number;
  readonly doubledOnDiscord: number;
  readonly doubledOnTelegram: number;
  /** Sends on Telegram of which nobody could know whether they had arrived. */
  readonly unavoidable: number;
  readonly faults: number;
  readonly deaths: number;
  readonly tookS: number;
}

/** One end of a conversation. */
interface End {
  readonly name: string;
  readonly platform: 'telegram' | 'discord';
  writes(text: string): () => void;
  /** All that was passed on to them, oldest first, as it stands now. */
  reads(): string[];
}

const perRound = 8;
const changeOneIn = 7;
const faultOneIn = 12;

/**
 * Lets coaches and clients write to each other across two simulated platforms that fail at random, through processes that
 * die, and tells what came of it.
 */
export async function runRelay(options: RelayOptions): Promise<RelayReport> {
  const { db, random } = options;
  const startMs = performance.now();
  const telegram = await startTelegramSimulator();
  const discord = await startDiscordSimulator();
  let now = Temporal.Instant.fromEpochMilliseconds(1_700_000_600_000);
  const report = { unavoidable: 0, faults: 0, deaths: 0, changed: 0 };
  const adapters: Adapter[] = [
    createTelegramAdapter({ token: telegram.token, apiRoot: telegram.apiRoot, menu: [] }),
    createDiscordAdapter({ token: discord.token, apiRoot: discord.apiRoot, menu: [], client: fast }),
  ];
  let committed = 0;
  let expected = 0;
  let process = open();

  /** A process of its own: once it is dead, nothing it sends gets anywhere and nothing it waits for comes. */
  function open() {
    let isDead = false;
    let die = () => {};
    const death = new Promise<void>((resolve) => {
      die = resolve;
    });
    const forever = () => new Promise<never>(() => {});
    const mortal = (adapter: Adapter): Adapter => ({
      ...adapter,
      async send(...args) {
        if (isDead) return forever();
        const sent = await adapter.send(...args);
        if (!isDead && !mayDie()) return sent;
        if (!isDead) report.deaths += 1;
        // All that was on its way when it died is in the same case.
        if (adapter.platform === 'telegram') report.unavoidable += 1;
        isDead = true;
        die();
        return forever();
      },
      edit: (...args) => (isDead ? forever() : adapter.edit(...args)),
    });
    const runtime: Runtime = createRuntime({
      ...{ db, foods: options.foods, adapters: adapters.map(mortal), clock: () => now, log: silentLog },
    });
    const alive = (work: Promise<unknown>) => Promise.race([work, death]).then(() => !isDead);
    return { runtime, alive, isDead: () => isDead };
  }

  let deathsDue = 0;
  const mayDie = (): boolean => report.deaths < deathsDue && random() < 0.2;

  /** What a process that died held is free once its lease is over. */
  async function settle(): Promise<void> {
    for (;;) {
      while (committed < expected && !process.isDead()) await new Promise((resolve) => setTimeout(resolve, 2));
      if (await process.alive(work())) return;
      now = now.add({ seconds: 31 });
      process = open();
    }
  }

  async function work(): Promise<void> {
    const { respond, jobs } = process.runtime;
    await respond.idle();
    await runDue(db, jobs, now);
    await respond.idle();
  }

  function breakSomething(): void {
    if (random() * faultOneIn > 1) return;
    report.faults += 1;
    const retry = { status: 429, description: 'Too Many Requests: retry after 2', parameters: { retry_after: 2 } };
    const post = { method: 'POST', path: /\/messages$/ };
    const kinds = [
      () => telegram.fails(retry, 'sendMessage'),
      () => telegram.fails('drop-before', 'sendMessage'),
      () => {
        report.unavoidable += 1;
        telegram.fails('drop-after', 'sendMessage');
      },
      () => telegram.fails('garbage', 'sendMessage'),
      () => telegram.fails({ status: 502, description: 'Bad Gateway' }, 'sendMessage'),
      () => discord.faults.next({ ...post, drop: 'before' }),
      () => discord.faults.next({ ...post, drop: 'after' }),
      () => discord.faults.next({ ...post, answer: answers(503, 0, 'Service Unavailable') }),
      () => discord.faults.next({ ...post, answer: tooManyRequests('user', 0.1) }),
    ];
    kinds[Math.floor(random() * kinds.length)]?.();
  }

  function telegramEnd(): End & { account: string } {
    const person = telegram.person();
    return {
      ...{ name: `telegram ${person.id}`, platform: 'telegram', account: String(person.id) },
      writes(text) {
        expected += 1;
        const id = person.writes(text);
        return () => {
          expected += 1;
          person.edits(id, `${text} changed`);
        };
      },
      reads: () => telegram.said(person.chatId).map(({ text }) => text),
    };
  }

  function discordEnd(number: number): End & { account: string } {
    const person = discord.person(`Person ${number}`);
    return {
      ...{ name: `discord ${person.user.id}`, platform: 'discord', account: person.user.id },
      writes(text) {
        expected += 1;
        const said: Message = person.writes(text);
        return () => {
          expected += 1;
          person.edits(said, `${text} changed`);
        };
      },
      reads: () => discord.ours(person.channel).map((message) => discord.read(message).text),
    };
  }

  await Promise.all(
    adapters.map((adapter) =>
      adapter.start(async (message) => {
        await process.runtime.respond.receive(message);
        committed += 1;
      }),
    ),
  );
  try {
    const pairs = Array.from({ length: options.pairs }, (_, i) => [telegramEnd(), discordEnd(i)] as const);
    for (const end of pairs.flat()) end.writes('hello');
    await settle();
    for (const [i, [one, other]] of pairs.entries())
      await (i % 2 ? coach(db, one, other, now) : coach(db, other, one, now));
    for (const end of pairs.flat()) end.writes('/chat');
    await settle();

    const said = new Map<End, { text: string; isChanged: boolean }[]>();
    const unchangedYet: { change: () => void; note: { isChanged: boolean } }[] = [];
    let sent = 0;
    while (sent < options.messages) {
      deathsDue = Math.ceil((options.deaths * sent) / options.messages);
      for (const [one, other] of pairs)
        for (const [from, to] of [
          [one, other],
          [other, one],
        ] as const)
          for (let n = 0; n < perRound && sent < options.messages; n++) {
            breakSomething();
            const list = said.get(to) ?? [];
            said.set(to, list);
            const note = { text: `m${list.length} from a friend`, isChanged: false };
            list.push(note);
            const change = from.writes(note.text);
            if (random() * changeOneIn < 1) unchangedYet.push({ change, note });
            sent += 1;
          }
      // Some are changed at once, some when they have long been read.
      for (let i = unchangedYet.length - 1; i >= 0; i--)
        if (random() < 0.5) {
          const [one] = unchangedYet.splice(i, 1);
          if (!one) continue;
          one.change();
          one.note.isChanged = true;
          report.changed += 1;
        }
      await settle();
      now = now.add({ seconds: 3 });
    }
    deathsDue = 0;
    for (let i = 0; i < 12; i++) {
      await settle();
      now = now.add({ seconds: 31 });
    }
    return { ...judge(said), ...report, sent, tookS: (performance.now() - startMs) / 1000 };
  } finally {
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    await telegram.close();
    await discord.close();
  }
}

/** Makes the person of the first account the coach of the second. */
async function coach(
  db: Database,
  of: { platform: Platform; account: string },
  client: { platform: Platform; account: string },
  now: Temporal.Instant,
): Promise<void> {
  const idOf = async ({ platform, account }: { platform: Platform; account: string }) => {
    const is = and(eq(chatAccounts.platform, platform), eq(chatAccounts.accountId, account));
    const [row] = await db.select({ id: chatAccounts.userId }).from(chatAccounts).where(is);
    return row?.id ?? 0;
  };
  const [coachId, clientId] = [await idOf(of), await idOf(client)];
  await db.update(users).set({ role: 'coach' }).where(eq(users.id, coachId));
  const agreed = { canRead: ['messages' as const], canWrite: [], startedAt: now.subtract({ hours: 1 }) };
  await db.insert(coachings).values({ coachId, clientId, ...agreed, createdAt: now, updatedAt: now });
}

function judge(said: ReadonlyMap<End, readonly { text: string; isChanged: boolean }[]>) {
  const found = { lost: [] as string[], outOfOrder: [] as string[], unchanged: [] as string[] };
  const doubled = { telegram: 0, discord: 0 };
  for (const [to, list] of said) {
    const came = to.reads().flatMap((text) => {
      const [, number, changed] = /: m(\d+) from a friend( changed)?/.exec(text) ?? [];
      return number === undefined ? [] : [{ number: Number(number), isChanged: changed !== undefined }];
    });
    const firsts = came.filter((one, i) => came.findIndex(({ number }) => number === one.number) === i);
    doubled[to.platform] += came.length - firsts.length;
    for (const [i, one] of firsts.entries())
      if (i > 0 && one.number < (firsts[i - 1]?.number ?? 0)) found.outOfOrder.push(`${to.name}: ${one.number}`);
    for (const [number, { isChanged }] of list.entries()) {
      const copies = came.filter((one) => one.number === number);
      if (copies.length === 0) found.lost.push(`${to.name}: ${number}`);
      else if (isChanged && !copies.some((one) => one.isChanged)) found.unchanged.push(`${to.name}: ${number}`);
    }
  }
  return { ...found, doubledOnTelegram: doubled.telegram, doubledOnDiscord: doubled.discord };
}
