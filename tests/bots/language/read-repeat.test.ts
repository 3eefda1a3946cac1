import { describe, expect, it } from 'vitest';
import { readRepeat } from '../../../src/bots/language/read-repeat.ts';
import { given as mealGiven } from './given.ts';

const given = { ...mealGiven, slots: ['merienda', 'pre-gym'] };

/** What is repeated, from where, into which slot and day: a Monday, 2 March, unless told. */
function told(text: string): string | null {
  const read = readRepeat(text, given);
  if (read === null) return null;
  const { what, slot, fromSlot, from, day, isDaySaid, without, plus } = read;
  const parts = [
    what,
    ...(from ? [from.toString().slice(5)] : []),
    ...(fromSlot ? [fromSlot] : []),
    ...(slot && slot !== fromSlot ? [`for ${slot}`] : []),
    ...(!slot && fromSlot && what === 'slot' ? ['for none'] : []),
    ...(isDaySaid ? [`to ${day.toString().slice(5)}`] : []),
    ...without.map((words) => `-${words}`),
    ...plus.map(({ words }) => `+${words}`),
  ];
  return parts.join(' ');
}

describe('the same again', () => {
  it.each<[string, string]>([
    ['again', 'last'],
    ['again, please!', 'last'],
    ['same again', 'last'],
    ['the same again', 'last'],
    ['had the same again', 'last'],
    ['repeat that', 'last'],
    ['repeat my last meal', 'last'],
    ['log that again', 'last'],
    ['once more', 'last'],
    ['ditto', 'last'],
    ['same as before', 'last'],
    ['again with a coffee', 'last +coffee'],
    ['same breakfast', 'slot breakfast'],
    ['same breakfast again', 'slot breakfast'],
    ['same as lunch', 'slot lunch for none'],
    ['repeat dinner', 'slot dinner'],
    ['copy last lunch', 'slot lunch'],
    ['repeat lunch to yesterday', 'slot lunch to 03-01'],
    ['same merienda', 'slot merienda'],
    ['same breakfast as yesterday', 'day 03-01 breakfast'],
    ['Same breakfast as yesterday :)', 'day 03-01 breakfast'],
    ['same lunch as monday', 'day 02-23 lunch'],
    ['same lunch as last friday', 'day 02-27 lunch'],
    ['same lunch as 3 days ago', 'day 02-27 lunch'],
    ['same dinner as on sunday', 'day 03-01 dinner'],
    ['same breakfast as the day before yesterday', 'day 02-28 breakfast'],
    ['same dinner as last night', 'day 03-01 dinner'],
    ['same merienda as yesterday', 'day 03-01 merienda'],
    ['merienda same as yesterday', 'day 03-01 merienda'],
    ['had the same lunch as yesterday', 'day 03-01 lunch'],
    ['i had the same breakfast as yesterday', 'day 03-01 breakfast'],
    ['ate the same thing as yesterday for lunch', 'day 03-01 lunch'],
    ['dinner: same as yesterday', 'day 03-01 dinner'],
    ['for breakfast i had the same as yesterday', 'day 03-01 breakfast'],
    ['breakfast like yesterday', 'day 03-01 breakfast'],
    ['log the same lunch as friday', 'day 02-27 lunch'],
    ['same as yesterday', 'day 03-01'],
    ['same as last night', 'day 03-01 dinner'],
    ['same as last night for lunch', 'day 03-01 dinner for lunch'],
    ['same as this morning', 'day 03-02 breakfast'],
    ["yesterday's lunch again", 'day 03-01 lunch'],
    ['yesterdays dinner for lunch again', 'day 03-01 dinner for lunch'],
    ["had last night's dinner again for lunch", 'day 03-01 dinner for lunch'],
    ["copy yesterday's dinner to today", 'day 03-01 dinner'],
    ["copy yesterday's dinner into lunch", 'day 03-01 dinner for lunch'],
    ["copy monday's lunch to yesterday", 'day 02-23 lunch to 03-01'],
    ["duplicate yesterday's dinner", 'day 03-01 dinner'],
    ['copy lunch from yesterday', 'day 03-01 lunch'],
    ["repeat yesterday's breakfast", 'day 03-01 breakfast'],
    ['same lunch as yesterday but no bread', 'day 03-01 lunch -bread'],
    ['same lunch as yesterday without the rice and beans', 'day 03-01 lunch -rice -beans'],
    ['same breakfast as yesterday plus a banana', 'day 03-01 breakfast +banana'],
    ['same dinner as yesterday but no broccoli, plus 200g rice', 'day 03-01 dinner -broccoli +rice'],
    ['same breakfast as yesterday (so good)', 'day 03-01 breakfast'],
    ['copy yesterday', 'whole 03-01'],
    ['repeat yesterday', 'whole 03-01'],
    ['copy monday to today', 'whole 02-23'],
    ['same food as yesterday all day', 'whole 03-01'],
    ['everything same as yesterday', 'whole 03-01'],
    ['the usual', 'usual'],
    ['my usual lunch', 'usual lunch'],
    ['had my usual breakfast', 'usual breakfast'],
    ['usual breakfast please', 'usual breakfast'],
    ['the usual for lunch', 'usual lunch'],
    ['lunch: the usual', 'usual lunch'],
    ['breakfast as usual', 'usual breakfast'],
    ['breakfast same as usual', 'usual breakfast'],
    ['my regular breakfast', 'usual breakfast'],
    ['my usual pre-gym', 'usual pre-gym'],
  ])('%j', (text, reading) => {
    expect(told(text)).toBe(reading);
  });
});

it.each([
  'same',
  'same here',
  'not again',
  'again?',
  'again and again',
  'here we go again',
  'same old same old',
  'ill have the same tomorrow',
  'my boyfriend had the same as me',
  'usual',
  'feeling the same as yesterday',
  'same weight as yesterday',
  'same workout as monday',
  'same time tomorrow',
  'usually i have oats',
  'repeat after me',
  'whats my usual lunch?',
  'may you say that again',
  'i had the same problem as yesterday',
  'same as yesterday?',
  'didnt have the same breakfast as yesterday',
  'gonna have the same lunch as yesterday',
  'she had the same lunch as me',
  'i skipped lunch again',
  'hungry again',
  'its raining again',
  'copy that',
  'copy me',
  'normal day',
  'back to normal',
  'as usual',
  'thanks again',
  'see you again',
  'same to you',
  'not the usual',
  'the usual suspects',
  'i want the same lunch as yesterday',
  'maybe the same dinner as yesterday',
  'again tomorrow',
  'never again',
  'bench same as monday',
  'squats again',
  'ran again today',
  'same lunch as anna',
  'dont repeat dinner',
  'try again',
  'once more with feeling',
  'same lunch as tomorrow',
  'same lunch as yesterday but no idea why',
  '',
])('%j repeats nothing', (text) => {
  expect(told(text)).toBeNull();
});

it('says which day the last Monday was when it is Monday', () => {
  expect(readRepeat('same lunch as monday', given)?.from?.toString()).toBe('2026-02-23');
});
