/** Above this a set says more of endurance than of strength (Reynolds and others, 2006). */
const mostReps = 10;

/** The weight lifted once, in kg, that so many repetitions of a weight promise: w(1 + r/30), Epley 1985. */
export const epley = (weightKg: number, reps: number): number => (reps === 1 ? weightKg : weightKg * (1 + reps / 30));

/** The same as 36w/(37 − r), Brzycki 1993; for fewer than 37 repetitions. */
export const brzycki = (weightKg: number, reps: number): number =>
  reps === 1 ? weightKg : (36 * weightKg) / (37 - reps);

/**
 * The one-repetition maximum in kg that records compare, or null for a set that says nothing of it: no load, no
 * repetition, or more than ten. It is Epley's, which was the nearer one for the bench press (LeSuer and others, 1997).
 */
export function oneRepMax(weightKg: number, reps: number): number | null {
  if (weightKg <= 0 || reps < 1 || reps > mostReps) return null;
  return epley(weightKg, reps);
}
