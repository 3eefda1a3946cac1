import { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../context.ts';
import { localDay } from '../users/local-day.ts';
import { type User, zoneOf } from '../users/user.ts';
import { type DayBounds, dayBounds } from './day-bounds.ts';
import { type DayNumber, dayNumber, dayOf } from './day-number.ts';
import { readStreakFacts, type StreakFacts } from './streak-facts.ts';
import { followRun, type Run, repairableUntilMs, type Stretch, type StretchState } from './streak-run.ts';
import { lengthOf, type StreakKind, stretchesOf } from './streak-stretches.ts';

/** A streak as of a moment. It counts days, or weeks of which the Monday is named. */
export interface StreakStanding {
  readonly kind: StreakKind;
  readonly unit: 'day' | 'week';
  readonly current: number;
  readonly best: number;
  readonly startedDay: Temporal.PlainDate | null;
  readonly lastDoneDay: Temporal.PlainDate | null;
  readonly freezes: number;
  /** 0–1 */
  readonly strength: number;
  /** The last 14 days or 8 weeks since its beginning, the earliest first. */
  readonly recent: readonly { readonly day: Temporal.PlainDate; readonly state: StretchState }[];
  /** What was missed or frozen and can still be told; null where nothing would come of it. */
  readonly repair: Repair | null;
}

export interface Repair {
  /** The earliest first. */
  readonly days: readonly Temporal.PlainDate[];
  /** Before when all of them have to be told. */
  readonly before: Temporal.Instant;
  /** What the run would be then, and the freezes. */
  readonly current: number;
  readonly freezes: number;
}

/** A streak followed, with what it was followed over. */
export interface FollowedStreak {
  readonly kind: StreakKind;
  readonly run: Run;
  readonly stretches: readonly Stretch[];
  readonly bounds: DayBounds;
  readonly today: DayNumber;
}

const shownDays = 14;
const shownWeeks = 8;
/** No more than so many of the last days can have ended within 48 hours. */
const mostRepairable = 5;
const kinds: readonly StreakKind[] = ['logging', 'training', 'check_in', 'steps', 'sleep'];

/** Every streak that has begun, as of `now`, from the facts alone. */
export function followStreaks(facts: StreakFacts, now: Temporal.Instant, user: User): FollowedStreak[] {
  const bounds = dayBounds(facts.zones, user.dayStartHour);
  const today = dayNumber(localDay(now, zoneOf(user), user.dayStartHour));
  return kinds.flatMap((kind) => {
    const stretches = stretchesOf(kind, facts, today);
    const run = followRun(stretches, bounds, now.epochMilliseconds, today);
    return run.lastDoneDay === null ? [] : [{ kind, run, stretches, bounds, today }];
  });
}

/**
 * A person's streaks as of `now`, the longest run first: a missed day shows without anybody having written anything.
 * `isGentle`: they want no figures of this sort.
 */
export async function streakStanding(
  ctx: PersonContext,
): Promise<{ readonly isGentle: boolean; readonly streaks: readonly StreakStanding[] }> {
  const facts = await readStreakFacts(ctx);
  const streaks = followStreaks(facts, ctx.now, ctx.user).map((one) => standingOf(one, ctx.now));
  return { isGentle: facts.isGentle, streaks: streaks.sort((a, b) => daysOf(b) - daysOf(a)) };
}

const daysOf = ({ kind, current }: StreakStanding): number => current * lengthOf[kind];

function standingOf(followed: FollowedStreak, now: Temporal.Instant): StreakStanding {
  const { kind, run, stretches, today } = followed;
  const unit = lengthOf[kind] === 1 ? 'day' : 'week';
  const past = stretches.flatMap(({ firstDay }, i) => {
    const state = run.states[i];
    return state && firstDay <= today ? [{ day: dayOf(firstDay), state }] : [];
  });
  return {
    kind,
    unit,
    current: run.current,
    best: run.best,
    startedDay: run.startedDay === null ? null : dayOf(run.startedDay),
    lastDoneDay: run.lastDoneDay === null ? null : dayOf(run.lastDoneDay),
    freezes: run.freezes,
    strength: run.strength,
    recent: past.slice(unit === 'day' ? -shownDays : -shownWeeks),
    repair: repairOf(followed, now.epochMilliseconds),
  };
}

function repairOf({ run, stretches, bounds, today }: FollowedStreak, nowMs: number): Repair | null {
  const lost = stretches.filter((stretch, i) => {
    const [state, isRecent] = [run.states[i], i >= stretches.length - mostRepairable];
    return isRecent && (state === 'missed' || state === 'frozen') && repairableUntilMs(stretch, bounds) > nowMs;
  });
  const [first] = lost;
  if (!first) return null;
  const told = stretches.map((one) => (lost.includes(one) ? { ...one, saidAtMs: nowMs } : one));
  const { current, freezes } = followRun(told, bounds, nowMs, today);
  const before = Temporal.Instant.fromEpochMilliseconds(repairableUntilMs(first, bounds));
  return { days: lost.map(({ firstDay }) => dayOf(firstDay)), before, current, freezes };
}
