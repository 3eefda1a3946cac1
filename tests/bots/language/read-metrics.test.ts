import { describe, expect, it } from 'vitest';
import { type MetricsGiven, type ReadMetric, readMetrics } from '../../../src/bots/language/read-metrics.ts';
import { given as evening } from './given.ts';

/** A Monday evening in Madrid, 20:30. */
const given: MetricsGiven = {
  now: evening.now,
  timeZone: evening.timeZone,
  dayStartHour: evening.dayStartHour,
  units: 'metric',
};
const us: MetricsGiven = { ...given, units: 'us' };
const today = '2026-03-02';

const shown = ({ metric, value, value2, day }: ReadMetric): string => {
  const figure = Number(value.toFixed(2));
  const pair = value2 === null ? '' : `/${value2}`;
  return `${metric} ${figure}${pair}${day.toString() === today ? '' : ` ${day.toString().slice(5)}`}`;
};

/** What is recorded, or `?about: choice | choice` for a question. */
function read(text: string, about: MetricsGiven = given): string | null {
  const reading = readMetrics(text, about);
  if (reading === null) return null;
  if (reading.kind === 'metrics') return reading.metrics.map(shown).join(', ');
  return `?${reading.about}: ${reading.choices.map(({ metrics }) => metrics.map(shown).join(', ')).join(' | ')}`.trim();
}

describe('weight', () => {
  it.each([
    ['my weight is 68 point 5 kg', 'weight 68.5'],
    ['weighed one eighty five pounds', 'weight 83.91'],
    ['weight this morning was seventy nine point two', 'weight 79.2'],
    ['scale said 83.1 😩', 'weight 83.1'],
    ['82.4kg', 'weight 82.4'],
    ['82,4 kg', 'weight 82.4'],
    ['82.4 kilos', 'weight 82.4'],
    ['180 lbs', 'weight 81.65'],
    ['180lb', 'weight 81.65'],
    ['180 pounds', 'weight 81.65'],
    ['180#', 'weight 81.65'],
    ['12st 4', 'weight 78.02'],
    ['12st4', 'weight 78.02'],
    ['12st 7lb this morning', 'weight 79.38'],
    ['12st7lb', 'weight 79.38'],
    ['12 stone 7 lbs', 'weight 79.38'],
    ['12.5 stone', 'weight 79.38'],
    ['13 stone', 'weight 82.55'],
    ['weight 82.4', 'weight 82.4'],
    ['Weight: 82,4', 'weight 82.4'],
    ['weight = 82.4 kg', 'weight 82.4'],
    ['weight - 82.4', 'weight 82.4'],
    ['wt 82.4', 'weight 82.4'],
    ['bw 82.4', 'weight 82.4'],
    ['bodyweight: 82.4', 'weight 82.4'],
    ['body weight 82.4kg', 'weight 82.4'],
    ['my weight is 82.4', 'weight 82.4'],
    ['my weight today is 82.4 kg', 'weight 82.4'],
    ["today's weight 82.4", 'weight 82.4'],
    ["this morning's weight: 82.4", 'weight 82.4'],
    ['morning weight 82.4', 'weight 82.4'],
    ['weigh in 82.4 👍', 'weight 82.4'],
    ['weigh-in: 82.4', 'weight 82.4'],
    ['i weigh 82.4', 'weight 82.4'],
    ['I weigh about 82 kg', 'weight 82'],
    ['weighed in at 82.4 this morning', 'weight 82.4'],
    ['just weighed myself: 82.4', 'weight 82.4'],
    ['weighed 82.4 on an empty stomach', 'weight 82.4'],
    ["i'm 82.4kg today", 'weight 82.4'],
    ['i am 82.4 kg', 'weight 82.4'],
    ['82.4kg when i woke up', 'weight 82.4'],
    ['82.4 kg first thing in the morning', 'weight 82.4'],
    ['scale says 82.4', 'weight 82.4'],
    ['the scale said 82.4 kg', 'weight 82.4'],
    ['82.4 on the scale', 'weight 82.4'],
    ['log weight 82.4', 'weight 82.4'],
    ['please log my weight as 82.4 kg thanks', 'weight 82.4'],
    ['weight 82.4 (fasted)', 'weight 82.4'],
    ['weight 82.4 (after a long flight)', 'weight 82.4'],
    ['weight 82.4 (-0.3)', 'weight 82.4'],
    ['weight 82.4, down 0.3 from last week', 'weight 82.4'],
    ['weight 82.4kg (was 83)', 'weight 82.4'],
    ['weight 82.4 vs 83.1 last week', 'weight 82.4'],
    ['82.4 kg, up 0.2 since friday', 'weight 82.4'],
    ['82.4 kg (181.7 lb)', 'weight 82.4'],
    ['weight at 7am 82.4', 'weight 82.4'],
    ['weight 82.4 at 7am', 'weight 82.4'],
    ['7:30 weight 82.4', 'weight 82.4'],
    ['eighty two kilos', 'weight 82'],
    ['morning! weight is 82.4', 'weight 82.4'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['weight 180.5', 'weight 81.87'],
    ['180 lbs', 'weight 81.65'],
    ['82.4 kg', 'weight 82.4'],
    ['weighed in at 176', 'weight 79.83'],
    ['weight 340', 'weight 154.22'],
  ])('%j in pounds', (text, expected) => expect(read(text, us)).toBe(expected));
});

describe('days', () => {
  it.each([
    ['weight yesterday 82.2', 'weight 82.2 03-01'],
    ['yesterday weight 82.2', 'weight 82.2 03-01'],
    ['yesterday i weighed 82.2', 'weight 82.2 03-01'],
    ['on friday i weighed 80.7', 'weight 80.7 02-27'],
    ['weight was 82.4 on friday', 'weight 82.4 02-27'],
    ['friday: weight 82.4, mood 7', 'weight 82.4 02-27, mood 7 02-27'],
    ['i was 82.4kg on friday', 'weight 82.4 02-27'],
    ['weight 3 days ago was 83', 'weight 83 02-27'],
    ['weight 83, 3 days ago', 'weight 83 02-27'],
    ['march 1st weight 83', 'weight 83 03-01'],
    ['weight on 28 february: 83', 'weight 83 02-28'],
    ['weight yesterday 82.2, today 81.9', 'weight 82.2 03-01, weight 81.9'],
    ['weight 81.9 today, 82.2 yesterday', 'weight 81.9, weight 82.2 03-01'],
    ['weight today: 82.4 kg, yesterday: 82.9 kg', 'weight 82.4, weight 82.9 03-01'],
    ['weight saturday 82.4, sunday 82.1', 'weight 82.4 02-28, weight 82.1 03-01'],
    ['last night slept 6h', 'sleep 6'],
    ['slept 6h last night', 'sleep 6'],
    ['slept 7h yesterday', 'sleep 7 03-01'],
    ['slept 7h on saturday night', 'sleep 7 03-01'],
    ['last night slept 6h, mood 5', 'sleep 6, mood 5'],
    ['mood last night 4', 'mood 4 03-01'],
    ['steps yesterday 8000', 'steps 8000 03-01'],
    ['yesterday: 12k steps, slept 7h', 'steps 12000 03-01, sleep 7 03-01'],
    ['bp this morning 118/76', 'blood-pressure 118/76'],
    ['2 glasses of water this morning', 'water 500'],
    ['drank 2l of water yesterday', 'water 2000 03-01'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));
});

describe('composition and tape', () => {
  it.each([
    ['body fat came out at 21.3% on the inbody, muscle mass 33.1kg', 'body-fat 21.3, muscle-mass 33.1'],
    ['body fat 18%', 'body-fat 18'],
    ['body fat: 18.2 %', 'body-fat 18.2'],
    ['bf 18,2', 'body-fat 18.2'],
    ['bf% 18.2', 'body-fat 18.2'],
    ['18.2% bf', 'body-fat 18.2'],
    ['18% body fat', 'body-fat 18'],
    ['body fat percentage is 22', 'body-fat 22'],
    ['fat 18.2%', 'body-fat 18.2'],
    ['muscle mass 36.8 kg', 'muscle-mass 36.8'],
    ['muscle 36.8', 'muscle-mass 36.8'],
    ['36.8kg muscle mass', 'muscle-mass 36.8'],
    ['weight 80.4 bf 18.2', 'weight 80.4, body-fat 18.2'],
    ['82.4 kg, 18% bf', 'weight 82.4, body-fat 18'],
    ['82.4kg (bf 18%)', 'weight 82.4, body-fat 18'],
    ['weight 82.4 fat 18% muscle 38', 'weight 82.4, body-fat 18, muscle-mass 38'],
    ['waist 86', 'waist 86'],
    ['waist: 86cm', 'waist 86'],
    ['waist 34 in', 'waist 86.36'],
    ['waist 34"', 'waist 86.36'],
    ['waist 34 inches', 'waist 86.36'],
    ['86cm waist', 'waist 86'],
    ['34 inch waist', 'waist 86.36'],
    ['my waist is 86 cm', 'waist 86'],
    ['waist measured 86', 'waist 86'],
    ['waist 86 now, was 88 in january', 'waist 86'],
    ['waist 86, down from 88 last month', 'waist 86'],
    ['waist 86 hips 98', 'waist 86, hips 98'],
    ['waist 86cm, hips 98cm, chest 102cm', 'waist 86, hips 98, chest 102'],
    ['chest 104 arm 37,5 thigh 59', 'chest 104, arm 37.5, thigh 59'],
    ['neck 38 cm', 'neck 38'],
    ['biceps 37', 'arm 37'],
    ['left arm 37, right arm 37.5', 'arm 37, arm 37.5'],
    ['calves 38.5', 'calf 38.5'],
    ['measurements: waist 86, chest 104, neck 38', 'waist 86, chest 104, neck 38'],
    ['waist 86\nhips 98\nthigh 59', 'waist 86, hips 98, thigh 59'],
    ['- waist 86\n- hips 98', 'waist 86, hips 98'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['waist 34', 'waist 86.36'],
    ['chest 41.5', 'chest 105.41'],
    ['arms 15', 'arm 38.1'],
    ['waist 86cm', 'waist 86'],
  ])('%j in inches', (text, expected) => expect(read(text, us)).toBe(expected));
});

describe('heart and blood pressure', () => {
  it.each([
    ['blood pressure one twenty eight over eighty two', 'blood-pressure 128/82'],
    ['bp one thirty over eighty', 'blood-pressure 130/80'],
    ['rhr 52', 'resting-hr 52'],
    ['resting hr 61', 'resting-hr 61'],
    ['resting heart rate was 56 when i woke up', 'resting-hr 56'],
    ['resting heart rate: 58 bpm', 'resting-hr 58'],
    ['resting pulse 58', 'resting-hr 58'],
    ['hr 61', 'resting-hr 61'],
    ['heart rate 61 bpm', 'resting-hr 61'],
    ['pulse 58', 'resting-hr 58'],
    ['58 bpm', 'resting-hr 58'],
    ['58bpm resting', 'resting-hr 58'],
    ['bp 121/79', 'blood-pressure 121/79'],
    ['BP: 121/79 mmHg', 'blood-pressure 121/79'],
    ['blood pressure 121 over 79', 'blood-pressure 121/79'],
    ['my blood pressure was 121/79', 'blood-pressure 121/79'],
    ['121 over 79', 'blood-pressure 121/79'],
    ['121/79 mmhg', 'blood-pressure 121/79'],
    ['121/79 bp', 'blood-pressure 121/79'],
    ['bp 120 80', 'blood-pressure 120/80'],
    ['bp 98/64', 'blood-pressure 98/64'],
    ['bp: 128/84 pulse 61', 'blood-pressure 128/84, resting-hr 61'],
    ['bp 128/84, 61 bpm', 'blood-pressure 128/84, resting-hr 61'],
    ['BP was 117/74 and resting hr 61', 'blood-pressure 117/74, resting-hr 61'],
    ['bp 120/80, 130/85', 'blood-pressure 120/80, blood-pressure 130/85'],
    ['bp at the doctor 135/88', null],
    ['bp 135/88 at the doctors', 'blood-pressure 135/88'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));
});

describe('sleep', () => {
  it.each([
    ['rough sleep, 4.5 hrs maybe', 'sleep 4.5'],
    ['slept seven thirty', 'sleep 7.5'],
    ['slept maybe 7 hours', 'sleep 7'],
    ['sleep quality 4/10, woke up 3 times', 'sleep-quality 4'],
    ['slept 7h20', 'sleep 7.33'],
    ['slept 7h20m', 'sleep 7.33'],
    ['slept 7h 20m', 'sleep 7.33'],
    ['slept 7:20', 'sleep 7.33'],
    ['sleep 8:15', 'sleep 8.25'],
    ['slept 7.5 hours', 'sleep 7.5'],
    ['slept 7,5', 'sleep 7.5'],
    ['slept 7 1/2 hours', 'sleep 7.5'],
    ['slept 7½ hours', 'sleep 7.5'],
    ['slept 7 and a half hours', 'sleep 7.5'],
    ['slept 7 hours and a half', 'sleep 7.5'],
    ['slept eight hours', 'sleep 8'],
    ['slept 7 hours 20 minutes', 'sleep 7.33'],
    ['slept 7 hrs and 20 min', 'sleep 7.33'],
    ['slept 430 min', 'sleep 7.17'],
    ['slept 6-7 hours', 'sleep 6.5'],
    ['slept about 6 to 7 hours', 'sleep 6.5'],
    ['slept for 8 hours', 'sleep 8'],
    ['i slept like 6 hours', 'sleep 6'],
    ['only slept 5h :(', 'sleep 5'],
    ['slept badly, 5h', 'sleep 5'],
    ['sleep: 7h', 'sleep 7'],
    ['sleep 7', 'sleep 7'],
    ['5h30 sleep', 'sleep 5.5'],
    ['7 hours of sleep', 'sleep 7'],
    ['7h sleep last night', 'sleep 7'],
    ['got 7 hours of sleep', 'sleep 7'],
    ['had 8 hours sleep', 'sleep 8'],
    ['slept 11pm to 6:30', 'sleep 7.5'],
    ['slept from 23:00 to 7', 'sleep 8'],
    ['slept from 11 to 7', 'sleep 8'],
    ['slept 11-7', 'sleep 8'],
    ['slept 22:45 - 06:15', 'sleep 7.5'],
    ['slept 12:30am-8am', 'sleep 7.5'],
    ['slept midnight to 8', 'sleep 8'],
    ['went to bed at 11, woke up at 6:30', 'sleep 7.5'],
    ['bed 23:15 up 6:45', 'sleep 7.5'],
    ['fell asleep at midnight and woke up at 7', 'sleep 7'],
    ['in bed by 10pm, up at 6', 'sleep 8'],
    ['slept 5h because of the baby', 'sleep 5'],
    ['slept 6h but woke up twice', 'sleep 6'],
    ['sleep quality 7', 'sleep-quality 7'],
    ['sleep quality: 7/10', 'sleep-quality 7'],
    ['quality of sleep 6 out of 10', 'sleep-quality 6'],
    ['slept 8/10', 'sleep-quality 8'],
    ['sleep 8/10', 'sleep-quality 8'],
    ['slept 7h, quality 8', 'sleep 7, sleep-quality 8'],
    ['slept 7 hrs, sleep quality 6', 'sleep 7, sleep-quality 6'],
    ['slept 7h 8/10', 'sleep 7, sleep-quality 8'],
    ['8 hours sleep quality 7', 'sleep 8, sleep-quality 7'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));
});

describe('ratings', () => {
  it.each([
    ['stress is through the roof 9/10', 'stress 9'],
    ['fatigue 7 after that session', 'fatigue 7'],
    ['mood: 😀 8/10', 'mood 8'],
    ['doms 8/10 in quads', 'soreness 8'],
    ['my legs are really sore 6/10 today', 'soreness 6'],
    ['legs and glutes sore 8/10', 'soreness 8'],
    ['soreness 6 in my legs and glutes', 'soreness 6'],
    ['energy 4 today, knackered', 'energy 4'],
    ['mood 8', 'mood 8'],
    ['mood: 6/10', 'mood 6'],
    ['mood 7 / 10', 'mood 7'],
    ['mood is 8 today', 'mood 8'],
    ['my mood is about 7', 'mood 7'],
    ['mood good, 8', 'mood 8'],
    ['mood great 9/10 😀', 'mood 9'],
    ['mood eight', 'mood 8'],
    ['8/10 mood', 'mood 8'],
    ['mood 4/5', 'mood 8'],
    ['mood 10/10', 'mood 10'],
    ['energy 3 out of 10', 'energy 3'],
    ['energy level 7', 'energy 7'],
    ['energy levels: 7', 'energy 7'],
    ['energy at 7', 'energy 7'],
    ['stress level: 3', 'stress 3'],
    ['stress 7 because work was crazy', 'stress 7'],
    ['stressed 8/10', 'stress 8'],
    ['fatigue 6', 'fatigue 6'],
    ['tired 7/10', 'fatigue 7'],
    ['soreness 4', 'soreness 4'],
    ['sore 6/10', 'soreness 6'],
    ['doms 7', 'soreness 7'],
    ['mood 6/10 stress 8/10', 'mood 6, stress 8'],
    ['5h30 sleep, mood 4, energy 3', 'sleep 5.5, mood 4, energy 3'],
    ['8 mood, 7 energy', 'mood 8, energy 7'],
    ['energy 7 mood 8 stress 3 sleep 7h', 'energy 7, mood 8, stress 3, sleep 7'],
    ['check-in: mood 7, energy 6, stress 4, soreness 2', 'mood 7, energy 6, stress 4, soreness 2'],
    ['mood: 7\nenergy: 6\nstress: 4', 'mood 7, energy 6, stress 4'],
    ['mood 7 | energy 6 | stress 4', 'mood 7, energy 6, stress 4'],
    ['weight 82,4 slept 7h20 mood 8', 'weight 82.4, sleep 7.33, mood 8'],
    ['82.4kg, slept 7h, mood 7/10 thanks!', 'weight 82.4, sleep 7, mood 7'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));
});

describe('steps and water', () => {
  it.each([
    ['11,204 steps according to my garmin', 'steps 11204'],
    ['finished another bottle of water 750ml', 'water 750'],
    ['bottle of water (500ml)', 'water 500'],
    ['10k steps', 'steps 10000'],
    ['12,345 steps', 'steps 12345'],
    ['12.345 steps', 'steps 12345'],
    ['12 345 steps', 'steps 12345'],
    ['8.5k steps today', 'steps 8500'],
    ['8,5k steps', 'steps 8500'],
    ['steps: 9000', 'steps 9000'],
    ['step count 9,200', 'steps 9200'],
    ['walked 10k steps', 'steps 10000'],
    ['did 10,000 steps today 💪', 'steps 10000'],
    ['hit 15k steps!', 'steps 15000'],
    ['got 8-9k steps', 'steps 8500'],
    ['about 7000 steps', 'steps 7000'],
    ['500ml water', 'water 500'],
    ['500 ml of water', 'water 500'],
    ['2 glasses of water', 'water 500'],
    ['2 glasses', 'water 500'],
    ['a glass of water', 'water 250'],
    ['glass of water', 'water 250'],
    ['another glass of water', 'water 250'],
    ['2 more glasses of water', 'water 500'],
    ['had a bottle of water', 'water 500'],
    ['a 750ml bottle of water', 'water 750'],
    ['drank 1.5l', 'water 1500'],
    ['drank 500 ml', 'water 500'],
    ['just drank half a litre of water', 'water 500'],
    ['i drank 2 litres of water today', 'water 2000'],
    ['20oz of water', 'water 591.47'],
    ['16 fl oz water', 'water 473.18'],
    ['8 cups of water', 'water 1892.71'],
    ['water 500', 'water 500'],
    ['water: 2l', 'water 2000'],
    ['water 1.5', 'water 1500'],
    ['water 3 glasses', 'water 750'],
    ['water 8', 'water 2000'],
    ['+250ml water', 'water 250'],
    ['sparkling water 330ml', 'water 330'],
    ['3 waters', 'water 750'],
    ['water 2l, 9k steps', 'water 2000, steps 9000'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));

  it('reads bare water in ounces for those who drink ounces', () => expect(read('water 64', us)).toBe('water 1892.71'));
});

describe('questions', () => {
  it.each([
    ['81.7', '?meaning: weight 81.7'],
    ['82,4 👍', '?meaning: weight 82.4'],
    ['81.7 this morning', '?meaning: weight 81.7'],
    ['yesterday 82.2', '?meaning: weight 82.2 03-01'],
    ['82.4 slept 7h mood 8', '?meaning: weight 82.4, sleep 7, mood 8'],
    ['121/79', '?meaning: blood-pressure 121/79'],
    ['500ml', '?meaning: water 500'],
    ['feeling 7/10', '?meaning: mood 7 | energy 7'],
    ['water 3', '?unit: water 750 | water 3000'],
    ['waist 34', '?unit: waist 34 | waist 86.36'],
    ['weight 180', '?unit: weight 180 | weight 81.65'],
    ['weight 8.2', '?amount: weight 82'],
    ['weight 8.2 kg', '?amount: weight 82'],
    ['weight 820', '?amount: weight 82'],
    ['weight 820 kg', '?amount: weight 82'],
    ['bp 12/8', '?amount: blood-pressure 120/80'],
    ['bp 79/121', '?amount:'],
    ['slept 25h', '?amount:'],
    ['slept 430', '?amount: sleep 7.17'],
    ['mood 14', '?amount:'],
    ['mood 0', '?amount:'],
    ['mood 7.5', '?amount: mood 7 | mood 8'],
    ['body fat 90%', '?amount:'],
    ['bf 182', '?amount: body-fat 18.2'],
    ['resting hr 400', '?amount:'],
    ['2,000,000 steps', '?amount:'],
    ['5 steps', '?amount: steps 5 | steps 5000'],
    ['drank 20l of water', '?amount:'],
    ['weight 820, mood 7', '?amount: weight 82, mood 7'],
    ['weight 820, mood 14', '?amount:'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['waist 86', '?unit: waist 218.44 | waist 86'],
    ['weight 82', '?unit: weight 37.19 | weight 82'],
  ])('%j from somebody with pounds and inches', (text, expected) => expect(read(text, us)).toBe(expected));

  it('goes by the last weight where it is known', () => {
    const light = { ...given, lastWeightKg: 82 };
    expect(read('81', light)).toBe('?meaning: weight 81');
    expect(read('181', light)).toBe('?meaning: weight 82.1');
    expect(read('60.5', light)).toBeNull();
    expect(read('82.1', light)).toBe('weight 82.1');
    expect(read('82,1 this morning 👍', light)).toBe('weight 82.1');
    expect(read('82.1 slept 7h', light)).toBe('weight 82.1, sleep 7');
    expect(read('8.21', light)).toBe('?amount: weight 82.1');
    expect(read('821', light)).toBe('?amount: weight 82.1');
    expect(read('1813', { ...us, lastWeightKg: 82 })).toBe('?amount: weight 82.24');
    expect([read('93.2', light), read('88.8', light)]).toEqual(['?meaning: weight 93.2', '?meaning: weight 88.8']);
    for (const nothing of ['8', '8.2', '2500', '1200', '5.5']) expect(read(nothing, light)).toBeNull();
    expect([read('8.21'), read('821')]).toEqual([null, null]);
    expect(read('weight 180', { ...given, lastWeightKg: 178 })).toBe('weight 180');
  });

  it('keeps what was typed', () => {
    const reading = readMetrics('12st 7lb, mood 4/5, 2 glasses of water', given);
    expect(reading?.kind === 'metrics' && reading.metrics.map(({ typed }) => typed)).toEqual([
      { value: 12.5, unit: 'st' },
      { value: 4, unit: '/5' },
      { value: 2, unit: 'glass' },
    ]);
  });

  it('tells whether the day was named', () => {
    const isDaySaid = (text: string) => {
      const reading = readMetrics(text, given);
      return reading?.kind === 'metrics' && reading.metrics[0]?.isDaySaid;
    };
    expect(isDaySaid('weight 82.4')).toBe(false);
    expect(isDaySaid('weight 82.4 today')).toBe(true);
    expect(isDaySaid('slept 7h last night')).toBe(false);
  });
});

const others = `
scale is broken
scale is broken again 😡
i want to weigh 75
my dog weighs 30kg
goal weight 165 lbs
target 2.5l water
target weight 75
remind me to weigh in
remind me to drink 500ml water every hour
how much do i weigh
how much did i weigh on friday
bench 80
bench 80 kg
bench 80kg 5x5
slept through my alarm
8 hour shift
8 hours
mood
weight
sleep
200g rice
2 eggs
5'11
5'11"
180 cm
i'm 180 cm tall
i am 82
i'm 35
im 35 years old
squat 100kg
deadlift 180 lbs
hit 100kg
did 100kg today
lost 2 kg
gained 1.5 kg
weight -0.5
weight down 1kg
weight up 0.5 kg
weight loss 3kg
down 2 lbs this week
i used to weigh 95 kg
i was 90 kg
i was 95kg last year
she weighs 60 kg
her weight is 60
my wife weighs 60 kg
my mum slept 8 hours
he slept 7h
the baby slept 5 hours
we slept 8h
weigh 75 by june
weight 75 by june
i will weigh 80 in may
i'd like to weigh 70
should weigh 75
if i weigh 80
gonna sleep 8 hours
going to sleep 8 hours tonight
i need 8 hours of sleep
need to drink 2l water
want to sleep 8 hours
tomorrow weight 82
weight 82 tomorrow
i might weigh 82
didn't sleep
didn't sleep 8 hours
not sleeping 7h
no sleep
couldn't sleep
never slept 8 hours
sleep at 11
slept at 11
slept at 11pm
going to bed at 11
went to bed at 11
woke up at 7
in bed by 10
energy bar 210 kcal
energy drink 250ml
energy 450 kcal
energy 2000
stressed
stress
stressed about work
tired
so tired
tired 7
sore
feeling great
feeling 22
feeling good today
felt like 3 sets
im feeling lucky
took 3 steps back
2 steps forward 1 step back
next steps
step 1: preheat oven
steps
10k
10k run
ran 10k
5k run 27:30
walked 5 km
drank 3 beers
drank 2 coffees
2 cups coffee
500ml milk
coffee with 200ml water and sugar
water with lemon
fill up my water bottle
water the plants
water plants at 7
2l water bottle
water polo 60 min
did 60 minutes of water aerobics
how much water today
how much water should i drink
water reminders every half hour 9-18
drink 2l water every day
blood pressure
blood pressure meds
bp meds at 8
bp
hr 165
avg hr 145
max hr 185
hr zone 2 for 45 min
heart rate 150 during run
chest day
chest 3x10
chest press 60
chest 60kg
chest 4 sets
chicken breast 200g
arms
arm day 45 min
arm curls 20
arms 20 min
neck pain 7/10
pain 7/10
calf raises 3x15
calf 100 100 100
hips hurt
hip thrust 100
waist trainer
thigh gap
movie 8/10
that burger was 9/10
dinner 8/10
7/10
rate my mood
what was my mood yesterday
mood yesterday?
weight?
weight 82?
weight trend last 30 days?
why did my weight go up
average sleep last week
avg sleep 7h
weight history
show weight
delete my weight
change weight to
goal bf 15%
target weight 75 kg
lose 5kg
i want to lose 5 kg
5kg
2kg
0.5
3
12
1234
200
7:30
at 7
2026
50 %
+20kg
-82.4kg
pullups +10kg 8 8 6
dips bw+20 3x8
plank 60s x3
225x5
80x8
muscle milk 330ml
muscle up 5
body pump 45 min
bodyweight squats 20
bodyweight squat 3x20
weight training 45 min
weight vest 10kg
weights 45 min
weighted pullups 10kg
lifted weights 80
weight plate 20 kg
my suitcase weighs 23 kg
turkey weighs 5 kg
200g chicken 150g rice
1 lb ground beef
2 lbs potatoes
a pound of strawberries
3 stone fruits
glass of wine
2 glasses of red wine
glasses broken
new glasses
bottle of wine
bed 200 euros
nap 45 min
napped 2 hours
sleep apnea
sleep 8 hours is important
people sleep 8 hours
everyone slept 8h
my stress ball
lunch 12:30
meeting at 8 for 2 hours
call 121/79
split 50/50
score 100/50
tell my coach my weight is 82
ask my coach about sleep
weight 82 or 83
my weight should be 82
it says weight 82 on the box
max weight 120 kg
weight limit 150kg
per serving weight 82 g
weight 82 g
weighed 82g of rice
weighed 200g chicken
slept with the window open
i sleep badly
sleep well!
good night
good morning
my weight is fine
weight is up
weight went down
lost weight
weight plates
how's my weight
is 82 kg a good weight
whats a healthy weight
mood swings
in the mood for pizza
mood board
energy crisis
full of energy
no energy
stress test on friday
stress eating again
muscle cramps
muscle car
arm wrestling
chest pain
steps to follow
step class 45 min
stepmill 20 min
drank too much last night
drank 2 pints
wine glasses
a glass of milk
glass of oj 250ml
200ml coconut water
500ml tonic water
watermelon 300g
1l of coke
2l of beer
half a litre of milk
chicken in water
rice 80g dry, 200 ml water, 1 egg
bp station
bpm of this song is 120
song at 128 bpm in my headphones
heart of palm 100g
beef heart 150g
chicken thighs 200g
2 chicken thighs
turkey neck 100g
pork belly 150g
belly dance 30 min
happy birthday
happy 40th
im 30 today
i feel 10 years younger
feeling like 50 bucks
quality time with friends
quality 8
bed time
up at 6
see you at 7
call me at 18:30
room 82.4
chapter 12.5
version 82.4
it costs 82.4
82.4 fm
82.4 euros
score was 82.4
lbs
kg
82.4 / 3
1,000,000
10%
weight 82 -> 75
weight -82
weight: n/a
my son is 30 kg
her mood was 3
dad's bp 150/95
coach, weight 82 or 83?
not 82.4 kg
weight isn't 82.4
don't log weight 82.4
weight 82.4?
slept 7h?
next week weight 81
tomorrow slept 7h
weight 82 by friday
steps goal 10k
goal 10k steps
10k steps goal
10k steps a day
i want 10k steps
target sleep 8h
water goal 3l
3l water target
need 500ml water
left 2l water
no water today
didn't drink 2l of water
remind me to sleep at 11
remind me to log mood at 9
weight 82 (scale is broken)
weight 82 but the scale is broken
woke up 4 times to pee
bad sleep, 3 kids
great sleep last night
energy prices are through the roof
stress levels are sky high
one twenty eight
one forty five today
maybe ill weigh 80 tomorrow
soreness in my quads
my legs are sore
8/10 in my book
`
  .trim()
  .split('\n');

describe('anything else is left alone', () => {
  it('knows many of them', () => expect(others.length).toBeGreaterThan(200));
  it.each(others)('%j', (text) => {
    expect(read(text)).toBeNull();
    expect(read(text, us)).toBeNull();
  });
});

describe('hostile texts', () => {
  it.each([
    'weight 82 '.repeat(99),
    '( '.repeat(490),
    'bed 11 '.repeat(140),
    'slept 7h because of it '.repeat(42),
    `${'a '.repeat(490)}kg`,
    `${'1 '.repeat(480)}kg`,
    `weight ${'9'.repeat(400)}`,
    `weight 82 ${'\u0000'.repeat(50)}`,
    `mood ${'8/'.repeat(300)}`,
    `weight ${': - '.repeat(200)}`,
  ])('are read in no time, whatever comes of it', (text) => {
    expect(() => readMetrics(text, given)).not.toThrow();
  });
});

describe('a rating without its scale, and what is told without a figure', () => {
  it.each([
    ['stressed 7', 'stress 7'],
    ['stressed 7, sleep was bad', 'stress 7'],
    ['sleep was pretty bad, mood 5', 'mood 5'],
    ['weight 82.4, sleep was not great', 'weight 82.4'],
    ['stressed 70', null],
    ['tired 2 hours later', null],
    ['sleep was bad', null],
    ['stressed 7, sleep was bad because of 3 coffees', null],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));
});
