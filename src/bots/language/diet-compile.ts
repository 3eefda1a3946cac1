import type { Diet, PlannedFood, TargetMacros } from '../../domain/diets/diet.ts';
import { clean, type Tell } from './diet-chunks.ts';
import { foodsOf } from './diet-foods.ts';
import { type Day, headingOf, mealsOf, type OpenMeal, slotNames, slotOf } from './diet-meals.ts';
import { readTargets } from './diet-targets.ts';
import type { MealGiven } from './read-meals.ts';
import type { TemplateFault } from './template-compile.ts';
import { faultIn, nearestNames, type TemplateLine, templateLines } from './template-text.ts';

export type CompiledDiet = { readonly diet: Diet } | { readonly faults: readonly TemplateFault[] };

const expected = 'I expect a day, a meal like “Breakfast: 80 g oats”, or targets like “2200 kcal, 160 p” here.';
const label = /^([^:\d][^:]{0,60}?)\s*:(?!\d)\s*(.*)$/u;
const note = /^(?:notes?|nb)\s*:\s*(.*)$/iu;
const choice = /^or\b\s*:?\s*(.*)$/iu;

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
  const tell: Tell = (line, offset, length, says, meant = []) => {
    faults.push(faultIn(line, offset, length, says, meant));
  };
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
