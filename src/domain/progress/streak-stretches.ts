import type { streakKind } from '../../../db/schema/index.ts';
import { groupBy } from '../search/group-by.ts';
import { type DayNumber, mondayOf } from './day-number.ts';
import type { DailyGoal, Done, StreakFacts } from './streak-facts.ts';
import type { Stretch } from './streak-run.ts';

/** What there are streaks for. There is none for eating less, for fasting or for losing weight. */
export type StreakKind = (typeof streakKind.enumValues)[number];

/** Whether a streak counts days, or weeks from Monday. */
export const lengthOf: Readonly<Record<StreakKind, 1 | 7>> = {
  logging: 1,
  training: 7,
  check_in: 7,
  steps: 1,
  sleep: 1,
};

/** In hours: sleep is within its goal when it is no more than this short of it, or over it. */
const sleepShortH = 1;
const sleepOverH = 2;

/**
 * The days or weeks of a streak from the first done up to `today`, without gaps; none where nothing was ever done, or
 * where the goal it stands on is gone.
 */
export function stretchesOf(kind: StreakKind, facts: StreakFacts, today: DayNumber): Stretch[] {
  switch (kind) {
    case 'logging':
      return daily(facts, facts.logged, today);
    case 'steps':
    case 'sleep':
      return facts.goals.some(({ metric, isActive }) => metric === kind && isActive)
        ? daily(facts, reached(kind, facts), today)
        : [];
    case 'check_in':
      return weekly(facts, facts.checkedIn, today, () => ({ needed: 1, isRest: false }));
    case 'training':
      return weekly(facts, trainings(facts), today, planOf(facts));
  }
}

const isPausedOn = ({ pauses }: StreakFacts, day: DayNumber): boolean =>
  pauses.some(({ from, until }) => from <= day && (until === null || day <= until));

function daily(facts: StreakFacts, done: readonly Done[], today: DayNumber): Stretch[] {
  const saidAtMs = new Map(done.map((one) => [one.day, one.saidAtMs]));
  return range(done, 1, today).map((firstDay) => ({
    firstDay,
    lengthDays: 1,
    saidAtMs: saidAtMs.get(firstDay) ?? null,
    isRest: false,
    isPaused: isPausedOn(facts, firstDay),
    timesPerDay: 1,
  }));
}

/** A week is done when as much was done in it as was needed, and paused when any day of it is. */
function weekly(
  facts: StreakFacts,
  done: readonly Done[],
  today: DayNumber,
  plan: (monday: DayNumber) => { needed: number; isRest: boolean },
): Stretch[] {
  const byWeek = groupBy(done, ({ day }) => mondayOf(day));
  const weeks = done.map(({ day, saidAtMs }) => ({ day: mondayOf(day), saidAtMs }));
  return range(weeks, 7, mondayOf(today)).map((monday) => {
    const { needed, isRest } = plan(monday);
    const said = (byWeek.get(monday) ?? []).map(({ saidAtMs }) => saidAtMs).sort((a, b) => a - b);
    const isPaused = [0, 1, 2, 3, 4, 5, 6].some((day) => isPausedOn(facts, monday + day));
    return {
      firstDay: monday,
      lengthDays: 7,
      saidAtMs: said[needed - 1] ?? null,
      isRest,
      isPaused,
      timesPerDay: Math.min(7, needed) / 7,
    };
  });
}

/** From the first day on which something was done up to the last, or to `until` if that is later. */
function range(done: readonly Done[], step: 1 | 7, until: DayNumber): DayNumber[] {
  if (done.length === 0) return [];
  const days = done.map(({ day }) => day);
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b), until);
  return Array.from({ length: (last - first) / step + 1 }, (_, i) => first + i * step);
}

/** Workouts, and planned trainings marked as done, of which a workout is not counted a second time. */
function trainings({ trained, planned }: StreakFacts): Done[] {
  const marked = planned.flatMap(({ day, completedAtMs }) =>
    completedAtMs === null ? [] : [{ day, saidAtMs: completedAtMs }],
  );
  const workouts = groupBy(trained, ({ day }) => day);
  const marks = groupBy(marked, ({ day }) => day);
  return [...new Set([...workouts.keys(), ...marks.keys()])].flatMap((day) => {
    const [done = [], ticked = []] = [workouts.get(day), marks.get(day)];
    return ticked.length > done.length ? ticked : done;
  });
}

/** As many trainings as were planned and not skipped, or one; rest in a week of the plan that asks for none. */
function planOf({ planned }: StreakFacts): (monday: DayNumber) => { needed: number; isRest: boolean } {
  const days = planned.map(({ day }) => day);
  const first = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const asked = groupBy(
    planned.filter(({ isSkipped }) => !isSkipped),
    ({ day }) => mondayOf(day),
  );
  return (monday) => {
    const count = asked.get(monday)?.length ?? 0;
    return { needed: Math.max(1, count), isRest: count === 0 && first < monday + 7 && last >= monday };
  };
}

/** The days whose newest figure reaches the goal of that day, told when a figure first did. */
function reached(kind: DailyGoal['metric'], { goals, measured }: StreakFacts): Done[] {
  const own = goals.filter(({ metric }) => metric === kind);
  const byDay = groupBy(
    measured.filter(({ metric }) => metric === kind),
    ({ day }) => day,
  );
  return [...byDay].flatMap(([day, figures]) => {
    const target = own.findLast(({ fromDay }) => fromDay <= day)?.target;
    const newest = figures.at(-1);
    if (target === undefined || !newest || !isReached(kind, newest.value, target)) return [];
    const first = figures.find(({ value }) => isReached(kind, value, target)) ?? newest;
    return [{ day, saidAtMs: first.saidAtMs }];
  });
}

const isReached = (kind: DailyGoal['metric'], value: number, target: number): boolean =>
  kind === 'steps' ? value >= target : value >= target - sleepShortH && value <= target + sleepOverH;
