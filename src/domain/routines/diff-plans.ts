import type { PlannedExercise } from '../../../db/schema/index.ts';

type Place = Pick<PlannedExercise, 'week' | 'day' | 'dayName'>;

/** What is another from one version of a plan to the next. */
export type PlanChange =
  | ({ readonly kind: 'day-added' | 'day-removed' } & Place)
  | ({ readonly kind: 'exercise-added' | 'exercise-removed'; readonly exercise: PlannedExercise } & Place)
  | ({
      readonly kind: 'exercise-changed';
      readonly before: PlannedExercise;
      readonly after: PlannedExercise;
    } & Place);

const placeKey = ({ week, day }: Place): string => `${week ?? 0}/${day}`;
const nameKey = ({ exerciseId, exerciseName, words }: PlannedExercise): string =>
  exerciseId === null ? (exerciseName ?? words).toLowerCase() : `#${exerciseId}`;

/** The place says nothing of what is done, and neither do other words for the same. */
const contentOf = ({ week, day, dayName, words, exerciseId, exerciseName, ...rest }: PlannedExercise): string =>
  JSON.stringify(rest, Object.keys(rest).sort());

/** What changed between two versions of a plan, day by day; an exercise is the same where its name is. */
export function diffPlans(before: readonly PlannedExercise[], after: readonly PlannedExercise[]): PlanChange[] {
  const places = new Map([...before, ...after].map((one) => [placeKey(one), one]));
  const ordered = [...places.values()].sort((a, b) => (a.week ?? 0) - (b.week ?? 0) || a.day - b.day);
  return ordered.flatMap((place): PlanChange[] => {
    const { week, day, dayName } = place;
    const at = { week, day, dayName };
    const of = (all: readonly PlannedExercise[]) => all.filter((one) => placeKey(one) === placeKey(place));
    const [was, is] = [of(before), of(after)];
    if (was.length === 0) return [{ kind: 'day-added', ...at }];
    if (is.length === 0) return [{ kind: 'day-removed', ...at }];
    const left = [...was];
    const changes: PlanChange[] = [];
    for (const exercise of is) {
      const same = left.findIndex((one) => nameKey(one) === nameKey(exercise));
      const old = same < 0 ? undefined : left.splice(same, 1)[0];
      if (!old) changes.push({ kind: 'exercise-added', exercise, ...at });
      else if (contentOf(old) !== contentOf(exercise))
        changes.push({ kind: 'exercise-changed', before: old, after: exercise, ...at });
    }
    for (const exercise of left) changes.push({ kind: 'exercise-removed', exercise, ...at });
    return changes;
  });
}
