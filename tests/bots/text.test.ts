import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, code, italic, lines, plainText, quoted } from '../../src/bots/text.ts';
import { hostileSamples, hostileText } from '../support/hostile-text.ts';

describe('text as a tree', () => {
  it('is read without its markup, parts one below the other', () => {
    const text = lines([bold('Lunch'), ' of ', italic([bold('white'), ' rice'])], null, ['Write ', code('undo')]);
    expect(plainText(text)).toBe('Lunch of white rice\nWrite undo');
  });

  it('shows where a link leads', () => {
    expect(plainText({ link: 'https://a.example', label: 'here' })).toBe('here: https://a.example');
    expect(plainText({ link: 'https://a.example', label: 'https://a.example' })).toBe('https://a.example');
  });
});

describe('words of a person that are repeated', () => {
  it('stay as they are when they are harmless', () => {
    expect(quoted('crème brûlée')).toBe('crème brûlée');
    expect(quoted('  two\n lines ')).toBe('two lines');
  });

  it.each(hostileSamples.map((sample) => [sample.slice(0, 20), sample]))(
    'are one short harmless line: %j',
    (_, sample) => {
      expectHarmless(sample);
    },
  );

  it('are one short harmless line, whatever they are', () => {
    fc.assert(fc.property(hostileText(), expectHarmless));
  });

  const expectHarmless = (words: string) => {
    const shown = quoted(words);
    expect([...shown].length).toBeLessThanOrEqual(80);
    expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
  };
});
