import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/bots/language/read-profile.ts';

const read = (text: string, units: 'metric' | 'us' = 'metric') => readProfile(text, { units });
const factsOf = (text: string, units: 'metric' | 'us' = 'metric') => {
  const reading = read(text, units);
  return reading && 'told' in reading ? reading.told.facts : null;
};
const day = (text: string) => Temporal.PlainDate.from(text);
const height = (heightCm: number) => [{ of: 'height', heightCm }];
const birth = (text: string, isExact = true) => [{ of: 'birth', date: day(text), isExact }];
const gender = (of: string | null) => [{ of: 'gender', gender: of }];
const kg = (of: 'weight' | 'goal', value: number, unit: string | null = null) => ({
  of,
  mass: { value, typed: { value, unit } },
});

describe('what people say of themselves', () => {
  it.each<[string, object]>([
    ['i am 180 cm', height(180)],
    ["i'm 180cm tall", height(180)],
    ["i'm 5'11", height(180.34)],
    ['i’m 5’11” tall', height(180.34)],
    ["I'm 6ft", height(182.88)],
    ['my height is 5 ft 11 in', height(180.34)],
    ['my height is 5ft11', height(180.34)],
    ['my height is 180', height(180)],
    ['set my height to 180', height(180)],
    ['height: 1.80 m', height(180)],
    ['height 1m80', height(180)],
    ['my height is 1,75', height(175)],
    ["i'm 34 years old", [{ of: 'age', years: 34 }]],
    ['my age is 34', [{ of: 'age', years: 34 }]],
    ['born 12 may 1990', birth('1990-05-12')],
    ['i was born on May 12th, 1990', birth('1990-05-12')],
    ['my birthday is 12/05/1990', birth('1990-05-12')],
    ['date of birth: 1990-05-12', birth('1990-05-12')],
    ['dob 13.5.90', birth('1990-05-13')],
    ['born in 1990', birth('1990-12-31', false)],
    ["i'm male", gender('male')],
    ['i am a woman', gender('female')],
    ["i'm non-binary", gender('other')],
    ['my gender is female', gender('female')],
    [
      "i'm 34 years old, male, 180 cm and 82 kg",
      [{ of: 'age', years: 34 }, ...gender('male'), ...height(180), kg('weight', 82, 'kg')],
    ],
    ['im 34, 168cm, female', [{ of: 'age', years: 34 }, ...height(168), ...gender('female')]],
    ["female, 34, 5'6", [...gender('female'), { of: 'age', years: 34 }, ...height(167.64)]],
    ['im 34, 175 cm, 75 kg', [{ of: 'age', years: 34 }, ...height(175), kg('weight', 75, 'kg')]],
    ['34 male 180 cm', [{ of: 'age', years: 34 }, ...gender('male'), ...height(180)]],
  ])('%j', (text, facts) => {
    expect(factsOf(text)).toEqual(facts);
  });

  it('reads figures the way the person writes them', () => {
    expect(factsOf('born 05/12/1990', 'us')).toEqual(birth('1990-05-12'));
    expect(factsOf('born 25/12/1990', 'us')).toEqual(birth('1990-12-25'));
    expect(factsOf('my height is 71', 'us')).toEqual(height(180.34));
  });

  it.each<[string, object]>([
    ['my name is ana', { name: 'ana' }],
    ['call me Ana María', { name: 'Ana María' }],
    ['i go by JJ', { name: 'JJ' }],
    ['bio: I lift, since 2010!', { bio: 'I lift, since 2010!' }],
    ['my bio is runner', { bio: 'runner' }],
    ['/profile name ana', { name: 'ana' }],
    ['/profile bio just me', { bio: 'just me' }],
    ['/profile forget height', { forgets: 'height' }],
    ['/profile no bio', { forgets: 'bio' }],
  ])('%j', (text, told) => {
    expect(read(text)).toMatchObject({ do: 'change', told });
  });

  it.each<[string, object[]]>([
    ['/profile height 180', height(180)],
    ['/profile male', gender('male')],
    ['profile: 180 cm, 34 years', [...height(180), { of: 'age', years: 34 }]],
    ['/profile weight 82.5', [kg('weight', 82.5)]],
    ['/profile goal 75kg', [kg('goal', 75, 'kg')]],
  ])('after /profile: %j', (text, facts) => {
    expect(factsOf(text)).toEqual(facts);
  });

  it.each(['profile', '/profile', 'my profile', 'show me my profile', 'who am i?'])('%j shows it', (text) => {
    expect(read(text)).toEqual({ do: 'show' });
  });

  it.each(['profile photo', 'my profile picture', '/profile photo'])('%j is about the picture', (text) => {
    expect(read(text)).toEqual({ do: 'photo' });
  });

  it('asks for the year of a birthday, and for more than a bare figure', () => {
    expect(read('my birthday is 12 may')).toHaveProperty('problem', expect.stringContaining('year'));
    expect(read('/profile 180')).toHaveProperty('problem');
    expect(read('/profile foo')).toHaveProperty('problem');
  });
});

describe('answers to the questions of the set-up', () => {
  const answer = (text: string) => read(`/profile set-up ${text}`);
  it.each<[string, object[]]>([
    ['gender woman', gender('female')],
    ['gender a man', gender('male')],
    ['gender m', gender('male')],
    ["gender i'd rather not say", gender(null)],
    ['birth 34', [{ of: 'age', years: 34 }]],
    ["birth i'm 34", [{ of: 'age', years: 34 }]],
    ['birth 12 may 1990', birth('1990-05-12')],
    ['birth 12.5.90', birth('1990-05-12')],
    ['birth 1990', birth('1990-12-31', false)],
    ['height 180', height(180)],
    ["height 5'11", height(180.34)],
    ['height 1.80', height(180)],
    ['weight 82', [kg('weight', 82)]],
    ['weight 82 kg, goal 75 kg', [kg('weight', 82, 'kg'), kg('goal', 75, 'kg')]],
    ['weight 82 -> 75', [kg('weight', 82), kg('goal', 75)]],
    ['weight 82 and i want to get to 75', [kg('weight', 82), kg('goal', 75)]],
    ['weight 82, lose weight', [kg('weight', 82), { of: 'direction', direction: 'lose' }]],
    ['weight 82 happy with it', [kg('weight', 82), { of: 'direction', direction: 'maintain' }]],
  ])('%j', (text, facts) => {
    const reading = answer(text);
    expect(reading && 'told' in reading && reading.told.facts).toEqual(facts);
  });

  it.each<[string, object]>([
    ['gender skip', { do: 'skip', step: 'gender' }],
    ['birth no', { do: 'skip', step: 'birth-date' }],
    ["height don't know", { do: 'skip', step: 'height' }],
    ['weight pass', { do: 'skip', step: 'weight-and-goal' }],
    ['height later', { do: 'decline' }],
    ['weight not now', { do: 'decline' }],
    ['offer yes please', { do: 'begin' }],
    ['offer sure', { do: 'begin' }],
    ['offer no thanks', { do: 'decline' }],
    ['offer not now', { do: 'decline' }],
  ])('%j', (text, reading) => {
    expect(answer(text)).toEqual(reading);
  });

  it.each([
    'gender manly',
    'gender 180',
    'birth tomorrow',
    'birth 2 eggs',
    'height ate 200g rice',
    'height 200g rice',
    'height male',
    'weight 82 eggs',
    'weight bench 3x8 80',
    'offer 2 eggs',
    'offer what for',
    'shoe 42',
  ])('%j is none', (text) => {
    expect(answer(text)).toBeNull();
  });
});

it.each([
  '',
  '180',
  '180 cm',
  "5'11",
  '34',
  "i'm 34",
  'male',
  'woman',
  'ana',
  'male chicken',
  'i am hungry',
  "i'm 5 minutes late",
  "i'm 82",
  "i'm 82 kg",
  'i am 6 feet under',
  "i'm 100 m from home",
  "i'm a man of few words",
  "i'm the man",
  'his height is 180',
  'my son is 34 years old',
  'i am 180 cm?',
  'am i male?',
  'i will be 34 years old',
  "i'm 34 years old today and hungry",
  'call me later',
  'call me maybe',
  'call me an ambulance',
  'my name is on the list',
  'born to run',
  'i was born in madrid',
  'my goal is 75 kg',
  'my weight is 82',
  'my lunch was 2 eggs',
  'bio yogurt 200g',
  'height of the box 180 cm',
  'profiteroles',
])('%j is none', (text) => {
  expect(read(text)).toBeNull();
});

describe('a username and an e-mail address', () => {
  it.each<[string, object]>([
    ['my username is ana_k', { username: 'ana_k' }],
    ['/profile username @Ana.K', { username: 'Ana.K' }],
    ['my e-mail is ana@example.org.', { email: 'ana@example.org' }],
    ['my email address: ana@example.org', { email: 'ana@example.org' }],
    ['/profile email ana@example.org', { email: 'ana@example.org' }],
    ['forget my email', { forgets: 'email' }],
    ['/profile remove username', { forgets: 'username' }],
  ])('%j', (text, told) => {
    expect(readProfile(text, { units: 'metric' })).toEqual({ do: 'change', told: { facts: [], ...told }, step: null });
  });

  it.each(['my email is ana', '/profile email ana@home', 'my username is x', 'my username is a/b'])(
    '%j is none',
    (text) => {
      expect(readProfile(text, { units: 'metric' })).toHaveProperty('problem');
    },
  );

  it.each(['email my coach', 'my email is full of spam today', 'i sent an email'])('not %j', (text) => {
    expect(readProfile(text, { units: 'metric' })).toBeNull();
  });
});
