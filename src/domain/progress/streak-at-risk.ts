import { and, eq, gte, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { streaks } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import { dayOf } from './day-number.ts';
import { readStreakFacts, type StreakFacts } from './streak-facts.ts';
import { endMs, isShort } from './streak-run.ts';
import { type FollowedStreak, followStreaks } from './streak-standing.ts';
import { lengthOf, type StreakKind, stretchesOf } from './streak-stretches.ts';

/** A run that ends, or uses up a freeze, unless something more is done today. */
export interface StreakAtRisk {
  readonly kind: StreakKind;
  readonly unit: 'day' | 'week';
  readonly current: number;
  readonly freezes: number;
  readonly endsAt: Temporal.Instant;
  /** Whole hours, 2 or more. */
  readonly hoursLeft: number;
}

/** Shorter runs are not spoken of. */
const leastRun: Readonly<Record<'day' | 'week', number>> = { day: 3, week: 2 };
const leastHours = 2;
const msPerHour = 3_600_000;

/**
 * The streaks somebody may be warned of now, the longest first, and the day of it for `noteStreakWarned`. None in gentle
 * mode, on a paused or short day, with less than two hours left, and of what they were warned of today. A week is at
 * risk on its last day, when one more would do.
 */
export async function streakAtRisk(
  ctx: PersonContext,
): Promise<{ readonly day: Temporal.PlainDate; readonly streaks: readonly StreakAtRisk[] } | null> {
  const facts = await readStreakFacts(ctx);
  if (facts.isGentle) return null;
  const open = followStreaks(facts, ctx.now, ctx.user).filter((one) => isAtRisk(one, facts, ctx.now));
  const [first] = open;
  if (!first) return null;
  const day = dayOf(first.today);
  const warned = await ctx.db
    .select({ kind: streaks.kind })
    .from(streaks)
    .where(and(eq(streaks.userId, ctx.user.id), gte(streaks.warnedDay, day)));
  const left = open.filter(({ kind }) => !warned.some((one) => one.kind === kind)).map((one) => toRisk(one, ctx.now));
  return left.length === 0 ? null : { day, streaks: left.sort((a, b) => daysOf(b) - daysOf(a)) };
}

const daysOf = ({ kind, current }: StreakAtRisk): number => current * lengthOf[kind];

function toRisk({ kind, run, bounds, today }: FollowedStreak, now: Temporal.Instant): StreakAtRisk {
  const endsAtMs = bounds.startMs(today + 1);
  return {
    kind,
    unit: lengthOf[kind] === 1 ? 'day' : 'week',
    current: run.current,
    freezes: run.freezes,
    endsAt: Temporal.Instant.fromEpochMilliseconds(endsAtMs),
    hoursLeft: Math.floor((endsAtMs - now.epochMilliseconds) / msPerHour),
  };
}

function isAtRisk(one: FollowedStreak, facts: StreakFacts, now: Temporal.Instant): boolean {
  const { kind, run, stretches, bounds, today } = one;
  const at = stretches.findIndex(({ firstDay, lengthDays }) => firstDay + lengthDays === today + 1);
  const stretch = stretches[at];
  if (!stretch || run.states[at] !== 'open' || run.current < leastRun[lengthOf[kind] === 1 ? 'day' : 'week'])
    return false;
  if (endMs(stretch, bounds) - now.epochMilliseconds < leastHours * msPerHour || isShort(stretch, bounds)) return false;
  if (kind !== 'training') return true;
  const withOne = { ...facts, trained: [...facts.trained, { day: today, saidAtMs: now.epochMilliseconds }] };
  return stretchesOf(kind, withOne, today)[at]?.saidAtMs !== null;
}

/** Notes for which streaks somebody was warned that day. */
export async function noteStreakWarned(
  { db, now, user }: PersonContext,
  day: Temporal.PlainDate,
  kinds: readonly StreakKind[],
): Promise<void> {
  if (kinds.length === 0) return;
  const s = streaks;
  await db
    .update(s)
    .set({ warnedDay: day, updatedAt: now })
    .where(and(eq(s.userId, user.id), inArray(s.kind, [...kinds])));
}
