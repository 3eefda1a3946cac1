import type { PlannedFood } from '../../domain/diets/diet.ts';
import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { type Portion, portionFor } from '../../domain/foods/portion-for.ts';
import { editDistance } from '../../domain/search/edit-distance.ts';
import { chunksOf, clean, type Tell } from './diet-chunks.ts';
import { type MealGiven, type ReadItem, readMeals } from './read-meals.ts';
import type { TemplateLine } from './template-text.ts';

/** Commas and pluses between foods: none within a number or brackets. */
const betweenFoods = /(?:;|,(?!\d)|\s\+\s)(?![^(]*\))/gu;
const betweenChoices = /\s+or\s+/giu;

/** The foods of a line from `offset` on, in the ordinary language; what is none is told. */
export function foodsOf(
  said: string,
  offset: number,
  line: TemplateLine,
  option: number,
  given: MealGiven,
  tell: Tell,
): PlannedFood[] {
  return chunksOf(`${' '.repeat(offset)}${said}`, offset, betweenFoods).flatMap((chunk) =>
    chunksOf(chunk.text, 0, betweenChoices).flatMap(({ text, at }, i) => {
      const place = chunk.at + at;
      const read = readMeals(`ate ${text.replace(/[.!]+$/, '')}`, given);
      const [meal, ...others] = read === null || 'about' in read ? [] : read;
      if (!meal || others.length > 0) {
        tell(line, place, text.length, `I find no food in “${text}”.`, nearestFoods(text, given));
        return [];
      }
      const foods = meal.items.flatMap((item) => toPlanned(item, text, place, line, given, tell));
      const water: PlannedFood[] =
        meal.waterMl === null
          ? []
          : [{ words: 'water', foodId: null, quantity: meal.waterMl, unit: 'ml', grams: meal.waterMl }];
      return [...foods, ...water].map((food) => ({
        ...food,
        ...(option > 0 ? { option } : {}),
        ...(i > 0 ? { isInstead: true } : {}),
      }));
    }),
  );
}

function toPlanned(
  item: ReadItem,
  text: string,
  place: number,
  line: TemplateLine,
  given: MealGiven,
  tell: Tell,
): PlannedFood[] {
  const { match, words, quantity, unit } = item;
  if (!match) {
    const at = text.toLowerCase().indexOf(words.toLowerCase());
    const meant = nearestFoods(words, given, item.candidates);
    tell(
      line,
      place + Math.max(0, at),
      at < 0 ? text.length : words.length,
      `I know no food called “${clean(words)}”.`,
      meant,
    );
    return [];
  }
  const portion = portionOf(item, match);
  return [
    {
      words: clean(words),
      foodId: match.id,
      quantity,
      unit,
      grams: portion.grams,
      portionRule: portion.rule,
      ...(portion.isAssumed ? { isAmountAssumed: true } : {}),
    },
  ];
}

/** How much of a food was said: as it was measured, or by its portions. */
export const portionOf = (item: ReadItem, match: IndexedFood): Portion =>
  item.grams !== null && item.portionRule !== null
    ? { grams: item.grams, rule: item.portionRule, isAssumed: item.isAmountAssumed }
    : portionFor(match, item);

/** The foods that may have been meant, the one spelt most alike first, at most three. */
function nearestFoods(words: string, { foods }: MealGiven, candidates: readonly IndexedFood[] = []): string[] {
  const said = words
    .replace(/[\d.,]+\s*(?:g|kg|ml|l|oz|cups?)?\b/gi, '')
    .trim()
    .toLowerCase();
  const found = candidates.length > 0 ? candidates : foods.search(said, 5).map(({ food }) => food);
  const farOff = (name: string): number =>
    Math.min(...[name, ...name.split(/[\s,]+/)].map((word) => editDistance(said, word.toLowerCase(), 5)));
  return [...found]
    .sort((a, b) => farOff(a.name) - farOff(b.name))
    .slice(0, 3)
    .map(({ name }) => name);
}
