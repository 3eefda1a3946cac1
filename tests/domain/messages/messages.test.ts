import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { coachings, messages, users } from '../../../db/schema/index.ts';
import { asOwner } from '../../../src/domain/as-owner.ts';
import type { Context } from '../../../src/domain/context.ts';
import { changeMessage, removeMessage } from '../../../src/domain/messages/change-message.ts';
import { addToGroup, findGroup, listGroups } from '../../../src/domain/messages/client-groups.ts';
import { markRead, messageAt, messageSaidBy } from '../../../src/domain/messages/find-message.ts';
import { isStillToSay } from '../../../src/domain/messages/is-still-to-say.ts';
import { keepMessage } from '../../../src/domain/messages/keep-message.ts';
import { messageWords } from '../../../src/domain/messages/message-words.ts';
import { closedAt } from '../../../src/domain/messages/office-hours.ts';
import { plannedMessages } from '../../../src/domain/messages/planned-messages.ts';
import { findSnippet, listSnippets, saveSnippet } from '../../../src/domain/messages/snippets.ts';
import { talkPartners } from '../../../src/domain/messages/talk-partners.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');

let coach: Person;
let client: Person;
let stranger: Person;

async function coached(by: Person, who: Person, scopes: ('food' | 'messages')[]): Promise<void> {
  const at = noon.subtract({ hours: 1 });
  const agreed = { coachId: by.id, clientId: who.id, canRead: scopes, canWrite: [] };
  await db.insert(coachings).values({ ...agreed, startedAt: at, createdAt: at, updatedAt: at });
}

beforeEach(async () => {
  [coach, client, stranger] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  await db.update(users).set({ fullName: 'Carl' }).where(eq(users.id, coach.id));
  await db.update(users).set({ fullName: 'Anna Smith' }).where(eq(users.id, client.id));
});

const writing = (from: Person, to: Person, content = 'hello', at = noon) =>
  from.act((ctx) => keepMessage(ctx, { receiverId: to.id, content }), at);
const refused = expect.objectContaining({ cause: expect.objectContaining({ code: '42501' }) });

describe('who may write to whom', () => {
  it('a client to their coach whatever the scopes, a coach only to a client who agreed to messages', async () => {
    await coached(coach, client, ['food']);
    expect(await writing(client, coach)).toBeGreaterThan(0);
    await expect(writing(coach, client)).rejects.toEqual(refused);
    await db
      .update(coachings)
      .set({ canRead: ['messages'] })
      .where(eq(coachings.clientId, client.id));
    expect(await writing(coach, client)).toBeGreaterThan(0);
  });

  it('nobody to a stranger, and nobody once the coaching is over', async () => {
    await coached(coach, client, ['messages']);
    await expect(writing(stranger, coach)).rejects.toEqual(refused);
    await expect(writing(coach, stranger)).rejects.toEqual(refused);
    await db
      .update(coachings)
      .set({ endedAt: noon.subtract({ minutes: 1 }) })
      .where(eq(coachings.clientId, client.id));
    await expect(writing(client, coach)).rejects.toEqual(refused);
    expect(await client.act(talkPartners)).toEqual([]);
  });

  it('partners are known by name and by what they are to whom', async () => {
    await coached(coach, client, ['messages']);
    expect(await coach.act(talkPartners)).toMatchObject([
      { id: client.id, name: 'Anna Smith', side: 'client', hasAgreed: true, timeZone: 'Europe/Madrid' },
    ]);
    expect(await client.act(talkPartners)).toMatchObject([{ id: coach.id, name: 'Carl', side: 'coach' }]);
    expect(await stranger.act(talkPartners)).toEqual([]);
  });
});

describe('a message', () => {
  const place = { platform: 'telegram' as const, chatId: '1', messageId: '17' };

  it('is found where it lies by its own people alone', async () => {
    await coached(coach, client, ['messages']);
    const chatId = String(client.id);
    const id = await client.act((ctx) =>
      keepMessage(ctx, { receiverId: coach.id, content: 'hi', original: { ...place, chatId } }),
    );
    const found = (who: Person) => who.act((ctx) => messageAt(ctx, { ...place, chatId }));
    expect(await found(client)).toMatchObject({ id, senderId: client.id, content: 'hi' });
    expect([await found(coach), await found(stranger)]).toEqual([null, null]);
  });

  it('is changed and taken back by whoever wrote it, and by nobody else', async () => {
    await coached(coach, client, ['messages']);
    const id = await writing(client, coach);
    const owned = (who: Person, run: (ctx: Context) => Promise<boolean>) =>
      who.act((ctx) => asOwner(ctx.db, () => run(ctx)));
    expect(await owned(coach, (ctx) => changeMessage(ctx, id, 'other words'))).toBe(false);
    expect(await owned(client, (ctx) => changeMessage(ctx, id, 'new words'))).toBe(true);
    expect(await db.transaction((tx) => messageWords(tx, id))).toMatchObject({ content: 'new words', isEdited: true });
    expect(await owned(coach, (ctx) => removeMessage(ctx, id))).toBe(false);
    expect(await owned(client, (ctx) => removeMessage(ctx, id))).toBe(true);
    expect(await owned(client, (ctx) => removeMessage(ctx, id))).toBe(false);
  });

  it('is read once, by whom it is for', async () => {
    await coached(coach, client, ['messages']);
    const id = await writing(client, coach);
    expect(await coach.act((ctx) => markRead(ctx, client.id))).toEqual([]);
    await db.update(messages).set({ sentAt: noon }).where(eq(messages.id, id));
    expect(await client.act((ctx) => markRead(ctx, client.id))).toEqual([]);
    expect(await coach.act((ctx) => markRead(ctx, client.id))).toEqual([id]);
    expect(await coach.act((ctx) => markRead(ctx, client.id))).toEqual([]);
  });

  it('is no longer said once it is taken back, the two have parted, or the client has withdrawn their consent', async () => {
    await coached(coach, client, ['messages']);
    const ids = [await writing(client, coach), await writing(coach, client)];
    const toSay = () =>
      client.act((ctx) =>
        asOwner(ctx.db, async () => {
          const said = [];
          for (const id of ids) said.push(await isStillToSay(ctx, id));
          return said;
        }),
      );
    expect(await toSay()).toEqual([true, true]);
    await db
      .update(coachings)
      .set({ canRead: ['food'] })
      .where(eq(coachings.clientId, client.id));
    expect(await toSay()).toEqual([true, false]);
    await db
      .update(coachings)
      .set({ endedAt: noon.subtract({ minutes: 1 }) })
      .where(eq(coachings.clientId, client.id));
    expect(await toSay()).toEqual([false, false]);
  });

  it('for later is listed until it is sent or taken back', async () => {
    await coached(coach, client, ['messages']);
    const dueAt = noon.add({ hours: 2 });
    const id = await coach.act((ctx) => keepMessage(ctx, { receiverId: client.id, content: 'later', dueAt }));
    expect(await coach.act(plannedMessages)).toMatchObject([{ id, content: 'later' }]);
    expect(await client.act(plannedMessages)).toEqual([]);
    expect(await coach.act(plannedMessages, noon.add({ hours: 3 }))).toEqual([]);
    expect(await coach.act((ctx) => messageSaidBy(ctx, 12_345))).toBeNull();
  });
});

describe('snippets and groups', () => {
  it('are the coach’s alone; a name is one whatever its case', async () => {
    expect(await coach.act((ctx) => saveSnippet(ctx, 'rest', 'Rest, {name}'))).toBe(false);
    expect(await coach.act((ctx) => saveSnippet(ctx, 'Rest', 'A day off'))).toBe(true);
    expect(await coach.act(listSnippets)).toMatchObject([{ name: 'rest', text: 'A day off' }]);
    expect(await client.act((ctx) => findSnippet(ctx, 'rest'))).toBeNull();
  });

  it('a group has clients only, each once', async () => {
    await coached(coach, client, ['messages']);
    await coach.act((ctx) => addToGroup(ctx, 'beginners', [client.id]));
    await coach.act((ctx) => addToGroup(ctx, 'BEGINNERS', [client.id]));
    expect(await coach.act((ctx) => findGroup(ctx, 'Beginners'))).toMatchObject({ clientIds: [client.id] });
    await expect(coach.act((ctx) => addToGroup(ctx, 'beginners', [stranger.id]))).rejects.toEqual(refused);
    expect(await client.act(listGroups)).toEqual([]);
    expect(await stranger.act(listGroups)).toEqual([]);
  });
});

describe('office hours', () => {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' }));
  const closed = (at: string, timeZone = 'Europe/London') => {
    const found = closedAt(hours, timeZone, Temporal.Instant.from(at));
    return found && [found.since.toString(), found.until.toString()];
  };

  it.each([
    ['2026-03-02T09:00:00Z', null],
    ['2026-03-02T16:59:59Z', null],
    ['2026-03-02T17:00:00Z', ['2026-03-02T17:00:00Z', '2026-03-03T09:00:00Z']],
    ['2026-03-02T08:59:00Z', ['2026-02-27T17:00:00Z', '2026-03-02T09:00:00Z']],
    ['2026-03-07T12:00:00Z', ['2026-03-06T17:00:00Z', '2026-03-09T09:00:00Z']],
    // The clocks go forward on the Sunday between.
    ['2026-03-28T12:00:00Z', ['2026-03-27T17:00:00Z', '2026-03-30T08:00:00Z']],
  ])('at %s', (at, expected) => expect(closed(at)).toEqual(expected));

  it('none are kept by who set none', () => expect(closedAt(null, 'UTC', noon)).toBeNull());
});
