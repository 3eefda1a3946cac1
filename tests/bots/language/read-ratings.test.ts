import { describe, expect, it } from 'vitest';
import { readRatings } from '../../../src/bots/language/read-ratings.ts';

const read = (text: string, repliesToWorkout = false) => readRatings(text, { repliesToWorkout });

describe('how a meal was', () => {
  it.each<[string, object]>([
    ['hunger 6', { hungerBefore: 6 }],
    ['Hunger: 6/10', { hungerBefore: 6 }],
    ['hungry 7', { hungerBefore: 7 }],
    ['i was hungry 8/10', { hungerBefore: 8 }],
    ['hunger was about a 4', { hungerBefore: 4 }],
    ['hunger after 3', { hungerAfter: 3 }],
    ['hunger 3 after', { hungerAfter: 3 }],
    ['still hungry 5', { hungerAfter: 5 }],
    ['hunger before 6, after 3', { hungerBefore: 6, hungerAfter: 3 }],
    ['hunger 6/10 before, 3/10 after', { hungerBefore: 6, hungerAfter: 3 }],
    ['hunger before 6 after 3 satisfied 8 thanks', { hungerBefore: 6, hungerAfter: 3, satisfaction: 8 }],
    ['satisfaction: 8', { satisfaction: 8 }],
    ['satisfied 4/5', { satisfaction: 8 }],
    ['adherence 9', { adherence: 9 }],
    ['on plan', { adherence: 10 }],
    ['that was on plan!', { adherence: 10 }],
    ['mostly on plan', { adherence: 8 }],
    ['off plan', { adherence: 1 }],
    ['on plan 9', { adherence: 9 }],
    ['satisfied 8, on plan 👍', { satisfaction: 8, adherence: 10 }],
  ])('%j', (text, ratings) => {
    expect(read(text)).toEqual({ of: 'meal', ratings });
  });
});

describe('how a training was', () => {
  it.each<[string, object]>([
    ['intensity 8', { intensity: 8 }],
    ['workout intensity 7/10', { intensity: 7 }],
    ['form 9', { formQuality: 9 }],
    ['rpe 8.5', { rpe: 8.5 }],
    ['effort 6, rest 90s', { rpe: 6, restS: 90 }],
    ['my form was 9', { formQuality: 9 }],
    ['intensity 8, fatigue 6, form 9, rest 90s', { intensity: 8, fatigue: 6, formQuality: 9, restS: 90 }],
    ['soreness 4, intensity 8', { soreness: 4, intensity: 8 }],
    ['rest 90s', { restS: 90 }],
    ['rest 90', { restS: 90 }],
    ['rest 2 min', { restS: 120 }],
    ['rest 2 min 30', { restS: 150 }],
    ['rest 1:30', { restS: 90 }],
    ['rested 2 min between sets', { restS: 120 }],
    ['90s rest', { restS: 90 }],
    ['2 min rest between sets', { restS: 120 }],
  ])('%j', (text, ratings) => {
    expect(read(text)).toEqual({ of: 'workout', ratings });
  });

  it.each(['fatigue 6', 'soreness 4', 'tired 7/10', 'fatigue 6, soreness 4'])(
    '%j is of the day, unless it replies to a training',
    (text) => {
      expect(read(text)).toBeNull();
      expect(read(text, true)).toMatchObject({ of: 'workout' });
    },
  );
});

it.each(['hunger 11', 'satisfied 0', 'hunger 7.5', 'form 12'])('asks for a whole number from 1 to 10 at %j', (text) => {
  expect(read(text)).toEqual({ problem: 'Say that with a whole number from 1 to 10.' });
});

it.each([
  '',
  'i am hungry',
  'so hungry',
  'not hungry',
  'hunger games',
  'so hungry i could eat 2 horses',
  'hungry for 2 eggs',
  'satisfied',
  'satisfied with 8 eggs',
  'on plan to lose 5 kg',
  'plan',
  'the plan is 3 meals',
  'my son was hungry 8',
  'will be hungry 8',
  'how hungry was i? 6',
  'form 1040',
  'rest day',
  'rest 5 days',
  'rest 2',
  'rest of the pizza',
  'resting hr 58',
  'resting heart rate 58',
  'intense 30 min run',
  'high intensity 30 min',
  'intensity 8 tomorrow',
  'sore throat',
  'mood 8',
  'mood 8 hunger 6',
  'hunger 6, intensity 8',
  'hunger 6, hunger 7',
  'bench 3x8 80 rest 90s',
])('%j is none', (text) => {
  expect(read(text, true)).toBeNull();
});

it('takes time in the length of the text alone', () => {
  const long = 'hunger 6, '.repeat(5000);
  expect(read(long)).toBeNull();
});
