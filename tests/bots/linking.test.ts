import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/bots/adapter.ts';
import { commands } from '../../src/bots/commands/index.ts';
import { createDeliver } from '../../src/bots/deliver.ts';
import { type Message, messageSchema } from '../../src/bots/message.ts';
import type { OutgoingReply } from '../../src/bots/reply.ts';
import { createRespond } from '../../src/bots/respond.ts';
import { createSpeak } from '../../src/bots/speak.ts';
import { plainText } from '../../src/bots/text.ts';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { silentLog } from '../support/silent-log.ts';

const { db } = await testDatabase({ maxConnections: 20 });
const foods = await fewFoods(db);
const now = Temporal.Instant.from('2026-03-02T12:30:00Z');
const platforms = ['telegram', 'discord'] as const;
type Platform = (typeof platforms)[number];
let events = 0;

/** Somebody with an account on each platform, and what they are told on either. */
function open() {
  events += 1;
  const account = `ana-${events}`;
  const said: { on: Platform; text: string; buttons: OutgoingReply['buttons'] }[] = [];
  const adapterOf = (platform: Platform): Adapter => ({
    platform,
    async start() {},
    async stop() {},
    fetch: () => Promise.reject(new Error('No file is fetched here')),
    split: (reply) => [reply],
    async send({ accountId }, { text, buttons }, { nonce }) {
      said.push({ on: platform, text: plainText(text), buttons });
      return { chatId: accountId, messageId: nonce };
    },
    async edit(_, { text, buttons }) {
      said.push({ on: platform, text: plainText(text), buttons });
    },
  });
  const adapters = new Map(platforms.map((platform) => [platform, adapterOf(platform)]));
  const common = { db, adapters, clock: () => now, log: silentLog };
  const deliver = createDeliver(common);
  const { notify } = createSpeak({ ...common, deliver });
  // Two processes: neither waits for what the other has in hand.
  const ends = { telegram: 0, discord: 1 };
  const responds = platforms.map(() => createRespond({ ...common, commands, foods, deliver, notify }));
  const message = (on: Platform, what: object): Message => {
    events += 1;
    return messageSchema.parse({
      ...{ platform: on, eventKey: `event-${events}`, chatId: `${on}-${account}`, isPrivate: true },
      ...{
        sender: { id: account, name: 'Ana', locale: null },
        sentAt: now.toString(),
        timeZone: null,
        respondTo: null,
      },
      ...{ messageId: `m${events}`, media: [], replyToId: null, ...what },
    });
  };
  const receive = (on: Platform, what: object) => responds[ends[on]]?.receive(message(on, what));
  const idle = () => Promise.all(responds.map((respond) => respond.idle()));
  return {
    account,
    said,
    idle,
    write: (on: Platform, text: string) => receive(on, { kind: 'text', text }),
    press(on: Platform, label: string) {
      const card = said.findLast((one) => one.on === on && one.buttons.flat().some((button) => button.label === label));
      return receive(on, {
        kind: 'press',
        buttonId: card?.buttons.flat().find((button) => button.label === label)?.id,
      });
    },
  };
}

it('keeps no code or link in what was said, on either side', async () => {
  const { account, said, idle, write } = open();
  await write('telegram', '/link');
  await idle();
  const [, code = ''] = /\/link (\S+)/.exec(said.at(-1)?.text ?? '') ?? [];
  await db.execute(
    sql`update users set role = 'coach' where id in (select user_id from chat_accounts where account_id = ${account})`,
  );
  await write('telegram', '/invite');
  await idle();
  const [, typed = ''] = /\/coach code (\S+)/.exec(said.at(-1)?.text ?? '') ?? [];
  const [, token = ''] = /\/start (\S+)/.exec(said.at(-1)?.text ?? '') ?? [];
  await write('discord', code);
  await write('discord', `/coach code ${typed}`);
  await write('discord', `/start ${token}`);
  await idle();
  expect(said.at(-1)?.text).toContain('would like to coach you');
  const { rows } = await db.execute<{ kept: string }>(
    sql`select concat((select string_agg(d::text, '') from deliveries d), (select string_agg(m::text, '') from inbound_messages m),
      (select string_agg(i::text, '') from invite_tokens i), (select string_agg(l::text, '') from link_codes l)) as kept`,
  );
  for (const secret of [code, typed, token]) {
    expect(secret).toMatch(/^[\w-]{9,22}$/);
    expect(rows[0]?.kept).not.toContain(secret);
  }
});

it.each([
  ['Yes, that is me', 'Your accounts are one now.'],
  ['No', 'Nothing was linked: your other account said no.'],
])('tells the side that waits what came of it, after “%s”', async (answer, expected) => {
  const { said, idle, write, press } = open();
  await write('telegram', '/link');
  await idle();
  const code = /\/link (\S+)/.exec(said.at(-1)?.text ?? '')?.[1] ?? '';
  await write('discord', code);
  await idle();
  await press('discord', 'Yes, link them');
  await idle();
  await press('telegram', answer);
  await idle();
  expect(said.findLast(({ on }) => on === 'discord')?.text).toContain(expected);
});

describe('linking while both accounts are written from', () => {
  it.each([
    ['the older', 'telegram', 'discord'],
    ['the younger', 'discord', 'telegram'],
  ] as const)('loses nothing, when %s has the last word', async (_, owner, claimer) => {
    const { account, said, idle, write, press } = open();
    for (const on of platforms) {
      await write(on, 'ate 100g rice lunch');
      await idle();
    }
    await write(owner, '/link');
    await idle();
    const code = /\/link (\S+)/.exec(said.at(-1)?.text ?? '')?.[1] ?? '';
    await write(claimer, code);
    await idle();
    await press(claimer, 'Yes, link them');
    await idle();
    const meals = 3;
    const all = [press(owner, 'Yes, that is me')];
    for (let i = 0; i < meals; i += 1) for (const on of platforms) all.push(write(on, `ate ${101 + i}g rice dinner`));
    await Promise.all(all);
    await idle();
    const { rows } = await db.execute<Record<string, string>>(sql`
      select count(distinct m.user_id) as people, count(*) as items, count(distinct m.inbound_message_id) as messages,
        sum(i.energy_kcal) = (select sum(consumed_kcal) from daily_logs where user_id = max(m.user_id)) as "isSum"
      from meal_logs m join meal_items i on i.meal_log_id = m.id
      where m.user_id in (select user_id from chat_accounts where account_id = ${account})`);
    expect(said.map(({ text }) => text).join('\n')).toContain('Your accounts are one now.');
    expect(said.filter(({ text }) => text.startsWith('Something went wrong'))).toEqual([]);
    expect(rows).toEqual([{ people: '1', items: String(2 + 2 * meals), messages: String(2 + 2 * meals), isSum: true }]);
  });
});
