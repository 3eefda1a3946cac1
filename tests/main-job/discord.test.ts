import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadFoodIndex } from '../../src/domain/foods/load-food-index.ts';
import { testDatabase } from '../support/database.ts';
import type { Person } from '../support/discord-simulator/person.ts';
import { flagsOf, type Interaction } from '../support/discord-simulator/world.ts';
import { type DiscordBot, openDiscordBot } from './discord-bot.ts';
import { openRows, recordedFor } from './recorded.ts';

const { db } = await testDatabase();
const foods = await loadFoodIndex(db);

let bot: DiscordBot;
let anna: Person;
beforeAll(async () => {
  bot = await openDiscordBot({ db, foods });
  await bot.start();
});
beforeEach(() => {
  anna = bot.discord.person('Anna');
});
afterEach(async () => {
  expect(await openRows(db)).toEqual({ pending: 0, due: 0, failed: 0 });
  expect(bot.discord.world.pings).toEqual([]);
});
afterAll(() => bot.close());

const recorded = () => recordedFor(db, { platform: 'discord', accountId: anna.user.id });
const writes = async (text: string) => {
  const message = anna.writes(text);
  await bot.settled(1);
  return message;
};
const card = () => bot.last(anna.channel);
const text = () => bot.discord.read(card()).text;
const labels = () => card().components.flatMap(({ components }) => components.map(({ label }) => label));
const press = async (label: string) => {
  const interaction = anna.presses(label, card());
  await bot.settled(1);
  return interaction;
};
const said = () => bot.discord.ours(anna.channel);

describe('the main job on Discord', () => {
  it('records what was eaten and answers with a card', async () => {
    await writes('ate 200g rice lunch');
    expect(await recorded()).toEqual({ items: ['200 g rice'], kcal: [260] });
    expect(said()).toHaveLength(1);
    expect(text()).toMatch(/^Logged for lunch:\nRice, cooked: 200 g, 260 kcal\nToday: 260 kcal · protein 5 g/);
    expect(bot.discord.read(card()).marks).toContain('bold:Logged for lunch:');
    expect(labels()).toEqual(['Undo']);
  });

  it('changes nothing when an event is delivered again', async () => {
    await writes('ate 200g rice lunch');
    bot.discord.dispatch('MESSAGE_CREATE', anna.channel.messages[0] ?? {}, anna.channel);
    // Whatever the redelivery had led to would be said before the answer to this.
    await writes('today');
    expect(await recorded()).toEqual({ items: ['200 g rice'], kcal: [260] });
    expect(said()).toHaveLength(2);
  });

  it('follows an edit with the entry and with the card, in place', async () => {
    const message = await writes('ate 200g rice lunch');
    const { id } = card();
    anna.edits(message, 'ate 250g rice dinner');
    await bot.settled(1);
    expect(await recorded()).toEqual({ items: ['250 g rice'], kcal: [325] });
    expect(said().map((each) => each.id)).toEqual([id]);
    expect(text()).toMatch(/^Logged for dinner:\nRice, cooked: 250 g, 325 kcal\nToday: 325 kcal/);
  });

  it('removes the entry with the message, and can bring it back', async () => {
    const message = await writes('ate 200g rice lunch');
    anna.removes(message);
    await bot.settled(1);
    expect(await recorded()).toMatchObject({ items: [] });
    expect(said()).toHaveLength(1);
    expect(text()).toBe('Removed with your message: rice.');
    await press('Undo');
    expect(await recorded()).toEqual({ items: ['200 g rice'], kcal: [260] });
  });

  it('says nothing when a message is removed that recorded nothing, or that it never had', async () => {
    const message = await writes('the weather is nice');
    anna.removes(message);
    await bot.settled(1);
    bot.discord.dispatch('MESSAGE_DELETE', { id: '123456789012345678', channel_id: anna.channel.id }, anna.channel);
    await bot.settled(1);
    expect(said()).toHaveLength(1);
  });

  it('takes it back and brings it back by the buttons of the card', async () => {
    await writes('ate 200g rice lunch');
    const { responses } = await press('Undo');
    expect(responses).toEqual([7]);
    expect(await recorded()).toMatchObject({ items: [] });
    expect(text()).toBe('Undone: rice.\nToday now: 0 kcal');
    await press('Redo');
    expect(await recorded()).toEqual({ items: ['200 g rice'], kcal: [260] });
    expect(said()).toHaveLength(1);
  });

  it('asks which food was meant, and the button records it', async () => {
    await writes('ate 100g dragon milk');
    const [choice = ''] = labels();
    expect(text()).toContain(`1. ${choice}`);
    expect(await recorded()).toMatchObject({ items: [] });
    await press(choice);
    expect(await recorded()).toMatchObject({ items: [`100 g ${choice}`] });
  });

  it.each(['2', 'the second', 'Chicago'])('takes "%s" for the answer to a question', async (answer) => {
    await writes('my city is Birmingham');
    expect(labels()).toEqual(['London', 'Chicago']);
    await writes(answer);
    expect(text()).toMatch(/^Noted\.\nTime zone: Chicago/);
  });
});

describe('on a server', () => {
  const runs = async (name: string, options: Record<string, string>): Promise<Interaction> => {
    const interaction = anna.runs(name, options, bot.discord.server);
    await bot.settled(1);
    return interaction;
  };

  it('answers a mention in private', async () => {
    anna.writesOnServer('ate 200g rice lunch');
    await bot.settled(1);
    expect(await recorded()).toEqual({ items: ['200 g rice'], kcal: [260] });
    expect(text()).toMatch(/^Logged for lunch:/);
    expect(bot.discord.ours(bot.discord.server)).toEqual([]);
  });

  it('answers a slash command so that only who asked sees it', async () => {
    const { original, responses } = await runs('log', { food: '200g rice lunch' });
    expect(await recorded()).toEqual({ items: ['200 g rice'], kcal: [260] });
    expect(responses).toEqual([4]);
    expect((original?.flags ?? 0) & flagsOf.ephemeral).toBe(flagsOf.ephemeral);
    expect(said()).toEqual([]);
  });

  it("does nothing when somebody presses the button of another's card", async () => {
    await runs('log', { food: '200g rice lunch' });
    const ben = bot.discord.person('Ben');
    const card = bot.last(bot.discord.server);
    const { original } = ben.presses('Undo', card);
    await bot.settled(1);
    expect(original).toBeNull();
    expect(await recorded()).toMatchObject({ items: ['200 g rice'] });
    expect(bot.discord.read(card).text).toMatch(/^Logged for lunch:/);
  });

  it('does not hear what is not meant for it', async () => {
    anna.writesOnServer('ate 200g rice lunch', false);
    await writes('today');
    expect(await recorded()).toEqual({ items: [], kcal: [] });
  });
});

describe('an answer that takes long', () => {
  // Discord waits three seconds for the first response; here it is told that they are over.
  const tooLate = (interaction: Interaction) => {
    interaction.expired = 'unanswered';
  };

  it('takes the place of "is thinking" when a slash command was deferred', async () => {
    await bot.stop();
    await bot.start({ deferAfterMs: 1 });
    const interaction = anna.runs('log', { food: '200g rice lunch' });
    await bot.discord.until('it is deferred', () => interaction.responses.length > 0);
    tooLate(interaction);
    await bot.settled(1);
    expect(interaction.responses).toEqual([5]);
    expect(bot.discord.read(interaction.original ?? card()).text).toMatch(/^Logged for lunch:\nRice/);
    expect(said()).toHaveLength(1);
  });

  it('still changes the card when a press was deferred', async () => {
    await writes('ate 200g rice lunch');
    const interaction = anna.presses('Undo', card());
    await bot.discord.until('it is deferred', () => interaction.responses.length > 0);
    tooLate(interaction);
    await bot.settled(1);
    expect(text()).toBe('Undone: rice.\nToday now: 0 kcal');
    expect(said()).toHaveLength(1);
    await bot.stop();
    await bot.start();
  });

  it('comes as an ordinary message when Discord no longer takes the interaction', async () => {
    const interaction = anna.runs('today');
    interaction.expired = 'altogether';
    await bot.settled(1);
    expect(text()).toMatch(/^Nothing logged today/);
  });
});

describe('a connection that is not there all the time', () => {
  it('loses nothing when the gateway drops in the middle and resumes', async () => {
    await writes('ate 100g rice');
    bot.discord.gateway.drop();
    await bot.discord.until('the connection is gone', () => !bot.discord.gateway.isConnected());
    const meanwhile = anna.writes('ate 200g rice');
    anna.edits(meanwhile, 'ate 250g rice');
    anna.writes('ate 50g rice');
    await bot.settled(3);
    expect(await recorded()).toEqual({ items: ['100 g rice', '250 g rice', '50 g rice'], kcal: [520] });
    expect(bot.discord.gateway.log.filter((what) => what !== 'heartbeat').at(-1)).toBe('resume');
    expect(said()).toHaveLength(3);
  });

  it('reads after a restart what was written, changed and left alone meanwhile', async () => {
    const before = await writes('ate 100g rice');
    await bot.stop();
    anna.edits(before, 'ate 150g rice');
    anna.writes('ate 200g rice');
    anna.writes('today');
    await bot.start();
    await bot.settled(3);
    expect(await recorded()).toEqual({ items: ['150 g rice', '200 g rice'], kcal: [455] });
    expect(said()).toHaveLength(3);
    expect(text()).toContain('Today: 455 kcal');
    // Another restart finds nothing new.
    await bot.stop();
    await bot.start();
    await writes('today');
    expect(await recorded()).toMatchObject({ items: ['150 g rice', '200 g rice'] });
    expect(said()).toHaveLength(4);
  });
});
