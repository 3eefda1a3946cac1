import type { PersonContext } from '../context.ts';
import { type DayNumber, mondayOf } from './day-number.ts';
import { readStreakFacts, type StreakFacts } from './streak-facts.ts';
import { followStreaks } from './streak-standing.ts';

/** The best runs somebody ever had: for each length that was a new best the day on which it was reached, in order. */
interface BestRuns {
  readonly 'logging-streak-days': readonly DayNumber[];
  readonly 'training-streak-weeks': readonly DayNumber[];
  readonly 'check-in-streak-weeks': readonly DayNumber[];
}

/** The best runs of a person from their entries as they stand, in one statement. */
export async function bestRuns(ctx: PersonContext): Promise<BestRuns> {
  const facts = await readStreakFacts(ctx);
  return {
    'logging-streak-days': loggingBests(facts, ctx),
    'training-streak-weeks': weeklyBests(facts.trained, facts.pauses),
    'check-in-streak-weeks': weeklyBests(facts.checkedIn, facts.pauses),
  };
}

/** By the rules of streaks. */
function loggingBests(facts: StreakFacts, { now, user }: PersonContext): DayNumber[] {
  const followed = followStreaks(facts, now, user).find(({ kind }) => kind === 'logging');
  const steps = followed?.stretches.map(({ firstDay }, i) => ({ day: firstDay, state: followed.run.states[i] })) ?? [];
  return newBests(steps.map(({ day, state }) => ({ day, isDone: state === 'done', isBreak: state === 'missed' })));
}

/**
 * The most weeks from Monday in a row with something done in each: a week without, of which a day is paused, neither adds
 * nor breaks.
 */
function weeklyBests(done: readonly { readonly day: DayNumber }[], pauses: StreakFacts['pauses']): DayNumber[] {
  const firstOf = new Map<DayNumber, DayNumber>();
  for (const { day } of done) {
    const monday = mondayOf(day);
    firstOf.set(monday, Math.min(day, firstOf.get(monday) ?? day));
  }
  const mondays = [...firstOf.keys()].sort((a, b) => a - b);
  const [first, last] = [mondays.at(0), mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks = Array.from({ length: (last - first) / 7 + 1 }, (_, i) => first + 7 * i);
  return newBests(
    weeks.map((monday) => {
      const day = firstOf.get(monday);
      const isPaused = pauses.some(({ from, until }) => from < monday + 7 && (until === null || until >= monday));
      return { day: day ?? monday, isDone: day !== undefined, isBreak: day === undefined && !isPaused };
    }),
  );
}

function newBests(steps: readonly { day: DayNumber; isDone: boolean; isBreak: boolean }[]): DayNumber[] {
  const bests: DayNumber[] = [];
  let run = 0;
  for (const { day, isDone, isBreak } of steps) {
    if (isBreak) run = 0;
    if (!isDone) continue;
    run += 1;
    if (run > bests.length) bests.push(day);
  }
  return bests;
}
