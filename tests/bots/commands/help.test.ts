import { describe, expect, it } from 'vitest';
import type { Command, CommandContext } from '../../../src/bots/command.ts';
import { commands } from '../../../src/bots/commands/index.ts';
import { plainText } from '../../../src/bots/text.ts';

const help = commands.find(({ name }) => name === 'help') as Command;

/** What `help` says to these words, and its buttons. */
async function said(words: string): Promise<{ text: string; labels: string[] }> {
  const reading = help.parse(words, {} as never);
  if (!reading || !('input' in reading)) throw new Error(`“${words}” asks for no help`);
  const { text, buttons = [] } = await help.run({} as CommandContext, reading.input);
  return { text: plainText(text), labels: buttons.flat().map(({ label }) => label) };
}

describe('help', () => {
  it('is short, and leads to the rest', async () => {
    const { text, labels } = await said('help');
    expect(text).toContain('ate 200g rice lunch');
    expect(text.length).toBeLessThan(1_800);
    expect(labels).toEqual(['Food', 'Training', 'You', 'Your coach', 'For coaches']);
  });

  it('tells every command somewhere, each once', async () => {
    const pages = await Promise.all(
      ['help', 'help food', 'help training', 'help you', 'help coach', 'help coaching'].map(said),
    );
    const told = pages.map(({ text }) => text).join('\n');
    for (const { name, examples, isHidden } of commands) {
      const [example] = examples;
      if (isHidden || !example || name === 'help' || name === 'start') continue;
      expect(told.split('\n').filter((line) => line.startsWith(example)).length, name).toBe(1);
    }
    for (const { text } of pages) expect(text.length).toBeLessThan(2_000);
  });
});
