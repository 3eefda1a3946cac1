import type { WorkoutQuestion, WorkoutReading } from '../../../src/bots/language/read-workout.ts';
import type { ReadSet } from '../../../src/bots/language/settle-sets.ts';

/**
 * A reading in one line: "[title minutes] words: sets {note} ; … on day at time". A set is reps, @kg, metres, seconds,
 * rRPE and /rest; "3× 8 @80" are three alike, "w:" "d:" "f:" tell warm-up, drop and failure. "(?)" is an unknown exercise.
 */
export function showWorkout(reading: WorkoutReading | WorkoutQuestion | null): string {
  if (reading === null) return 'null';
  if (reading.kind === 'question')
    return `? ${reading.about}: ${reading.choices.map(({ label }) => label).join(' | ')}`;
  const { title, durationMin, exercises, isDaySaid, day, time } = reading;
  const heading =
    title !== null || durationMin !== null
      ? `[${title ?? ''}${durationMin === null ? '' : ` ${durationMin}min`}] `
      : '';
  const said = exercises.map(
    ({ words, match, sets, superset, note }) =>
      `${superset === null ? '' : `S${superset} `}${words}${match ? '' : '(?)'}: ${showSets(sets)}${note === null ? '' : ` {${note}}`}`,
  );
  return `${heading}${said.join(' ; ')}${isDaySaid ? ` on ${day.toString()}` : ''}${time ? ` at ${time.toString()}` : ''}`.trim();
}

function showSets(sets: readonly ReadSet[]): string {
  const runs: { label: string; count: number }[] = [];
  for (const set of sets) {
    const label = showSet(set);
    const last = runs.at(-1);
    if (last?.label === label) last.count++;
    else runs.push({ label, count: 1 });
  }
  return runs.map(({ label, count }) => (count > 1 ? `${count}× ${label}` : label)).join(', ');
}

function showSet({ kind, reps, weightKg, distanceM, durationS, rpe, restS }: ReadSet): string {
  const parts = [
    reps,
    weightKg === null ? null : `@${weightKg}`,
    distanceM === null ? null : `${distanceM}m`,
    durationS === null ? null : `${durationS}s`,
    rpe === null ? null : `r${rpe}`,
    restS === null ? null : `/${restS}`,
  ];
  return `${kind === 'working' ? '' : `${kind[0]}:`}${parts.filter((part) => part !== null).join(' ')}`;
}
