import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { chatAccounts, deliveries, notifications, reminders, users } from '../../db/schema/index.ts';
import { type Adapter, SendError } from '../../src/bots/adapter.ts';
import { createDeliver } from '../../src/bots/deliver.ts';
import type { Platform } from '../../src/bots/message.ts';
import { createSpeak, owe } from '../../src/bots/speak.ts';
import { plainText } from '../../src/bots/text.ts';
import { storeDelivery } from '../../src/domain/notifications/deliveries.ts';
import { dueDeliveries } from '../../src/domain/notifications/due-deliveries.ts';
import { dueNotifications } from '../../src/domain/notifications/due-notifications.ts';
import { dueReminders } from '../../src/domain/reminders/due-reminders.ts';
import { type ReminderInput, setReminder } from '../../src/domain/reminders/set-reminder.ts';
import { findUser } from '../../src/domain/users/find-user.ts';
import { identify } from '../../src/domain/users/identify.ts';
import { setActive } from '../../src/domain/users/set-active.ts';
import { testDatabase } from '../support/database.ts';
import { silentLog } from '../support/silent-log.ts';

const { db } = await testDatabase();
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
const midnight = Temporal.Instant.from('2026-03-02T23:30:00Z');
let now = noon;
let serial = 0;
beforeEach(() => {
  now = noon;
});

interface Opened {
  broken?: (platform: Platform) => void;
  whileSending?: () => Promise<void>;
  platforms?: readonly Platform[];
}

/** A process; whoever is in `blocked` cannot be reached, and `broken` says what else goes wrong. */
function open({ broken = () => {}, whileSending = async () => {}, platforms = ['telegram', 'discord'] }: Opened = {}) {
  const said: { on: Platform; to: string; text: string; buttons: string[]; isSilent: boolean }[] = [];
  const blocked = new Set<string>();
  const adapter = (platform: Platform): Adapter => ({
    platform,
    async start() {},
    async stop() {},
    fetch: () => Promise.reject(new Error('No file is fetched here')),
    split: (reply) => [reply],
    async send({ accountId }, { text, buttons, isSilent = false }, { nonce }) {
      broken(platform);
      await whileSending();
      if (blocked.has(`${platform}:${accountId}`)) throw new SendError('blocked', 'bot was blocked by the user');
      said.push({
        on: platform,
        to: accountId,
        text: plainText(text),
        buttons: buttons.flat().map(({ label }) => label),
        isSilent,
      });
      return { chatId: accountId, messageId: nonce };
    },
    async edit() {},
  });
  const adapters = new Map<Platform, Adapter>(platforms.map((platform) => [platform, adapter(platform)]));
  const common = { db, adapters, clock: () => now, log: silentLog };
  const deliver = createDeliver(common);
  return { said, blocked, deliver, speak: createSpeak({ ...common, deliver }) };
}

/** Somebody in Madrid with an account on each of these platforms, the last of which they wrote from first. */
async function person(...platforms: ('telegram' | 'discord')[]) {
  serial += 1;
  const accountId = `someone-${serial}`;
  const [first = 'telegram', ...others] = platforms;
  const seen = { accountId, name: 'Ana', locale: null, timeZone: 'Europe/Madrid', privateChatId: accountId };
  const user = await identify(db, { ...seen, platform: first }, noon);
  for (const platform of others)
    await db
      .insert(chatAccounts)
      .values({ userId: user.id, platform, accountId, chatId: accountId, createdAt: noon, updatedAt: noon });
  const writes = (platform: 'telegram' | 'discord') => identify(db, { ...seen, platform }, now);
  return { id: user.id, accountId, writes };
}

interface Owed {
  key?: string;
  text?: string;
  type?: 'info' | 'reminder' | 'message' | 'achievement';
  ignoresQuietHours?: boolean;
}

/** Owes somebody a notice without saying it. Returns its id. */
async function owing(userId: number, { key = `k${++serial}`, text = 'Hello', type = 'info', ...rest }: Owed = {}) {
  return db.transaction(async (tx) => {
    const user = await findUser(tx, userId);
    if (!user) throw new Error('No such person');
    const buttons = [[{ label: 'Done', action: { command: 'help', input: {} } }]];
    return owe({ db: tx, now, user }, { key, type, title: text, text, buttons, ...rest });
  });
}

async function stateOf(id: number | null) {
  const [row] = await db
    .select({ state: notifications.state, reason: notifications.reason, digestId: notifications.digestId })
    .from(notifications)
    .where(eq(notifications.id, id ?? 0));
  return row;
}

const isDue = async (id: number | null, at = now) =>
  (await dueNotifications(db, { until: at, limit: 10_000 })).some((row) => row.id === id);

describe('what a person is owed', () => {
  it('is owed once under a key, said once, and then sent', async () => {
    const { said, speak } = open();
    const { id } = await person('telegram');
    const first = await owing(id, { key: 'once', text: 'Drink some water' });
    expect(await owing(id, { key: 'once' })).toBeNull();
    await speak.notify(first ?? 0);
    await speak.notify(first ?? 0);
    expect(said.map(({ text }) => text)).toEqual(['Drink some water']);
    expect(await stateOf(first)).toMatchObject({ state: 'sent' });
    expect(await isDue(first)).toBe(false);
  });

  it('is said once by two workers at the same moment', async () => {
    const { said, speak } = open();
    const { id } = await person('telegram');
    const owed = (await owing(id)) ?? 0;
    await Promise.all([speak.notify(owed), speak.notify(owed), speak.notify(owed)]);
    expect(said).toHaveLength(1);
  });

  it('is held by whoever says it from the moment it is kept, so that another finds nothing to send meanwhile', async () => {
    const seen: string[] = [];
    const others = open();
    const { said, speak } = open({
      async whileSending() {
        const due = await dueDeliveries(db, { until: now.add({ minutes: 1 }), limit: 100 });
        seen.push(...due.map(({ dueAt }) => dueAt.toString()));
        for (const { id } of due) await others.deliver(id);
      },
    });
    const { id } = await person('telegram');
    await speak.notify((await owing(id)) ?? 0);
    expect(said).toHaveLength(1);
    expect(seen).toEqual([now.add({ seconds: 30 }).toString()]);
    expect(others.said).toEqual([]);
  });

  it('is left to another process by one that cannot reach its platform, at once', async () => {
    const one = open({ platforms: ['discord'] });
    const other = open();
    const { id } = await person('telegram');
    const owed = (await owing(id)) ?? 0;
    await one.speak.notify(owed);
    expect(one.said).toEqual([]);
    const [row] = await db.select().from(deliveries).where(eq(deliveries.notificationId, owed));
    expect(row).toMatchObject({ state: 'due', leasedUntil: null, attempts: 0 });
    await other.deliver(row?.id ?? 0);
    expect(other.said).toHaveLength(1);
  });

  it('waits behind what is due to the same account, and is said right after it', async () => {
    const { said, speak, deliver } = open();
    const { id, accountId } = await person('telegram');
    const to = { userId: id, platform: 'telegram', accountId, chatId: accountId } as const;
    const about = { inboundMessageId: null, sourceMessageId: null, editsId: null };
    const first = await storeDelivery(db, { ...to, ...about, reply: { text: 'First' }, now });
    await speak.notify((await owing(id, { text: 'Second' })) ?? 0);
    expect(said).toEqual([]);
    await deliver(first);
    expect(said.map(({ text }) => text)).toEqual(['First', 'Second']);
  });

  it('waits until quiet hours end, in the zone of the person', async () => {
    const { said, speak } = open();
    const { id } = await person('telegram');
    now = midnight;
    const owed = (await owing(id)) ?? 0;
    await speak.notify(owed);
    expect(said).toEqual([]);
    const [row] = await db.select().from(notifications).where(eq(notifications.id, owed));
    expect(row?.dueAt.toString()).toBe('2026-03-03T07:00:00Z');
    now = Temporal.Instant.from('2026-03-03T07:00:00Z');
    await speak.notify(owed);
    expect(said).toHaveLength(1);
  });

  it('comes through quiet hours when the person named its time, and silently when it is what another person says', async () => {
    const { said, speak } = open();
    const { id } = await person('telegram');
    now = midnight;
    await speak.notify((await owing(id, { text: 'Pills', ignoresQuietHours: true })) ?? 0);
    await speak.notify((await owing(id, { text: 'From your coach', type: 'message' })) ?? 0);
    expect(said.map(({ text, isSilent }) => [text, isSilent])).toEqual([
      ['Pills', false],
      ['From your coach', true],
    ]);
  });

  it('comes as one message when several things have waited, each with its button', async () => {
    const { said, speak } = open();
    const { id } = await person('telegram');
    const parts = [await owing(id, { text: 'Weigh in' }), await owing(id, { text: 'Drink water' })];
    await speak.notify(parts[0] ?? 0);
    expect(said).toEqual([
      expect.objectContaining({
        text: '2 things at once\nWeigh in\n\nDrink water',
        buttons: ['Done: Weigh in', 'Done: Drink water'],
      }),
    ]);
    const [one, other] = await Promise.all(parts.map(stateOf));
    expect(one).toMatchObject({ state: 'suppressed', reason: 'digest' });
    expect(other?.digestId).toBe(one?.digestId);
    expect(await stateOf(one?.digestId ?? null)).toMatchObject({ state: 'sent' });
  });

  it('never mixes what another person says into a digest', async () => {
    const { said, speak } = open();
    const { id } = await person('telegram');
    await owing(id, { text: 'Weigh in' });
    const message = await owing(id, { text: 'Well done', type: 'message' });
    await speak.notify(message ?? 0);
    expect(said.map(({ text }) => text).sort()).toEqual(['Weigh in', 'Well done']);
  });
});

describe('somebody who cannot be reached', () => {
  it('is written to on their other platform, after the first failure', async () => {
    const { said, blocked, speak } = open();
    const { id, accountId } = await person('telegram', 'discord');
    blocked.add(`telegram:${accountId}`);
    const owed = (await owing(id)) ?? 0;
    await speak.notify(owed);
    expect(said).toEqual([]);
    expect(await isDue(owed)).toBe(true);
    await speak.notify(owed);
    expect(said.map(({ on }) => on)).toEqual(['discord']);
    expect(await stateOf(owed)).toMatchObject({ state: 'sent' });
  });

  it('is not written to again, and each thing ends with its reason', async () => {
    const { said, blocked, speak } = open();
    const { id, accountId } = await person('telegram');
    blocked.add(`telegram:${accountId}`);
    const first = (await owing(id)) ?? 0;
    await speak.notify(first);
    await speak.notify(first);
    const later = (await owing(id)) ?? 0;
    await speak.notify(later);
    expect(said).toEqual([]);
    expect(await stateOf(first)).toMatchObject({ state: 'failed', reason: 'no account of theirs could be reached' });
    expect(await stateOf(later)).toMatchObject({ state: 'failed' });
    expect(await db.select().from(deliveries).where(eq(deliveries.notificationId, later))).toEqual([]);
  });

  it('gets what another person said once they write again', async () => {
    const { said, blocked, speak } = open();
    const { id, accountId, writes } = await person('telegram');
    blocked.add(`telegram:${accountId}`);
    const first = (await owing(id, { type: 'message', text: 'How is the knee?' })) ?? 0;
    await speak.notify(first);
    await speak.notify(first);
    const second = (await owing(id, { type: 'message', text: 'Call me' })) ?? 0;
    await speak.notify(second);
    expect(await isDue(second)).toBe(false);
    blocked.clear();
    await writes('telegram');
    expect([await isDue(first), await isDue(second)]).toEqual([true, true]);
    await speak.notify(second);
    expect(said.map(({ text }) => text)).toEqual(['How is the knee?', 'Call me']);
  });
});

describe('somebody switched off', () => {
  /** Sets a reminder of theirs. */
  const set = (userId: number, input: Partial<ReminderInput>) =>
    db.transaction(async (tx) => {
      const user = await findUser(tx, userId);
      if (!user) throw new Error('No such person');
      const ctx = { db: tx, now, saidAt: now, user, eventId: 0, sourceMessageId: null, actionId: null };
      return (await setReminder(ctx, { kind: 'own', what: 'stretch', isTimeNamed: true, ...input })).reminder.id;
    });
  const switchTo = (userId: number, isOn: boolean) => db.transaction((tx) => setActive(tx, userId, isOn, now));
  /** As the worker does it: whatever is due is done, up to a moment. */
  async function passTo(speak: ReturnType<typeof open>['speak'], moment: string) {
    now = Temporal.Instant.from(moment);
    for (const { id } of await dueReminders(db, { until: now, limit: 100 })) await speak.remind(id);
  }

  it('is not reminded, and ignores nothing by that; afterwards all is as before', async () => {
    const { said, speak } = open();
    const { id } = await person('telegram');
    const atTimes = [Temporal.PlainTime.from('14:00')];
    const daily = await set(id, { atTimes, isSuggested: true });
    await set(id, { what: 'call the physio', atTimes, onDay: Temporal.PlainDate.from('2026-03-04') });
    await switchTo(id, false);
    for (const day of [2, 3, 4, 5, 6, 7]) await passTo(speak, `2026-03-0${day}T13:00:00Z`);
    expect(await dueReminders(db, { until: now, limit: 100 })).toEqual([]);
    await switchTo(id, true);
    for (const day of ['08', '09']) await passTo(speak, `2026-03-${day}T13:00:00Z`);
    expect(said.map(({ text }) => text)).toEqual([
      // What comes once was not lost.
      expect.stringMatching(/^2 things at once\nStretch[\s\S]*call the physio/i),
      'Stretch',
    ]);
    const [row] = await db.select().from(reminders).where(eq(reminders.id, daily));
    expect(row).toMatchObject({ pace: 1, ignoredInARow: 1 });
  });
});

describe('a crash', () => {
  it('between committing and sending loses nothing: the delivery is still due', async () => {
    let isBroken = true;
    const { said, speak, deliver } = open({
      broken: () => {
        if (isBroken) throw new SendError('unknown', 'connection lost');
      },
    });
    const { id } = await person('telegram');
    const owed = (await owing(id)) ?? 0;
    await speak.notify(owed);
    expect(said).toEqual([]);
    expect(await isDue(owed)).toBe(false);
    const [row] = await db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(eq(deliveries.notificationId, owed), eq(deliveries.state, 'due')));
    isBroken = false;
    now = now.add({ seconds: 2 });
    await deliver(row?.id ?? 0);
    expect(said).toHaveLength(1);
    expect(await stateOf(owed)).toMatchObject({ state: 'sent' });
  });

  it('of somebody erased meanwhile says nothing', async () => {
    const { said, speak } = open();
    const { id } = await person('telegram');
    const owed = (await owing(id)) ?? 0;
    await db.delete(users).where(eq(users.id, id));
    await speak.notify(owed);
    expect(said).toEqual([]);
  });
});
