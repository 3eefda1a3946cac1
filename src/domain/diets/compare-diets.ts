import { type Diet, mealsOn, type TargetMacros } from './diet.ts';
import { daysName } from './diet-days.ts';

/** A meal that one of two diets has, or that they have otherwise; null where one has none. */
export interface ChangedMeal {
  /** "Every day", "Weekdays", "Monday". */
  readonly days: string;
  readonly slot: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface DietDifference {
  readonly meals: readonly ChangedMeal[];
  /** Null where they ask for the same. */
  readonly targets: { readonly before: TargetMacros | null; readonly after: TargetMacros | null } | null;
  readonly isDescriptionChanged: boolean;
}

/** What differs between two diets, by what is eaten on each weekday: the same change of several days is told once. */
export function compareDiets(before: Diet, after: Diet): DietDifference {
  const changes = new Map<string, { weekdays: number[]; slot: string; before: string | null; after: string | null }>();
  for (let weekday = 1; weekday <= 7; weekday++) {
    const [was, is] = [textsOn(before, weekday), textsOn(after, weekday)];
    for (const slot of new Set([...was.keys(), ...is.keys()])) {
      const change = { slot, before: was.get(slot) ?? null, after: is.get(slot) ?? null };
      if (change.before === change.after) continue;
      const key = JSON.stringify(change);
      const known = changes.get(key);
      if (known) known.weekdays.push(weekday);
      else changes.set(key, { weekdays: [weekday], ...change });
    }
  }
  const isSameTarget = JSON.stringify(inOrder(before.targets)) === JSON.stringify(inOrder(after.targets));
  return {
    meals: [...changes.values()].map(({ weekdays, ...change }) => ({
      days: daysName(weekdays.length === 7 ? null : weekdays),
      ...change,
    })),
    targets: isSameTarget ? null : { before: before.targets, after: after.targets },
    isDescriptionChanged: before.description !== after.description,
  };
}

const textsOn = ({ meals }: Diet, weekday: number): Map<string, string> =>
  new Map(mealsOn(meals, weekday).map(({ slot, text }) => [slot, text ?? '']));

const inOrder = (targets: TargetMacros | null) =>
  targets && [targets.energyKcal, targets.proteinG, targets.carbsG, targets.fatG];
