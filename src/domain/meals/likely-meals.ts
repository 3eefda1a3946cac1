import type { Temporal } from 'temporal-polyfill';
import type { PastItem, PastMeal } from './past-meals.ts';
import { combinationOf, isTwice } from './usual-meal.ts';

export interface LikelyMeal {
  /** The newest meal that had it. */
  readonly meal: PastMeal;
  /** Only this of it; null for all. */
  readonly item: PastItem | null;
}

export interface LikelyMoment {
  readonly today: Temporal.PlainDate;
  /** The hour on the wall, with its fraction. */
  readonly hour: number;
  /** Null: whatever is eaten about that hour. */
  readonly slot: string | null;
}

const mostOffered = 5;
/** Once is no habit. */
const leastTimes = 2;
/** Half as likely after so many days. */
const halfLifeDays = 21;
/** How far from the hour meals still count, as a standard deviation. */
const spreadH = 1.5;
/** When nobody said when it was. */
const hoursOfSlots: Readonly<Record<string, number>> = { breakfast: 8, lunch: 13, snack: 16, dinner: 20 };
const leastScore = 0.02;

/**
 * What somebody likely eats at this hour, by what they have eaten about it (newest first): whole meals they have had
 * several times, then single foods, then meals they have had once. At most five, the likeliest first.
 */
export function likelyMeals(meals: readonly PastMeal[], moment: LikelyMoment): LikelyMeal[] {
  const whole = new Map<string, Scored>();
  const single = new Map<string, Scored>();
  for (const meal of meals) {
    const score = scoreOf(meal, moment);
    if (score < leastScore || meal.items.length === 0) continue;
    add(whole, combinationOf(meal), { meal, item: null }, score);
    if (meal.items.length > 1)
      for (const item of new Map(meal.items.map((one) => [one.key, one])).values())
        add(single, item.key, { meal, item }, score);
  }
  const often = (scored: Map<string, Scored>): Scored[] =>
    ranked([...scored.values()].filter(({ times }) => times >= leastTimes));
  const wholes = often(whole);
  const singles = often(single).filter(({ likely }) => !whole.has(likely.item?.key ?? ''));
  const once = ranked([...whole.values()].filter(({ times }) => times < leastTimes));
  return [...wholes, ...singles, ...once].slice(0, mostOffered).map(({ likely }) => likely);
}

interface Scored {
  likely: LikelyMeal;
  score: number;
  times: number;
}

function add(scores: Map<string, Scored>, key: string, likely: LikelyMeal, score: number): void {
  const known = scores.get(key);
  if (known) {
    known.score += score;
    known.times += 1;
    if (isTwice(known.likely.meal) && !isTwice(likely.meal)) known.likely = likely;
  } else scores.set(key, { likely, score, times: 1 });
}

const ranked = (scored: Scored[]): Scored[] => scored.sort((a, b) => b.score - a.score);

/** How much a meal tells of now: by how near in the day it was, and how long ago. */
function scoreOf(meal: PastMeal, { today, hour, slot }: LikelyMoment): number {
  const recency = 0.5 ** (meal.day.until(today).days / halfLifeDays);
  if (slot !== null) return meal.slot === slot ? recency : 0;
  const then = meal.hour ?? hoursOfSlots[meal.slot ?? ''];
  if (then === undefined) return 0;
  const apart = Math.min(Math.abs(then - hour), 24 - Math.abs(then - hour));
  return recency * Math.exp(-(apart ** 2) / (2 * spreadH ** 2));
}
