import { describe, expect, test } from 'vitest';
import { readCoreFoods } from '../../../db/catalogue/foods.ts';
import { catalogueFoodIndex } from '../../../src/domain/foods/catalogue-food-index.ts';
import type { IndexedFood } from '../../../src/domain/foods/food-index.ts';
import { loadFoodIndex, loadOwnFoods } from '../../../src/domain/foods/load-food-index.ts';
import { wordsOf } from '../../../src/domain/search/words.ts';
import { testDatabase } from '../../support/database.ts';

const index = catalogueFoodIndex();

/** What people type, and the food they mean. */
const meant: Record<string, string> = {
  rice: 'rice',
  'white rice': 'rice',
  'basmati rice': 'basmati-rice',
  'brown rice': 'brown-rice',
  'raw rice': 'rice-dry',
  'rice, dry': 'rice-dry',
  'uncooked rice': 'rice-dry',
  'cooked rice': 'rice',
  'steamed rice': 'rice',
  pasta: 'pasta',
  'cooked pasta': 'pasta',
  'dry pasta': 'pasta-dry',
  'pasta dry': 'pasta-dry',
  spaghetti: 'spaghetti',
  spagetti: 'spaghetti',
  'whole wheat pasta': 'whole-wheat-pasta',
  'wholemeal pasta': 'whole-wheat-pasta',
  noodles: 'egg-noodles',
  'quinoa (cooked)': 'quinoa',
  'cous cous': 'couscous',
  couscous: 'couscous',
  oats: 'oats',
  oat: 'oats',
  'rolled oats': 'oats',
  'dry oats': 'oats',
  oatmeal: 'oatmeal',
  porridge: 'oatmeal',
  cereal: 'corn-flakes',
  cornflakes: 'corn-flakes',
  'special k': 'special-k',
  granola: 'granola',
  bread: 'bread',
  'wholemeal bread': 'whole-wheat-bread',
  sourdough: 'sourdough',
  baguette: 'baguette',
  toast: 'toast',
  bagel: 'bagel',
  bagels: 'bagel',
  croissants: 'croissant',
  'bread roll': 'bread-roll',
  wrap: 'wrap',
  tortilla: 'flour-tortilla',
  pancakes: 'pancake',
  egg: 'egg',
  eggs: 'egg',
  '🥚': 'egg',
  'boiled eggs': 'boiled-egg',
  'scrambled egg': 'scrambled-egg',
  'egg whites': 'egg-white',
  'white egg': 'egg-white',
  omlette: 'omelette',
  milk: 'milk',
  'whole milk': 'milk',
  '2% milk': 'semi-skimmed-milk',
  'skimmed milk': 'skim-milk',
  'oat milk': 'oat-milk',
  oatmilk: 'oat-milk',
  'soya milk': 'soy-milk',
  'almond milk': 'almond-milk',
  'chocolate milk': 'chocolate-milk',
  'milk chocolate': 'chocolate',
  yoghurt: 'yogurt',
  'greek yoghurt': 'greek-yogurt',
  'fage 0%': 'greek-yogurt',
  cheese: 'cheddar',
  'grated cheese': 'cheddar',
  mozarella: 'mozzarella',
  parmesan: 'parmesan',
  feta: 'feta',
  'cottage cheese': 'cottage-cheese',
  'cream cheese': 'cream-cheese',
  butter: 'butter',
  'olive oil': 'olive-oil',
  evoo: 'olive-oil',
  chicken: 'chicken',
  'grilled chicken': 'chicken-breast',
  'chicken breast': 'chicken-breast',
  'chiken brest': 'chicken-breast',
  'roasted chicken breast': 'chicken-breast',
  'raw chicken breast': 'chicken-breast-raw',
  'chicken thighs': 'chicken-thigh',
  'chicken drumstick': 'chicken-drumstick',
  wings: 'chicken-wing',
  'turkey breast': 'turkey-breast',
  steak: 'steak',
  'minced beef': 'ground-beef',
  mince: 'ground-beef',
  'leftover brisket': 'brisket',
  lamb: 'lamb',
  'pork chops': 'pork-chop',
  ham: 'ham',
  bacon: 'bacon',
  sausages: 'sausage',
  tuna: 'tuna',
  'tin of tuna': 'tuna',
  salmon: 'salmon',
  'smoked salmon': 'smoked-salmon',
  cod: 'cod',
  prawns: 'shrimp',
  tofu: 'tofu',
  edamame: 'edamame',
  beans: 'kidney-beans',
  'baked beans': 'baked-beans',
  'chick peas': 'chickpeas',
  lentils: 'lentils',
  houmous: 'hummus',
  potato: 'potato',
  potatos: 'potato',
  'baked potato': 'baked-potato',
  'jacket potato': 'baked-potato',
  'sweet potatoes': 'sweet-potato',
  fries: 'fries',
  'french fries': 'fries',
  veggies: 'mixed-vegetables',
  broccoli: 'broccoli',
  brocolli: 'broccoli',
  'raw broccoli': 'raw-broccoli',
  'broccoli raw': 'raw-broccoli',
  'raw carrot': 'carrot',
  'fresh spinach': 'spinach',
  tomatoe: 'tomato',
  'cherry tomatoes': 'cherry-tomatoes',
  cucumber: 'cucumber',
  courgette: 'zucchini',
  aubergine: 'eggplant',
  peas: 'peas',
  'green beans': 'green-beans',
  'corn on the cob': 'corn-on-the-cob',
  avo: 'avocado',
  apple: 'apple',
  apples: 'apple',
  appel: 'apple',
  'medium apples': 'apple',
  'apple pie': 'apple-pie',
  banana: 'banana',
  bananna: 'banana',
  orange: 'orange',
  oj: 'orange-juice',
  'orange juice': 'orange-juice',
  strawberries: 'strawberries',
  blueberrys: 'blueberries',
  berries: 'mixed-berries',
  dates: 'dates',
  nuts: 'mixed-nuts',
  walnuts: 'walnuts',
  almonds: 'almonds',
  pb: 'peanut-butter',
  'peanut butter': 'peanut-butter',
  chocolate: 'chocolate',
  'dark chocolate': 'dark-chocolate',
  cookies: 'cookie',
  cake: 'cake',
  'ice cream': 'ice-cream',
  honey: 'honey',
  sugar: 'sugar',
  jam: 'jam',
  'maple syrup': 'maple-syrup',
  crisps: 'chips',
  popcorn: 'popcorn',
  mayo: 'mayonnaise',
  ketchup: 'ketchup',
  'soy sauce': 'soy-sauce',
  dressing: 'italian-dressing',
  pizza: 'pizza',
  burger: 'burger',
  'big mac': 'big-mac',
  hotdog: 'hot-dog',
  lasagne: 'lasagna',
  'spag bol': 'spaghetti-bolognese',
  'mac n cheese': 'mac-and-cheese',
  'pb&j': 'peanut-butter-and-jelly-sandwich',
  coffee: 'coffee',
  'black coffee': 'coffee',
  latte: 'latte',
  tea: 'tea',
  'earl grey tea': 'tea',
  'earl gray tea': 'tea',
  coke: 'cola',
  'coke zero': 'diet-cola',
  beer: 'beer',
  corona: 'beer',
  'red wine': 'red-wine',
  whey: 'whey-protein',
  'protein powder': 'whey-protein',
  'protein shake': 'protein-shake',
};

describe('the food people mean', () => {
  test.each(Object.entries(meant))('%s is %s', (words, slug) => {
    expect(index.search(words, 5)[0]?.food.slug).toBe(slug);
  });

  test('a name is found at once, a slip of the finger only by searching', () => {
    expect(index.lookup('Greek Yoghurt')?.slug).toBe('greek-yogurt');
    expect(index.lookup('grek yogurt')).toBeNull();
    expect(index.search('grek yogurt', 1)[0]?.food.slug).toBe('greek-yogurt');
  });

  test('a form that is not the food’s own is not dropped', () => {
    expect(index.lookup('fried chicken')?.slug).not.toBe('chicken-breast');
    expect(index.lookup('raw lentils')?.slug).toBe('lentils-dry');
    expect(index.lookup('raw egg')?.slug).toBe('egg');
    expect(index.lookup('raw salmon')?.slug).toBe('salmon-raw');
    expect(index.lookup('raw pork chop')?.slug).toBe('raw-pork-chop');
  });

  test('what is in SR28 alone is found by its words in any order', () => {
    expect(index.search('raw antelope', 3)[0]?.food.slug).toBe('sr28-17144');
    expect(index.search('sirloin top beef raw choice', 1)[0]?.food.name).toContain('beef, top sirloin');
    expect(index.lookup('beef, top sirloin, steak, lean, 1/8" fat, choice, raw')?.slug).toBe('sr28-23625');
  });

  test.each([
    ['cauli', 'cauliflower'],
    ['strawb', 'strawberries'],
    ['chick', 'chicken'],
    ['yog', 'yogurt'],
    ['ban', 'banana'],
    ['ri', 'rice'],
    ['bre', 'bread'],
    ['mil', 'milk'],
    ['greek yo', 'greek-yogurt'],
    ['peanut butt', 'peanut-butter'],
  ])('what begins with %s is the plain everyday food %s first', (typed, slug) => {
    expect(index.search(typed, 25)[0]?.food.slug).toBe(slug);
  });

  test.each(
    [...'diet zero light skinny vegan vegetarian decaf smoked pickled candied breaded stuffed fried'.split(' ')].concat(
      ['low fat', 'sugar free', 'gluten free', 'alcohol free', 'dairy free', 'no added sugar'],
    ),
  )('nothing that is not %s is taken for it', (claim) => {
    const claimed = wordsOf(claim);
    const foods = readCoreFoods().filter((food) => food.source === 'curated');
    const taken = foods.flatMap((food) => {
      const found = index.lookup(`${claim} ${food.name}`);
      if (!found) return [];
      const said = [found.name, ...found.aliases, found.defaultForm ?? ''].map(wordsOf);
      return said.some((words) => claimed.every((word) => words.includes(word))) ? [] : [`${food.name}: ${found.name}`];
    });
    expect(taken).toEqual([]);
  });

  test('a food is offered once, and no more than asked for', () => {
    const hits = index.search('cheddar', 8);
    expect(hits).toHaveLength(8);
    expect(new Set(hits.map((hit) => hit.food.slug)).size).toBe(8);
    expect(hits.map((hit) => hit.food.slug)).not.toContain('sr28-01009');
  });

  test.each([
    '',
    '   ',
    '!!!',
    'the of a',
    'xqzwv',
    '💥💥',
    'a'.repeat(5000),
    '\u0000\u202e',
    "'; drop table foods; --",
  ])('nothing is made of %j', (words) => {
    expect(index.lookup(words)).toBeNull();
    expect(index.search(words, 5).every((hit) => hit.score < 0.7)).toBe(true);
  });
});

describe('a person’s own foods', () => {
  const own = (name: string, source: 'own' | 'coach' = 'own'): IndexedFood => ({
    id: 7,
    slug: null,
    name,
    aliases: [],
    source,
    ndb: null,
    per100g: { energyKcal: 100, proteinG: 1, carbsG: 2, fatG: 3 },
    densityGPerMl: null,
    servingG: null,
    defaultForm: null,
    portions: [],
  });

  test('come before everything else that has the name', () => {
    const mine = index.with([own('Rice'), own('Grandma’s apple cake')]);
    expect(mine.lookup('rice')?.source).toBe('own');
    expect(mine.search('aple cake', 1)[0]?.food.name).toBe('Grandma’s apple cake');
    expect(mine.lookup('banana')?.slug).toBe('banana');
    expect(index.lookup('rice')?.slug).toBe('rice');
  });

  test('come before their coach’s', () => {
    const mine = index.with([own('oats', 'coach')]).with([own('oats')]);
    expect(mine.lookup('oats')?.source).toBe('own');
  });
});

test('the files and the database give the same answers', async () => {
  const { db } = await testDatabase();
  const kept = await loadFoodIndex(db);
  const withoutId = (food: IndexedFood | undefined) => food && { ...food, id: null };
  for (const words of [...Object.keys(meant), 'pumpernickel', 'beef round steak', 'grek yogurt', 'cauli']) {
    const ours = index.search(words, 4);
    const theirs = kept.search(words, 4);
    expect(
      theirs.map((hit) => hit.food.slug),
      words,
    ).toEqual(ours.map((hit) => hit.food.slug));
    expect(withoutId(theirs[0]?.food)).toEqual(ours[0]?.food);
  }
  expect(kept.lookup('rice')?.id).toBeGreaterThan(0);
  expect(await loadOwnFoods(db)).toEqual([]);
});
