/**
 * How strong a habit is, 0–1, after a day or a whole week that was done or not: s ← s·μ + v·(1 − μ) for each day, with
 * μ = 0.5^(√f / 13) and f how often a day it is meant to be done, 1 or less. Slow to rise and slow to fall. Source: Loop
 * Habit Tracker, `Score.kt`. Daily: 30 days done make 0.798, 100 make 0.995, and one miss then leaves 0.943.
 */
export function strengthAfter(strength: number, isDone: boolean, timesPerDay: number, days = 1): number {
  const kept = 0.5 ** ((Math.sqrt(Math.min(1, timesPerDay)) * days) / 13);
  return strength * kept + (isDone ? 1 - kept : 0);
}
