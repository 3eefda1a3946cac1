import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/bots/commands/index.ts';
import { menuOf } from '../../../src/bots/commands/menu.ts';
import { toSlashCommands } from '../../../src/bots/discord/slash-commands.ts';

const lengthOf = (text: string) => [...text.trim()].length;

describe('the menu', () => {
  const menu = menuOf(commands);

  it('is one that Discord and Telegram take whole', () => {
    const slash = toSlashCommands(menu) as readonly {
      readonly name: string;
      readonly options: readonly { readonly name: string; readonly choices?: readonly unknown[] }[];
    }[];
    expect(slash.length).toBeLessThanOrEqual(100);
    expect(new Set(slash.map(({ name }) => name)).size).toBe(slash.length);
    for (const { name, options } of slash) {
      expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
      expect(options.length).toBeLessThanOrEqual(25);
      for (const option of options) {
        expect(option.name).toMatch(/^[a-z0-9_]{1,32}$/);
        expect(option.choices?.length ?? 0).toBeLessThanOrEqual(25);
      }
    }
    // Nothing of what is said about them is cut off.
    for (const { summary, options } of menu)
      for (const said of [summary, ...options.map((option) => option.summary)]) {
        expect(lengthOf(said), said).toBeGreaterThan(0);
        expect(lengthOf(said), said).toBeLessThanOrEqual(100);
      }
    for (const { choices } of menu.flatMap(({ options }) => options))
      expect(choices?.length ?? 0).toBeLessThanOrEqual(25);
  });

  it('knows the other names of a command', () => {
    const aliases = Object.fromEntries(menu.flatMap(({ name, aliases: others }) => (others ? [[name, others]] : [])));
    expect(aliases).toEqual({ chat: ['done'], group: ['groups'], pause: ['resume'], snippet: ['snippets'] });
  });

  it('says of each command for coaches that it is for them, always in the same way', () => {
    const forCoaches = menu.filter(({ summary }) => summary.endsWith(' (for coaches)')).map(({ name }) => name);
    expect(forCoaches.sort()).toEqual(
      ['invite', 'clients', 'client', 'checkins', 'form', 'note', 'template', 'diet', 'group', 'broadcast', 'snippet']
        .concat('hours')
        .sort(),
    );
    expect(menu.filter(({ summary }) => /^(?:for )?coaches:|, for coaches/i.test(summary))).toEqual([]);
  });
});
