import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { mealItems, mealLogs } from '../../db/schema/index.ts';
import type { Adapter } from '../../src/bots/adapter.ts';
import { commands } from '../../src/bots/commands/index.ts';
import { createDeliver } from '../../src/bots/deliver.ts';
import { messageSchema, type Platform } from '../../src/bots/message.ts';
import { createRespond } from '../../src/bots/respond.ts';
import { plainText } from '../../src/bots/text.ts';
import { loadFoodIndex } from '../../src/domain/foods/load-food-index.ts';
import { testDatabase } from '../support/database.ts';
import { silentLog } from '../support/silent-log.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-03-02T19:30:00Z');
const said: string[] = [];
const adapter: Adapter = {
  platform: 'telegram',
  async start() {},
  async stop() {},
  fetch: () => Promise.reject(new Error('No file is fetched here')),
  split: (reply) => [reply],
  async send({ accountId }, { text }, { nonce }) {
    said.push(plainText(text));
    return { chatId: accountId, messageId: nonce };
  },
  async edit() {},
};
const common = {
  db,
  adapters: new Map<Platform, Adapter>([['telegram', adapter]]),
  clock: () => now,
  log: silentLog,
};
const foods = await loadFoodIndex(db);
const respond = createRespond({ ...common, commands, foods, deliver: createDeliver(common) });

/** What somebody whose app is set to a language is answered. */
async function answer(text: string, locale: string): Promise<string> {
  said.length = 0;
  await respond.receive(
    messageSchema.parse({
      kind: 'text',
      platform: 'telegram',
      eventKey: `${locale}:${text}`,
      chatId: locale,
      isPrivate: true,
      sender: { id: locale, name: null, locale },
      sentAt: now.toString(),
      timeZone: null,
      respondTo: null,
      messageId: `${locale}:${text}`,
      text,
      media: [],
      replyToId: null,
    }),
  );
  await respond.idle();
  return said.join('\n');
}

it('records a meal that is told in Spanish, by the names the database holds', async () => {
  expect(await answer('cené 200 g de arroz y 2 huevos fritos', 'es-ES')).toMatch(/rice.*200 g/i);
  const items = await db
    .select({ name: mealItems.foodName, slot: mealLogs.slot })
    .from(mealItems)
    .innerJoin(mealLogs, eq(mealLogs.id, mealItems.mealLogId))
    .orderBy(mealItems.id);
  expect(items).toEqual([
    { name: 'rice', slot: 'dinner' },
    { name: 'fried egg', slot: 'dinner' },
  ]);
});

it('reads English of the same person, and no Spanish of another', async () => {
  expect(await answer('2 slices of toast', 'es-ES')).toMatch(/toast/i);
  expect(await answer('cené arroz', 'en-GB')).toContain('I did not find anything');
});
