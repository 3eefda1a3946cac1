import type { DietMeal } from './diet.ts';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Days that hold the same meals. */
export interface DietDays {
  /** ISO, in order; null for every day. */
  readonly weekdays: readonly number[] | null;
  readonly meals: readonly DietMeal[];
}

/** The meals of a diet by its days, those alike together: every day first, then by the first of their days. */
export function dietDays(meals: readonly DietMeal[]): DietDays[] {
  const everyDay = meals.filter(({ weekday }) => weekday === null);
  const alike = new Map<string, { weekdays: number[]; meals: DietMeal[] }>();
  for (let weekday = 1; weekday <= 7; weekday++) {
    const own = meals.filter((meal) => meal.weekday === weekday);
    const key = JSON.stringify(own.map(({ slot, text }) => [slot, text]));
    const known = alike.get(key);
    if (known) known.weekdays.push(weekday);
    else if (own.length > 0) alike.set(key, { weekdays: [weekday], meals: own });
  }
  return [...(everyDay.length > 0 ? [{ weekdays: null, meals: everyDay }] : []), ...alike.values()];
}

/** "Every day", "Weekdays", "Monday, Friday". */
export function daysName(weekdays: readonly number[] | null): string {
  if (weekdays === null) return 'Every day';
  const key = weekdays.join('');
  if (key === '12345') return 'Weekdays';
  if (key === '67') return 'Weekends';
  return weekdays.map((day) => dayNames[day - 1] ?? '').join(', ');
}
