import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../src/bots/message.ts';
import { startDiscordSimulator } from './discord-simulator/simulator.ts';
import { startDoomed } from './doomed-processes.ts';
import type { OwnStore } from './own-store.ts';
import { startRedis } from './redis.ts';
import { startTelegramSimulator } from './telegram-simulator.ts';

export interface CrashRunOptions {
  /** Whoever was in it goes. */
  own: OwnStore;
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
  const { store, folder, dataDir } = options.own;
  await store.pool.query('delete from users; delete from inbound_messages');
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
  let restarts = 0;

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

  const messageFile = join(folder, 'messages.json');
  writeFileSync(messageFile, '[]');
  const places = { telegram: at(telegram), discord: at(discord) };
  const given = { databaseUrl: url, redisUrl: redis?.url ?? null, messageFile, ...places };
  const doomed = await startDoomed({
    // In the end one of each is left.
    settings: (['worker', 'worker', 'bot', 'bot'] as const).map((role) => ({ role, ...given })),
    sends: () => telegram.calls.length + discord.requests.length,
    ...{ sendsPerLife: 15, lifeMs: 3_000, kills: options.kills, onDeath: noteInHand },
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
    await doomed.ready;
    await fallDue();
    doomed.begin();
    await Promise.all([restartServers(), sleep(dueWithinMs + 500)]);
    while (doomed.kills() < options.kills && performance.now() - startMs < limitMs) await sleep(50);
    if (isHurried) {
      doomed.killAll();
      await sleep(200);
      await noteInHand();
      await pool.query('update deliveries set leased_until = null; update inbound_messages set leased_until = null');
    }
    let open = await openItems(pool);
    while (performance.now() - startMs < limitMs && (open > 0 || people.some(({ seen }) => seen() === 0))) {
      await sleep(200);
      open = await openItems(pool).catch(() => open);
    }
    await doomed.stop();
    const doubled = people.filter(({ seen }) => seen() > 1);
    const more = (platform: string) =>
      doubled.filter((one) => one.platform === platform).reduce((sum, { seen }) => sum + seen() - 1, 0);
    return {
      items: count,
      kills: doomed.kills(),
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
    await doomed.stop();
    await telegram.close();
    await discord.close();
    await redis?.stop();
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
