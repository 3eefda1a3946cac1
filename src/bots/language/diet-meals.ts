import type { DietMeal, PlannedFood } from '../../domain/diets/diet.ts';
import { capital } from '../format.ts';
import { clean, type Tell } from './diet-chunks.ts';
import { lineFor } from './diet-days.ts';
import { phraseAt } from './phrases.ts';
import type { MealGiven } from './read-meals.ts';
import { recogniseWeekdays } from './recognise-weekdays.ts';
import { nearestNames, type TemplateLine } from './template-text.ts';

/** What is written in one place of a meal: foods, a choice, or a note. */
interface Part {
  readonly kind: 'foods' | 'or' | 'note';
  readonly text: string;
}

/** A meal that is being read. */
export interface OpenMeal {
  readonly line: TemplateLine;
  slot: string;
  /** As it is called in the text. */
  readonly name: string;
  readonly parts: Part[];
  readonly items: PlannedFood[];
  option: number;
}

/** Days that are being read, with their meals. */
export interface Day {
  /** Null for every day. */
  readonly weekdays: readonly number[] | null;
  readonly meals: OpenMeal[];
}

/** What most people call their meals. */
export const slotNames = ['breakfast', 'lunch', 'dinner', 'snack', 'drink'];
/** In characters. */
const longestSlot = 30;
const longestMeal = 1000;
const everyDay = /^(?:every ?day|daily|each day|all days|all week)$/i;

/** The weekdays of a heading, null for every day; undefined for any other line. */
export function headingOf(text: string, given: MealGiven): readonly number[] | null | undefined {
  const said = text.replace(/^#+\s*|\s*:\s*$/g, '').replace(/^\*+|\*+$/g, '');
  if (everyDay.test(said)) return null;
  const line = lineFor(said, given.slots);
  const found = recogniseWeekdays(line, 0);
  return found && found.end === line.tokens.length ? found.days : undefined;
}

/** The slot of a label: one of the usual ones, one of their own, or a name that the coach gives it. */
export function slotOf(name: string, line: TemplateLine, given: MealGiven, { meals }: Day, tell: Tell): string | null {
  const said = clean(name).toLowerCase();
  const { tokens, language, ownSlots } = lineFor(said, given.slots);
  const found = phraseAt(ownSlots, tokens, 0) ?? phraseAt(language.slots, tokens, 0);
  const usual = found && found.end === tokens.length ? found.meaning : null;
  const isTaken = (slot: string): boolean => meals.some((meal) => meal.slot === slot);
  // "Evening snack" beside "snack" is a meal of its own, whichever comes first.
  const elder = meals.find((meal) => meal.slot === usual && usual === said && meal.name !== said);
  if (elder) elder.slot = elder.name;
  const slot = usual !== null && !isTaken(usual) ? usual : said;
  if (isTaken(slot)) {
    tell(
      line,
      0,
      name.length,
      `${capital(slot)} is there twice for these days; give one of them another name, like “${slot} 2”.`,
    );
    return null;
  }
  const meant = usual === null ? nearestNames(said, slotNames) : [];
  if (meant.length === 0 && slot.length <= longestSlot) return slot;
  tell(line, 0, name.length, `I know no meal called “${said}”.`, meant);
  return null;
}

/** The meals by weekday, those of every day first. */
export function mealsOf(days: readonly Day[], tell: Tell): DietMeal[] {
  const placed: { weekday: number | null; meal: OpenMeal }[] = [];
  for (const { weekdays, meals } of days)
    for (const meal of meals)
      for (const weekday of weekdays ?? [null]) {
        const isTwice = placed.some(
          (one) => one.weekday === weekday && one.meal.slot === meal.slot && one.meal !== meal,
        );
        const isTold = placed.some((one) => one.meal === meal);
        if (isTwice && !isTold)
          tell(meal.line, 0, meal.slot.length, `${capital(meal.slot)} is planned twice for the same day.`);
        placed.push({ weekday, meal });
      }
  for (const meal of new Set(placed.map((one) => one.meal))) {
    if (meal.parts.length === 0) tell(meal.line, 0, meal.line.text.length, 'There is nothing in this meal.');
    if (textOf(meal).length > longestMeal) tell(meal.line, 0, 1, `This meal is longer than ${longestMeal} characters.`);
  }
  return placed
    .sort((a, b) => (a.weekday ?? 0) - (b.weekday ?? 0))
    .map(({ weekday, meal }) => ({ weekday, slot: meal.slot, text: textOf(meal), items: meal.items }));
}

/** A meal's text: its foods on one line, each choice and each note on its own. */
function textOf({ parts }: OpenMeal): string {
  const of = (kind: Part['kind']) => parts.filter((part) => part.kind === kind).map(({ text }) => text);
  const foods = of('foods').map((text) => text.replace(/[,;]$/, ''));
  return [
    ...(foods.length > 0 ? [foods.join(', ')] : []),
    ...of('or').map((text) => `or ${text}`),
    ...of('note').map((text) => `Note: ${text}`),
  ].join('\n');
}
