import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { gramsFor } from '../../domain/foods/portion.ts';
import type { DraftAmount } from './group-items.ts';
import type { FoodName } from './match-food.ts';
import type { ReadItem } from './read-meals.ts';

/** To which part of one is kept of "two thirds" and "1/3": enough to weigh by. */
const perWhole = 10_000;
const round = (value: number): number => Math.round(value * perWhole) / perWhole;

/**
 * The amount and weight of an item. Of two amounts ("2 slices 80g", "1 banana (118g)") the count is the quantity and the
 * weight is that of the whole; in brackets before the food it is that of each ("2 (8 oz) steaks").
 */
export function weighItem(name: FoodName, amounts: readonly DraftAmount[]): ReadItem {
  const { main, weight } = mainOf(amounts);
  const quantity = main?.amount.quantity == null ? null : round(main.amount.quantity);
  const unit = unitOf(main, name);
  const size = amounts.find(({ amount }) => amount.size !== null)?.amount.size ?? name.size;
  const food = name.match ?? unknownFood;
  const isUnsaid = (quantity === null && unit === null) || main?.isUnitAssumed === true;
  const weighed =
    (weight && gramsFor(food, { quantity: weight.amount.quantity, unit: unitOf(weight, name) })) ??
    gramsFor(food, { quantity, unit, size });
  const times = weight?.isOfEach ? (quantity ?? 1) : 1;
  return {
    quantity,
    unit,
    size,
    words: name.words,
    match: name.match,
    candidates: name.candidates,
    grams: weighed ? round(weighed.grams * times) : null,
    portionRule: weighed?.rule ?? null,
    isAmountAssumed: isUnsaid || (weighed?.assumed ?? false),
  };
}

/** How much plain water an item is: said without an amount it is a glass. */
export function waterMlOf({ quantity, unit }: Pick<ReadItem, 'quantity' | 'unit'>): number {
  return gramsFor({ ...unknownFood, densityGPerMl: 1 }, { quantity, unit: unit ?? 'glass' })?.grams ?? 0;
}

/** Masses need no food to be grams; nothing else is known of it. */
const unknownFood: IndexedFood = {
  id: null,
  slug: null,
  name: '',
  aliases: [],
  source: 'own',
  ndb: null,
  per100g: { energyKcal: 0, proteinG: 0, carbsG: 0, fatG: 0 },
  densityGPerMl: null,
  servingG: null,
  defaultForm: null,
  portions: [],
};

/** A mass, or a volume whatever is in it. */
const isMeasure = ({ amount: { unit } }: DraftAmount): boolean =>
  unit?.kind === 'mass' || unit?.kind === 'volume' || (unit?.kind === 'kitchen' && volumes.has(unit.id));
const volumes = new Set(['cup', 'tbsp', 'tsp', 'pint', 'quart', 'gallon']);

const isWeight = ({ amount }: DraftAmount): boolean => amount.unit?.kind === 'mass' || amount.unit?.kind === 'volume';

function mainOf(amounts: readonly DraftAmount[]): { main: DraftAmount | null; weight: DraftAmount | null } {
  const said = amounts.filter(({ amount }) => amount.quantity !== null || amount.unit !== null);
  const [first, second] = said;
  if (!first) return { main: amounts[0] ?? null, weight: null };
  if (!second) return { main: first, weight: null };
  const weight = said.find(isWeight) ?? null;
  // "700 ml (1¼ pints)" says one measure twice.
  if (isWeight(first) && said.slice(1).every(isMeasure)) return { main: first, weight: null };
  // "a 12 oz glass of coke": a vessel without a number only tells the form; in "1 28-ounce can" it is what is counted.
  const count = said.find((one) => !isWeight(one) && one.amount.isCounted) ?? (isWeight(first) ? null : first);
  if (!count) return { main: first, weight: null };
  const vessel = count.amount.unit ? undefined : said.find(({ amount }) => !amount.isCounted && amount.unit);
  return { main: vessel ? { ...count, amount: { ...count.amount, unit: vessel.amount.unit } } : count, weight };
}

/** Ounces of something to drink are fluid. */
function unitOf(amount: DraftAmount | null, name: FoodName): string | null {
  const id = amount?.amount.unit?.id ?? null;
  if (!name.isDrink) return id;
  if (id === 'g' && amount?.isUnitAssumed) return 'ml';
  return id === 'oz' ? 'floz' : id;
}
