import type { DietDifference } from '../domain/diets/compare-diets.ts';
import {
  type Diet,
  type DietMeal,
  figuresOf,
  isWater,
  mealsOn,
  sumOf,
  type TargetMacros,
} from '../domain/diets/diet.ts';
import { daysName, dietDays } from '../domain/diets/diet-days.ts';
import { plannedFigures } from '../domain/diets/planned-figures.ts';
import type { CommandContext } from './command.ts';
import { capital, kcal, volume, weight } from './format.ts';
import { itemLine } from './meal-card.ts';
import { bold, italic, lines, quoted, type Text } from './text.ts';

type Planned = DietMeal['items'][number];

/** A diet in full: its targets, and each of its days with every food weighed, and the sum against the targets. */
export async function dietText(ctx: CommandContext, { description, targets, meals }: Diet): Promise<Text> {
  const figures = await plannedFigures(ctx, meals);
  const told: Text[] = [];
  for (const { weekdays, meals: own } of dietDays(meals)) {
    told.push(bold(daysName(weekdays)));
    for (const meal of own) told.push(...mealLines(meal, (item) => foodLine(ctx, item, figures)));
    const weekday = weekdays
      ? weekdays[0]
      : [1, 2, 3, 4, 5, 6, 7].find((one) => !meals.some((meal) => meal.weekday === one));
    if (weekday !== undefined) told.push(sumLine(sumOf(mealsOn(meals, weekday), figures), targets));
  }
  return lines(
    targets ? [bold('A day is meant to hold: '), targetWords(targets)] : null,
    targets ? balanceNote(targets) : null,
    description === null ? null : italic(quoted(description, 500)),
    ...told,
  );
}

/** "1,700 kcal, protein 120 g, carbs 170 g" */
export function targetWords({ energyKcal, proteinG, carbsG, fatG }: TargetMacros): string {
  const grams = (name: string, value: number | null) => (value === null ? [] : [`${name} ${weight(value, 'metric')}`]);
  return [
    ...(energyKcal === null ? [] : [kcal(energyKcal)]),
    ...grams('protein', proteinG),
    ...grams('carbs', carbsG),
    ...grams('fat', fatG),
  ].join(', ');
}

/** A meal with its foods below, each choice and what may be eaten instead on a line that begins with "or". */
function mealLines({ slot, text, items }: DietMeal, lineOf: (item: Planned) => Text): Text[] {
  const notes = (text ?? '').split('\n').filter((line) => line.startsWith('Note: '));
  let option = 0;
  const foods = items.map((item): Text => {
    const isNext = (item.option ?? 0) > option;
    option = item.option ?? 0;
    const or = isNext ? 'or: ' : item.isInstead ? '  or ' : '  ';
    return [or, lineOf(item)];
  });
  return [`${capital(quoted(slot, 40))}:`, ...foods, ...notes.map((note) => italic(`  ${quoted(note, 300)}`))];
}

function foodLine(ctx: CommandContext, item: Planned, figures: Awaited<ReturnType<typeof plannedFigures>>): Text {
  if (isWater(item)) return `Water: ${volume(item.grams ?? 0, ctx.user.unitSystem)}`;
  const food = item.foodId === null ? undefined : figures.get(item.foodId);
  if (!food) return `${capital(quoted(item.words))}: no longer known`;
  const held = figuresOf(item, figures);
  const { quantity, unit, grams, isAmountAssumed = false } = item;
  const shown = { foodName: food.name, defaultForm: food.defaultForm, quantity, unit, grams, isAmountAssumed };
  return [
    // Whoever writes diets for others works with their figures.
    itemLine({ ...shown, energyKcal: held.energyKcal }, { ...ctx.user, isGentle: false }),
    ` · p ${whole(held.proteinG)} c ${whole(held.carbsG)} f ${whole(held.fatG)}`,
  ];
}

const whole = (value: number): string => String(Math.round(value));

/** "Sum: 2,150 of 2,200 kcal · protein 155 of 160 g · …" */
function sumLine(sum: TargetSum, targets: TargetMacros | null): Text {
  const of = (value: number, target: number | null | undefined): string =>
    target ? `${whole(value)} of ${whole(target)}` : whole(value);
  const energy = targets?.energyKcal
    ? `${kcal(sum.energyKcal).replace(' kcal', '')} of ${kcal(targets.energyKcal)}`
    : kcal(sum.energyKcal);
  return [
    bold('Sum: '),
    `${energy} · protein ${of(sum.proteinG, targets?.proteinG)} g · carbs ${of(sum.carbsG, targets?.carbsG)} g`,
    ` · fat ${of(sum.fatG, targets?.fatG)} g`,
  ];
}

type TargetSum = { readonly [Of in keyof TargetMacros]: number };

/** Where energy and its parts tell different things, so much is said. */
function balanceNote({ energyKcal, proteinG, carbsG, fatG }: TargetMacros): Text | null {
  if (energyKcal === null || proteinG === null || carbsG === null || fatG === null) return null;
  const sumKcal = 4 * proteinG + 4 * carbsG + 9 * fatG;
  return Math.abs(sumKcal - energyKcal) > energyKcal * 0.1
    ? `Its protein, carbs and fat come to ${kcal(sumKcal)} together, which is not ${kcal(energyKcal)}.`
    : null;
}

/** What differs between two diets, a line each. */
export function differenceText({ meals, targets, isDescriptionChanged }: DietDifference): Text {
  const shown = (macros: TargetMacros | null): string => (macros ? targetWords(macros) : 'none');
  const flat = (text: string): string => quoted(text.replaceAll('\n', ' · '), 200);
  const lineOf = ({ days, slot, before, after }: DietDifference['meals'][number]): Text => {
    const of = `${days}, ${quoted(slot, 40)}: `;
    if (before === null) return ['+ ', of, flat(after ?? '')];
    if (after === null) return ['− ', of, flat(before)];
    return lines(['− ', of, flat(before)], ['+ ', of, flat(after)]);
  };
  const changes = [
    ...(targets ? [lines(`− Targets: ${shown(targets.before)}`, `+ Targets: ${shown(targets.after)}`)] : []),
    ...meals.map(lineOf),
    ...(isDescriptionChanged ? ['The notes at the top have changed.'] : []),
  ];
  return changes.length > 0 ? lines(...changes) : 'Nothing has changed.';
}
