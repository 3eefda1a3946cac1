import { Temporal } from 'temporal-polyfill';
import type { ClientFacts } from '../../src/domain/coaching/client-facts.ts';
import { dayNumber } from '../../src/domain/progress/day-number.ts';
import { somebody } from './somebody.ts';

export const today = dayNumber(Temporal.PlainDate.from('2026-06-10'));
export const nowMs = Temporal.Instant.from('2026-06-10T05:30:00Z').epochMilliseconds;

/** Random numbers between 0 and 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A client of whom everything is shared and nothing known. */
export const noFacts = (id: number, name = `Client ${id}`): ClientFacts => ({
  client: {
    name,
    canRead: ['food', 'training', 'body', 'photos', 'mood', 'messages'],
    canWrite: [],
    startedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    user: { ...somebody, id },
  },
  ...{ today, startedDay: today - 150, meals: [], trainings: [], steps: [], others: [], planned: [], weights: [] },
  ...{ weightGoal: null, intake: [], timesLowered: 0, checkedIn: [], isAskedIn: false, checkInSinceMs: null },
  ...{ unansweredSinceMs: null, crisisSinceMs: null, pauses: [] },
});

/** How somebody leaves: says nothing more, stops training, or does ever less of everything. */
export type Leaving = 'silent' | 'no training' | 'fading' | null;

/**
 * A client simulated over half a year. Habits differ: some write every day, some on every third; they write less at
 * weekends and in runs, miss trainings, and now and then take a few days off unannounced, or a week that they announce.
 */
function simulated(id: number, leaving: Leaving, next: () => number): ClientFacts {
  const between = (low: number, high: number) => low + next() * (high - low);
  const share = next() < 0.6 ? between(0.8, 0.98) : between(0.3, 0.8);
  const doneShare = between(0.7, 0.97);
  const weekly = Math.round(between(2, 4));
  const weighs = between(0.1, 0.7);
  const leftFor = Math.round(between(4, 12));
  const breakAt = today - Math.round(between(3, 120));
  const breakDays = Math.round(between(2, 3));
  const pauseAt = next() < 0.1 ? today - Math.round(between(1, 8)) : null;
  const [meals, trainings, others] = [[] as number[], [] as number[], [] as number[]];
  const planned: { day: number; isDone: boolean }[] = [];
  const weights: { day: number; kg: number }[] = [];
  let wrote = true;
  for (let day = today - 126; day < today; day++) {
    const isAway =
      (day >= breakAt && day < breakAt + breakDays) ||
      (pauseAt !== null && day >= pauseAt) ||
      (leaving === 'silent' && day >= today - leftFor);
    const isLeaving = day >= today - Math.max(leftFor, 9);
    const fading = leaving === 'fading' && isLeaving ? 0.2 : 1;
    const isWeekend = (day + 3) % 7 >= 5;
    const likely: number = Math.min(0.99, share * (isWeekend ? 0.8 : 1.05) * (wrote ? 1.03 : 0.85)) * fading;
    wrote = !isAway && next() < likely;
    if (wrote) meals.push(day);
    if (!isAway && next() < weighs * fading) {
      others.push(day);
      weights.push({ day, kg: 80 + between(-0.6, 0.6) });
    }
    if (next() < weekly / 7) {
      const less = leaving === 'no training' && isLeaving ? 0 : fading;
      const isDone = !isAway && next() < doneShare * less;
      planned.push({ day, isDone });
      if (isDone) trainings.push(day);
    }
  }
  const pauses = pauseAt === null ? [] : [{ from: pauseAt, until: today + 3 }];
  return { ...noFacts(id), meals, trainings, others, planned, weights, pauses };
}

/** Fifty clients of whom `leaving` leave in one way or another, with who those are. */
export function roster(seed: number, leaving = 7): { facts: ClientFacts[]; left: Set<number> } {
  const next = random(seed);
  const ways = ['silent', 'no training', 'fading'] as const;
  const left = new Set<number>();
  while (left.size < leaving) left.add(1 + Math.floor(next() * 50));
  const facts = Array.from({ length: 50 }, (_, i) => {
    const way = left.has(i + 1) ? (ways[Math.floor(next() * 3)] ?? 'silent') : null;
    // Whoever leaves is not on a pause, which would be leave.
    const one = simulated(i + 1, way, next);
    return way === null ? one : { ...one, pauses: [] };
  });
  return { facts, left };
}
