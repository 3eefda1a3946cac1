import { afterEach, expect, it } from 'vitest';
import type { MenuEntry } from '../../../src/bots/menu.ts';
import { answers } from '../../support/discord-simulator/faults.ts';
import { type OpenDiscord, openDiscord } from './open-discord.ts';

let open: OpenDiscord;
afterEach(() => open.close());

const option = { summary: '', isRequired: false, choices: null, hasSuggestions: false } as const;
const menu: MenuEntry[] = [
  {
    name: 'log',
    summary: 'Record what you ate',
    options: [
      { ...option, name: 'slot', summary: 'Which meal', type: 'text', choices: ['breakfast', 'lunch'] },
      { ...option, name: 'food', summary: 'What', type: 'text', isRequired: true, hasSuggestions: true },
      { ...option, name: 'amount', summary: 'How much', type: 'number' },
      { ...option, name: 'servings', summary: 'x'.repeat(300), type: 'integer', choices: ['1', '2'] },
      { ...option, name: 'cooked', type: 'boolean' },
    ],
  },
  { name: 'today', summary: 'Where the day stands', options: [] },
];

const kept = () => {
  let stored: string | null = null;
  return {
    read: async () => stored,
    write: async (hash: string) => {
      stored = hash;
    },
  };
};

it('registers the menu as slash commands for servers and private chats', async () => {
  open = await openDiscord({ menu });
  await open.start();
  expect(open.discord.world.commands).toEqual([
    {
      type: 1,
      name: 'log',
      description: 'Record what you ate',
      contexts: [0, 1],
      options: [
        { type: 3, name: 'food', description: 'What', required: true, autocomplete: true },
        {
          type: 3,
          name: 'slot',
          description: 'Which meal',
          required: false,
          choices: [
            { name: 'breakfast', value: 'breakfast' },
            { name: 'lunch', value: 'lunch' },
          ],
        },
        { type: 10, name: 'amount', description: 'How much', required: false },
        {
          type: 4,
          name: 'servings',
          description: 'x'.repeat(100),
          required: false,
          choices: [
            { name: '1', value: 1 },
            { name: '2', value: 2 },
          ],
        },
        { type: 5, name: 'cooked', description: 'cooked', required: false },
      ],
    },
    { type: 1, name: 'today', description: 'Where the day stands', contexts: [0, 1], options: [] },
  ]);
});

it('registers again only when the menu has changed', async () => {
  const registeredMenu = kept();
  open = await openDiscord({ menu, registeredMenu });
  const { world } = open.discord;
  await open.start();
  await open.adapter.stop();
  await open.start();
  expect(world.commandPuts).toBe(1);
  await open.another({ menu: menu.slice(1), registeredMenu }).start(async () => {});
  expect(world.commandPuts).toBe(2);
  expect(world.commands?.map(({ name }) => name)).toEqual(['today']);
});

it('runs without slash commands when they cannot be registered, and tries again at the next start', async () => {
  const registeredMenu = kept();
  open = await openDiscord({ menu, registeredMenu });
  const { discord, logged, next } = open;
  discord.faults.next({ method: 'PUT', answer: answers(500, 0) });
  await open.start();
  expect(logged).toHaveLength(1);
  discord.person('Anna').writes('hello');
  await next('text');
  await open.adapter.stop();
  await open.start();
  expect(discord.world.commandPuts).toBe(1);
});

it('suggests while somebody types', async () => {
  const asked: unknown[] = [];
  open = await openDiscord({
    suggest: async (...question) => {
      asked.push(question);
      return ['rice, white', 'rice, brown', 'rice, white', '  ', `rice ${'very '.repeat(40)}long`];
    },
  });
  const anna = open.discord.person('Anna');
  await open.start();
  const typing = anna.types('log', 'food', 'ri');
  const choices = await open.discord.until('suggestions come', () => typing.choices);
  expect(choices).toEqual(['rice, white', 'rice, brown', `rice ${'very '.repeat(19)}`]);
  expect(asked).toEqual([['log', 'food', 'ri', anna.user.id]]);
  expect(open.received).toEqual([]);
});

it.each([
  ['fails', () => Promise.reject(new Error('no index'))],
  ['has too many', async () => Array.from({ length: 60 }, (_, i) => `food ${i}`)],
])('answers when the search for suggestions %s', async (what, suggest) => {
  open = await openDiscord({ suggest });
  await open.start();
  const typing = open.discord.person('Anna').types('log', 'food', 'ri');
  const choices = await open.discord.until('suggestions come', () => typing.choices);
  expect(choices).toHaveLength(what === 'fails' ? 0 : 25);
});
