import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { DraftAmount } from './group-items.ts';
import type { Line } from './line.ts';
import { type FoodName, plainName } from './match-food.ts';
import { recogniseUnit } from './recognise-unit.ts';

/**
 * An amount that no words of a food stand by, as an item: "2 patties" counts what its measure word names, "200g" stays
 * as it was typed. Null where nothing certain was said ("some").
 */
export function nameLoneAmount(
  line: Line,
  draft: DraftAmount,
  foods: FoodIndex,
): { readonly name: FoodName; readonly amount: DraftAmount } | null {
  const { quantity, unit, isCounted, end } = draft.amount;
  if (quantity === null || !(isCounted || unit?.kind === 'container')) return null;
  const isMeasure = unit?.kind === 'mass' || unit?.kind === 'volume';
  const noun = unit === null || isMeasure ? draft.at : unitStart(line, draft);
  const words = line.text.slice(line.tokens[noun]?.start, line.tokens[end - 1]?.end);
  const match = noun === draft.at ? null : foods.lookup(words);
  const name: FoodName = { ...plainName, words, match, familiarity: match ? 'exact' : 'none', wordCount: 1 };
  return { name, amount: isMeasure ? draft : { ...draft, amount: { ...draft.amount, unit: null } } };
}

function unitStart(line: Line, { at, amount }: DraftAmount): number {
  for (let token = at + 1; token < amount.end; token++) {
    if (recogniseUnit(line, token)?.unit === amount.unit) return token;
  }
  return at;
}
