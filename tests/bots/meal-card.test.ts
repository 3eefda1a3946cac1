import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, it } from 'vitest';
import type { Adapter } from '../../src/bots/adapter.ts';
import { commands } from '../../src/bots/commands/index.ts';
import { createDeliver } from '../../src/bots/deliver.ts';
import { messageSchema, type Platform } from '../../src/bots/message.ts';
import { createRespond } from '../../src/bots/respond.ts';
import { plainText } from '../../src/bots/text.ts';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { silentLog } from '../support/silent-log.ts';

const { db } = await testDatabase();
const foods = await fewFoods(db);
const now = Temporal.Instant.from('2026-03-02T12:30:00Z');
const noTarget = 'You have no target set, so nothing is subtracted yet.';
let person = 0;
let events = 0;
beforeEach(() => {
  person += 1;
});

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
const respond = createRespond({ ...common, commands, foods, deliver: createDeliver(common) });

/** What is answered to these words. */
async function answer(text: string): Promise<string> {
  said.length = 0;
  events += 1;
  const chatId = `chat-${person}`;
  await respond.receive(
    messageSchema.parse({
      kind: 'text',
      platform: 'telegram',
      eventKey: `update:${events}`,
      chatId,
      isPrivate: true,
      sender: { id: chatId, name: null, locale: null },
      sentAt: now.toString(),
      timeZone: null,
      respondTo: null,
      messageId: `${events}`,
      text,
      media: [],
      replyToId: null,
    }),
  );
  await respond.idle();
  return said.join('\n');
}

it('repeats small amounts and not as nothing', async () => {
  const card = await answer('0.04 kg rice and 1/3 kg banana');
  expect(card).toContain('Rice, cooked: 0.04 kg (40 g)');
  expect(card).toContain('Banana: 0.33 kg (333 g)');
});

it('says water as the person reads it', async () => {
  expect(await answer('500ml water')).toMatch(/^Water 500 ml\nWater today: 500 ml$/m);
  await answer('use pounds');
  expect(await answer('250ml water')).toMatch(/^Water 8\.5 fl oz.*\nWater today: 25\.4 fl oz$/m);
});

it('does not take "nice" for the city it asked for', async () => {
  expect(await answer('2 eggs')).toContain('Which city are you in?');
  expect(await answer('nice')).not.toContain('Noted');
  person += 1;
  await answer('2 eggs');
  expect(await answer('Madrid')).toContain('Time zone: Madrid');
});

it('says that there is no target where somebody asks what is left, and only there', async () => {
  expect(await answer("what's left")).toContain(noTarget);
  expect(await answer('2 eggs')).not.toContain(noTarget);
  expect(await answer('today')).not.toContain(noTarget);
  expect(await answer('how many calories do i have left')).toContain('You have no target');
  await db.execute(sql`insert into nutrition_targets (user_id, from_day, energy_kcal, created_at, updated_at)
    select user_id, '2026-03-01', 2000, now(), now() from chat_accounts where account_id = ${`chat-${person}`}`);
  const left = await answer("what's left");
  expect(left).not.toContain(noTarget);
  expect(left).toContain('of 2,000 kcal');
});
