import { describe, expect, test } from 'vitest';
import { createFoodIndex, type IndexedFood } from '../../../src/domain/foods/food-index.ts';

const food = (name: string, aliases: readonly string[] = [], rest: Partial<IndexedFood> = {}): IndexedFood => ({
  id: null,
  slug: null,
  name,
  aliases,
  source: 'curated',
  ndb: null,
  per100g: { energyKcal: 100, proteinG: 1, carbsG: 2, fatG: 3 },
  densityGPerMl: null,
  servingG: null,
  defaultForm: null,
  portions: [],
  ...rest,
});
const plain = (name: string, aliases: readonly string[] = [], rest: Partial<IndexedFood> = {}) =>
  food(name, aliases, { ndb: name, ...rest });

const foods = [
  plain('apple', ['apple slices']),
  food('apple pie'),
  food('apple crumble'),
  plain('dried apple'),
  plain('chicken', ['cooked chicken'], { defaultForm: 'cooked' }),
  plain('chickpeas'),
  food('chicken and rice'),
  food('chicken curry', ['curry']),
  food('chicken sandwich'),
  plain('rice', ['white rice'], { defaultForm: 'cooked' }),
  plain('brown rice'),
  plain('dry rice', ['raw rice']),
  plain('yogurt'),
  food('yogurt with granola'),
  plain('banana'),
  food('banana bread'),
  plain('oat milk'),
  plain('oats', [], { defaultForm: 'dry' }),
  food('porridge with milk', ['oats with milk']),
  plain('popcorn'),
  plain('peanut butter'),
  food('cheeseburger', ['cheese burger']),
  food('burger'),
  plain('American cheese', ['burger cheese']),
  food('hot dog'),
  plain('hot dog bun'),
  plain('cola', ['coke', 'can of coke']),
  plain('diet cola', ['coke zero', 'diet coke']),
  plain('hummus'),
  plain('low fat milk'),
  food('cottage pie'),
  food('cheese pizza', ['pizza']),
  plain('Snickers', ['snickers bar']),
  plain('mango'),
  plain('dried mango'),
  plain('salmon', [], { defaultForm: 'cooked' }),
  plain('raw salmon'),
  plain('spinach', [], { defaultForm: 'raw' }),
  plain('cooked spinach'),
  plain('canned corn'),
  plain('corn'),
  plain('melon', ['cantaloupe']),
  plain('beer', ['pint of beer']),
  plain('milk'),
  plain('beef, top sirloin, raw', [], { source: 'sr28' }),
  plain('game meat, antelope, raw', [], { source: 'sr28' }),
  plain('beverage, milkshake, apple', [], { source: 'sr28' }),
];
const index = createFoodIndex(foods);
const first = (words: string) => index.search(words, 1)[0]?.food.name;
const named = (words: string) => index.lookup(words)?.name;

describe('what comes first', () => {
  test.each([
    ['apple', 'apple'],
    ['appl', 'apple'],
    ['apple pie slice', 'apple pie'],
    ['chick', 'chicken'],
    ['ch', 'chicken'],
    ['yog', 'yogurt'],
    ['ban', 'banana'],
    ['brown ri', 'brown rice'],
    ['peanut b', 'peanut butter'],
  ])('%s is the plain food %s', (words, name) => {
    expect(first(words)).toBe(name);
  });

  test.each([
    ['bananna', 'banana'],
    ['banaan', 'banana'],
    ['chickpaes', 'chickpeas'],
    ['cantelope', 'melon'],
    ['chiken sandwhich', 'chicken sandwich'],
    ['yogrut', 'yogurt'],
  ])('%s is a slip for %s', (words, name) => {
    expect(first(words)).toBe(name);
  });

  test('one slip in a short word, not two', () => {
    expect(first('rixe')).toBe('rice');
    expect(index.search('rxxe', 3)).toEqual([]);
  });

  test.each([
    ['peanutbutter', 'peanut butter'],
    ['crunchy peanutbutter', 'peanut butter'],
    ['pop corn', 'popcorn'],
    ['oatmilk', 'oat milk'],
    ['hotdog', 'hot dog'],
  ])('%s is %s however it is written', (words, name) => {
    expect(first(words)).toBe(name);
  });

  test('a food does not rest on a word that many have', () => {
    expect(index.search('quest bar', 3)).toEqual([]);
    expect(index.search('shepherds pie', 3).map((hit) => hit.food.name)).not.toContain('cheese pizza');
    expect(first('zebra cheeseburger')).toBe('cheeseburger');
  });

  test('what is beside the thing is not the thing', () => {
    expect(first('hotdog with bun')).toBe('hot dog');
    expect(first('apple crumble with chicken')).toBe('apple crumble');
    expect(first('sandwich of chicken')).toBe('chicken sandwich');
  });

  test('what makes it another food tells more than what it is sold in', () => {
    expect(first('coke zero can')).toBe('diet cola');
    expect(first('can coke large')).toBe('cola');
    expect(first('low fat hummus')).toBe('hummus');
  });

  test('names of SR28 stay in reach', () => {
    expect(named('beef, top sirloin, raw')).toBe('beef, top sirloin, raw');
    expect(first('sirloin beef raw')).toBe('beef, top sirloin, raw');
  });
});

describe('what a name is taken for', () => {
  test.each([
    ['rice brown', 'brown rice'],
    ['a large apple', 'apple'],
    ['some fresh banana', 'banana'],
    ['grilled chicken', 'chicken'],
    ['air fried chicken', 'chicken'],
    ['grilled salmon', 'salmon'],
    ['raw salmon', 'raw salmon'],
    ['uncooked rice', 'dry rice'],
    ['steamed spinach', 'cooked spinach'],
    ['raw spinach', 'spinach'],
    ['dry mango', 'dried mango'],
    ['tinned corn', 'canned corn'],
    ['tin of corn', 'canned corn'],
    ['handful of apples', 'apple'],
    ['a bowl of brown rice', 'brown rice'],
    ['pint of milk', 'milk'],
    ['chicken with rice', 'chicken and rice'],
    ['rice and chicken', 'chicken and rice'],
    ['oats with milk', 'porridge with milk'],
    ['milk oat', 'oat milk'],
    ['burger with cheese', 'cheeseburger'],
  ])('%s is %s', (words, name) => {
    expect(named(words)).toBe(name);
  });

  test.each([
    'raw chicken',
    'fried salmon',
    'dried banana',
    'pickled corn',
    'smoked salmon',
    'hot dog with cheese',
    'milk with oats and mango',
    'glass noodles',
  ])('%s is nothing here', (words) => {
    expect(named(words)).toBeUndefined();
  });

  test.each([
    'diet',
    'zero',
    'light',
    'low fat',
    'sugar free',
    'vegan',
    'vegetarian',
    'gluten free',
    'decaf',
    'alcohol free',
  ])('no %s food is the regular one', (claim) => {
    const taken = foods.filter(({ name }) => name !== 'cola' && name !== 'milk' && named(`${claim} ${name}`) === name);
    expect(taken).toEqual([]);
    expect(named('diet coke')).toBe('diet cola');
    expect(named('low-fat milk')).toBe('low fat milk');
  });
});

describe('whose food comes first', () => {
  const mine = index.with([
    food('Grandma’s apple cake', [], { source: 'own' }),
    food('Protein oats with berries', [], { source: 'own' }),
    food('apple tart', [], { source: 'own' }),
    food('apple tart with cream', [], { source: 'coach' }),
  ]);

  test('a person’s own food that fits in part comes before others that do', () => {
    expect(mine.search('apple cake', 1)[0]?.food.source).toBe('own');
    expect(mine.search('protein oats', 1)[0]?.food.source).toBe('own');
    expect(mine.search('apple tart cream', 1)[0]?.food.source).toBe('coach');
  });

  test('own, then the coach’s, then the catalogue’s, then SR28’s', () => {
    const sources = (['sr28', 'curated', 'coach', 'own'] as const).map((source) =>
      food('rye loaf thin', [], { source }),
    );
    const ranked = createFoodIndex(sources).search('rye loaf', 4);
    expect(ranked.map((hit) => hit.food.source)).toEqual(['own', 'coach', 'curated', 'sr28']);
  });

  test('an exact name comes before all that only fit in part', () => {
    expect(mine.search('apple pie', 1)[0]?.food.name).toBe('apple pie');
    expect(mine.search('apple', 1)[0]?.food.name).toBe('apple');
    expect(index.with([food('Rice', [], { source: 'own' })]).lookup('rice')?.source).toBe('own');
  });

  test('a word that many foods have is none to rest on among own foods either', () => {
    const bars = index.with([food('Best bar', [], { source: 'own' }), food('my pie', [], { source: 'own' })]);
    expect(bars.search('quest bar', 3).map((hit) => hit.food.name)).not.toContain('Best bar');
  });
});
