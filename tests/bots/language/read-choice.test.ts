import { expect, it } from 'vitest';
import { isYes, readChoice } from '../../../src/bots/language/read-choice.ts';

const labels = ['Basmati rice · 130 kcal', 'Brown rice', 'White rice'];

it.each<[string, number]>([
  ['1', 0],
  ['2.', 1],
  ['#2', 1],
  ['option 3', 2],
  ['first', 0],
  ['one', 0],
  ['the second one', 1],
  ['3rd', 2],
  ['last one', 2],
  ['the basmati one', 0],
  ['brown', 1],
  ['Brown rice', 1],
  ['it was brown rice', 1],
  ['the white one please', 2],
])('%j answers', (text, index) => {
  expect(readChoice(text, labels)).toBe(index);
});

it.each(['rice', '4', '0', 'hello', '2 eggs', '200g brown rice', 'the', '', 'ate brown rice and eggs', 'what'])(
  '%j is no answer',
  (text) => {
    expect(readChoice(text, labels)).toBeNull();
  },
);

it.each([
  'no',
  'no thanks',
  'no, 2',
  'not the first one',
  'not brown',
  "don't want brown",
  'none',
  'none of these',
  'neither',
  'never mind the brown one',
  'nevermind',
  "it isn't white",
  'nope',
])('%j refuses them', (text) => {
  expect(readChoice(text, labels)).toBeNull();
});

it('may repeat a label that has such a word itself', () => {
  expect(readChoice('no sugar cola', ['Cola', 'No sugar cola'])).toBe(1);
});

it.each(['yes', 'Yes!', 'yep', 'yeah sure', 'yes please', 'yes that one', 'yup 👍', 'y'])(
  '%j agrees to none of several',
  (text) => {
    expect([isYes(text), readChoice(text, labels)]).toEqual([true, null]);
    expect(readChoice(text, ['Basmati rice'])).toBe(0);
  },
);

it.each(['ok', 'sure', 'yes 2', 'yes, the brown one', 'yes i ate 2 eggs', 'no', '', 'the'])(
  '%j is no mere yes',
  (text) => {
    expect(isYes(text)).toBe(false);
  },
);

it('takes the beginning of a word for it where “one” says that a choice is named', () => {
  const shakes = ['protein shake', 'milkshake'];
  expect(readChoice('the milk one', shakes)).toBe(1);
  expect(readChoice('milk', shakes)).toBeNull();
  expect(readChoice('the pro one', [...shakes, 'prosciutto'])).toBeNull();
});
