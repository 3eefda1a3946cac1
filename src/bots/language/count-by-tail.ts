import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { ItemDraft } from './group-items.ts';
import type { NamedItem } from './judge-meal.ts';
import type { Line } from './line.ts';
import { type FoodName, matchFood } from './match-food.ts';
import { recogniseUnit } from './recognise-unit.ts';

/** "2 toblerone triangles": where the whole is no name, its last word may be the measure. */
export function countByTail(line: Line, draft: ItemDraft, name: FoodName, foods: FoodIndex): NamedItem {
  const { words, amounts } = draft;
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
