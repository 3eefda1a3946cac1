import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Adapter, SendError, type SendFailure } from '../../../src/bots/adapter.ts';
import { messageSchema, type Platform } from '../../../src/bots/message.ts';
import { plainText } from '../../../src/bots/text.ts';
import { runDue } from '../../../src/cli/run-due.ts';
import { createRuntime } from '../../../src/cli/runtime.ts';
import { testDatabase } from '../../support/database.ts';
import { fewFoods } from '../../support/few-foods.ts';
import { silentLog } from '../../support/silent-log.ts';

const { db } = await testDatabase();
const foods = await fewFoods(db);

let now = Temporal.Instant.from('2026-03-02T12:00:00Z');
let events = 0;
let pair = 0;
/** What each account has on its screen: how it came, and its words. */
let screen: Map<string, { id: string; text: string }[]>;
/** How the next sends to an account fail; null: they do not. */
let fails: Map<string, ({ failure: SendFailure; retryAfterMs?: number } | null)[]>;
/** How many messages a long text becomes. */
let parts = 1;

const adapter = (platform: Platform): Adapter => ({
  platform,
  async start() {},
  async stop() {},
  fetch: () => Promise.reject(new Error('No file is fetched here')),
  split: (reply) => Array.from({ length: parts }, () => reply),
  async send({ accountId }, { text }, { nonce }) {
    const fault = fails.get(accountId)?.shift();
    if (fault) throw new SendError(fault.failure, 'as the test wants', fault.retryAfterMs ?? null);
    const on = screen.get(accountId) ?? [];
    screen.set(accountId, [...on, { id: nonce, text: plainText(text) }]);
    return { chatId: accountId, messageId: nonce };
  },
  async edit({ chatId, messageId }, { text }) {
    const shown = (screen.get(chatId) ?? []).map((one) =>
      one.id === messageId ? { ...one, text: plainText(text) } : one,
    );
    screen.set(chatId, shown);
  },
  async remove({ chatId, messageId }) {
    screen.set(
      chatId,
      (screen.get(chatId) ?? []).filter(({ id }) => id !== messageId),
    );
  },
});
const { respond, jobs } = createRuntime({
  ...{ db, foods, adapters: [adapter('telegram'), adapter('discord')], clock: () => now, log: silentLog },
});

const platformOf = (account: string): Platform => (account.startsWith('carl') ? 'telegram' : 'discord');

async function happens(account: string, what: object): Promise<string> {
  events += 1;
  const messageId = `m${events}`;
  const from = { sender: { id: account, name: account, locale: null }, sentAt: now.toString(), timeZone: 'UTC' };
  const event = { platform: platformOf(account), eventKey: `e${events}`, chatId: account, isPrivate: true };
  const rest = { respondTo: null, media: [], replyToId: null };
  await respond.receive(messageSchema.parse({ ...event, ...from, ...rest, messageId, ...what }));
  await respond.idle();
  return messageId;
}
const writes = (account: string, text: string) => happens(account, { kind: 'text', text });

/** Lets time pass, and all that is due by then be done. */
async function later(seconds: number): Promise<void> {
  now = now.add({ seconds });
  for (let i = 0; i < 3; i++) await runDue(db, jobs, now, { isOurs: async ({ job }) => job !== 'progress' });
  await respond.idle();
}

const shownTo = (account: string) => (screen.get(account) ?? []).map(({ text }) => text);
const passedTo = (account: string) => shownTo(account).filter((text) => text.startsWith('carl'));

let carl: string;
let anna: string;

beforeEach(async () => {
  pair += 1;
  [carl, anna] = [`carl${pair}`, `anna${pair}`];
  [screen, fails, parts] = [new Map(), new Map(), 1];
  now = now.add({ hours: 1 });
  await writes(carl, 'hello');
  await writes(anna, 'hello');
  await db.execute(sql`update users set role = 'coach' where full_name = ${carl}`);
  await db.execute(sql`insert into coachings (coach_id, client_id, can_read, can_write, started_at, created_at, updated_at)
    select c.id, a.id, '{messages}', '{}', ${now.subtract({ minutes: 1 }).toString()}, ${now.toString()}, ${now.toString()}
    from users c, users a where c.full_name = ${carl} and a.full_name = ${anna}`);
  await later(1);
});

const busy = { failure: 'later', retryAfterMs: 60_000 } as const;

describe('what becomes of a message that fails', () => {
  it('is told to its sender when the only account of the other does not take it', async () => {
    fails.set(anna, [{ failure: 'rejected' }]);
    await writes(carl, `/msg ${anna} great week`);
    await later(1);
    expect(shownTo(carl).at(-1)).toBe(
      `⚠ ${anna} could not be reached in any of their chats, so your message was not passed on. Send it again later, please.`,
    );
  });

  it('is told for each of those that waited behind it', async () => {
    fails.set(anna, [busy, { failure: 'blocked' }]);
    for (const text of ['one', 'two', 'three']) await writes(carl, `/msg ${anna} ${text}`);
    await later(61);
    expect(shownTo(carl).filter((text) => text.startsWith(`⚠ I cannot reach ${anna}`))).toHaveLength(3);
    await writes(anna, 'hello again');
    await later(1);
    expect(passedTo(anna)).toEqual([`${carl}: one`, `${carl}: two`, `${carl}: three`]);
    expect(shownTo(carl).filter((text) => text.startsWith('✓ Sent'))).toHaveLength(3);
  });

  it('is told where it was something else of ours that could not be said', async () => {
    fails.set(anna, [busy, { failure: 'blocked' }]);
    await writes(anna, 'help');
    await writes(carl, `/msg ${anna} one`);
    await later(61);
    expect(shownTo(carl).at(-1)).toMatch(/^⚠ I cannot reach/);
    await writes(anna, 'hello again');
    await later(1);
    expect(passedTo(anna)).toEqual([`${carl}: one`]);
    expect(shownTo(carl).at(-1)).toMatch(/^✓ Sent/);
  });

  it('is settled only together with what its sender is told', async () => {
    await writes(carl, `/msg ${anna} a first one`);
    await db.execute(sql`create function no_telling() returns trigger language plpgsql as
      $$ begin raise exception 'the process died'; end $$`);
    await db.execute(sql`create trigger no_telling before insert on deliveries for each row
      when (new.reply ? 'tells' and new.kind = 'edit') execute function no_telling()`);
    fails.set(anna, [{ failure: 'blocked' }]);
    await writes(carl, `/msg ${anna} are you there`);
    await db.execute(sql`drop function no_telling cascade`);
    fails.set(anna, [{ failure: 'blocked' }]);
    await later(31);
    expect(shownTo(carl).at(-1)).toMatch(/^⚠ I cannot reach/);
  });

  it('is no ✓ while a part of it has not come', async () => {
    parts = 2;
    fails.set(anna, [null, { failure: 'rejected' }]);
    await writes(carl, `/msg ${anna} a long story`);
    await later(1);
    expect(shownTo(carl).some((text) => text.startsWith('✓ Sent'))).toBe(false);
    expect(shownTo(carl).at(-1)).toMatch(/^⚠ anna\d+ could not be reached/);
  });
});

describe('a message that waits for its platform', () => {
  it('does not come any more once the two have parted, and its sender hears so', async () => {
    fails.set(anna, [busy]);
    await writes(carl, `/msg ${anna} one`);
    await writes(carl, `/msg ${anna} two`);
    await db.execute(sql`update coachings set ended_at = ${now.toString()} where client_id =
      (select id from users where full_name = ${anna})`);
    await later(61);
    await later(5);
    expect(passedTo(anna)).toEqual([]);
    expect(shownTo(carl).filter((text) => text.startsWith(`⚠ Not passed on to ${anna}`))).toHaveLength(2);
  });

  it('is never seen once it was taken back', async () => {
    fails.set(anna, [busy]);
    const messageId = await writes(carl, `/msg ${anna} oh no`);
    await happens(carl, { kind: 'delete', messageId, sender: null });
    await writes(carl, `/msg ${anna} good morning`);
    await later(61);
    await later(5);
    expect(passedTo(anna)).toEqual([`${carl}: good morning`]);
  });

  it('comes as it was changed meanwhile, once', async () => {
    fails.set(anna, [busy]);
    const messageId = await writes(carl, `/msg ${anna} at six`);
    await happens(carl, { kind: 'edit', messageId, text: `/msg ${anna} at seven` });
    await later(61);
    expect(passedTo(anna)).toEqual([`${carl}: at seven (edited)`]);
  });

  it('does not come by its change where it did not come itself', async () => {
    fails.set(anna, [busy, { failure: 'rejected' }]);
    const messageId = await writes(carl, `/msg ${anna} at six`);
    await happens(carl, { kind: 'edit', messageId, text: `/msg ${anna} at seven` });
    await later(61);
    await later(5);
    expect(passedTo(anna)).toEqual([]);
    expect(shownTo(carl).at(-1)).toMatch(/^⚠ anna\d+ could not be reached/);
  });
});

describe('an edit whose message never came to us', () => {
  it('is what is said in a running conversation, and can be changed in its turn', async () => {
    await writes(carl, `/chat ${anna}`);
    await happens(carl, { kind: 'edit', messageId: `lost${pair}`, text: 'ate well today?' });
    expect(passedTo(anna)).toEqual([`${carl}: ate well today?`]);
    await happens(carl, { kind: 'edit', messageId: `lost${pair}`, text: 'slept well today?' });
    expect(passedTo(anna)).toEqual([`${carl}: slept well today? (edited)`]);
  });
});
