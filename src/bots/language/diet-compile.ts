import type { Diet, DietMeal, PlannedFood, TargetMacros } from '../../domain/diets/diet.ts';
import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { portionFor } from '../../domain/foods/portion-for.ts';
import { editDistance } from '../../domain/search/edit-distance.ts';
import { capital } from '../format.ts';
import type { Line } from './line.ts';
import { ownSlotPhrases } from './own-slot-phrases.ts';
import { phraseAt } from './phrases.ts';
import { type MealGiven, type ReadItem, readMeals } from './read-meals.ts';
import { recogniseWeekdays } from './recognise-weekdays.ts';
import { scan } from './scan.ts';
import type { TemplateFault } from './template-compile.ts';
import { faultIn, nearestNames, type TemplateLine, templateLines } from './template-text.ts';
import { english } from './vocabulary/en/index.ts';

export type CompiledDiet = { readonly diet: Diet } | { readonly faults: readonly TemplateFault[] };

/** What is written in one place of a meal: foods, a choice, or a note. */
interface Part {
  readonly kind: 'foods' | 'or' | 'note';
  readonly text: string;
}

interface OpenMeal {
  readonly line: TemplateLine;
  slot: string;
  /** As it is called in the text. */
  readonly name: string;
  readonly parts: Part[];
  readonly items: PlannedFood[];
  option: number;
}

interface Day {
  /** Null for every day. */
  readonly weekdays: readonly number[] | null;
  readonly meals: OpenMeal[];
}

const slotNames = ['breakfast', 'lunch', 'dinner', 'snack', 'drink'];
/** In characters. */
const longestSlot = 30;
const longestMeal = 1000;
const expected = 'I expect a day, a meal like “Breakfast: 80 g oats”, or targets like “2200 kcal, 160 p” here.';
const everyDay = /^(?:every ?day|daily|each day|all days|all week)$/i;
const label = /^([^:\d][^:]{0,60}?)\s*:(?!\d)\s*(.*)$/u;
const note = /^(?:notes?|nb)\s*:\s*(.*)$/iu;
const choice = /^or\b\s*:?\s*(.*)$/iu;

/**
 * Reads a diet as a coach writes it: targets ("2200 kcal, 160 p, 220 c, 70 f"), days as headings, a meal a line with its
 * foods in the ordinary language, "or" before other foods or another meal, "Note:" before notes. What cannot be read
 * is told with its place, all of it at once.
 */
export function compileDiet(text: string, given: MealGiven, firstLine = 1): CompiledDiet {
  const faults: TemplateFault[] = [];
  const notes: string[] = [];
  const days: Day[] = [{ weekdays: null, meals: [] }];
  let targets: TargetMacros | null = null;
  let meal: OpenMeal | null = null;
  const tell = (line: TemplateLine, offset: number, length: number, says: string, meant: readonly string[] = []) =>
    faults.push(faultIn(line, offset, length, says, meant));
  const addFoods = (to: OpenMeal, line: TemplateLine, offset: number, kind: 'foods' | 'or'): void => {
    const said = line.text.slice(offset);
    to.parts.push({ kind, text: clean(said) });
    to.items.push(...foodsOf(said, offset, line, to.option, given, tell));
  };

  for (const line of templateLines(text, firstLine)) {
    const noted = note.exec(line.text);
    if (noted) {
      const words = clean(noted[1] ?? '');
      if (meal) meal.parts.push({ kind: 'note', text: words });
      else notes.push(words);
      continue;
    }
    const weekdays = headingOf(line.text, given);
    if (weekdays !== undefined) {
      meal = null;
      days.push({ weekdays, meals: [] });
      continue;
    }
    const labelled = label.exec(line.text);
    const isTarget = labelled !== null && /^(?:daily )?(?:targets?|macros|goals?)$/i.test(labelled[1] ?? '');
    const figuresAt = isTarget ? line.text.length - (labelled?.[2] ?? '').length : 0;
    const read = isTarget || !meal ? readTargets(line, figuresAt, isTarget, tell) : null;
    if (read) {
      if (targets) tell(line, 0, line.text.length, 'The targets are there twice.');
      targets = read.targets;
      continue;
    }
    const chosen = meal ? choice.exec(line.text) : null;
    if (chosen && meal) {
      meal.option += 1;
      addFoods(meal, line, line.text.length - (chosen[1] ?? '').length, 'or');
      continue;
    }
    if (labelled) {
      const [, name = '', rest = ''] = labelled;
      const today = days.at(-1) as Day;
      const slot = slotOf(name, line, given, today, tell);
      meal = { line, slot: slot ?? name, name: clean(name).toLowerCase(), parts: [], items: [], option: 0 };
      if (slot !== null) today.meals.push(meal);
      if (rest !== '') addFoods(meal, line, line.text.length - rest.length, 'foods');
      continue;
    }
    const meant = nearestNames(line.text.replace(/:$/, ''), meal ? headings : [...headings, ...slotNames]);
    if (meal && meant.length === 0) addFoods(meal, line, 0, 'foods');
    else tell(line, 0, line.text.length, expected, meant);
  }
  const meals = mealsOf(days, tell);
  if (faults.length === 0 && meals.length === 0 && targets === null)
    faults.push({
      line: firstLine,
      column: 1,
      length: 1,
      source: '',
      says: 'There is no meal in it.',
      suggestion: 'Breakfast: 80 g oats, 1 banana',
    });
  if (faults.length > 0) return { faults };
  return { diet: { description: notes.length > 0 ? notes.join('\n') : null, targets, meals } };
}

type Tell = (line: TemplateLine, offset: number, length: number, says: string, meant?: readonly string[]) => void;

const headings = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
  'Weekdays',
  'Weekends',
  'Every day',
];

const clean = (words: string): string => words.replace(/\s+/g, ' ').trim();

const lineOf = (text: string, given: MealGiven): Line => ({
  text,
  tokens: scan(text),
  language: english,
  ownSlots: ownSlotPhrases(given.slots),
});

/** The weekdays of a heading, null for every day; undefined for any other line. */
function headingOf(text: string, given: MealGiven): readonly number[] | null | undefined {
  const said = text.replace(/^#+\s*|\s*:\s*$/g, '').replace(/^\*+|\*+$/g, '');
  if (everyDay.test(said)) return null;
  const line = lineOf(said, given);
  const found = recogniseWeekdays(line, 0);
  return found && found.end === line.tokens.length ? found.days : undefined;
}

/** The slot of a label: one of the usual ones, one of their own, or a name that the coach gives it. */
function slotOf(name: string, line: TemplateLine, given: MealGiven, { meals }: Day, tell: Tell): string | null {
  const said = clean(name).toLowerCase();
  const { tokens, language, ownSlots } = lineOf(said, given);
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

const figure =
  /^\s*(\d[\d.,]*)\s*(kcal|calories|cals?|kilocalories|g protein|protein|prot|p|g carbs|carbs?|carbohydrates?|c|g fat|fats?|f)\.?\s*$/iu;
const macros: Readonly<Record<string, keyof TargetMacros>> = { k: 'energyKcal', p: 'proteinG', c: 'carbsG', f: 'fatG' };

/** Figures and nothing else; null for any other line. With a label that says so, every part must be one. */
function readTargets(line: TemplateLine, from: number, isSaid: boolean, tell: Tell): { targets: TargetMacros } | null {
  const parts = chunksOf(line.text, from, /(?<!\d),|,(?!\d)|[;/·]|\s+(?=\d+\s*(?:kcal|p|c|f)\b)/giu);
  const isMeant = isSaid || (parts.length > 1 && parts.some(({ text }) => /^\d.*\bkcal$/i.test(text)));
  const found: Partial<Record<keyof TargetMacros, number>> = {};
  for (const { text, at } of parts) {
    const [, digits = '', unit = ''] = figure.exec(text) ?? [];
    const value = Number(digits.replace(/[.,](?=\d{3}\b)/g, '').replace(',', '.'));
    const isEnergy = /^(?:k|cal)/i.test(unit);
    const of = isEnergy ? 'energyKcal' : macros[unit.replace(/^g /i, '').charAt(0).toLowerCase()];
    if (!of || !Number.isFinite(value)) {
      if (!isMeant) return null;
      tell(line, at, text.length, 'I expect figures here like 2200 kcal, 160 p, 220 c, 70 f.');
      continue;
    }
    if (found[of] !== undefined) tell(line, at, text.length, 'That is there twice.');
    found[of] = value;
  }
  if (parts.length === 0) return null;
  return { targets: { energyKcal: null, proteinG: null, carbsG: null, fatG: null, ...found } };
}

interface Chunk {
  readonly text: string;
  /** Where it begins in its line. */
  readonly at: number;
}

/** What stands between separators, with its place; blanks left out. */
function chunksOf(text: string, from: number, separator: RegExp): Chunk[] {
  const chunks: Chunk[] = [];
  let start = from;
  const add = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '') chunks.push({ text: raw.trim(), at: start + lead });
  };
  for (const found of text.matchAll(separator)) {
    if (found.index < from) continue;
    add(found.index);
    start = found.index + found[0].length;
  }
  add(text.length);
  return chunks;
}

/** Commas and pluses between foods: none within a number or brackets. */
const betweenFoods = /(?:;|,(?!\d)|\s\+\s)(?![^(]*\))/gu;
const betweenChoices = /\s+or\s+/giu;

function foodsOf(
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
  const portion =
    item.grams !== null && item.portionRule !== null
      ? { grams: item.grams, rule: item.portionRule, isAssumed: item.isAmountAssumed }
      : portionFor(match, item);
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

/** The meals by weekday, those of every day first. */
function mealsOf(days: readonly Day[], tell: Tell): DietMeal[] {
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

/** The foods of one meal of a plan of one's own; or what cannot be read of it. */
export function compileMeal(
  text: string,
  given: MealGiven,
): { readonly text: string; readonly items: readonly PlannedFood[] } | { readonly faults: readonly TemplateFault[] } {
  const compiled = compileDiet(`Lunch:\n${text}`, given, 0);
  if ('faults' in compiled) return compiled;
  const [meal] = compiled.diet.meals;
  return { text: meal?.text ?? '', items: meal?.items ?? [] };
}
