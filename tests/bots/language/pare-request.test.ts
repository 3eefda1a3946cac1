import { describe, expect, it } from 'vitest';
import { pareRequest } from '../../../src/bots/language/pare-request.ts';

describe('a request to record something', () => {
  it.each([
    ['can you log 2 eggs?', 'log 2 eggs'],
    ['could you please add 150g chicken to lunch', 'log 150g chicken to lunch'],
    ['hey can u log bench 3x8 80 ?', 'log bench 3x8 80'],
    ['please put me down for a bagel', 'log a bagel'],
    ["i'd like to log a 5k run", 'log a 5k run'],
    ['would you write down 82.4 kg', 'log 82.4 kg'],
    ['pls log 300 kcal', 'log 300 kcal'],
  ])('%j asks for no more than what follows', (text, plain) => {
    expect(pareRequest(text)).toBe(plain);
  });

  it.each([
    'log 2 eggs',
    'can you recommend a snack?',
    'can i have a banana?',
    'could you send me a plan',
    'can you log',
    'i want to eat 2 eggs',
    '2 eggs please',
    'a can of coke',
    '',
  ])('%j is none', (text) => {
    expect(pareRequest(text)).toBeNull();
  });
});
