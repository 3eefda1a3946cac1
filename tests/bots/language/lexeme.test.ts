import { describe, expect, it } from 'vitest';
import { lexemeOf, longestWord, wordFact } from '../../../src/bots/language/lexeme.ts';
import { asWord, scan } from '../../../src/bots/language/scan.ts';

describe('what is known of a word', () => {
  it('is found once, whoever says it and however it is typed', () => {
    const asked: string[] = [];
    const length = wordFact((word) => {
      asked.push(word);
      return word.length;
    });
    const [first, second] = [scan('Rice'), scan("ri'ce, RICE")];
    expect([...first, ...second].map(({ lexeme }) => length(lexeme))).toEqual([4, 4, 1, 4]);
    expect(asked).toEqual(['rice', ',']);
  });

  it('is kept apart by who asks, and may be nothing', () => {
    const isFood = wordFact((word) => word === 'rice');
    const unit = wordFact((word) => (word === 'g' ? 'gram' : null));
    expect([isFood(lexemeOf('rice')), unit(lexemeOf('rice')), unit(lexemeOf('g'))]).toEqual([true, null, 'gram']);
    expect(unit(lexemeOf('rice'))).toBeNull();
  });

  it('goes with a token that is read as another word', () => {
    const [token] = scan('yesterdays');
    expect(token && asWord(token, 'yesterday')).toMatchObject({ word: 'yesterday', lexeme: { word: 'yesterday' } });
  });

  it('is not kept of what is too long for a word', () => {
    const long = 'a'.repeat(longestWord + 1);
    expect(lexemeOf(long).word).toBe(long);
    expect(lexemeOf(long)).not.toBe(lexemeOf(long));
    expect(lexemeOf('__proto__').word).toBe('__proto__');
    expect(lexemeOf('rice')).toBe(lexemeOf('rice'));
  });
});
