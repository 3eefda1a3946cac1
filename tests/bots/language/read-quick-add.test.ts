import { describe, expect, it } from 'vitest';
import { readQuickAdd } from '../../../src/bots/language/read-quick-add.ts';
import { given } from './given.ts';
import { noQuickAdds, quickAdds } from './tables/quick-adds.ts';

const rows = quickAdds
  .trim()
  .split('\n')
  .map((row): [string, string] => {
    const cut = row.indexOf(' | ');
    return [row.slice(0, cut), row.slice(cut + 3)];
  });

function shown(text: string): string {
  const read = readQuickAdd(text, given);
  if (!read) return 'null';
  const { slot, day, energyKcal, proteinG, carbsG, fatG, note } = read;
  const macros = [proteinG, carbsG, fatG].map((grams) => grams ?? '-').join('/');
  return [slot ?? '-', day.toString().slice(5), `${energyKcal} ${macros}`, note ?? '-'].join(' | ');
}

describe('a meal by its figures', () => {
  it.each(rows)('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('knows the slots a person has named themselves, and the time', () => {
    const read = readQuickAdd('club 300 kcal at 19:30', { ...given, slots: ['club'] });
    expect(read).toMatchObject({ slot: 'club', energyKcal: 300, isDaySaid: true, note: null });
    expect(read?.time?.toString()).toBe('19:30:00');
  });
});

describe('figures that are no meal', () => {
  it.each(noQuickAdds.trim().split('\n'))('%j', (text) => {
    expect(shown(text)).toBe('null');
  });
});

it('reads hostile text in time that grows with its length', () => {
  for (const seed of ['30p ', 'p30', '1 kcal ', '+', '30g protein, ', '1,000', 'kcal: ']) {
    const startMs = performance.now();
    readQuickAdd(seed.repeat(10_000).slice(0, 10_000), given);
    expect(performance.now() - startMs, seed).toBeLessThan(500);
  }
});
