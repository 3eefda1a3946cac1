import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readGoal } from '../../../src/bots/language/read-goal.ts';

/** A Monday evening in Madrid. */
const given = { now: Temporal.Instant.from('2026-03-02T18:30:00Z'), timeZone: 'Europe/Madrid', dayStartHour: 3 };

function shown(text: string, units: 'metric' | 'us' = 'metric'): string {
  const read = readGoal(text, { ...given, units });
  if (read === null) return 'null';
  if (read.kind === 'impossible') return `impossible ${read.metric}`;
  const by = read.by ? ` by ${read.by}` : '';
  if (read.kind === 'unit') return `${read.value} of which unit?${by}`;
  if (read.kind === 'relative') return `${read.changeKg.toFixed(1)} kg from now${by}`;
  return `${read.metric} ${Number(read.target.toFixed(2))}${by}`;
}

describe('a goal', () => {
  it.each([
    ['i want to weigh 75 by june', 'weight 75 by 2026-06-01'],
    ['i wanna weigh 68 by my wedding on 20 june', 'weight 68 by 2026-06-20'],
    ['goal 70 before the holiday on june 3rd', 'weight 70 by 2026-06-03'],
    ['my goal is 75kg', 'weight 75'],
    ['goal 75kg by 1 june', 'weight 75 by 2026-06-01'],
    ['goal: 70 kg by christmas', 'weight 70 by 2026-12-25'],
    ['target weight 68 kg', 'weight 68'],
    ['weight goal 80kg by the end of the year', 'weight 80 by 2026-12-31'],
    ['i want to get down to 72 kg in 12 weeks', 'weight 72 by 2026-05-25'],
    ['goal 10k steps a day', 'steps 10000'],
    ['aim for 8000 steps a day', 'steps 8000'],
    ['goal sleep 8h', 'sleep 8'],
    ['i want to sleep 8 hours a night', 'sleep 8'],
    ['waist goal 80cm', 'waist 80'],
    ['goal waist 32 in by august', 'waist 81.28 by 2026-08-01'],
    ['i want to be 70kg by summer', 'weight 70 by 2026-06-01'],
    ['get to 12% body fat by july', 'body-fat 12 by 2026-07-01'],
    ['goal body fat 12%', 'body-fat 12'],
    ['target bf 18 percent', 'body-fat 18'],
    ['goal: lose 5kg by june', '-5.0 kg from now by 2026-06-01'],
    ['i want to lose 10 lbs', '-4.5 kg from now'],
    ['i wanna lose 5 kilos by june', '-5.0 kg from now by 2026-06-01'],
    ["i'd like to lose 5 kg", '-5.0 kg from now'],
    ['need to drop 5 kg', '-5.0 kg from now'],
    ['gain 3kg by christmas', '3.0 kg from now by 2026-12-25'],
    ['goal weight 11 stone', 'weight 69.85'],
    ['goal weight 400', '400 of which unit?'],
    ['i want to reach 85 kg by march 2027', 'weight 85 by 2027-03-01'],
    ['resting hr goal 55', 'resting-hr 55'],
    ['goal arms 40cm', 'arm 40'],
    ['my goal is to weigh 62.5 kg by mid july', 'weight 62.5 by 2026-07-15'],
    ['goal weight: 62,5kg by end of may', 'weight 62.5 by 2026-05-31'],
    ['goal 75 by june', 'weight 75 by 2026-06-01'],
    ['set a goal of 70kg', 'weight 70'],
    ['i want a 75cm waist by may', 'waist 75 by 2026-05-01'],
    ['bulk to 85kg by december', 'weight 85 by 2026-12-01'],
    ['gw 130lbs', 'weight 58.97'],
    ['goal mood 8', 'mood 8'],
    ['target 75 kg by friday', 'weight 75 by 2026-03-06'],
    ['goal weight 70kg by 2026-08-15', 'weight 70 by 2026-08-15'],
    ['goal weight 154 lb by july 4th', 'weight 69.85 by 2026-07-04'],
    ['target weight: 11st 7lb', 'weight 73.03'],
    ['i want to get to 75kg by next month', 'weight 75 by 2026-04-01'],
    ["i'd like to weigh 68 kg", 'weight 68'],
    ['i wanna weigh 60kg by new year', 'weight 60 by 2027-01-01'],
    ['trying to get to 80kg by summer', 'weight 80 by 2026-06-01'],
    ['my goal is 15% body fat', 'body-fat 15'],
    ['body fat goal 18% by october', 'body-fat 18 by 2026-10-01'],
    ['muscle mass goal 40 kg', 'muscle-mass 40'],
    ['goal hips 95 cm', 'hips 95'],
    ['goal neck 38cm', 'neck 38'],
    ['goal 12000 steps per day', 'steps 12000'],
    ['step goal 10000', 'steps 10000'],
    ['daily step goal: 9,000', 'steps 9000'],
    ['sleep goal 7.5 hours', 'sleep 7.5'],
    ['my sleep goal is 8 hours a night', 'sleep 8'],
    ['goal energy 8', 'energy 8'],
    ['goal stress 3 by friday', 'stress 3 by 2026-03-06'],
    ['goal resting heart rate 58 bpm by may', 'resting-hr 58 by 2026-05-01'],
    ['goal blood pressure 120/80', 'blood-pressure 120'],
    ['want to be 82kg in 3 months', 'weight 82 by 2026-06-02'],
    ['goal weight 90', 'weight 90'],
    ['goal weight 250', '250 of which unit?'],
    ['target 65kg', 'weight 65'],
    ['aim to weigh 70 kg by november', 'weight 70 by 2026-11-01'],
    ['i need to get down to 85kg by september 1', 'weight 85 by 2026-09-01'],
    ['goal: gain 4 kg by december', '4.0 kg from now by 2026-12-01'],
    ['goal: lose 1 stone', '-6.4 kg from now'],
    ['goal of 72.5 kg within 10 weeks', 'weight 72.5 by 2026-05-11'],
  ])('%j', (text, expected) => expect(shown(text)).toBe(expected));
});

describe('no goal', () => {
  it.each([
    'goal: bench 100kg by december',
    'i want to be happy',
    'i want to be 75',
    'i want 75g rice',
    'i want 2 eggs',
    'i want to run 5k',
    'my goal weight was 70kg',
    'i want to have 200g rice',
    'i want to do 5x5 squats',
    'my goal weight is 60 kg before my wedding',
    'get my weight down to 78 kg by easter',
    'lose 5kg',
    'goal: run a marathon by 2027',
    'goal: 100kg bench',
    'goal is to squat 140kg',
    'goal weight',
    'i want to lose weight',
    'i want to lose 200g',
    'my goal is to be healthy',
    'i want to be 30 again',
    'i want to get 8 hours of work done',
    'goal was 70kg but i failed',
    'what is my goal weight',
    'goal weight 70kg?',
    'i got to 70kg',
    'reached my goal of 70kg',
    'he wants to weigh 70kg',
    'i want to try 70kg on bench',
    'goal difference 3',
    'scored a goal in 20 min',
    'i want 5 reps',
    'want to bench 100kg',
    'i want to do 10 pullups',
    'get to the gym by 8',
    'get up at 7',
    'cut to the chase',
    'weigh 70',
    'weighed 70kg',
    'i hope to run 10k in april',
    'aim high',
  ])('%j', (text) => expect(shown(text)).toBe('null'));
});

describe('a goal of whoever reads pounds', () => {
  it.each([
    ['goal weight 165', 'weight 74.84'],
    ['goal weight 75', '75 of which unit?'],
    ['goal waist 32', 'waist 81.28'],
    ['goal 70 kg', 'weight 70'],
  ])('%j', (text, expected) => expect(shown(text, 'us')).toBe(expected));
});

it('is nothing that nobody can be', () => {
  expect(shown('goal body fat 99%')).toBe('impossible body-fat');
  expect(shown('goal weight 900 kg')).toBe('impossible weight');
});
