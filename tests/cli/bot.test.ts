import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRows, recordedFor } from '../main-job/recorded.ts';
import { testDatabase } from '../support/database.ts';
import { startTelegramSimulator, type TelegramSimulator } from '../support/telegram-simulator.ts';
import { startCli } from './run-cli.ts';

const { db, url } = await testDatabase();

let telegram: TelegramSimulator;
beforeAll(async () => {
  telegram = await startTelegramSimulator();
});
afterAll(() => telegram.close());

const start = (half: 'bot' | 'worker') =>
  startCli([half], {
    DATABASE_URL: url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    LOG_LEVEL: 'info',
  });
const said = (chatId: number) => telegram.said(chatId).map(({ text }) => text);
/** Whether a fetch confirms everything there was. */
const isAfterLast = ({ offset }: Readonly<Record<string, unknown>>) => offset === telegram.lastUpdate().update_id + 1;
const takeOverMs = 10_000;

it('one bot receives, another stands by, and takes over when the first is killed', { timeout: 120_000 }, async () => {
  const ana = telegram.person();
  const first = start('bot');
  await first.prints(/^Telegram: connected\. Write to it at https:\/\/t\.me\/spotter_bot$/m);
  const second = start('bot');
  await second.prints(/Another process holds telegram; standing by/);
  ana.writes('ate 200g rice lunch');
  await telegram.until(() => said(ana.chatId).length === 1, 30_000);
  // Killed before it notes that it has said this, its lease would have to run out first.
  await expect.poll(() => openRows(db), { timeout: 10_000 }).toMatchObject({ due: 0 });
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
  const worker = start('worker');
  await telegram.until(() => said(ben.chatId).length === 1, 60_000);
  expect(said(ben.chatId)[0]).toMatch(/^Logged for lunch:\nRice, cooked: 200 g/);
  expect(telegram.isPolled()).toBe(false);
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toMatchObject({ code: 0 });
  expect(await openRows(db)).toEqual({ pending: 0, due: 0, failed: 0 });
});
