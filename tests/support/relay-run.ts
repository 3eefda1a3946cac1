import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { OpenDatabase } from '../../db/client.ts';
import { chatAccounts, coachings, users } from '../../db/schema/index.ts';
import type { Database } from '../../src/domain/context.ts';
import { tooManyRequests } from './discord-simulator/api-error.ts';
import { answers } from './discord-simulator/faults.ts';
import { startDiscordSimulator } from './discord-simulator/simulator.ts';
import { startDoomed } from './doomed-processes.ts';
import { startTelegramSimulator } from './telegram-simulator.ts';

export interface RelayOptions {
  readonly database: OpenDatabase & { readonly url: string };
  /** Of all pairs together, both ways. */
  readonly messages: number;
  /** Coaches and clients, one on Telegram, the other on Discord. */
  readonly pairs: number;
  /** How many processes are killed at random while the messages pass. */
  readonly kills: number;
  /** The longest that one of them lives, where little is sent. */
  readonly lifeMs: number;
  /** Whether all are killed at the end and their leases cut short, so that nobody waits for those of the dead. */
  readonly isHurried: boolean;
  readonly limitMs: number;
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
  /** Of those, the ones that were in nobody's hands at a kill. */
  readonly doubledOutOfHand: number;
  /** Sends on Telegram that took effect and were never answered. */
  readonly unanswered: number;
  /** Sends on Telegram that were in hand at a kill. */
  readonly inHand: number;
  readonly faults: number;
  readonly kills: number;
  /** What is still to be done at the end. */
  readonly open: number;
  readonly tookS: number;
}

/** One end of a conversation. */
interface End {
  readonly platform: 'telegram' | 'discord';
  readonly account: string;
  /** Gives what changes it. */
  writes(text: string): () => void;
  /** All that was passed on to them, oldest first, as it stands now. */
  reads(): string[];
}

/** What was written to somebody, in order. */
type Written = { readonly text: string; isChanged: boolean }[];

const changeOneIn = 7;
const faultOneIn = 12;
const mostFaults = 3;
/** Who has not got so many yet is not written to meanwhile. */
const mostAhead = 25;
const lookMs = 300;
/** Where nothing is left to be done for so long, what has not come will not come. */
const longestRestMs = 60_000;

/**
 * Lets coaches and clients write to each other across two simulated platforms that fail at random, through processes that
 * are killed at random: two that receive, each standing by for the other, and a worker. Tells what came of it.
 */
export async function runRelay(options: RelayOptions): Promise<RelayReport> {
  const { db, pool, url } = options.database;
  const { messages, limitMs } = options;
  const startMs = performance.now();
  const isLate = () => performance.now() - startMs > limitMs;
  const telegram = await startTelegramSimulator();
  const discord = await startDiscordSimulator();
  const inHand = new Set<string>();
  const report = { faults: 0, unanswered: 0, changed: 0 };

  /** What nobody knows the outcome of now: it may be sent once more. */
  async function noteInHand(): Promise<void> {
    const { rows } = await pool.query<{ account: string; reply: string }>(
      `select account_id as account, reply::text as reply from deliveries
       where platform = 'telegram' and kind = 'send' and state = 'due' and attempts > 0`,
    );
    for (const { account, reply } of rows) inHand.add(`${account}: ${numberIn(reply)?.number}`);
  }

  const at = ({ apiRoot, token }: { apiRoot: string; token: string }) => ({ apiRoot, token });
  const given = { databaseUrl: url, redisUrl: null, messageFile: null, telegram: at(telegram), discord: at(discord) };
  const doomed = await startDoomed({
    settings: (['receiver', 'receiver', 'worker'] as const).map((role) => ({ role, ...given })),
    sends: () => telegram.calls.length + discord.requests.length,
    sendsPerLife: Math.ceil((2 * messages) / options.kills),
    ...{ lifeMs: options.lifeMs, kills: options.kills, onDeath: noteInHand },
  });

  function telegramEnd(): End {
    const person = telegram.person();
    return {
      ...{ platform: 'telegram', account: String(person.id) },
      writes(text) {
        const id = person.writes(text);
        return () => person.edits(id, `${text} changed`);
      },
      reads: () => telegram.said(person.chatId).map(({ text }) => text),
    };
  }

  function discordEnd(number: number): End {
    const person = discord.person(`Person ${number}`);
    return {
      ...{ platform: 'discord', account: person.user.id },
      writes(text) {
        const said = person.writes(text);
        return () => person.edits(said, `${text} changed`);
      },
      reads: () => discord.ours(person.channel).map((message) => discord.read(message).text),
    };
  }

  /** Few faults wait at a time for each platform: were they to pile up, the last messages would meet nothing else. */
  function breakSomething(): void {
    if (Math.random() * faultOneIn > 1) return;
    const retry = { status: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } };
    const post = { method: 'POST', path: /\/messages$/ };
    const onTelegram = [
      () => telegram.fails(retry, 'sendMessage'),
      () => telegram.fails('drop-before', 'sendMessage'),
      () => {
        report.unanswered += 1;
        telegram.fails('drop-after', 'sendMessage');
      },
      () => telegram.fails('garbage', 'sendMessage'),
      () => telegram.fails('hang', 'sendMessage'),
      () => telegram.fails({ status: 502, description: 'Bad Gateway' }, 'sendMessage'),
    ];
    const onDiscord = [
      () => discord.faults.next({ ...post, drop: 'before' }),
      () => discord.faults.next({ ...post, drop: 'after' }),
      () => discord.faults.next({ ...post, until: new Promise(() => {}) }),
      () => discord.faults.next({ ...post, answer: answers(503, 0, 'Service Unavailable') }),
      () => discord.faults.next({ ...post, answer: tooManyRequests('user', 0.1) }),
    ];
    const kinds = [
      ...(telegram.faultsLeft() < mostFaults ? onTelegram : []),
      ...(discord.faults.left() < mostFaults ? onDiscord : []),
    ];
    const fault = kinds[Math.floor(Math.random() * kinds.length)];
    if (!fault) return;
    report.faults += 1;
    fault();
  }

  /** Looks again and again; gives up when the time is over. */
  async function until(isSo: () => Promise<boolean> | boolean, everyMs = 100): Promise<void> {
    while (!isLate() && !(await isSo())) await sleep(everyMs);
  }
  const count = async (query: string) => Number((await pool.query<{ n: string }>(query)).rows[0]?.n);

  try {
    const pairs = Array.from({ length: options.pairs }, (_, i) => [telegramEnd(), discordEnd(i)] as const);
    const ends = pairs.flat();
    await doomed.ready;
    await until(() => telegram.isPolled() && discord.gateway.isConnected());
    for (const end of ends) end.writes('hello');
    await until(async () => (await count(`select count(*) as n from users`)) === ends.length);
    for (const [i, [one, other]] of pairs.entries()) await (i % 2 ? coach(db, one, other) : coach(db, other, one));
    for (const end of ends) end.writes('/chat');
    const talking = 'select count(*) as n from chat_accounts where talking_to_id is not null';
    await until(async () => (await count(talking)) === ends.length);
    await until(async () => (await openRows()) === 0);

    const ways = pairs.flatMap(([one, other]) => [
      { from: one, to: other, list: [] as Written },
      { from: other, to: one, list: [] as Written },
    ]);
    const unchangedYet: { change: () => void; note: Written[number] }[] = [];
    let sent = 0;
    doomed.begin();
    while (sent < messages && !isLate()) {
      const free = ways.filter(({ to, list }) => list.length - new Set(came(to)).size < mostAhead);
      for (const { from, list } of free.sort(() => Math.random() - 0.5).slice(0, Math.ceil(ways.length / 2))) {
        if (sent === messages) break;
        breakSomething();
        const note = { text: `m${list.length} from a friend`, isChanged: false };
        list.push(note);
        const change = from.writes(note.text);
        if (Math.random() * changeOneIn < 1) unchangedYet.push({ change, note });
        sent += 1;
      }
      // Some are changed at once, some when they have long been read.
      for (const one of unchangedYet.splice(0)) {
        if (Math.random() < 0.5) {
          unchangedYet.push(one);
          continue;
        }
        one.change();
        one.note.isChanged = true;
        report.changed += 1;
      }
      await sleep(20);
    }
    await until(() => doomed.kills() >= options.kills);
    if (options.isHurried) {
      doomed.killAll();
      await sleep(300);
      await noteInHand();
      await pool.query(`update deliveries set leased_until = null, due_at = least(due_at, now()) where state = 'due';
        update inbound_messages set leased_until = null where state = 'pending'`);
    }
    const said = new Map(ways.map(({ to, list }) => [to, list]));
    const isAllThere = () => {
      const { lost, unchanged } = judge(said);
      return lost.length + unchanged.length === 0;
    };
    let restMs = 0;
    await until(async () => {
      restMs = (await openRows()) === 0 ? restMs + lookMs : 0;
      return restMs > 0 && (isAllThere() || restMs > longestRestMs);
    }, lookMs);
    await doomed.stop();
    const { doubled, ...found } = judge(said);
    const open = await openRows();
    return {
      ...{ sent, ...found, ...report, inHand: inHand.size, kills: doomed.kills(), open },
      doubledOnDiscord: doubled.filter(({ to }) => to.platform === 'discord').length,
      doubledOnTelegram: doubled.filter(({ to }) => to.platform === 'telegram').length,
      doubledOutOfHand: doubled.filter(({ to, number }) => !inHand.has(`${to.account}: ${number}`)).length,
      tookS: (performance.now() - startMs) / 1000,
    };
  } finally {
    await doomed.stop();
    await telegram.close();
    await discord.close();
  }

  function openRows(): Promise<number> {
    return count(`select (select count(*) from inbound_messages where state = 'pending')
      + (select count(*) from deliveries where state = 'due')
      + (select count(*) from notifications where state = 'due' and type = 'message') as n`);
  }
}

/** Makes the person of the first account the coach of the second. */
async function coach(db: Database, of: Pick<End, 'platform' | 'account'>, client: typeof of): Promise<void> {
  const idOf = async ({ platform, account }: typeof of) => {
    const is = and(eq(chatAccounts.platform, platform), eq(chatAccounts.accountId, account));
    const [row] = await db.select({ id: chatAccounts.userId }).from(chatAccounts).where(is);
    return row?.id ?? 0;
  };
  const [coachId, clientId] = [await idOf(of), await idOf(client)];
  const now = Temporal.Now.instant();
  await db.update(users).set({ role: 'coach' }).where(eq(users.id, coachId));
  const agreed = { canRead: ['messages' as const], canWrite: [], startedAt: now.subtract({ hours: 1 }) };
  await db.insert(coachings).values({ coachId, clientId, ...agreed, createdAt: now, updatedAt: now });
}

function numberIn(text: string): { readonly number: number; readonly isChanged: boolean } | null {
  const [, number, changed] = /\bm(\d+) from a friend( changed)?/.exec(text) ?? [];
  return number === undefined ? null : { number: Number(number), isChanged: changed !== undefined };
}

/** The numbers of what came to somebody, in order. */
const came = (to: End): number[] => to.reads().flatMap((text) => numberIn(text)?.number ?? []);

function judge(said: ReadonlyMap<End, Written>) {
  const found = { lost: [] as string[], outOfOrder: [] as string[], unchanged: [] as string[] };
  const doubled: { readonly to: End; readonly number: number }[] = [];
  for (const [to, list] of said) {
    const name = `${to.platform} ${to.account}`;
    const copies = new Map<number, boolean>();
    let last = -1;
    for (const { number, isChanged } of to.reads().flatMap((text) => numberIn(text) ?? [])) {
      const known = copies.get(number);
      copies.set(number, known || isChanged);
      if (known !== undefined) doubled.push({ to, number });
      else if (number < last) found.outOfOrder.push(`${name}: ${number}`);
      else last = number;
    }
    for (const [number, { isChanged }] of list.entries()) {
      if (!copies.has(number)) found.lost.push(`${name}: ${number}`);
      else if (isChanged && !copies.get(number)) found.unchanged.push(`${name}: ${number}`);
    }
  }
  return { ...found, doubled };
}
