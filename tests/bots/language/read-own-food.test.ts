import { describe, expect, it } from 'vitest';
import { readOwnFood } from '../../../src/bots/language/read-own-food.ts';
import type { IndexedFood } from '../../../src/domain/foods/food-index.ts';
import { foods } from './given.ts';

const own = (id: number, name: string): IndexedFood => ({
  id,
  slug: null,
  name,
  aliases: [],
  source: 'own',
  ndb: null,
  per100g: { energyKcal: 70, proteinG: 10, carbsG: 4, fatG: 1 },
  densityGPerMl: 1,
  servingG: 300,
  defaultForm: null,
  portions: [],
});

const given = { foods: foods.with([own(1, 'my shake'), own(2, 'Chili'), own(3, 'post workout shake')]) };

/** A label in one line: its name, its figures, and what they are for. */
function told(text: string): string | null {
  const read = readOwnFood(text, given);
  if (read?.kind !== 'keep') return read === null ? null : JSON.stringify(read);
  const { name, amount, servings, ...figures } = read.label;
  const letters = { energyKcal: 'kcal', proteinG: 'p', carbsG: 'c', fatG: 'f', fiberG: 'fiber', sugarG: 'sugar' };
  const others = { saturatedFatG: 'sat', alcoholG: 'alcohol', sodiumMg: 'mg sodium' };
  const said = Object.entries({ ...letters, ...others }).flatMap(([key, unit]) => {
    const value = figures[key as keyof typeof figures];
    return value === null ? [] : [`${Number(value.toFixed(1))}${unit}`];
  });
  const size = amount.grams === null ? (amount.ml === null ? '' : ` ${amount.ml}ml`) : ` ${amount.grams}g`;
  const each = servings.map(({ unit, grams }) => `; ${unit ?? 'one'}=${grams}g`);
  return `${name}: ${said.join(' ')} / ${amount.quantity} ${amount.unit ?? '-'}${size}${each.join('')}`;
}

describe('a food of one’s own', () => {
  it.each<[string, string]>([
    ['new food: my shake 220 kcal 30p 12c 4f per 300ml', 'my shake: 220kcal 30p 12c 4f / 1 - 300ml'],
    ['new food my bar 210 kcal 20p 21c 8f per 60 g bar', 'my bar: 210kcal 20p 21c 8f / 1 bar 60g'],
    ['save food: X = 120 kcal per 100g', 'X: 120kcal / 1 - 100g'],
    ['my shake is 220 kcal per serving', 'my shake: 220kcal / 1 serving'],
    ['new food: protein bar 210kcal, 20g protein, 21g carbs, 8g fat', 'protein bar: 210kcal 20p 21c 8f / 1 serving'],
    ['new food oat bar: 190 cal per bar (40g)', 'oat bar: 190kcal / 1 bar 40g'],
    ["New food - Mum's lasagne 165 kcal, 9 p, 13 c, 8 f per 100 g", "Mum's lasagne: 165kcal 9p 13c 8f / 1 - 100g"],
    [
      'create food greek yogurt brand x 97 kcal protein 9g carbs 4g fat 5g per 100g',
      'greek yogurt brand x: 97kcal 9p 4c 5f / 1 - 100g',
    ],
    [
      'save food granola kcal 450 protein 10 carbs 60 fat 18 per 100g serving 45g',
      'granola: 450kcal 10p 60c 18f / 1 - 100g; serving=45g',
    ],
    ['new food: skyr P 11 C 4 F 0.2 per 100 g', 'skyr: 11p 4c 0.2f / 1 - 100g'],
    ['new food: quark 280 kJ per 100g 12g protein 4g carbs 0.3g fat', 'quark: 66.9kcal 12p 4c 0.3f / 1 - 100g'],
    [
      'new food: cereal 1580 kJ / 377 kcal per 100 g, fat 6 g of which saturates 1 g, carbohydrate 68 g of which sugars 15 g, fibre 8g, protein 10g, salt 0.5g',
      'cereal: 377kcal 10p 68c 6f 8fiber 15sugar 1sat 196.5mg sodium / 1 - 100g',
    ],
    ['new food: whey, 1 scoop = 30g, 120 kcal 24p 3c 1.5f per scoop', 'whey: 120kcal 24p 3c 1.5f / 1 scoop; scoop=30g'],
    ['new food whey 120 kcal 24p 3c 1.5f per scoop (30 g)', 'whey: 120kcal 24p 3c 1.5f / 1 scoop 30g'],
    ['new food: sourdough slice 130 kcal per slice of 50g', 'sourdough slice: 130kcal / 1 slice 50g'],
    ['custom food: overnight oats 380 kcal per jar', 'overnight oats: 380kcal / 1 jar'],
    ['new food called power balls 95 kcal each', 'power balls: 95kcal / 1 piece'],
    ['new food: power balls 95 kcal 4p 10c 5f per ball (22g)', 'power balls: 95kcal 4p 10c 5f / 1 ball 22g'],
    ['my cookie has 150 kcal per cookie', 'my cookie: 150kcal / 1 piece'],
    ['my granola = 450 kcal per 100g', 'my granola: 450kcal / 1 - 100g'],
    ['green smoothie = 180 kcal per 400 ml', 'green smoothie: 180kcal / 1 - 400ml'],
    ['remember: my porridge 310 kcal per bowl', 'my porridge: 310kcal / 1 bowl'],
    ['save my shake 220 kcal 30p per 300ml', 'my shake: 220kcal 30p / 1 - 300ml'],
    ['/food my shake 220 kcal 30p 12c 4f per 300ml', 'my shake: 220kcal 30p 12c 4f / 1 - 300ml'],
    ['/food my bar (60g) 210 kcal 20p 21c 8f', 'my bar: 210kcal 20p 21c 8f / 1 - 60g'],
    ['new food: lentil soup 60 kcal/100g', 'lentil soup: 60kcal / 1 - 100g'],
    ['new food: ice tea 20 kcal / 100 ml', 'ice tea: 20kcal / 1 - 100ml'],
    ['new food: beer x 43 kcal per 100ml, 500 ml bottle', 'beer x: 43kcal / 1 - 100ml; bottle=500g'],
    ['new food: snack mix 520kcal 18p 40c 33f / 100 g', 'snack mix: 520kcal 18p 40c 33f / 1 - 100g'],
    [
      'new food: pizza slice 285 calories 12 protein 36 carbs 10 fat per slice',
      'pizza slice: 285kcal 12p 36c 10f / 1 slice',
    ],
    ['please save food: hummus 250 kcal per 100 g thanks!', 'hummus: 250kcal / 1 - 100g'],
    ['new food\nmy burrito\n650 kcal\n30g protein\n70g carbs\n25g fat', 'my burrito: 650kcal 30p 70c 25f / 1 serving'],
    [
      'new food: my pancakes\nkcal: 180\nprotein: 9\ncarbs: 20\nfat: 6\nper 2 pancakes (90g)',
      'my pancakes: 180kcal 9p 20c 6f / 2 piece 90g',
    ],
    ['define food tofu scramble as 140 kcal 12p 4c 9f per 100g', 'tofu scramble: 140kcal 12p 4c 9f / 1 - 100g'],
    ['new food: diet soda 1 kcal per 330 ml can', 'diet soda: 1kcal / 1 can 330ml'],
    [
      'new food: fancy cheese 402kcal protein:25 fat:33 carbs:1.3 per 100g',
      'fancy cheese: 402kcal 25p 1.3c 33f / 1 - 100g',
    ],
    ['new food: my mix 1,200 kcal per 250 g', 'my mix: 1200kcal / 1 - 250g'],
    ['new food: collagen 35 kcal 9p per 10g', 'collagen: 35kcal 9p / 1 - 10g'],
    ['new food: energy gel 100 kcal 25c per gel', 'energy gel: 100kcal 25c / 1 piece'],
    ['new food my coffee ~45 kcal per mug', 'my coffee: 45kcal / 1 mug'],
    [
      'new food: egg muffin 95 kcal, 7g protein, 1g carb, 7g fat, 1 muffin = 60 g',
      'egg muffin: 95kcal 7p 1c 7f / 1 serving; one=60g',
    ],
    ['new product: rye crisps 330 kcal per 100 g', 'rye crisps: 330kcal / 1 - 100g'],
    ['new food: house red 85 kcal 0p 2c 0f alcohol 10g per 100 ml', 'house red: 85kcal 0p 2c 0f 10alcohol / 1 - 100ml'],
  ])('%j is kept', (text, label) => {
    expect(told(text)).toBe(label);
  });

  it.each<[string, object]>([
    ['/food', { kind: 'list' }],
    ['my foods', { kind: 'list' }],
    ['list my recipes', { kind: 'list' }],
    ['what are my foods?', { kind: 'list' }],
    ['forget my shake', { kind: 'forget', name: 'shake' }],
    ['forget chili', { kind: 'forget', name: 'chili' }],
    ['delete food my shake', { kind: 'forget', name: 'my shake' }],
    ['delete recipe chili', { kind: 'forget', name: 'chili' }],
    ['remove chili from my foods', { kind: 'forget', name: 'chili' }],
    ['forget the chili recipe', { kind: 'forget', name: 'chili' }],
    ['delete food protein bar xl', { kind: 'forget', name: 'protein bar xl' }],
    ['my shake weighs 250g', { kind: 'weigh', name: 'my shake', unit: null, grams: 250 }],
    ['a serving of my shake is 250 ml', { kind: 'weigh', name: 'my shake', unit: 'serving', grams: 250 }],
    ['one scoop of my shake is 30 g', { kind: 'weigh', name: 'my shake', unit: 'scoop', grams: 30 }],
    ['post workout shake weighs 330 g', { kind: 'weigh', name: 'post workout shake', unit: null, grams: 330 }],
    ['chili serves 4', { kind: 'serves', name: 'chili', servings: 4 }],
    ['chili makes 6 portions', { kind: 'serves', name: 'chili', servings: 6 }],
    ['chili cooked 1.2 kg', { kind: 'cooked', name: 'chili', grams: 1200 }],
    ['my chili weighs 900g cooked', { kind: 'cooked', name: 'my chili', grams: 900 }],
    ['show chili', { kind: 'show', name: 'chili' }],
    ['my chili recipe', { kind: 'show', name: 'my chili' }],
    ['show me my recipe for chili', { kind: 'show', name: 'chili' }],
    ['new food: protein bar', { kind: 'unfinished', name: 'protein bar' }],
  ])('%j is understood', (text, reading) => {
    expect(readOwnFood(text, given)).toEqual(reading);
  });

  it.each([
    'protein bar 210 kcal',
    'my lunch was 600 kcal',
    'my target is 2200 kcal per day',
    'my tdee is 2400 kcal per day',
    'my limit is 30g carbs per meal',
    'rice is 130 kcal per 100g',
    'how many calories in my shake?',
    'new food processor arrived!',
    'new food place downtown was great',
    'add food: rice 200g',
    'food was great',
    'food: rice 200g, chicken 150g',
    'save the date',
    'save me a slice',
    'remember to buy milk',
    'forget it',
    'forget lunch',
    'delete that',
    'remove the banana',
    'my shake',
    'my shake 300ml',
    'chili 350g',
    'chili: 350g',
    'chili for 4 friends at home',
    '+450 kcal 30p lunch',
    'burned 300 kcal per hour',
    'i had a new food today, it was 200 kcal i think',
    'my weight is 80 kg',
    'target 2200 kcal 160g protein',
    'new food: i will tell you how many kcal later, 200 kcal',
    'she said my cookie has 150 kcal per cookie',
    'the bar has 210 kcal',
    'is my shake 220 kcal per serving?',
    'food',
    '',
  ])('%j is something else', (text) => {
    const read = readOwnFood(text, given);
    expect(read).toBeNull();
  });

  it('takes time in proportion to the text, and none for a long one', () => {
    for (const piece of ['new food ', '30p ', '1 scoop = ', 'per ', '(', 'my shake is '])
      expect(() => readOwnFood(piece.repeat(2000), given)).not.toThrow();
  });
});
