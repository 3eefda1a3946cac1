import type { PlannedExercise } from '../../domain/routines/routine.ts';

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A plan as text, in the one notation everything else is compiled to: what it compiles to is the plan again. */
export function formatTemplate(exercises: readonly PlannedExercise[]): string {
  const written: string[] = [];
  let before: PlannedExercise | null = null;
  for (const one of exercises) {
    const isNewWeek = before === null || before.week !== one.week;
    const gap = (): void => {
      if (written.length > 0 && written.at(-1) !== '') written.push('');
    };
    if (one.week === null) {
      if (one.phase !== null && one.phase !== before?.phase) {
        gap();
        written.push(`Phase: ${one.phase}`);
      }
    } else if (isNewWeek) {
      gap();
      written.push(`Week ${one.week}${one.phase !== null && one.phase !== before?.phase ? ` – ${one.phase}` : ''}`);
    }
    if ((isNewWeek || before?.day !== one.day) && hasHeading(one, exercises)) {
      if (!isNewWeek) gap();
      written.push(dayHeading(one));
    }
    written.push(formatExercise(one));
    before = one;
  }
  return written.join('\n');
}

/** A week of one training without a name needs no heading. */
const hasHeading = ({ week, day, dayName, weekday }: PlannedExercise, all: readonly PlannedExercise[]): boolean =>
  day !== 1 || dayName !== null || weekday !== null || all.some((one) => one.week === week && one.day !== 1);

/** "Day 1 – Push", "Monday – Push", "Day 3 – Legs (Friday)". */
function dayHeading({ day, dayName, weekday }: PlannedExercise): string {
  const name = dayName === null ? '' : ` – ${dayName}`;
  if (weekday === null) return `Day ${day}${name}`;
  return `Day ${day}${name === '' ? ' –' : name} (${weekdayNames[weekday - 1]})`;
}

/** Whether a name can be told from its figures without quotes. */
const isPlain = (words: string): boolean => !/[\d@#"“”:,–+]|\/\/|\s-|-\s|\b(?:rest|rpe|amrap|bw)\b/i.test(words);

const round = (value: number): string => String(Math.round(value * 1000) / 1000);

/** "A1 Bench press 4x8-12 @ 70kg @8 rest 90s // slowly" */
function formatExercise(one: PlannedExercise): string {
  const { words, exerciseName, superset, sets, reps, repsMax, isAmrap, notes } = one;
  const name = exerciseName === null || !isPlain(words) ? `"${words.replace(/["“”]/g, '')}"` : words;
  const amount =
    one.durationS !== null
      ? `${sets}x${round(one.durationS)}s`
      : one.distanceM !== null
        ? `${sets}x${round(one.distanceM)}m`
        : reps !== null
          ? `${sets}x${reps}${repsMax === null ? '' : `-${repsMax}`}${isAmrap ? '+' : ''}`
          : isAmrap
            ? `${sets}xAMRAP`
            : `${sets} sets`;
  const both = one.durationS !== null && one.distanceM !== null ? [`${round(one.distanceM)}m`] : [];
  return [
    ...(superset === null ? [] : [superset]),
    ...[name, amount],
    ...both,
    ...(one.loadValue === null || one.loadUnit === null ? [] : [`@ ${round(one.loadValue)}${one.loadUnit}`]),
    ...(one.percent === null ? [] : [`@ ${round(one.percent)}%`]),
    ...(one.rpe === null ? [] : [`@${round(one.rpe)}`]),
    ...(one.restS === null ? [] : [`rest ${round(one.restS)}s`]),
    ...(notes === null ? [] : [`// ${notes}`]),
  ].join(' ');
}
