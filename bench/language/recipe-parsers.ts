import { parseIngredient } from 'parse-ingredient';
import { parse } from 'recipe-ingredient-parser-v3';
import type { Item } from './agreement.ts';

/** What other packages make of a line of a recipe, in our units; a range is its middle. */
export const recipeParsers: Readonly<Record<string, (line: string) => Item | undefined>> = {
  'parse-ingredient'(line) {
    const [first] = parseIngredient(line);
    if (!first) return undefined;
    const { quantity, quantity2, unitOfMeasureID, description } = first;
    const middle = quantity !== null && quantity2 !== null ? (quantity + quantity2) / 2 : quantity;
    return { quantity: middle, unit: ourUnit(unitOfMeasureID), food: description };
  },
  'recipe-ingredient-parser-v3'(line) {
    try {
      const { minQty, maxQty, unit, ingredient } = parse(line, 'eng');
      const middle = (minQty + maxQty) / 2;
      return { quantity: middle === 0 ? null : middle, unit: ourUnit(unit), food: ingredient };
    } catch {
      return undefined;
    }
  },
};

const ours: Readonly<Record<string, string | null>> = {
  teaspoon: 'tsp',
  tablespoon: 'tbsp',
  'fluid ounce': 'floz',
  ounce: 'oz',
  pound: 'lb',
  gram: 'g',
  kilogram: 'kg',
  milligram: 'mg',
  liter: 'l',
  milliliter: 'ml',
  deciliter: 'dl',
  large: null,
  medium: null,
  small: null,
  // "Quanto basta": as much as you like.
  'q.b.': null,
};

const ourUnit = (unit: string | null): string | null => (unit !== null && unit in ours ? (ours[unit] ?? null) : unit);
