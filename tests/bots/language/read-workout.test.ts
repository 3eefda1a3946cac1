import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readWorkout, type WorkoutGiven, type WorkoutReading } from '../../../src/bots/language/read-workout.ts';
import { longestTextLength } from '../../../src/bots/language/scan.ts';
import { catalogueFoodIndex } from '../../../src/domain/foods/catalogue-food-index.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import { notWorkouts } from './not-workouts.ts';
import { showWorkout } from './show-workout.ts';
import { activities, days, inPounds, lifts, questions, sessions } from './workout-lines.ts';

const exercises = catalogueExerciseIndex();
/** A Monday evening in Madrid, 20:30. */
const given: WorkoutGiven = {
  now: Temporal.Instant.from('2026-03-02T19:30:00Z'),
  timeZone: 'Europe/Madrid',
  dayStartHour: 3,
  units: 'metric',
  exercises,
};
const inUs: WorkoutGiven = { ...given, units: 'us' };

const linesOf = (table: string): string[] => table.split('\n').filter((line) => line !== '');
const shown = (text: string): string => {
  const isUs = text.startsWith('us|');
  return showWorkout(readWorkout(text.replace('us|', '').replaceAll('⏎', '\n'), isUs ? inUs : given));
};

function reading(text: string, from: WorkoutGiven = given): WorkoutReading {
  const read = readWorkout(text, from);
  if (read?.kind !== 'workout') throw new Error(`"${text}" was read as ${showWorkout(read)}`);
  return read;
}

describe('a workout', () => {
  it.each([
    ['lifts', lifts],
    ['activities', activities],
    ['whole sessions', sessions],
    ['days and times', days],
    ['pounds and miles', inPounds],
    ['figures that stay open', questions],
  ])('is read as people write it: %s', (_, table) => {
    const rows = linesOf(table).map((line) => line.split('  =>  '));
    const got = rows.map(([text = '']) => `${text}  =>  ${shown(text)}`);
    expect(got).toEqual(linesOf(table));
  });

  it('is not seen in plans, questions, meals, metrics, corrections, other people and chat', () => {
    const seen = linesOf(notWorkouts).filter((line) => shown(line) !== 'null');
    expect(seen).toEqual([]);
  });

  it('keeps weights as typed beside the kilograms', () => {
    const [bench, squat] = reading('bench 135 lbs x 10, squat 60kg x5').exercises;
    expect(bench?.sets[0]).toMatchObject({ loadValue: 135, loadUnit: 'lb', weightKg: 61.23 });
    expect(squat?.sets[0]).toMatchObject({ loadValue: 60, loadUnit: 'kg', weightKg: 60 });
  });

  it('keeps reps in reserve, and the RPE they amount to', () => {
    expect(reading('squat 3x5 100 2 rir').exercises[0]?.sets[0]).toMatchObject({ rir: 2, rpe: 8 });
  });

  it('gives the catalogue its exercise, and for unknown names the nearest', () => {
    const [known] = reading('rdl 3x8 90').exercises;
    expect(known?.match?.name).toBe('Romanian Deadlift');
    const [unknown] = reading('benhc press 3x8 20kg').exercises;
    expect(unknown?.match).toBeNull();
    expect(unknown?.candidates.map(({ name }) => name)).toContain('Bench Press');
  });

  it('takes the rowing machine, not the barbell, for a row over a distance', () => {
    expect(reading('row 2k 7:30').exercises[0]?.match?.name).toBe('Rowing Machine');
    expect(reading('row 3x10 60').exercises[0]?.match?.name).toBe('Barbell Row');
  });

  it('is asked about with whole readings to choose from', () => {
    const asked = readWorkout('squat 5x5 100, bench 225x5x3', given);
    if (asked?.kind !== 'question') throw new Error('nothing was asked');
    expect(asked.about).toBe('unit');
    expect(asked.choices.map(({ reading: one }) => one.exercises.map(({ sets }) => sets[0]?.weightKg))).toEqual([
      [100, 102.06],
      [100, 225],
    ]);
  });

  it('is no list of foods, known or not', () => {
    const withFoods = { ...given, foods: catalogueFoodIndex() };
    for (const text of ['3x8 chicken nuggets', '2x100g rice', '5x6 strawberries', '3x10 olives'])
      expect(readWorkout(text, withFoods)).toBeNull();
    expect(readWorkout('3x8 sumo thingies 80kg', withFoods)).not.toBeNull();
  });

  it('finds the exercise by the name the catalogue has for it', () => {
    const missed = [
      'Bench Press',
      'Bulgarian Split Squat',
      'Face Pull',
      "Farmer's Walk",
      'Pull-Up',
      'Clean and Jerk',
    ].filter((name) => reading(`${name} 3x10`).exercises[0]?.match?.name !== exercises.lookup(name)?.name);
    expect(missed).toEqual([]);
  });

  it('is never a text too long to be one', () => {
    expect(readWorkout('bench 3x8 80, '.repeat(longestTextLength), given)).toBeNull();
    expect(readWorkout('bench 3x8 80, '.repeat(600), given)).toBeNull();
  });

  it('survives whatever is typed', () => {
    const words = [
      ...'bench squat run yoga 3x8 80 kg lb x @ , / - + ( ) : ; . ! then and a1 rpe rir rest 27:30 5k 1h10 12+'.split(
        ' ',
      ),
    ];
    const more = [
      'superset',
      'warm up',
      'drop set',
      'amrap',
      'to failure',
      '8,8,7',
      '.5,5',
      '½',
      '\n',
      '🏋️',
      'each',
      'march 3',
      '2026-02-30',
      '99999999999',
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...words, ...more), fc.string({ maxLength: 4 })), { maxLength: 30 })
      .chain((pieces) => fc.constantFrom(' ', '').map((gap) => pieces.join(gap)));
    fc.assert(
      fc.property(text, (typed) => {
        const read = readWorkout(typed, given);
        if (read?.kind !== 'workout') return;
        for (const { sets } of read.exercises)
          for (const set of sets)
            for (const value of [set.reps, set.weightKg, set.durationS, set.distanceM, set.rpe])
              expect(value === null || Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
