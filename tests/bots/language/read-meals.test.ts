import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type MealReading, readMeals } from '../../../src/bots/language/read-meals.ts';
import { given } from './given.ts';

/** "slot day time | quantity unit words grams; …", with "-" for what was not said and "?" after unknown foods. */
function shown(text: string, changes: Partial<typeof given> = {}): string[] {
  const read = readMeals(text, { ...given, ...changes });
  return Array.isArray(read) ? read.map((meal: MealReading) => mealLine(meal)) : [JSON.stringify(read)];
}

function mealLine({ slot, day, time, items, waterMl }: MealReading): string {
  const head = [slot ?? '-', day.toString().slice(5), time?.toString().slice(0, 5) ?? '-'].join(' ');
  const foods = items.map((item) =>
    [item.quantity ?? '-', item.unit ?? '-', `${item.words}${item.match ? '' : '?'}`].join(' '),
  );
  return [head, ...foods, ...(waterMl === null ? [] : [`water ${waterMl}`])].join(' | ');
}

describe('a meal', () => {
  it.each<[string, string]>([
    ['ate 200g rice lunch', 'lunch 03-02 - | 200 g rice'],
    ['rice 200g, chicken 150g', '- 03-02 - | 200 g rice | 150 g chicken'],
    ['rice (200 g)', '- 03-02 - | 200 g rice'],
    ['250g potatos 180g cod 150g green beans dinner', 'dinner 03-02 - | 250 g potatos | 180 g cod | 150 g green beans'],
    ['lunch: 2 eggs + toast w/ butter', 'lunch 03-02 - | 2 - eggs | - - toast w/ butter'],
    [
      'for breakfast i had half a bagel with cream cheese and a large latte',
      'breakfast 03-02 - | 0.5 - bagel with cream cheese | 1 - large latte',
    ],
    ['2 eggs\n1 toast\n200ml oj', '- 03-02 - | 2 - eggs | 1 - toast | 200 ml oj'],
    ['- 2 eggs\n- 1 toast', '- 03-02 - | 2 - eggs | 1 - toast'],
    ['1 avocado 2 eggs 1 slice sourdough 9am', '- 03-02 09:00 | 1 - avocado | 2 - eggs | 1 slice sourdough'],
    ['coffee 2 eggs', '- 03-02 - | - - coffee | 2 - eggs'],
    ['eggs x3', '- 03-02 - | 3 - eggs'],
    ['mac n cheese, 1 cup', '- 03-02 - | 1 cup mac n cheese'],
    ['ham and cheese sandwich', '- 03-02 - | - - ham and cheese sandwich'],
    ['2 eggs, bacon & toast', '- 03-02 - | 2 - eggs | - - bacon | - - toast'],
    ['half and half 30ml', '- 03-02 - | 30 ml half and half'],
    ['rice – 14 g', '- 03-02 - | 14 g rice'],
    ['chicken breast 200g, grilled', '- 03-02 - | 200 g chicken breast grilled'],
    ['burger without cheese', '- 03-02 - | - - burger'],
    ['salad w/ 100g chicken, 50g avo', '- 03-02 - | 100 g chicken | 50 g avo'],
    ['smoothie: banana, 200ml milk', '- 03-02 - | - - banana | 200 ml milk'],
    ['protein shake (30g whey, 250ml milk)', '- 03-02 - | 30 g whey | 250 ml milk'],
    ['lunch w/ mum: lasagne and green beans', 'lunch 03-02 - | - - lasagne | - - green beans'],
    ['had 3 beers with the lads last night', '- 03-01 - | 3 - beers'],
    ['200g chicken brest', '- 03-02 - | 200 g chicken brest'],
    ['had 2 🥚 and toast', '- 03-02 - | 2 - egg | - - toast'],
    ['3 eggs 👍 🥚', '- 03-02 - | 3 - eggs'],
    ['ate 200g flurbs', '- 03-02 - | 200 g flurbs?'],
    ['2 eggs and 1 flurb', '- 03-02 - | 2 - eggs | 1 - flurb?'],
    ['2 patties, 3 eggs', '- 03-02 - | 2 - patties? | 3 - eggs'],
    ['ate 3 eggs and a patty', '- 03-02 - | 3 - eggs | 1 - patty?'],
    ['3 eggs and 2', '- 03-02 - | 3 - eggs | 2 - 2?'],
    ['75g/2¾oz yoghurt', '- 03-02 - | 75 g yoghurt'],
    ['1 tin/400ml coconut milk', '- 03-02 - | 1 tin coconut milk'],
    ['milk 150g | ½ cup', '- 03-02 - | 150 g milk'],
    ['1 cup plus 100 g flour', '- 03-02 - | 1 cup flour | 100 g flour'],
    ['200g, 3 eggs', '- 03-02 - | 200 g 200g? | 3 - eggs'],
    ['1) 2 eggs\n2) toast', '- 03-02 - | 2 - eggs | - - toast'],
    ['1. toast\n2. 3 eggs\n3. rice', '- 03-02 - | - - toast | 3 - eggs | - - rice'],
    ['ate 3 eggs and some', '- 03-02 - | 3 - eggs'],
    ['had pad thai for dinner', 'dinner 03-02 - | - - pad thai'],
    ['had kartoffelpuffer for dinner', 'dinner 03-02 - | - - kartoffelpuffer?'],
    ['12 oz beer', '- 03-02 - | 12 floz beer'],
    ['4oz ground beef', '- 03-02 - | 4 oz ground beef'],
    ['2% milk 250ml', '- 03-02 - | 250 ml 2% milk'],
    ['today i at one 12in pepperoni pizza', '- 03-02 - | 1 - pepperoni pizza'],
    ['i ate one 12in pepperoni pizza', '- 03-02 - | 1 - pepperoni pizza'],
    ['after the gym i had a protein shake', '- 03-02 - | 1 - protein shake'],
    ['I had 2 eggs. And a coffee.', '- 03-02 - | 2 - eggs | 1 - coffee'],
    ['200g rice at the office', '- 03-02 - | 200 g rice'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  it('is read apart for each slot', () => {
    expect(shown('2 eggs for breakfast and a tuna salad for lunch')).toEqual([
      'breakfast 03-02 - | 2 - eggs',
      'lunch 03-02 - | 1 - tuna salad',
    ]);
    expect(shown('yesterday\nbreakfast: 2 eggs\nlunch: 200g rice')).toEqual([
      'breakfast 03-01 - | 2 - eggs',
      'lunch 03-01 - | 200 g rice',
    ]);
    expect(shown('yesterday pizza, today 2 eggs')).toEqual(['- 03-01 - | - - pizza', '- 03-02 - | 2 - eggs']);
  });

  it('takes the slots a person has named themselves', () => {
    expect(shown('2 eggs pre-gym', { slots: ['pre-gym'] })).toEqual(['pre-gym 03-02 - | 2 - eggs']);
    expect(shown('2 eggs pre-gym')).toEqual(['- 03-02 - | 2 - eggs']);
  });

  it('counts plain water apart from the foods', () => {
    expect(shown('chicken and a glass of water')).toEqual(['- 03-02 - | - - chicken | water 250']);
    expect(shown('500ml water')).toEqual(['- 03-02 - | water 500']);
  });
});

describe('its day and time', () => {
  it.each<[string, string]>([
    ['yesterday 9pm pizza', '- 03-01 21:00 | - - pizza'],
    ['toast for breakfast at quarter past 8', 'breakfast 03-02 08:15 | - - toast'],
    ['lunch at half 12: soup', 'lunch 03-02 12:30 | - - soup'],
    ["soup at 3 o'clock", '- 03-02 15:00 | - - soup'],
    ['handful of almonds, apple around 3', '- 03-02 15:00 | 1 handful almonds | - - apple'],
    ['strawberries around 10', '- 03-02 - | 10 - strawberries'],
    ['ordered thai last night had half the pad thai', '- 03-01 - | 0.5 - pad thai'],
    ['sat lunch - pho', 'lunch 02-28 - | - - pho'],
    ['dinner 27/2: 200g salmon', 'dinner 02-27 - | 200 g salmon'],
    ['on 2/27 i had 2 burgers', '- 02-27 - | 2 - burgers'],
    ['80/20 mince 200g', '- 03-02 - | 200 g 80/20 mince?'],
    ['3 days ago lunch 2 eggs', 'lunch 02-27 - | 2 - eggs'],
    ['on friday i had 2 eggs', '- 02-27 - | 2 - eggs'],
    ['on monday i had 2 eggs', '- 02-23 - | 2 - eggs'],
    ['monday: 2 eggs', '- 03-02 - | 2 - eggs'],
    ['march 1st: 2 eggs', '- 03-01 - | 2 - eggs'],
    ['on 28 december 2 eggs', '- 12-28 - | 2 - eggs'],
    ['dinner at 7:30: 2 eggs', 'dinner 03-02 19:30 | 2 - eggs'],
    ['2 eggs at 8', '- 03-02 20:00 | 2 - eggs'],
    ['2 eggs at 11pm', 'null'],
    ['tomorrow 2 eggs', 'null'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  it('belongs to the day before until the day starts, and last night to the evening just past', () => {
    const now = given.now.add({ hours: 5 }); // 01:30 on Tuesday
    expect(shown('2 eggs', { now })).toEqual(['- 03-02 - | 2 - eggs']);
    expect(shown('last night 2 eggs', { now })).toEqual(['- 03-02 - | 2 - eggs']);
    expect(shown('2 eggs', { now, dayStartHour: 0 })).toEqual(['- 03-03 - | 2 - eggs']);
  });

  it.each<[said: string, local: string, dayStartHour: number, expected: string]>([
    // The small hours of a calendar day belong to the day before, where that has not ended yet.
    ['ate pizza at 2am', '2026-03-03T11:04', 3, '- 03-02 02:00 | - - pizza'],
    ['ate pizza at 2am', '2026-03-03T23:30', 3, '- 03-02 02:00 | - - pizza'],
    ['today at 2am pizza', '2026-03-03T11:04', 3, '- 03-02 02:00 | - - pizza'],
    ['ate pizza at 2am', '2026-03-03T11:04', 0, '- 03-03 02:00 | - - pizza'],
    ['ate pizza at 2am', '2026-03-03T02:20', 3, '- 03-02 02:00 | - - pizza'],
    ['ate pizza at 2am', '2026-03-03T00:30', 3, 'null'],
    ['ate pizza at 11pm', '2026-03-03T01:00', 3, '- 03-02 23:00 | - - pizza'],
    ['ate pizza at 11pm', '2026-03-03T01:00', 0, '- 03-02 23:00 | - - pizza'],
    ['ate pizza at 11pm', '2026-03-03T08:00', 3, '- 03-02 23:00 | - - pizza'],
    ['ate pizza at 11', '2026-03-03T01:00', 3, '- 03-02 23:00 | - - pizza'],
    // What was so long ago without a day is rather still to come.
    ['pizza at 11pm', '2026-03-03T12:00', 3, 'null'],
    ['today at 11pm pizza', '2026-03-03T01:00', 0, 'null'],
    ['yesterday at 11pm pizza', '2026-03-03T11:04', 3, '- 03-02 23:00 | - - pizza'],
    ['last night at 2am pizza', '2026-03-03T11:04', 3, '- 03-02 02:00 | - - pizza'],
  ])('%j said at %s, where days start at %d', (said, local, dayStartHour, expected) => {
    const now = Temporal.PlainDateTime.from(local).toZonedDateTime(given.timeZone).toInstant();
    expect(shown(said, { now, dayStartHour })).toEqual([expected]);
  });

  it('says whether it was named', () => {
    const said = (text: string) => (readMeals(text, given) as MealReading[])[0]?.isDaySaid;
    expect([said('2 eggs'), said('2 eggs today'), said('2 eggs at 9am')]).toEqual([false, true, true]);
  });
});

describe('its weights', () => {
  const item = (text: string) => (readMeals(text, given) as MealReading[])[0]?.items[0];
  it.each<[string, object]>([
    ['150-200g chicken', { quantity: 175, unit: 'g', grams: 175, isAmountAssumed: false }],
    ['2 slices 80g bread', { quantity: 2, unit: 'slice', grams: 80 }],
    ['1 banana (118g)', { quantity: 1, unit: null, grams: 118 }],
    ['3 eggs, 180g', { quantity: 3, unit: null, grams: 180 }],
    ['2 (8 oz) steaks', { quantity: 2, unit: null, grams: 453.592 }],
    ['chicken 150', { quantity: 150, unit: 'g', grams: 150, isAmountAssumed: true }],
    ['2 x 30g cheese', { quantity: 60, unit: 'g', grams: 60 }],
    ['rice', { quantity: null, unit: null, isAmountAssumed: true }],
  ])('%j', (text, expected) => {
    const { grams, ...rest } = expected as { grams?: number };
    expect(item(text)).toMatchObject(rest);
    if (grams !== undefined) expect(item(text)?.grams).toBeCloseTo(grams, 1);
  });

  it('offers the nearest foods for an unknown one', () => {
    expect(item('2 patties, 3 eggs')?.candidates.map(({ name }) => name)).toContain('burger patty');
    const [, lone] = (readMeals('3 eggs and 2', given) as MealReading[])[0]?.items ?? [];
    expect(lone).toMatchObject({ match: null, candidates: [] });
    expect(item('ate 200g banana flurb')?.candidates.map(({ name }) => name)).toContain('banana');
  });
});

describe('a log without its food', () => {
  it.each(['just ate 3', 'a bowl for breakfast'])('%j is asked about', (text) => {
    expect(readMeals(text, given)).toMatchObject({ kind: 'question', about: 'food' });
  });
});
