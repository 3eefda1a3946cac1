import { describe, expect, it } from 'vitest';
import type { Given } from '../../../src/bots/command.ts';
import { log } from '../../../src/bots/commands/log.ts';
import { plainText } from '../../../src/bots/text.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import { given as mealGiven } from '../language/given.ts';

const given: Given = { ...mealGiven, exercises: catalogueExerciseIndex(), locale: 'en' };
const reading = (text: string) => log.parse(text, given);

describe('the options of /log', () => {
  /** As the core puts them together. */
  const said = (options: Record<string, string>) =>
    ['/log', ...Object.entries(options).map(([name, value]) => log.sayOption?.(name, value) ?? value)].join(' ');

  it.each<[Record<string, string>, string, object, object]>([
    [
      { food: 'coffee', meal: 'drink' },
      '/log coffee for drink',
      { slot: 'drink', day: '2026-03-02' },
      { words: 'coffee' },
    ],
    [
      { food: '200g rice', meal: 'lunch', day: 'yesterday' },
      '/log 200g rice for lunch yesterday',
      { slot: 'lunch', day: '2026-03-01' },
      { words: 'rice', quantity: 200, unit: 'g' },
    ],
    [
      { food: 'orange juice', meal: 'snack' },
      '/log orange juice for snack',
      { slot: 'snack' },
      { words: 'orange juice' },
    ],
    [
      { food: '2 eggs', day: 'yesterday' },
      '/log 2 eggs yesterday',
      { slot: null, day: '2026-03-01' },
      { words: 'eggs' },
    ],
  ])('%o are read as %s', (options, text, meal, item) => {
    expect(said(options)).toBe(text);
    expect(reading(text)).toMatchObject({ input: { entries: [{ kind: 'meal', ...meal, items: [item] }] } });
  });
});

it('says that an amount of nothing was read', () => {
  const read = reading('0 eggs');
  expect(read && 'problem' in read && plainText(read.problem)).toBe(
    'I read an amount of nothing for “eggs”. Write it again with how much it was.',
  );
});
