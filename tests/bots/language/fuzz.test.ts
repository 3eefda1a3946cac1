import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Given } from '../../../src/bots/command.ts';
import { commands } from '../../../src/bots/commands/index.ts';
import { interpret } from '../../../src/bots/interpret.ts';
import { longestTextLength } from '../../../src/bots/language/scan.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import { languageText } from '../../support/language-text.ts';
import { contractFault } from '../../support/parse-contract.ts';
import { readingFault } from '../../support/reading-fault.ts';
import { given as mealGiven } from './given.ts';

const given: Given = { ...mealGiven, locale: 'en', exercises: catalogueExerciseIndex() };

describe('any text at all', () => {
  it.each(commands)('makes $name neither throw nor read what it could not keep or show', (command) => {
    fc.assert(
      fc.property(languageText(), fc.constantFrom<Given['units']>('metric', 'us'), (text, units) => {
        expect(readingFault(command, text, { ...given, units })).toBeNull();
      }),
      { numRuns: 250 },
    );
  });

  it('that is longer than people write records nothing', () => {
    const long = '200g rice, '.repeat(longestTextLength / 10);
    expect(interpret(commands, long, given)).toBeNull();
  });
});

describe('the check itself', () => {
  it.each([
    '2 eggs and 200g rice for lunch',
    'bench 3x8 80',
    'weight 82.4',
    'undo',
    '+300 kcal',
    'only half the banana',
    'the run was 5k not 6k',
    'the weight was 82.5 not 85',
    'the banana was 210 kcal',
    'that was at 8am not 9am',
  ])('knows %j for well-formed', (text) => {
    const understood = interpret(commands, text, given);
    const reading = understood?.reading;
    const rows = reading && 'input' in reading ? understood.command.toContract(reading.input) : [];
    expect(rows.length).toBe(1);
    expect(rows.map(contractFault)).toEqual([null]);
  });

  it.each([
    { do: 'log-meal', slot: null, day: '2026-03-02', time: null, items: [] },
    { do: 'log-metric', day: '2026-02-30', metric: 'weight', value: 80, value2: null, unit: 'kg' },
    { do: 'log-metric', day: '2026-03-02', metric: 'weight', value: Number.NaN, value2: null, unit: 'kg' },
    { do: 'undo', what: 'all' },
    { do: 'correct', target: 'banana', change: { times: 0.5 } },
    { do: 'dance' },
  ])('knows %j for a fault', (row) => {
    expect(contractFault(row)).not.toBeNull();
  });
});
