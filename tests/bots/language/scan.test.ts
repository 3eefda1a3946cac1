import { describe, expect, it } from 'vitest';
import { longestTextLength, scan } from '../../../src/bots/language/scan.ts';

const words = (text: string) => scan(text).map((token) => token.value ?? token.word);

describe('scan', () => {
  it.each<[string, (string | number)[]]>([
    ['200g rice', [200, 'g', 'rice']],
    ['1,5 cups', [1.5, 'cups']],
    ['1.25', [1.25]],
    ['.5', [0.5]],
    ['1,200 kcal', [1200, 'kcal']],
    ['rice 200,chicken 150', ['rice', 200, ',', 'chicken', 150]],
    ['1/2 cucumber', [0.5, 'cucumber']],
    ['½ a bagel', [0.5, 'a', 'bagel']],
    ['1 1/2 cups', [1.5, 'cups']],
    ['1½', [1.5]],
    ['1-1/2', [1.5]],
    ['2-3 eggs', [2, '-', 3, 'eggs']],
    ['2–3', [2, '-', 3]],
    ['121/79', [121, '/', 79]],
    ['2x eggs x3', [2, 'x', 'eggs', 'x', 3]],
    ['5x5', [5, 'x', 5]],
    ['2% milk', ['2%', 'milk']],
    ["I've had McDonald's", ['ive', 'had', 'mcdonalds']],
    ['didn’t', ['didnt']],
    ['ready-to-eat', ['ready-to-eat']],
    ['w/ butter w/o salt', ['w/', 'butter', 'w/o', 'salt']],
    ['Tortilla Española', ['tortilla', 'española']],
    ['v8 b12', ['v8', 'b12']],
    ['rice -> lunch', ['rice', '->', 'lunch']],
    ['2 🥚👍🏽', [2, '🥚', '👍']],
    ['eggs\ntoast', ['eggs', '\n', 'toast']],
    ['', []],
    [' \t\r ', []],
  ])('cuts %j into %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('tells where each token stands and whether it is glued to the one before', () => {
    const text = '  200g  Rice';
    expect(scan(text).map(({ start, end, isGlued }) => [text.slice(start, end), isGlued])).toEqual([
      ['200', false],
      ['g', true],
      ['Rice', false],
    ]);
  });

  it('looks at no more than the longest text', () => {
    expect(scan('a '.repeat(longestTextLength)).length).toBe(longestTextLength / 2);
  });
});
