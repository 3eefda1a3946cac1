import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFileStore } from '../../src/domain/media/file-store.ts';
import { openRows, recordedFor } from '../main-job/recorded.ts';
import { testDatabase } from '../support/database.ts';
import { startDiscordSimulator } from '../support/discord-simulator/simulator.ts';
import { startTelegramSimulator, type TelegramSimulator } from '../support/telegram-simulator.ts';
import { type Settings, startCli } from './run-cli.ts';

const { db, url } = await testDatabase();

let telegram: TelegramSimulator;
beforeAll(async () => {
  telegram = await startTelegramSimulator();
});
afterAll(() => telegram.close());

const start = (half: 'bot' | 'worker', settings: Settings = {}) =>
  startCli([half], {
    DATABASE_URL: url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    LOG_LEVEL: 'info',
    ...settings,
  });
/** What its health endpoints say. */
async function health(printed: string, path: string): Promise<{ status: number; body: string }> {
  const [, origin = ''] = /^Health: (http:\/\/[\d.:]+)\/readyz$/m.exec(printed) ?? [];
  const response = await fetch(`${origin}${path}`);
  return { status: response.status, body: await response.text() };
}
const said = (chatId: number) => telegram.said(chatId).map(({ text }) => text);
/** Whether a fetch confirms everything there was. */
const isAfterLast = ({ offset }: Readonly<Record<string, unknown>>) => offset === telegram.lastUpdate().update_id + 1;
const takeOverMs = 10_000;
/** The figures that the operator's page names. */
const documentedMetrics = new Set(
  readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8').match(
    /(?<=`)spotter_\w+_(?:seconds|rows|total)(?=`)/g,
  ),
);

it('one bot receives, another stands by, and takes over when the first is killed', { timeout: 120_000 }, async () => {
  const ana = telegram.person();
  const first = start('bot');
  const printed = await first.prints(/^Telegram: connected\. Write to it at https:\/\/t\.me\/spotter_bot$/m);
  const second = start('bot');
  await second.prints(/Another process holds telegram; standing by/);
  ana.writes('ate 200g rice lunch');
  await telegram.until(() => said(ana.chatId).length === 1, 30_000);
  // Killed before it notes that it has said this, its lease would have to run out first.
  await expect.poll(() => openRows(db), { timeout: 10_000 }).toMatchObject({ due: 0 });
  expect(await health(printed, '/readyz')).toMatchObject({ status: 200 });
  const { body } = await health(printed, '/metrics');
  expect(documentedMetrics.size).toBeGreaterThan(4);
  for (const name of documentedMetrics) expect(body).toContain(`# TYPE ${name} `);
  expect(body).toContain('spotter_deliveries_total{platform="telegram",outcome="sent"} 1\n');
  first.child.kill('SIGKILL');
  await first.ended;
  const killedAt = performance.now();
  ana.writes('ate 100g rice dinner');
  await telegram.until(() => said(ana.chatId).length === 2, 30_000);
  expect(performance.now() - killedAt).toBeLessThan(takeOverMs);
  expect(await recordedFor(db, { platform: 'telegram', accountId: String(ana.id) })).toEqual({
    items: ['200 g rice', '100 g rice'],
    kcal: [390],
  });

  // What is in hand when the signal comes is finished.
  ana.writes('today');
  await telegram.until(() =>
    telegram.calls.some(({ method, payload }) => method === 'getUpdates' && isAfterLast(payload)),
  );
  second.child.kill('SIGTERM');
  const stoppedAt = performance.now();
  const { code } = await second.ended;
  expect(code).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(10_000);
  expect(said(ana.chatId)).toHaveLength(3);
  expect(await openRows(db)).toEqual({ pending: 0, due: 0, failed: 0 });
});

it('a worker alone says what a dead bot left unsaid', { timeout: 120_000 }, async () => {
  const ben = telegram.person();
  await db.execute(sql`
    insert into users (full_name, time_zone, created_at, updated_at) values ('Ben', 'UTC', now(), now())`);
  const payload = {
    kind: 'text',
    platform: 'telegram',
    eventKey: 'update:left-behind',
    chatId: String(ben.chatId),
    isPrivate: true,
    sender: { id: String(ben.id), name: 'Ben', locale: null },
    sentAt: new Date().toISOString(),
    timeZone: null,
    respondTo: null,
    messageId: '77',
    text: 'ate 200g rice lunch',
    media: [],
    replyToId: null,
  };
  // A message that was claimed by a process that died.
  await db.execute(sql`
    insert into inbound_messages (platform, event_key, kind, chat_id, message_id, payload, received_at, leased_until, attempts)
    values ('telegram', 'update:left-behind', 'text', ${payload.chatId}, '77', ${JSON.stringify(payload)}::jsonb,
      now() - interval '1 minute', now() - interval '1 second', 1)`);
  const folder = mkdtempSync(join(tmpdir(), 'spotter-media-'));
  const orphan = join(folder, await createFileStore(folder).write(Buffer.from('nobody’s')));
  const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
  utimesSync(orphan, longAgo, longAgo);
  const worker = start('worker', { MEDIA_DIR: folder });
  await telegram.until(() => said(ben.chatId).length === 1, 60_000);
  // It keeps to the pace that all processes share, removes files that nobody needs, and tells what it has done.
  const { rows: paced } = await db.execute(sql`select platform from platform_pace`);
  expect(paced).toEqual([{ platform: 'telegram' }]);
  await expect.poll(() => existsSync(orphan), { timeout: 10_000 }).toBe(false);
  rmSync(folder, { recursive: true });
  const { body } = await health(await worker.prints(/^Health: /m), '/metrics');
  expect(body).toMatch(/^spotter_due_lateness_seconds_count\{job="respond"\} 1$/m);
  expect(said(ben.chatId)[0]).toMatch(/^Logged for lunch:\nRice, cooked: 200 g/);
  expect(telegram.isPolled()).toBe(false);
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toMatchObject({ code: 0 });
  expect(await openRows(db)).toEqual({ pending: 0, due: 0, failed: 0 });
});

it('runs on Discord too, and a second signal ends it at once', { timeout: 60_000 }, async () => {
  const discord = await startDiscordSimulator();
  const eva = telegram.person();
  const bot = start('bot', { DISCORD_BOT_TOKEN: discord.token, DISCORD_API_ROOT: discord.apiRoot });
  await bot.prints(/^Discord: connected\. Write to it at https:\/\/discord\.com\/\S+$/m);
  await bot.prints(/^Telegram: connected\./m);
  telegram.fails('hang', 'sendMessage');
  eva.writes('today');
  await telegram.until(() => telegram.faultsLeft() === 0);
  bot.child.kill('SIGTERM');
  await bot.prints(/^Stopping; what is in hand is finished first\.$/m);
  const stoppingAt = performance.now();
  bot.child.kill('SIGTERM');
  expect(await bot.ended).toMatchObject({ code: 1 });
  expect(performance.now() - stoppingAt).toBeLessThan(3_000);
  await discord.close();
});
