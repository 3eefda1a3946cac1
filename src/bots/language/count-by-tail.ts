import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { ItemDraft } from './group-items.ts';
import type { NamedItem } from './judge-meal.ts';
import type { Line } from './line.ts';
import { type FoodName, matchFood } from './match-food.ts';
import { phraseAt } from './phrases.ts';
import { recogniseUnit } from './recognise-unit.ts';

/** "2 toblerone triangles": where the whole is no name, its last word may be the measure. */
export function countByTail(line: Line, draft: ItemDraft, name: FoodName, foods: FoodIndex): NamedItem {
  const { words, amounts } = draft;
  const served = name.match || amounts.length > 0 ? null : servedIn(line, draft, foods);
  if (served) return served;
  const [only] = amounts;
  const unit = words.length > 1 ? recogniseUnit(line, words.at(-1) ?? -1)?.unit : undefined;
  if (
    name.match ||
    !unit ||
    !line.language.tailMeasures.has(unit.id) ||
    !only ||
    amounts.length > 1 ||
    only.amount.unit
  )
    return { name, amounts };
  const rest = matchFood(line, { ...draft, words: words.slice(0, -1) }, foods);
  if (!rest?.match) return { name, amounts };
  return { name: rest, amounts: [{ ...only, amount: { ...only.amount, unit } }] };
}

/** "rice small bowl", "spinach handful": a vessel of some size, or what is measured by hand, after the food. */
function servedIn(line: Line, draft: ItemDraft, foods: FoodIndex): NamedItem | null {
  const [at = -1, last = -1] = draft.words.length > 1 ? draft.words.slice(-2) : [];
  const unit = recogniseUnit(line, last)?.unit;
  if (draft.words.length < 2 || (unit?.kind !== 'container' && unit?.kind !== 'kitchen')) return null;
  const size = draft.words.length > 2 ? (phraseAt(line.language.sizes, line.tokens, at)?.meaning ?? null) : null;
  if (size === null && !line.language.handMeasures.has(unit.id)) return null;
  const name = matchFood(line, { ...draft, words: draft.words.slice(0, size === null ? -1 : -2) }, foods);
  if (!name?.match) return null;
  const amount = { quantity: 1, unit, size, isCounted: false, end: last + 1 };
  return { name, amounts: [{ amount, at, isOfEach: false, isAfter: true, isUnitAssumed: false }] };
}
