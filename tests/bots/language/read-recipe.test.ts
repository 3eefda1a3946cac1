import { describe, expect, it } from 'vitest';
import { readRecipe } from '../../../src/bots/language/read-recipe.ts';
import { given as mealGiven } from './given.ts';

const given = { ...mealGiven, slots: ['merienda'] };

function told(text: string): string | null {
  const read = readRecipe(text, given);
  if (read === null) return null;
  if (read.kind === 'unfinished') return `${read.name}?`;
  const whole = `${read.yieldG === null ? '' : ` cooked ${read.yieldG}g`}${read.servings === null ? '' : ` for ${read.servings}`}`;
  if (read.kind === 'save')
    return `${[read.day?.toString(), read.slot, 'as', read.name].filter(Boolean).join(' ')}${whole}`;
  const items = read.items.map(({ match, grams }) => `${match?.name ?? '?'} ${grams}`);
  return `${read.name}: ${items.join(', ')}${read.waterMl === null ? '' : `, water ${read.waterMl}`}${whole}`;
}

describe('what was eaten, kept as a recipe', () => {
  it.each<[string, string]>([
    ['save that as chili', 'as chili'],
    ['save that as my chili', 'as chili'],
    ['save that as chili, cooked 1.2 kg', 'as chili cooked 1200g'],
    ['save that as chili cooked weight 900g', 'as chili cooked 900g'],
    ['save this as a recipe called chili', 'as chili'],
    ['save it as chili serves 4', 'as chili for 4'],
    ['save as chili', 'as chili'],
    ['Save that as "Sunday stew"', 'as Sunday stew'],
    ['keep that as protein porridge', 'as protein porridge'],
    ['save my lunch as power bowl', 'lunch as power bowl'],
    ['save my merienda as sweet toast', 'merienda as sweet toast'],
    ["save yesterday's dinner as stew", '2026-03-01 dinner as stew'],
    ["save last night's dinner as curry", '2026-03-01 dinner as curry'],
    ['save that meal as chili con carne, cooked weight 1.2kg, serves 6', 'as chili con carne cooked 1200g for 6'],
    ['make that a recipe called chili', 'as chili'],
    ['call that meal chili', 'as chili'],
    ['remember this as my usual smoothie', 'as usual smoothie'],
    ['save the last meal as big breakfast', 'as big breakfast'],
    ['store that as pasta bake (cooked 900g, 4 portions)', 'as pasta bake cooked 900g for 4'],
    ['please save that as chili thanks', 'as chili'],
    ['save that as chili, it makes 6 portions', 'as chili for 6'],
  ])('%j', (text, reading) => {
    expect(told(text)).toBe(reading);
  });
});

describe('a recipe typed out', () => {
  it.each<[string, string]>([
    [
      'recipe: chili: 500g beef mince, 400g tinned tomatoes, 2 onions, cooked 900 g, serves 4',
      'chili: ground beef 500, canned tomatoes 400, onion 220 cooked 900g for 4',
    ],
    [
      'new recipe chili: 500g beef mince, 400g tinned tomatoes, 2 onions',
      'chili: ground beef 500, canned tomatoes 400, onion 220',
    ],
    [
      'recipe chili\n500g beef mince\n400g tinned tomatoes\n2 onions\nserves 4',
      'chili: ground beef 500, canned tomatoes 400, onion 220 for 4',
    ],
    [
      'save recipe pancakes = 200g flour, 2 eggs, 300ml milk, makes 8 portions',
      'pancakes: flour 200, egg 100, milk 309.3 for 8',
    ],
    ['recipe for smoothie: 1 banana, 250ml milk, 30g oats', 'smoothie: banana 118, milk 257.75, oats 30'],
    ['my recipe: overnight oats: 50g oats, 150ml milk, 1 tbsp honey', 'overnight oats: oats 50, milk 154.65, honey 21'],
    [
      'recipe: lentil soup: 250g lentils, 2 carrots, 1.5 l water, serves 6',
      'lentil soup: lentils 250, carrot 122, water 1500 for 6',
    ],
    [
      'recipe: rice bowl, 200g rice, 150g chicken breast, 100g broccoli, makes 600g',
      'rice bowl: rice 200, chicken breast 150, broccoli 100 cooked 600g',
    ],
    [
      'new recipe: protein balls with 100g oats, 60g whey, 50g peanut butter. makes 10 pieces',
      'protein balls: oats 100, whey protein 60, peanut butter 50 for 10',
    ],
    [
      'recipe curry 400g chicken thigh and 200ml coconut milk and 1 onion - cooked weight: 700g - 3 servings',
      'curry: chicken thigh 400, coconut milk 191, onion 110 cooked 700g for 3',
    ],
    ['recipe: pasta salad (serves 3): 300g cooked pasta, 100g feta', 'pasta salad: pasta 300, feta 100 for 3'],
    ['/food recipe: toast: 2 slices of bread, 10g butter', 'toast: bread 58, butter 10'],
    [
      'create recipe rice and eggs: 300g rice, 3 eggs, total cooked weight 420g',
      'rice and eggs: rice 300, egg 150 cooked 420g',
    ],
    ['new recipe: chili', 'chili?'],
    ['recipe: mystery: 200g rice, 50g blorple', 'mystery: rice 200, ? 50'],
  ])('%j', (text, reading) => {
    const read = told(text);
    // What a slice of bread weighs is the catalogue's affair.
    expect(read?.replace(/bread \d+/, 'bread 58')).toBe(reading);
  });
});

it.each([
  'save the date',
  'save me a slice',
  'save that for later',
  'save room for dessert',
  'save money',
  'call it a day',
  'call me',
  'call my mum',
  'make it a good one',
  'make it 250g',
  'make that 2 eggs',
  'log that as lunch',
  'save that as lunch',
  'keep it up',
  'keep that in mind',
  'remember that',
  'remember me as a hero tomorrow',
  'i want a recipe for roasted veggies',
  'give me a tuna salad recipe',
  'recipe',
  'recipe for disaster',
  'what a recipe',
  'how do i save that as a recipe?',
  'my recipe turned out great',
  'save that as what?',
  'turn that off',
  'add that to lunch',
  'make me a recipe',
  'new recipe book arrived',
  'store is closed',
  'remember to save that as chili',
  'yesterday i saved it',
  '',
])('%j is something else', (text) => {
  expect(told(text)).toBeNull();
});
