import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../src/bots/message.ts';
import { openStore } from '../../src/cli/store.ts';
import { startDiscordSimulator } from './discord-simulator/simulator.ts';
import { startRedis } from './redis.ts';
import { silentLog } from './silent-log.ts';
import { startTelegramSimulator } from './telegram-simulator.ts';

export interface CrashRunOptions {
  /** Due items, one a person: a third each reminders, notifications and replies, on both platforms in turn. */
  count: number;
  redis: boolean;
  /** From all processes being at work on, the items fall due within this time. */
  dueWithinMs: number;
  /** Processes are killed at random until so many have been. */
  kills: number;
  /** Whether leases are cut short at the end, so that nobody waits for those of the dead. */
  isHurried: boolean;
  limitMs: number;
}

export interface CrashReport {
  items: number;
  kills: number;
  restarts: number;
  /** Items of which nothing was ever seen. */
  lost: number;
  /** Messages beyond the first of an item. */
  doubledOnDiscord: number;
  doubledOnTelegram: number;
  /** Of those, the ones that were in nobody's hands at a kill or restart. */
  doubledForNoReason: number;
  /** Sends that were in hand at the kills and restarts. */
  inHand: number;
  /** What is still due, or failed, at the end. */
  open: number;
  tookMs: number;
}

type Kind = 'reminder' | 'notification' | 'reply';
const kinds: readonly Kind[] = ['reminder', 'notification', 'reply'];

/** Lets two workers and two bots do what falls due while they, Redis and PostgreSQL are killed at random. */
export async function crashRun(options: CrashRunOptions): Promise<CrashReport> {
  const { count, dueWithinMs, isHurried, limitMs } = options;
  const folder = mkdtempSync(join(tmpdir(), 'spotter-crash-'));
  // Under root the server runs as another user, who has to get in.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, '.spotter');
  const store = await openStore({ databaseUrl: null, dataDir }, silentLog, { durable: false });
  const redis = options.redis ? await startRedis() : null;
  const telegram = await startTelegramSimulator();
  const discord = await startDiscordSimulator();
  const { pool, url } = store;
  const startMs = performance.now();

  const people = Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % 3] ?? 'reply';
    if (Math.floor(i / 3) % 2 === 0) {
      const { id, chatId } = telegram.person();
      return {
        platform: 'telegram',
        kind,
        accountId: String(id),
        chatId: String(chatId),
        seen: () => telegram.said(chatId).length,
      } as const;
    }
    const { user, channel } = discord.person(`person ${i}`);
    return {
      platform: 'discord',
      kind,
      accountId: user.id,
      chatId: channel.id,
      seen: () => discord.ours(channel).length,
    } as const;
  });
  const inHand = new Set<string>();
  let kills = 0;
  let restarts = 0;
  let isOver = false;
  let isCut = false;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const running = new Set<ChildProcess>();

  /** What nobody knows the outcome of now: it may be sent once more. */
  async function noteInHand(): Promise<void> {
    for (;;) {
      try {
        const { rows } = await pool.query<{ account_id: string }>(
          "select account_id from deliveries where state = 'due' and attempts > 0",
        );
        for (const row of rows) inHand.add(row.account_id);
        return;
      } catch {
        await sleep(50);
      }
    }
  }

  /** A random number of sends later, or after a while: while the last of them is in somebody's hands. */
  async function someSends(): Promise<void> {
    const sends = () => telegram.calls.length + discord.requests.length;
    const enough = sends() + 1 + Math.floor(Math.random() * 15);
    for (const atMs = performance.now(); sends() < enough && performance.now() - atMs < 3_000; ) await sleep(2);
  }

  const messageFile = join(folder, 'messages.json');
  writeFileSync(messageFile, '[]');

  async function life(role: 'worker' | 'bot', onReady: () => void): Promise<void> {
    const settings = { role, databaseUrl: url, redisUrl: redis?.url ?? null, messageFile };
    const places = { telegram: at(telegram), discord: at(discord) };
    const script = resolve(import.meta.dirname, 'due-process.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify({ ...settings, ...places })], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.add(child);
    const ended = new Promise<void>((settle) => child.once('close', () => settle()));
    await Promise.race([ended, new Promise((ready) => child.stdout.once('data', ready))]);
    onReady();
    await Promise.race([ended, begun.then(someSends)]);
    if (kills < options.kills && !isOver && child.exitCode === null) {
      kills += 1;
      child.kill('SIGKILL');
    }
    await ended;
    running.delete(child);
    await noteInHand();
  }

  const roles = ['worker', 'worker', 'bot', 'bot'] as const;
  const firstReady: Promise<void>[] = [];
  const places = roles.map(async (role, place) => {
    let onReady = () => {};
    firstReady.push(
      new Promise((resolve) => {
        onReady = resolve;
      }),
    );
    // In the end one of each is enough.
    while (!isOver && !(isCut && place % 2 === 1)) await life(role, onReady);
  });

  /** Everybody's thing falls due, spread over the time. */
  async function fallDue(): Promise<void> {
    const from = Temporal.Now.instant().add({ milliseconds: 500 });
    const items = people.map((person, i) => ({
      ...person,
      dueAt: from.add({ milliseconds: Math.floor((i * dueWithinMs) / count) }),
    }));
    await addRows(
      pool,
      items.map(({ platform, kind, accountId, chatId, dueAt }) => ({
        platform,
        kind,
        accountId,
        chatId,
        dueAt: dueAt.toString(),
      })),
    );
    const messages = items.flatMap((item) => (item.kind === 'reply' ? [messageOf(item)] : []));
    writeFileSync(messageFile, JSON.stringify(messages));
  }

  async function restartServers(): Promise<void> {
    await sleep(dueWithinMs / 3);
    if (redis) {
      await redis.restart();
      restarts += 1;
    }
    await sleep(dueWithinMs / 3);
    // The store notices, and starts it again.
    const pidFile = join(realpathSync(join(dataDir, 'postgres')), 'data', 'postmaster.pid');
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT');
    restarts += 1;
    await sleep(500);
    await noteInHand();
  }

  try {
    await Promise.race([Promise.all(firstReady), sleep(60_000)]);
    await fallDue();
    begin();
    await Promise.all([restartServers(), sleep(dueWithinMs + 500)]);
    while (kills < options.kills && performance.now() - startMs < limitMs) await sleep(50);
    if (isHurried) {
      isCut = true;
      for (const child of running) child.kill('SIGKILL') && kills++;
      await sleep(200);
      await noteInHand();
      await pool.query('update deliveries set leased_until = null; update inbound_messages set leased_until = null');
    }
    let open = await openItems(pool);
    while (performance.now() - startMs < limitMs && (open > 0 || people.some(({ seen }) => seen() === 0))) {
      await sleep(200);
      open = await openItems(pool).catch(() => open);
    }
    isOver = true;
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(places);
    const doubled = people.filter(({ seen }) => seen() > 1);
    const more = (platform: string) =>
      doubled.filter((one) => one.platform === platform).reduce((sum, { seen }) => sum + seen() - 1, 0);
    return {
      items: count,
      kills,
      restarts,
      lost: people.filter(({ seen }) => seen() === 0).length,
      doubledOnDiscord: more('discord'),
      doubledOnTelegram: more('telegram'),
      doubledForNoReason: doubled.filter(({ accountId }) => !inHand.has(accountId)).length,
      inHand: inHand.size,
      open,
      tookMs: Math.round(performance.now() - startMs),
    };
  } finally {
    isOver = true;
    for (const child of running) child.kill('SIGKILL');
    await Promise.allSettled(places);
    await telegram.close();
    await discord.close();
    await redis?.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const at = ({ apiRoot, token }: { apiRoot: string; token: string }) => ({ apiRoot, token });

const messageOf = ({
  platform,
  accountId,
  chatId,
  dueAt,
}: Pick<Row, 'accountId' | 'chatId'> & { platform: 'telegram' | 'discord'; dueAt: Temporal.Instant }) =>
  ({
    kind: 'text',
    platform,
    eventKey: `message:${accountId}`,
    chatId,
    isPrivate: true,
    sender: { id: accountId, name: 'Ada', locale: null },
    sentAt: dueAt.toString(),
    timeZone: 'UTC',
    respondTo: null,
    messageId: `m${accountId}`,
    text: 'ate 10g rice',
    media: [],
    replyToId: null,
  }) satisfies Message;

interface Row {
  platform: string;
  kind: Kind;
  accountId: string;
  chatId: string;
  dueAt: string;
}

/** Everybody has written before but those who write now, and has one thing due. */
async function addRows(pool: pg.Pool, rows: readonly Row[]): Promise<void> {
  await pool.query(
    `with given as (
       select *, row_number() over () as n from jsonb_to_recordset($1) as g (platform platform, kind text, "accountId" text, "chatId" text, "dueAt" timestamptz)
       where kind <> 'reply'
     ), person as (
       insert into users (time_zone, zone_asked_at, created_at, updated_at) select 'UTC', now(), now(), now() from given returning id
     ), numbered as (select id, row_number() over () as n from person), known as (
       select given.*, numbered.id as user_id from given join numbered using (n)
     ), account as (
       insert into chat_accounts (user_id, platform, account_id, chat_id, created_at, updated_at)
       select user_id, platform, "accountId", "chatId", now(), now() from known
     ), reminder as (
       insert into reminders (user_id, what, once_at, next_due_at, time_zone, created_at, updated_at)
       select user_id, 'take the pills', "dueAt", "dueAt", 'UTC', now() - interval '1 day', now() from known where kind = 'reminder'
     )
     insert into notifications (user_id, key, title, message, payload, ignores_quiet_hours, due_at, created_at)
     select user_id, 'told', 'Told', 'Told', '{"reply": {"text": "Told"}}', true, "dueAt", now() from known where kind = 'notification'`,
    [JSON.stringify(rows)],
  );
}

/** How much is not settled, or has ended other than said. */
async function openItems(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ open: number }>(
    `select (select count(*) from inbound_messages where state <> 'done')
       + (select count(*) from deliveries where state <> 'sent')
       + (select count(*) from notifications where state <> 'sent')
       + (select count(*) from reminders where next_due_at is not null) as open`,
  );
  return Number(rows[0]?.open);
}
