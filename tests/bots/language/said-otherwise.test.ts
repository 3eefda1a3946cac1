import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readAsk } from '../../../src/bots/language/read-ask.ts';
import { readMeals } from '../../../src/bots/language/read-meals.ts';
import { readMetrics } from '../../../src/bots/language/read-metrics.ts';
import { readWorkout } from '../../../src/bots/language/read-workout.ts';
import { catalogueFoodIndex } from '../../../src/domain/foods/catalogue-food-index.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';

/** A Monday evening in Madrid. */
const given = {
  ...{ now: Temporal.Instant.from('2026-03-02T18:30:00Z'), timeZone: 'Europe/Madrid', dayStartHour: 3 },
  ...{ locale: 'en', slots: [], foods: catalogueFoodIndex(), exercises: catalogueExerciseIndex() },
  units: 'metric',
} as const;

function meals(text: string): string {
  const read = readMeals(text, given);
  if (read === null) return 'null';
  if ('about' in read) return 'question';
  return read
    .flatMap(({ items }) => items)
    .map(({ quantity, unit, words, match }) => [quantity ?? '-', unit ?? '-', words, match?.name ?? '?'].join(' | '))
    .join('; ');
}

function workout(text: string): string {
  const read = readWorkout(text, given);
  if (read?.kind !== 'workout') return read === null ? 'null' : 'question';
  return read.exercises
    .map(({ match, sets }) => {
      const shown = sets.map(({ reps, weightKg, durationS, distanceM }) =>
        [reps ?? '', weightKg ?? '', durationS ?? '', distanceM === null ? '' : Math.round(distanceM)].join('/'),
      );
      return `${match?.name}: ${shown.join(' ')}`;
    })
    .join('; ');
}

function metrics(text: string): string {
  const read = readMetrics(text, given);
  if (read === null) return 'null';
  if (read.kind === 'question') return `question about ${read.about}`;
  return read.metrics.map(({ metric, value }) => `${metric} ${value}`).join(', ');
}

function ask(text: string): string {
  const read = readAsk(text, given);
  if (read === null) return 'null';
  const { about, figure, subject, muscles } = read;
  return [about, figure, subject, muscles?.of.join(' ') ?? null].filter((part) => part !== null).join(' | ');
}

describe('a measure behind its food', () => {
  it.each([
    ['spaghetti bolognese, big plate', '1 | plate | spaghetti bolognese | spaghetti bolognese'],
    ['porridge, large bowl', '1 | bowl | porridge | oatmeal'],
    ['curry (big plate)', '1 | plate | curry | chicken curry'],
    ['ramen - huge bowl', '1 | bowl | ramen | ramen'],
    ['milk, glass', '1 | glass | milk | milk'],
    ['tuna, small can', '1 | can | tuna | tuna'],
    ['stew, plate, bread 2 slices', '1 | plate | stew | beef stew; 2 | slice | bread | bread'],
  ])('%j', (text, expected) => expect(meals(text)).toBe(expected));

  it.each([
    ['bread, roll', '- | - | bread | bread; - | - | roll | bread roll'],
    ['i made a big plate', 'question'],
  ])('%j has none', (text, expected) => expect(meals(text)).toBe(expected));
});

describe('what is named by its glass', () => {
  it.each([
    ['glass of red', '1 | glass | red | red wine'],
    ['two glasses of white with dinner', '2 | glass | white | white wine'],
    ['large glass of red', '1 | glass | red | red wine'],
    ['a glass of red and pasta', '1 | glass | red | red wine; - | - | pasta | pasta'],
  ])('%j', (text, expected) => expect(meals(text)).toBe(expected));

  it.each(['red', 'bowl of red', 'a glass of cold', 'glass of fresh'])('%j is nothing', (text) =>
    expect(meals(text)).toBe('null'),
  );
});

describe('more of it', () => {
  it.each([
    ['another 200g rice', '200 | g | rice | rice'],
    ['another 500ml beer', '500 | ml | beer | beer'],
    ['250 ml more milk', '250 | ml | milk | milk'],
    ['2 scoops more whey', '2 | scoop | whey | whey protein'],
    ['had leftover chili, 300g this time', '300 | g | leftover chili | chili con carne'],
    ['just inhaled 2 donuts', '2 | - | donuts | donut'],
  ])('%j', (text, expected) => expect(meals(text)).toBe(expected));

  it.each([
    ['and 1 l more', 'water 1000'],
    ['and another 500ml', 'water 500'],
    ['1 more liter', 'water 1000'],
    ['another glass of water', 'water 250'],
    ['one more glass', 'water 250'],
    ['500ml', 'question about meaning'],
    ['1l more than yesterday', 'null'],
    ['i need 500ml more', 'null'],
    ["waist's at 81cm now", 'waist 81'],
    ["my weight's 82.4", 'weight 82.4'],
  ])('%j', (text, expected) => expect(metrics(text)).toBe(expected));
});

describe('trainings by their figures', () => {
  it.each([
    ['12-3-30', 'Incline Walk: //1800/2414'],
    ['did the 12-3-30 this morning', 'Incline Walk: //1800/2414'],
    ['12-3-30 on the treadmill', 'Incline Walk: //1800/2414'],
    ['treadmill 10/3.5/45', 'Incline Walk: //2700/4225'],
    ['treadmill 5-6-30', 'Treadmill Run: //1800/4828'],
    ['12-3-30 treadmill walk, then 3x10 pushups', 'Incline Walk: //1800/2414; Push-Up: 10/// 10/// 10///'],
    ['21s curls 20kg', 'Biceps Curl: 21/20//'],
    ['curls 21s', 'Biceps Curl: 21///'],
    ['3x21s curls 15kg', 'Biceps Curl: 21/15// 21/15// 21/15//'],
    ['easy 6k @ 5:45/km', 'Running: //2070/6000'],
  ])('%j', (text, expected) => expect(workout(text)).toBe(expected));

  it.each([
    ['plank 21s', 'Plank: //21/'],
    ['curls 20s 10 10', 'Biceps Curl: 10/20// 10/20//'],
    ['bench 12/10/8', 'Bench Press: 12/// 10/// 8///'],
    ['11-22-33 treadmill', 'null'],
    ['gonna do 12-3-30 tomorrow', 'null'],
    ['my birthday is 12-3-90', 'null'],
    ['6k @ 25:00/km', 'null'],
  ])('%j', (text, expected) => expect(workout(text)).toBe(expected));
});

describe('questions', () => {
  it.each([
    ['when did i last train legs?', 'workouts | last | legs | quads hamstrings glutes calves adductors abductors'],
    ['when did i last do chest', 'workouts | last | chest | chest'],
    ['last leg day?', 'workouts | last | leg | quads hamstrings glutes calves adductors abductors'],
    ['how often did i train back this month', 'workouts | times | back | lats upper back lower back traps'],
    ['did i train biceps this week', 'workouts | times | biceps | biceps'],
    [
      'what did i do for shoulders last week',
      'workouts | last | shoulders | front delts side delts rear delts rotator cuff',
    ],
    ['how much protein today', 'day | sum | protein'],
    ['how many calories so far', 'day | sum | calories'],
    ['how much fiber yesterday', 'day | sum | fiber'],
  ])('%j', (text, expected) => expect(ask(text)).toBe(expected));

  it.each(['my legs are sore', 'train legs', 'legs', 'back later', 'chest 100 cm'])('%j is none', (text) =>
    expect(ask(text)).toBe('null'),
  );

  it('asks about an exercise as before', () => {
    expect(ask('when did i last squat')).toBe('workouts | last | squat');
    expect(ask('how much sugar in coke')).toBe('food | figures | coke');
  });
});
