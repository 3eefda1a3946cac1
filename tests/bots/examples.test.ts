import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Given } from '../../src/bots/command.ts';
import { commands } from '../../src/bots/commands/index.ts';
import { interpret } from '../../src/bots/interpret.ts';
import { catalogueFoodIndex } from '../../src/domain/foods/catalogue-food-index.ts';
import { catalogueExerciseIndex } from '../../src/domain/training/catalogue-exercise-index.ts';
import { wordKey } from '../../src/domain/users/word-meaning.ts';

const given: Given = {
  now: Temporal.Instant.from('2026-03-02T12:30:00Z'),
  timeZone: 'Europe/Madrid',
  dayStartHour: 3,
  units: 'metric',
  locale: 'en',
  foods: catalogueFoodIndex(),
  exercises: catalogueExerciseIndex(),
  slots: [],
  role: 'coach',
  isOperator: true,
  hasCoach: true,
  clients: ['Anna Ray', 'Ben'],
  routines: ['push day'],
  words: {
    known: ['shake', 'oats'].map((said, id) => ({
      ...{ id, kind: 'food', key: wordKey(said), said, name: 'Protein shake', meansId: null, measure: null },
    })),
    asked: new Set(),
  },
};
/** The command that understands it; null where none does, or it only says what is wrong with it. */
function readBy(text: string, more: Partial<Given> = {}): string | null {
  const read = interpret(commands, text, { ...given, ...more });
  return read && !('problem' in read.reading) ? read.command.name : null;
}

/** What two commands could read, the first of them does: they do the same. */
const readFirst: Readonly<Record<string, string>> = {
  ...{ achievements: 'ask', streak: 'ask', goals: 'ask', today: 'ask' },
  reminders: 'remind',
};

describe('what is told as an example', () => {
  it.each(
    commands.filter(({ examples }) => examples.length > 0).map(({ name, examples }) => [name, examples] as const),
  )('of /%s is understood by it', (name, examples) => {
    const elsewhere = examples.filter((example) => ![name, readFirst[name]].includes(readBy(example) ?? ''));
    expect(elsewhere).toEqual([]);
  });

  it('on the first page is understood', () => {
    const page = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const table = page.split('\n').filter((line) => line.startsWith('| '));
    const examples = table.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, example = '']) => example));
    expect(examples.length).toBeGreaterThan(60);
    // Some go with a picture, or stand above what is told next.
    const below: Readonly<Record<string, string>> = {
      'template push-pull': '\nDay 1 – Push\nBench press 4x8',
      'diet: lean cut': '\nEvery day\nBreakfast: 80 g oats, 1 banana',
    };
    const photos = new Set(['front', 'side', 'back']);
    const lost = examples.filter(
      (example) => readBy(`${example}${below[example] ?? ''}`, { photos: photos.has(example) ? 1 : 0 }) === null,
    );
    expect(lost).toEqual([]);
  });
});
