import type { DayBounds } from './day-bounds.ts';
import type { DayNumber } from './day-number.ts';
import { strengthAfter } from './strength.ts';

/** What a streak counts: a day, or the week from a Monday. */
export interface Stretch {
  readonly firstDay: DayNumber;
  readonly lengthDays: 1 | 7;
  /** When that was said by which it is done; null: it was not. */
  readonly saidAtMs: number | null;
  /** Nothing was planned for it. */
  readonly isRest: boolean;
  readonly isPaused: boolean;
  /** How often a day it is meant to be done: 1, or 3/7 for three times a week. */
  readonly timesPerDay: number;
}

export type StretchState = 'done' | 'rest' | 'paused' | 'frozen' | 'missed' | 'open';

/** A streak as it stands. Only what was done is counted, and a run begins and ends with it. */
export interface Run {
  readonly current: number;
  readonly best: number;
  /** The first and the last stretch done of the present run; the last one ever done where there is none. */
  readonly startedDay: DayNumber | null;
  readonly lastDoneDay: DayNumber | null;
  readonly freezes: number;
  /** 0–1 */
  readonly strength: number;
  readonly states: readonly StretchState[];
}

const firstFreezes = 2;
const mostFreezes = 3;
/** So many done in one run earn a freeze. */
const doneForFreeze = 10;

const hour = 3_600_000;
/** How long after its end a day is still open. */
const graceMs = 6 * hour;
/** How long after its end what is told of a day still counts. */
const repairMs = 48 * hour;
/** A day shorter than this is asked of nobody. */
const shortestMs = 12 * hour;

const dayMs = 24 * hour;
/** A day ends, by UTC's calendar, no earlier than in the easternmost zone at midnight and no later than in the westernmost at six. */
const earliestEndMs = -14 * hour;
const latestEndMs = 18 * hour;

/**
 * Follows a streak over its stretches, which have no gaps and begin with the first one done. Done adds to the run, on a
 * day of rest or of a pause too. Rest and pauses neither add nor break, nor does a day shorter than 12 hours. What is
 * missed uses up a freeze and then breaks. `today` and whatever is less than 6 hours over are open and do neither. What
 * was said more than 48 hours after the end does not count. Rest and pauses leave the strength as it was; a frozen day
 * lowers it as a missed one does, since the freeze protects the run and nothing else.
 */
export function followRun(stretches: readonly Stretch[], bounds: DayBounds, nowMs: number, today: DayNumber): Run {
  let [current, best, freezes, strength] = [0, 0, firstFreezes, 0];
  let startedDay: DayNumber | null = null;
  let lastDoneDay: DayNumber | null = null;
  const states: StretchState[] = [];
  for (const stretch of stretches) {
    const state = stateOf(stretch, { bounds, nowMs, today, isRunning: current > 0, freezes });
    states.push(state);
    if (state === 'done' || state === 'frozen' || state === 'missed')
      strength = strengthAfter(strength, state === 'done', stretch.timesPerDay, stretch.lengthDays);
    if (state === 'done') {
      if (current === 0) startedDay = stretch.firstDay;
      lastDoneDay = stretch.firstDay;
      current += 1;
      best = Math.max(best, current);
      if (current % doneForFreeze === 0) freezes = Math.min(mostFreezes, freezes + 1);
    } else if (state === 'frozen') freezes -= 1;
    else if (state === 'missed') {
      current = 0;
      startedDay = null;
    }
  }
  return { current, best, startedDay, lastDoneDay, freezes, strength, states };
}

interface Standing {
  readonly bounds: DayBounds;
  readonly nowMs: number;
  readonly today: DayNumber;
  readonly isRunning: boolean;
  readonly freezes: number;
}

function stateOf(stretch: Stretch, { bounds, nowMs, today, isRunning, freezes }: Standing): StretchState {
  if (stretch.saidAtMs !== null && endsSince(stretch, bounds, stretch.saidAtMs - repairMs)) return 'done';
  if (stretch.isPaused) return 'paused';
  if (stretch.isRest) return 'rest';
  if (stretch.firstDay + stretch.lengthDays > today || !endsBefore(stretch, bounds, nowMs - graceMs)) return 'open';
  if (!isRunning) return 'missed';
  if (isShort(stretch, bounds)) return 'rest';
  return freezes > 0 ? 'frozen' : 'missed';
}

/** When a stretch is over, in milliseconds. */
export const endMs = ({ firstDay, lengthDays }: Pick<Stretch, 'firstDay' | 'lengthDays'>, bounds: DayBounds): number =>
  bounds.startMs(firstDay + lengthDays);

/** Until when what is told of a stretch counts, in milliseconds. */
export const repairableUntilMs = (stretch: Pick<Stretch, 'firstDay' | 'lengthDays'>, bounds: DayBounds): number =>
  endMs(stretch, bounds) + repairMs;

/** Whether it ends at that moment or later. The calendar mostly tells; a zone is asked where it does not. */
function endsSince(stretch: Stretch, bounds: DayBounds, atMs: number): boolean {
  const utcMs = (stretch.firstDay + stretch.lengthDays) * dayMs;
  if (atMs <= utcMs + earliestEndMs) return true;
  return atMs <= utcMs + latestEndMs && atMs <= endMs(stretch, bounds);
}

/** Whether it ends at that moment or earlier. */
function endsBefore(stretch: Stretch, bounds: DayBounds, atMs: number): boolean {
  const utcMs = (stretch.firstDay + stretch.lengthDays) * dayMs;
  if (atMs >= utcMs + latestEndMs) return true;
  return atMs >= utcMs + earliestEndMs && atMs >= endMs(stretch, bounds);
}

/** Whether it is too short to be asked of anybody: a day shortened by a journey east. */
export const isShort = (stretch: Stretch, bounds: DayBounds): boolean =>
  stretch.lengthDays === 1 && endMs(stretch, bounds) - bounds.startMs(stretch.firstDay) < shortestMs;
