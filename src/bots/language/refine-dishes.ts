import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { OpenItem } from './group-items.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** Dishes that are also had beside something. */
const sides = new Set(
  'salad salads fries chips crisps soup rice noodles wings nuggets shake smoothie milkshake juice tea cake cookies cookie yogurt pudding bread'.split(
    ' ',
  ),
);

/** "a ham and cheese sandwich": an "and" inside the name of a dish. */
export function joinDishes(line: Line, items: readonly OpenItem[], foods: FoodIndex): OpenItem[] {
  const joined: OpenItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (last && item.join === 'and' && isOneDish(line, last, item, foods))
      last.words.push(...between(last, item), ...item.words);
    else if (last && item.join === 'with' && isItsBread(line, last, item)) continue;
    else joined.push(item);
  }
  return joined;
}

function isOneDish(line: Line, left: OpenItem, right: OpenItem, foods: FoodIndex): boolean {
  const { dishes, drinks } = line.language;
  if (right.amounts.length > 0 || right.words.length < 2 || left.words.length === 0 || left.words.length > 4)
    return false;
  if (
    left.amounts.length > 1 ||
    left.amounts.some(({ amount }) => amount.unit !== null && amount.unit.kind !== 'container')
  )
    return false;
  const leftHead = wordAt(line, left.words.at(-1) ?? -1);
  const dish = wordAt(line, right.words.at(-1) ?? -1);
  if (!dishes.has(dish) || dishes.has(leftHead) || drinks.has(leftHead)) return false;
  if (phraseAt(line.language.sizes, line.tokens, right.words[0] ?? -1)) return false;
  // "eggs and chicken salad", "big mac and cheesy fries": two foods that people have side by side.
  const isKnown = (words: readonly number[]): boolean => foods.lookup(textOf(line, words)) !== null;
  const isFood = isKnown(left.words) || isKnown(left.words.slice(-2));
  return !sides.has(dish) || !isFood || isKnown([...left.words, ...right.words]);
}

/** "a turkey sandwich on rye bread" has its bread in it. */
function isItsBread(line: Line, dish: OpenItem, { words, amounts }: OpenItem): boolean {
  const { composedDishes, breads } = line.language;
  const head = wordAt(line, dish.words.at(-1) ?? -1);
  if (!composedDishes.has(head) || !/^(?:sandwich|burger|sarnie|toastie|panini)/.test(head)) return false;
  const isOn = wordAt(line, (words[0] ?? 0) - 1) === 'on' || wordAt(line, (words[0] ?? 0) - 2) === 'on';
  return (
    isOn &&
    breads.has(wordAt(line, words.at(-1) ?? -1)) &&
    !amounts.some(({ amount }) => amount.isCounted || amount.unit)
  );
}

const textOf = (line: Line, words: readonly number[]): string => words.map((word) => wordAt(line, word)).join(' ');

const between = (left: OpenItem, right: OpenItem): number[] => {
  const from = (left.words.at(-1) ?? 0) + 1;
  return Array.from({ length: Math.max(0, (right.words[0] ?? from) - from) }, (_, n) => from + n);
};

/** "a salad with 100g lettuce, 50g tomato": the parts are what was eaten; the salad is their name. */
export function dropComposed(line: Line, items: readonly OpenItem[]): OpenItem[] {
  return items.filter((item, i) => {
    const head = item.words.at(-1);
    if (isHeadingOf(line, item, items.slice(i + 1))) return false;
    if (head === undefined || !line.language.composedDishes.has(wordAt(line, head)) || items[i + 1]?.join !== 'with')
      return true;
    if (item.amounts.some(({ amount }) => amount.unit?.kind === 'mass' || amount.unit?.kind === 'volume')) return true;
    const more = items.findIndex(({ join }, n) => n > i && join === 'plus');
    const parts = items.slice(i + 1, more < 0 ? items.length : more);
    return (
      parts.length < 2 ||
      !(
        isInBrackets(line, parts) ||
        parts.some((part) => part.amounts.some(({ amount }) => amount.unit !== null || amount.isCounted))
      )
    );
  });
}

/** "scrambled eggs (3 eggs, 10g butter)": a name without an amount of its own, and what it was made of. */
function isHeadingOf(line: Line, { words, amounts }: OpenItem, parts: readonly OpenItem[]): boolean {
  const [first, second] = parts;
  if (!first || !second || words.length === 0 || isCounted({ amounts })) return false;
  return first.join === 'with' && isInBrackets(line, parts) && isCounted(first) && isCounted(second);
}

const isCounted = ({ amounts }: Pick<OpenItem, 'amounts'>): boolean => amounts.some(({ amount }) => amount.isCounted);

const isInBrackets = (line: Line, [first]: readonly OpenItem[]): boolean =>
  wordAt(line, (first?.amounts[0]?.at ?? first?.words[0] ?? 0) - 1) === '(';
