import { describe, expect, it } from 'vitest';
import { recogniseOpinion } from '../../../src/bots/language/recognise-opinion.ts';
import { lineOf } from './given.ts';

const found = (text: string): boolean => {
  const line = lineOf(text);
  return recogniseOpinion(line, 0, line.tokens.length)?.end === line.tokens.length;
};

describe('what somebody thinks of what they had', () => {
  it.each([
    'so good',
    ', was amazing',
    'soooo good',
    'yummmm',
    'no regrets',
    ', worth it',
    "don't judge",
    'was so dry',
  ])('%j is an opinion', (text) => {
    expect(found(text)).toBe(true);
  });

  it.each(['dry', 'good bread', 'so 2 eggs', 'was grilled', 'great greek yogurt', 'and rice', 'with love hearts'])(
    '%j is none',
    (text) => {
      expect(found(text)).toBe(false);
    },
  );
});
