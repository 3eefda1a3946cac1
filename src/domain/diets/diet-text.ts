import type { Diet, TargetMacros } from './diet.ts';
import { daysName, dietDays } from './diet-days.ts';

/** A diet as a coach may write it; read again, it is the same diet. */
export function dietText({ description, targets, meals }: Diet): string {
  const notes = description === null ? [] : description.split('\n').map((note) => `Note: ${note}`);
  const days = dietDays(meals).flatMap((day) => [
    daysName(day.weekdays),
    ...day.meals.flatMap(({ slot, text }) => mealText(slot, text)),
  ]);
  return [...(targets ? [targetText(targets)] : []), ...notes, ...days].join('\n');
}

/** "2200 kcal, 160 p, 220 c, 70 f" */
function targetText({ energyKcal, proteinG, carbsG, fatG }: TargetMacros): string {
  const parts = [
    [energyKcal, 'kcal'],
    [proteinG, 'p'],
    [carbsG, 'c'],
    [fatG, 'f'],
  ] as const;
  return parts.flatMap(([value, unit]) => (value === null ? [] : [`${value} ${unit}`])).join(', ');
}

/** A meal of a diet, its slot before the foods. */
function mealText(slot: string, text: string | null): string[] {
  const [first = '', ...rest] = (text ?? '').split('\n');
  const name = `${slot.charAt(0).toUpperCase()}${slot.slice(1)}`;
  return first === '' || first.startsWith('Note: ')
    ? [`${name}:`, ...(first === '' ? [] : [first]), ...rest]
    : [`${name}: ${first}`, ...rest];
}
