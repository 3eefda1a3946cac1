import { describe, expect, it } from 'vitest';
import type { Given } from '../../../src/bots/command.ts';
import { commands } from '../../../src/bots/commands/index.ts';
import { interpret } from '../../../src/bots/interpret.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import { given as mealGiven } from '../language/given.ts';

const given: Given = { ...mealGiven, exercises: catalogueExerciseIndex(), locale: 'en' };

/** What the registry makes of a text, as the parse contract shows it: the commands, or what is asked. */
function parsed(text: string): unknown {
  const understood = interpret(commands, text, given);
  if (!understood || 'problem' in understood.reading) return [];
  const { command, reading } = understood;
  if ('question' in reading)
    return { about: reading.question.about, choices: reading.question.choices.map(({ label }) => label) };
  return command.toContract(reading.input);
}

const schedule = { at: null, days: null, everyMinutes: null, from: null, to: null, on: null };
const target = { do: 'set-target', energyKcal: null, proteinG: null, carbsG: null, fatG: null, waterMl: null };

describe('among all commands', () => {
  it.each<[string, unknown]>([
    ['target 2200 kcal 160g protein', [{ ...target, energyKcal: 2200, proteinG: 160 }]],
    ['/target 2300', [{ ...target, energyKcal: 2300 }]],
    ['/target 2300 kcal 150 g protein', [{ ...target, energyKcal: 2300, proteinG: 150 }]],
    ['goal weight 75 kg by june', [{ do: 'set-goal', metric: 'weight', target: 75, unit: 'kg', by: '2026-06-01' }]],
    ['/goal body fat 15%', [{ do: 'set-goal', metric: 'body-fat', target: 15, unit: '%', by: null }]],
    ['goal: bench 100kg by december', []],
    ['goal weight 300', { about: 'unit', choices: ['300 kg', '300 lb'] }],
    ['goal: lose 5kg', [{ do: 'command', name: 'goal', input: { changeKg: -5, by: null } }]],
    ['i want to lose weight', { about: 'amount', choices: [] }],
    ['target 75', { about: 'meaning', choices: ['75 kg body weight', '75 g protein a day'] }],
    [
      'remind me to eat 200g rice at 21:00',
      [{ do: 'set-reminder', what: 'eat 200g rice', schedule: { ...schedule, at: ['21:00'], on: '2026-03-02' } }],
    ],
    [
      '/remind weigh in at 07:10 every day',
      [{ do: 'set-reminder', what: 'weigh in', schedule: { ...schedule, at: ['07:10'], days: [1, 2, 3, 4, 5, 6, 7] } }],
    ],
    ['remind me to stretch every day', { about: 'time', choices: ['9:00', '13:00', '18:00', '20:00'] }],
    ['set a reminder', { about: 'meaning', choices: [] }],
    ['snooze 10 min', [{ do: 'manage-reminder', action: 'snooze', subject: null, until: null, minutes: 10 }]],
    ['tell my coach i ate 200g rice', [{ do: 'message', to: null, body: 'i ate 200g rice' }]],
    ['tell my coach to remind me at 8', [{ do: 'message', to: null, body: 'remind me at 8' }]],
    [
      'remind me to tell my coach at 21:00',
      [{ do: 'set-reminder', what: 'tell my coach', schedule: { ...schedule, at: ['21:00'], on: '2026-03-02' } }],
    ],
    ['/message see you friday', [{ do: 'message', to: null, body: 'see you friday' }]],
  ])('%j', (text, expected) => expect(parsed(text)).toEqual(expected));

  it.each(['ate 200g rice lunch', '2 eggs and toast', 'use pounds', 'my day starts at 4', 'undo', 'today'])(
    'leaves %j to others',
    (text) => {
      const names = ['target', 'goal', 'remind', 'msg'];
      expect(names).not.toContain(interpret(commands, text, given)?.command.name);
    },
  );
});
