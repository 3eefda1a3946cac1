import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { bodyOf } from './body-of.ts';
import { currentGoals } from './current-goals.ts';
import { maintenanceKcal } from './resting-energy.ts';
import { judgeEnergyTarget, kcalPerKg } from './target-safety.ts';

export interface NeededEnergy {
  /** What has to be said first. */
  readonly missing: readonly ('age' | 'height' | 'weight')[];
  /** What a lightly active day takes; null where something is missing. */
  readonly neededKcal: number | null;
  /** Their weight goal; null without one, or where nothing can be reckoned. */
  readonly goal: {
    readonly targetKg: number;
    /** Null where they named no day: then there is no pace to reckon with. */
    readonly by: Temporal.PlainDate | null;
    /** What a day may have on the way there; null without a day, and where eating less is not safe for them. */
    readonly kcal: number | null;
  } | null;
}

/** What a person needs to eat in a day, and what their weight goal makes of it, in kcal rounded to tens. */
export async function neededEnergy(ctx: Context, today: Temporal.PlainDate): Promise<NeededEnergy> {
  const body = await bodyOf(ctx, today);
  const { gender, ageYears, heightCm, weightKg } = body;
  if (ageYears === null || heightCm === null || weightKg === null) {
    const known = { age: ageYears, height: heightCm, weight: weightKg };
    return { missing: (['age', 'height', 'weight'] as const).filter((key) => known[key] === null), ...nothing };
  }
  const neededKcal = tens(maintenanceKcal({ gender, ageYears, heightCm, weightKg }, 'light'));
  const goals = await currentGoals(ctx);
  const wanted = goals.find(({ metric, status }) => metric === 'weight' && status === 'active');
  if (!wanted || wanted.targetValue === null) return { missing: [], neededKcal, goal: null };
  const { targetValue: targetKg, targetDay: by } = wanted;
  const days = by === null ? 0 : today.until(by).days;
  if (days <= 0) return { missing: [], neededKcal, goal: { targetKg, by: null, kcal: null } };
  const onTheWay = neededKcal + ((targetKg - weightKg) * kcalPerKg) / days;
  return { missing: [], neededKcal, goal: { targetKg, by, kcal: safeKcal(onTheWay, body) } };
}

const nothing = { neededKcal: null, goal: null };

const tens = (kcal: number): number => Math.round(kcal / 10) * 10;

/** No less than is safe; null where nothing less than they need is. */
function safeKcal(kcal: number, body: Parameters<typeof judgeEnergyTarget>[1]): number | null {
  const verdict = judgeEnergyTarget(kcal, body);
  if (verdict.isSafe) return tens(kcal);
  return verdict.reason === 'floor' || verdict.reason === 'too-fast' || verdict.reason === 'medical'
    ? (verdict.leastKcal ?? leastOf(body))
    : null;
}

/** What is enough, where so little was meant that no verdict names it. */
function leastOf(body: Parameters<typeof judgeEnergyTarget>[1]): number | null {
  const verdict = judgeEnergyTarget(800, body);
  return verdict.isSafe ? 800 : verdict.leastKcal;
}
