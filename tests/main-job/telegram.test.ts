import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadFoodIndex } from '../../src/domain/foods/load-food-index.ts';
import { testDatabase } from '../support/database.ts';
import type { Person } from '../support/telegram-simulator.ts';
import { openRows, recordedFor } from './recorded.ts';
import { openTelegramBot, type TelegramBot } from './telegram-bot.ts';

describe.each(['polling', 'webhook'] as const)('the main job on Telegram by %s', async (way) => {
  const { db } = await testDatabase();
  let bot: TelegramBot;
  let person: Person;
  beforeAll(async () => {
    bot = await openTelegramBot({ db, foods: await loadFoodIndex(db) }, way);
  });
  beforeEach(() => {
    person = bot.telegram.person();
  });
  afterEach(async () => {
    expect(await openRows(db)).toEqual({ pending: 0, due: 0, failed: 0 });
  });
  afterAll(() => bot.close());

  const recorded = () => recordedFor(db, { platform: 'telegram', accountId: String(person.id) });
  const writes = async (text: string) => {
    const messageId = person.writes(text);
    await bot.settled();
    return messageId;
  };
  const card = () => {
    const last = bot.telegram.said(person.chatId).at(-1);
    if (!last) throw new Error('nothing was said');
    return last;
  };
  const buttons = () =>
    card()
      .buttons.flat()
      .map(({ label }) => label);
  const press = async (label: string, messageId = card().messageId) => {
    person.presses(messageId, label);
    await bot.settled();
  };

  it('records what was eaten and answers with a card', async () => {
    await writes('ate 200g rice lunch');
    expect(await recorded()).toEqual({ items: ['200 g rice'], kcal: [260] });
    expect(bot.said(person)).toHaveLength(1);
    expect(card().text).toMatch(/^Logged for lunch:\nRice, cooked: 200 g, 260 kcal\nToday: 260 kcal · protein 5 g/);
    expect(card().entities[0]).toMatchObject({ type: 'bold' });
    expect(buttons()).toEqual(['Undo']);
    await writes('today');
    expect(card().text).toMatch(/^Lunch\nRice, cooked: 200 g, 260 kcal\nToday: 260 kcal/);
  });

  it('changes nothing when an update is delivered again', async () => {
    await writes('ate 200g rice lunch');
    bot.telegram.redeliver(bot.telegram.lastUpdate());
    await bot.settled();
    // Whatever the redelivery had led to would be said before the answer to this.
    await writes('today');
    expect(await recorded()).toEqual({ items: ['200 g rice'], kcal: [260] });
    expect(bot.said(person)).toHaveLength(2);
  });

  it('follows an edit with the entry and with the card, in place', async () => {
    const messageId = await writes('ate 200g rice lunch');
    const { messageId: cardId } = card();
    person.edits(messageId, 'ate 250g rice dinner');
    await bot.settled();
    expect(await recorded()).toEqual({ items: ['250 g rice'], kcal: [325] });
    expect(bot.said(person)).toHaveLength(1);
    expect(card()).toMatchObject({ messageId: cardId, edits: 1 });
    expect(card().text).toMatch(/^Logged for dinner:\nRice, cooked: 250 g, 325 kcal\nToday: 325 kcal/);
  });

  it('takes it back and brings it back by the buttons of the card', async () => {
    await writes('ate 200g rice lunch');
    await press('Undo');
    expect(await recorded()).toMatchObject({ items: [] });
    expect(card().text).toBe('Undone: rice.\nToday now: 0 kcal');
    await press('Redo');
    expect(await recorded()).toEqual({ items: ['200 g rice'], kcal: [260] });
    expect(bot.said(person)).toHaveLength(1);
    expect(card().edits).toBe(2);
    const { answeredQueries, until } = bot.telegram;
    await until(() => answeredQueries.at(-1) === `query-${bot.telegram.lastUpdate().update_id}`);
  });

  it('undoes once when the same button is pressed twice at once', async () => {
    await writes('ate 100g rice');
    await writes('ate 200g rice');
    const { messageId } = card();
    person.presses(messageId, 'Undo');
    person.presses(messageId, 'Undo');
    await bot.settled();
    expect(await recorded()).toEqual({ items: ['100 g rice'], kcal: [130] });
  });

  it('asks which food was meant, and the button records it', async () => {
    await writes('ate 100g dragon milk');
    const [choice = ''] = buttons().filter((label) => label !== 'Undo');
    expect(card().text).toContain(`1. ${choice}`);
    expect(await recorded()).toMatchObject({ items: [] });
    await press(choice);
    expect(await recorded()).toMatchObject({ items: [`100 g ${choice}`] });
  });

  it.each([
    ['its number', '2'],
    ['its words', 'Chicago'],
  ])('takes %s for the answer to a question', async (_, answer) => {
    await writes('my city is Birmingham');
    expect(card().text).toMatch(/1\. London\n2\. Chicago$/);
    expect(buttons()).toEqual(['London', 'Chicago']);
    await writes(answer);
    expect(card().text).toMatch(/^Noted\.\nTime zone: Chicago/);
    // Answered, it is a question no longer.
    await press('London', bot.telegram.said(person.chatId)[0]?.messageId);
    await writes('settings');
    expect(card().text).toContain('Time zone: Chicago');
  });

  it('answers in private what it is asked in a group, and shows the group nothing', async () => {
    await writes('ate 200g rice lunch');
    const member = bot.telegram.member(-700, person.id);
    member.writes(`@${bot.telegram.me.username} today`, {
      entities: [{ type: 'mention', offset: 0, length: bot.telegram.me.username.length + 1 }],
    });
    await bot.settled();
    expect(card().text).toMatch(/^Lunch\nRice/);
    expect(bot.telegram.said(member.chatId)).toEqual([]);
  });

  it('takes in private the answer to what it asked in private because of a group', async () => {
    await writes('hello');
    const member = bot.telegram.member(-702, person.id);
    member.writes(`@${bot.telegram.me.username} ate 200g rice`, {
      entities: [{ type: 'mention', offset: 0, length: bot.telegram.me.username.length + 1 }],
    });
    await bot.settled();
    expect(card().text).toContain('Which city are you in?');
    await writes('Madrid');
    expect(card().text).toContain('Time zone: Madrid');
  });

  it('keeps the words of a message it makes nothing of', async () => {
    await writes('the weather is nice');
    expect(card().text).toMatch(/^I did not find anything to record in that/);
    expect(await recorded()).toEqual({ items: [], kcal: [] });
  });
});
