import type { CheckInFacts } from '../../domain/check-ins/check-in-facts.ts';
import { count, measured, moved } from '../ask-card.ts';
import { kcal } from '../format.ts';
import { bodyWeight } from '../format-metric.ts';

type Units = 'metric' | 'us';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/**
 * What the data of a week says by itself, a line for each subject there is something of. `canRead` are the scopes of a
 * coach: of what they may not see nothing is said, not even that there is none.
 */
export function factsLines(
  { week, isWeighed, isGentle, planned }: CheckInFacts,
  units: Units,
  canRead: readonly string[] | null = null,
): string[] {
  const sees = (...scopes: readonly string[]) => canRead === null || scopes.every((scope) => canRead.includes(scope));
  const { food, target, training, trend, trendChangeKg, sleep, steps } = week;
  const last = trend.at(-1);
  const lines: string[] = [];
  if (isWeighed && last && !isGentle) {
    const change = trendChangeKg === null ? '' : `, ${moved('weight', trendChangeKg, units)}`;
    lines.push(`Weight: trend ${bodyWeight(last.trendKg, units)}${change}`);
  }
  // A day is for whoever may see all of it.
  const seesDays = sees('food', 'training', 'body');
  if (seesDays && food.average && !isGentle) {
    const goal = target?.energyKcal ? ` (target ${whole.format(target.energyKcal)})` : '';
    lines.push(`Food: ${food.days.length} of 7 days logged, ${kcal(food.average.energyKcal)} a day${goal}`);
  } else if (seesDays) lines.push(`Food: ${food.days.length} of 7 days logged`);
  const workouts = training.reduce((sum, day) => sum + day.workouts, 0);
  const done = planned ? `, ${planned.done} of ${planned.all} planned` : '';
  if (sees('training')) lines.push(`Training: ${count(workouts, 'workout')}${done}`);
  const mean = (days: readonly { value: number }[]) => days.reduce((sum, { value }) => sum + value, 0) / days.length;
  if (sleep.length > 0) lines.push(`Sleep: ${measured('sleep', mean(sleep), null, units)} a night`);
  if (steps.length > 0) lines.push(`Steps: ${measured('steps', mean(steps), null, units)} a day`);
  return lines;
}
