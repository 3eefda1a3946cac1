import { describe, expect, it } from 'vitest';
import { readExercise } from '../../../src/bots/language/read-exercise.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';

const given = { exercises: catalogueExerciseIndex() };

describe('words about exercises themselves', () => {
  it.each<[string, object]>([
    ['my exercises', { do: 'list' }],
    ['/exercise', { do: 'list' }],
    ['how do i do a deadlift?', { do: 'show', name: 'deadlift' }],
    ['show me how to do the bench press properly', { do: 'show', name: 'bench press' }],
    ['/exercise bench press', { do: 'show', name: 'bench press' }],
    ['forget exercise keg carry', { do: 'forget', name: 'keg carry' }],
    ['/exercise forget keg carry', { do: 'forget', name: 'keg carry' }],
    ['new exercise: Keg carry', { do: 'keep', exercise: { name: 'Keg carry' } }],
    [
      'new exercise: Keg carry; category: Cardio; muscles: traps and forearms; burns: 9.5 kcal/min; level: advanced',
      {
        do: 'keep',
        exercise: {
          ...{ name: 'Keg carry', category: 'cardio', primaryMuscles: ['traps', 'forearms'] },
          ...{ defaultKcalPerMin: 9.5, difficulty: 'advanced' },
        },
      },
    ],
    [
      '/exercise keg carry\nhttps://v.example/a\nhttps://v.example/a.gif?x=1\nhttps://v.example/a.JPG\nlink: https://wger.de/en/exercise/345/view/',
      {
        do: 'keep',
        exercise: {
          ...{ name: 'keg carry', videoUrl: 'https://v.example/a', gifUrl: 'https://v.example/a.gif?x=1' },
          ...{ imageUrl: 'https://v.example/a.JPG', wgerId: 345 },
        },
      },
    ],
  ])('%j', (text, reading) => {
    expect(readExercise(text, given)).toEqual(reading);
  });

  it.each([
    'new exercise: Keg carry; colour: red',
    'new exercise: Keg carry; category: fun',
    '/exercise keg; burns: a lot',
  ])('says what it did not understand of %j', (text) => {
    expect(readExercise(text, given)).toHaveProperty('problem');
  });

  it.each([
    'deadlift 3x5 100kg',
    'new exercise: face pulls 3x12',
    'new exercise: keg carry 20 min',
    'how do i do a backup',
    'how to do my taxes',
    'exercise 30 min',
    'did my exercises',
  ])('not %j', (text) => {
    expect(readExercise(text, given)).toBeNull();
  });
});
