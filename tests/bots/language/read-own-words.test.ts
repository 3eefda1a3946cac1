import { describe, expect, it } from 'vitest';
import { readOwnWords } from '../../../src/bots/language/read-own-words.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import type { KnownWord } from '../../../src/domain/users/load-words.ts';
import { foods } from './given.ts';

const shake: KnownWord = {
  id: 1,
  kind: 'food',
  key: 'shake',
  said: 'shake',
  name: 'protein shake',
  meansId: 7,
  measure: null,
};
const given = { foods, exercises: catalogueExerciseIndex(), words: { known: [shake] } };

/** What was read, in short. */
function read(text: string): string | null {
  const found = readOwnWords(text, given);
  if (!found) return null;
  switch (found.kind) {
    case 'forget':
      return `forget ${found.words}`;
    case 'mean':
      return `${found.words} = ${found.food?.name ?? found.exercise?.name ?? `${found.means}?`}`;
    case 'measure': {
      const size = found.ml === null ? `${found.grams} g` : `${found.ml} ml`;
      return `${found.isPast ? 'was' : 'is'}: ${found.unit ?? 'one'} of ${found.food?.name ?? 'anything'} ${size}`;
    }
    default:
      return found.kind;
  }
}

describe('what is told of one’s own words is read', () => {
  it.each([
    ['my words', 'list'],
    ['My words?', 'list'],
    ['show me my words', 'list'],
    ['what words have you learnt', 'list'],
    ['forget shake', 'forget shake'],
    ['forget the shake', 'forget shake'],
    ['forget what shake means', 'forget shake'],
    ['please forget "shake"', 'forget shake'],
    ['unlearn shake', 'forget shake'],
    ['forget the word flurb', 'forget flurb'],
    ['forget all my words', 'forget-all'],
    ['when i say shake i mean protein shake', 'shake = protein shake'],
    ['When I say “oats”, I mean overnight oats.', 'oats = overnight oats'],
    ['by press i mean leg press', 'press = Leg Press'],
    ['shake means milkshake', 'shake = milkshake'],
    ['brekkie is short for porridge', 'brekkie = oatmeal'],
    ['when i say glorp i mean xyzzy', 'glorp = xyzzy?'],
    ['shake means xyzzy', 'shake = xyzzy?'],
    ['a bowl is 420 g', 'is: bowl of anything 420 g'],
    ['A bowl = 420g', 'is: bowl of anything 420 g'],
    ['my mug is 350 ml', 'is: mug of anything 350 ml'],
    ['my mug holds about 0.35 l', 'is: mug of anything 350 ml'],
    ['a bowl of porridge is 420 g', 'is: bowl of oatmeal 420 g'],
    ['one slice of toast weighs 40g', 'is: slice of toast 40 g'],
    ['a scoop is 30g', 'is: scoop of anything 30 g'],
    ['an egg is 62 g', 'is: one of egg 62 g'],
    ['a banana weighs 120g', 'is: one of banana 120 g'],
    ['a portion of rice is 180 g', 'is: serving of rice 180 g'],
    ['the bowl was 420g', 'was: bowl of anything 420 g'],
    ['a bowl is 15 oz', 'is: bowl of anything 425.242846875 g'],
  ])('“%s”', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what is about something else is left alone', () => {
  it.each([
    'a bowl of porridge',
    'a bowl of porridge 420 g',
    'my weight is 82 kg',
    'the bar was 60 kg',
    'my shake is 220 kcal per 300 ml',
    'a banana is 105 kcal',
    'the egg was 60 g',
    'the marathon is 42 km',
    'my day starts at 4',
    'my city is Madrid',
    'forget it',
    'forget dinner',
    'i forgot my shake',
    'forget about the gym today',
    'this means war',
    'what does this mean?',
    'it means a lot to me',
    'life means pain',
    'i mean it',
    'i mean the rice',
    'the words of my coach',
    'in other words i ate pizza',
    'a bowl is 420 g, right?',
    'a bowl is 90 kg',
    'a bowl is nice',
    'my bowl is 2 days old',
    'a pound is 454 g',
    'my goal is 70 kg',
    'the rice was 220 g',
    'my waist is 84 cm',
    'a slice of the pizza i had was 120 g',
  ])('“%s”', (text) => {
    expect(read(text)).toBeNull();
  });
});
