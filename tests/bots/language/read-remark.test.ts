import { describe, expect, it } from 'vitest';
import { readRemark } from '../../../src/bots/language/read-remark.ts';

describe('words on what was recorded', () => {
  it.each<[string, string, string | null]>([
    ['note: slept badly', 'slept badly', null],
    ['Note : Too salty, at the canteen.', 'Too salty, at the canteen.', null],
    ['my note: left knee', 'left knee', null],
    ['remark: 2 kids on the back', '2 kids on the back', null],
    ['/remark slept badly', 'slept badly', null],
    ['note on bench: left shoulder clicked', 'left shoulder clicked', 'bench'],
    ['note for the bench press: wider grip', 'wider grip', 'bench press'],
    ['/remark on squat: depth was good', 'depth was good', 'squat'],
  ])('%j', (text, words, about) => {
    expect(readRemark(text)).toEqual({ words, about });
  });

  it.each([
    'note',
    'note:',
    'notes on anna',
    '/note anna knee pain',
    'take note of 200g rice',
    'banknote: 5',
    'note 200g rice for lunch',
    'a note on bench: no',
  ])('not %j', (text) => {
    expect(readRemark(text)).toBeNull();
  });
});
