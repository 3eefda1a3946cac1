import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { portionFor } from '../../domain/foods/portion-for.ts';
import type { NewAmount } from '../../domain/meals/change-meal-item.ts';
import type { RecordedItem } from '../../domain/meals/meals-of-message.ts';
import type { StoredChange } from './correction.ts';

/** A bare figure from here on counts grams and no cups or eggs. */
export const fewestGrams = 20;
/** Units in which such figures are said. */
const fineUnits = new Set(['g', 'ml', 'mg', 'cl']);
/** Whether an item was weighed or poured in units whose figures are large. */
export const isMeasured = (unit: string | null): boolean => unit !== null && fineUnits.has(unit);
const fineOf: Readonly<Record<string, string>> = { l: 'ml', dl: 'ml', floz: 'ml' };

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * How much an item is after a change. `food` is what it is then, null where the catalogue no longer knows it; `isOther`
 * that it was another food before. Null where nothing tells what the new amount weighs.
 */
export function newAmount(
  item: RecordedItem,
  change: StoredChange,
  food: IndexedFood | null,
  isOther: boolean,
): NewAmount | null {
  const { quantity, times, size = null } = change;
  if (times !== undefined) return scaled(item, times);
  if (quantity === undefined) {
    if (!isOther || !food) return isOther ? null : asItWas(item);
    return weighed(food, item.isAmountAssumed ? null : item.quantity, item.unit, null);
  }
  const unit = change.unit ?? unitMeant(item, quantity, isOther && change.food !== undefined && quantity < fewestGrams);
  const isSameMeasure = unit === item.unit && item.quantity !== null && size === null;
  if (!isOther && isSameMeasure && item.quantity) return { ...scaled(item, quantity / item.quantity), quantity };
  if (food) return weighed(food, quantity, unit, size);
  return null;
}

const asItWas = ({ quantity, unit, grams, portionRule, isAmountAssumed }: RecordedItem): NewAmount => ({
  quantity,
  unit,
  grams,
  portionRule,
  isAmountAssumed,
});

function weighed(food: IndexedFood, quantity: number | null, unit: string | null, size: string | null): NewAmount {
  const { grams, rule, isAssumed } = portionFor(food, { quantity, unit, size });
  return { quantity, unit, grams: round(grams), portionRule: rule, isAmountAssumed: isAssumed };
}

/** So many times as much of the same measure; what was taken for a serving is then so many servings. */
function scaled(item: RecordedItem, times: number): NewAmount {
  const was = asItWas(item);
  const isServing = item.quantity === null && item.unit === null && item.grams !== null;
  return {
    ...was,
    quantity: item.quantity === null ? (item.grams === null ? null : times) : round(item.quantity * times),
    unit: isServing ? 'serving' : item.unit,
    grams: item.grams === null ? null : round(item.grams * times),
  };
}

/** The unit of a bare figure: as before, unless it is far too much of that. */
function unitMeant(item: RecordedItem, quantity: number, isCounted: boolean): string | null {
  if (isCounted) return null;
  if (quantity < fewestGrams || isMeasured(item.unit)) return item.unit;
  return item.unit === null ? 'g' : (fineOf[item.unit] ?? 'g');
}
