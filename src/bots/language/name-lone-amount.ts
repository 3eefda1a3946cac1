import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { DraftAmount } from './group-items.ts';
import type { Line } from './line.ts';
import { type FoodName, plainName } from './match-food.ts';
import { recogniseUnit } from './recognise-unit.ts';

export interface LoneAmount {
  readonly name: FoodName;
  readonly amount: DraftAmount;
  /** Whether it has a word that might be a food: "patties", not "200g". */
  readonly isNoun: boolean;
}

/**
 * An amount that no words of a food stand by, as an item: "2 patties" counts what its measure word names, "200g" stays
 * as it was typed. Null where nothing certain was said ("some"), or it is part
 * of a longer word ("½-inch").
 */
export function nameLoneAmount(line: Line, draft: DraftAmount, foods: FoodIndex): LoneAmount | null {
  const { quantity, unit, isCounted, end } = draft.amount;
  if (quantity === null || !(isCounted || unit?.kind === 'container') || isHyphened(line, end)) return null;
  const isMeasure = unit?.kind === 'mass' || unit?.kind === 'volume';
  const noun = unit === null || isMeasure ? draft.at : unitStart(line, draft);
  const words = line.text.slice(line.tokens[noun]?.start, line.tokens[end - 1]?.end);
  const match = noun === draft.at ? null : foods.lookup(words);
  const name: FoodName = { ...plainName, words, match, familiarity: match ? 'exact' : 'none', wordCount: 1 };
  const amount = isMeasure ? draft : { ...draft, amount: { ...draft.amount, unit: null } };
  return { name, amount, isNoun: noun > draft.at };
}

const isHyphened = (line: Line, at: number): boolean =>
  line.tokens[at]?.word === '-' && line.tokens[at].isGlued && line.tokens[at + 1]?.isGlued === true;

function unitStart(line: Line, { at, amount }: DraftAmount): number {
  for (let token = at + 1; token < amount.end; token++) {
    if (recogniseUnit(line, token)?.unit === amount.unit) return token;
  }
  return at;
}
