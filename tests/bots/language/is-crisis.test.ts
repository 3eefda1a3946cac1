import { describe, expect, it } from 'vitest';
import { isCrisis } from '../../../src/bots/language/is-crisis.ts';

describe('words that speak of ending one’s life', () => {
  it.each([
    'I want to kill myself',
    'i just want to die',
    "I don't want to live any more",
    'i feel suicidal',
    'Ending my life tonight.',
  ])('%s', (text) => expect(isCrisis(text)).toBe(true));

  it.each([
    'ate 200g rice lunch',
    'this diet is killing me',
    'i would die for a pizza',
    'dead lift 100kg',
    'killer burger',
  ])('not: %s', (text) => expect(isCrisis(text)).toBe(false));
});
