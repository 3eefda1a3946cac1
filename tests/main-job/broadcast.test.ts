import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTelegramAdapter } from '../../src/bots/telegram/create-adapter.ts';
import { createRuntime } from '../../src/cli/runtime.ts';
import { storeDelivery } from '../../src/domain/notifications/deliveries.ts';
import { recentRefusals } from '../../src/domain/system/refusals.ts';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { silentLog } from '../support/silent-log.ts';
import { telegramLimits } from '../support/telegram-limits.ts';
import { startTelegramSimulator, type TelegramSimulator } from '../support/telegram-simulator.ts';

const { db } = await testDatabase();
const foods = await fewFoods(db);
const count = 45;

let telegram: TelegramSimulator;
beforeAll(async () => {
  telegram = await startTelegramSimulator({ limit: telegramLimits() });
});
afterAll(() => telegram.close());

/** Owes everybody of so many a message. Returns the deliveries. */
async function oweMany(now: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into users (full_name, time_zone, created_at, updated_at)
    select 'One of many', 'UTC', now(), now() from generate_series(1, ${count}) returning id`);
  const ids: number[] = [];
  for (const { id } of rows) {
    const accountId = String(telegram.person().id);
    const about = { userId: Number(id), inboundMessageId: null, sourceMessageId: null, editsId: null };
    const place = { platform: 'telegram' as const, accountId, chatId: accountId };
    ids.push(await storeDelivery(db, { ...about, ...place, reply: { text: 'Time to drink' }, now }));
  }
  return ids;
}

it('what many are owed at once goes no faster than Telegram bears, and a reply passes it', async () => {
  const clock = () => Temporal.Now.instant();
  const { token, apiRoot } = telegram;
  const adapter = createTelegramAdapter({ token, apiRoot, menu: [] });
  const runtime = createRuntime({ db, foods, adapters: [adapter], clock, log: silentLog, isPaced: true });
  const ana = telegram.person();
  const owed = (await oweMany(clock())).map((id) => runtime.deliver(id));
  await runtime.respond.receive({
    ...{ kind: 'text', platform: 'telegram', eventKey: 'update:1', chatId: String(ana.chatId), isPrivate: true },
    ...{ sender: { id: String(ana.id), name: 'Ana', locale: null }, sentAt: clock().toString(), timeZone: null },
    ...{ respondTo: null, messageId: '1', text: 'today', media: [], replyToId: null },
  });
  await Promise.all([...owed, runtime.respond.idle()]);
  const to = telegram.calls.flatMap(({ method, payload }) =>
    method === 'sendMessage' ? [Number(payload.chat_id)] : [],
  );
  expect(to).toHaveLength(count + 1);
  expect(to.indexOf(ana.chatId)).toBeLessThan(count / 2);
  expect(await recentRefusals(db, clock())).toBe(0);
});
