import type { DraftAmount } from './group-items.ts';
import type { FoodName } from './match-food.ts';

/** What a clause says besides its foods. */
export interface Evidence {
  /** "ate": nothing but food follows. */
  readonly isEaten: boolean;
  /** "had", "log": mostly food follows. */
  readonly isHad: boolean;
  readonly hasSlot: boolean;
  /** "lunch: …" */
  readonly hasSlotHeading: boolean;
}

export interface NamedItem {
  readonly name: FoodName;
  readonly amounts: readonly DraftAmount[];
}

/** Names of unknown foods with more words than this are sentences. */
const longestUnknown = 5;

/**
 * Whether what was read is a log of food. Known foods need little else; an unknown food must stand beside known ones,
 * be measured, or follow a verb that leaves no doubt. Better to ask than to log a meeting.
 */
export function isMeal(items: readonly NamedItem[], evidence: Evidence): boolean {
  if (items.length === 0 || items.some((item) => item.name.hasChat || isNutrient(item))) return false;
  const known = items.filter(({ name }) => name.familiarity === 'exact').length;
  const isLed = evidence.isHad || evidence.hasSlot;
  if (!isLed && items.every((item) => item.name.isExclamation && item.amounts.length === 0)) return false;
  // "🍕🍕🍕" cheers, "🍌 + ☕" lists.
  if (!isLed && items.length === 1 && items.every(({ name, amounts }) => name.isPicture && !amounts.some(isSaid)))
    return false;
  if (!isLed && items.some(({ name }) => name.isLoose) && items.every(({ amounts }) => amounts.length === 0))
    return false;
  if (known === items.length) return true;
  if (items.some(({ name }) => name.familiarity === 'none' && name.wordCount > longestUnknown)) return false;
  const isCertain = evidence.isEaten || evidence.hasSlotHeading || (evidence.isHad && evidence.hasSlot);
  if (isCertain)
    return items.every(
      (item) => known > 0 || isCounted(item) || isFamiliar(item) || !evidence.isEaten || evidence.hasSlot,
    );
  if (isLed) return items.every((item) => known > 0 || isFamiliar(item) || isMeasured(item));
  const weighed = items.filter(isWeighed).length;
  return items.every((item) => isPlainly(item, known + weighed, items.length));
}

/** Without any word of eating: the whole message must look like a list of foods. `known` counts those weighed too. */
function isPlainly(item: NamedItem, known: number, count: number): boolean {
  const { familiarity, wordCount } = item.name;
  if (familiarity === 'exact') return true;
  const isMostlyKnown = known * 2 >= count;
  if (isCounted(item) || hasUnit(item)) return isMostlyKnown || isFamiliar(item) || isWeighed(item);
  if (familiarity === 'words') return wordCount > 1 || isMostlyKnown;
  return isMostlyKnown && (familiarity !== 'none' || known >= 2);
}

const isSaid = ({ amount }: DraftAmount): boolean => amount.isCounted || amount.quantity === 1;

/** "30 g protein" tells of a nutrient, "a scoop of protein" of its powder. */
const isNutrient = ({ name, amounts }: NamedItem): boolean =>
  name.isNutrient && !amounts.some(({ amount }) => amount.unit?.id === 'scoop');

const isFamiliar = ({ name }: NamedItem): boolean => name.familiarity !== 'none';
const hasUnit = ({ amounts }: NamedItem): boolean => amounts.some(({ amount }) => amount.unit !== null);
/** A number or an article. */
const isCounted = ({ amounts }: NamedItem): boolean => amounts.some(({ amount }) => amount.quantity !== null);

const isMeasured = ({ amounts }: NamedItem): boolean =>
  amounts.some(({ amount }) => amount.unit !== null && (amount.unit.kind !== 'container' || amount.isCounted));

/** In units that are hardly used of anything but food. */
const foodUnits = new Set([
  'g',
  'ml',
  'floz',
  'cup',
  'tbsp',
  'tsp',
  'slice',
  'serving',
  'scoop',
  'handful',
  'rasher',
  'spoonful',
]);
const isWeighed = ({ amounts, name }: NamedItem): boolean =>
  name.wordCount <= 3 &&
  amounts.some(
    ({ amount: { unit, isCounted }, isUnitAssumed }) =>
      !isUnitAssumed && isCounted && unit !== null && foodUnits.has(unit.id),
  );
