import { type DayNumber, mondayOf } from '../progress/day-number.ts';
import type { ClientFacts } from './client-facts.ts';
import type { Scope } from './scopes.ts';

export type ComplianceArea = 'food' | 'training' | 'steps' | 'check-ins';

/** What was done of what was to be done in some days. */
export interface Compliance {
  readonly done: number;
  readonly of: number;
  /** 0–100, whole. */
  readonly pct: number;
}

/** Which scope shows an area. */
export const areaScopes: Readonly<Record<ComplianceArea, Scope>> = {
  food: 'food',
  training: 'training',
  steps: 'training',
  'check-ins': 'messages',
};
export const complianceAreas: readonly ComplianceArea[] = ['food', 'training', 'steps', 'check-ins'];

/** An alarm is a fall of this much, in points. */
export const alarmPoints = 20;
/** The week that is looked at, and what it is held against. */
export const recentDays = 7;
export const baseDays = 28;

/**
 * How far somebody did what was to be done, over the `days` whole days that ended `endedAgo` days before today:
 *
 * - food: days with a meal on record, of the days
 * - training: trainings done, of those planned; none planned is no figure
 * - steps: days with steps on record, of the days, for whoever has told any in these months
 * - check-ins: weeks with a check-in handed in, of the weeks that ended in the time, for whoever is asked for them
 *
 * Days of a pause count for nothing, nor do those before they first wrote. Null: nothing was to be done, or it is not
 * shared.
 */
export function compliance(facts: ClientFacts, area: ComplianceArea, days: number, endedAgo = 0): Compliance | null {
  if (!facts.client.canRead.includes(areaScopes[area])) return null;
  const end = facts.today - endedAgo;
  const expected = daysOf(facts, end - days, end);
  switch (area) {
    case 'food':
      return shareOf(expected, facts.meals);
    case 'steps':
      return facts.steps.length === 0 ? null : shareOf(expected, facts.steps);
    case 'training': {
      const planned = facts.planned.filter(({ day }) => expected.includes(day));
      return ratio(planned.filter(({ isDone }) => isDone).length, planned.length);
    }
    case 'check-ins': {
      const weeks = new Set(expected.filter((day) => day + 1 === mondayOf(day + 1)).map(mondayOf));
      const done = [...weeks].filter((week) => facts.checkedIn.includes(week)).length;
      return facts.isAskedIn ? ratio(done, weeks.size) : null;
    }
  }
}

/** From the first day, and without the last: the days on which anything was expected of them. */
function daysOf(facts: ClientFacts, first: DayNumber, end: DayNumber): DayNumber[] {
  const begun = Math.max(first, firstWordOf(facts));
  return Array.from({ length: Math.max(0, end - begun) }, (_, i) => begun + i).filter((day) => !isPausedOn(facts, day));
}

/** The day they first wrote anything that shows, or came to the coach. */
const firstWordOf = ({ meals, trainings, steps, others, startedDay }: ClientFacts): DayNumber =>
  Math.min(startedDay, ...meals, ...trainings, ...steps, ...others);

/** Whether nothing is expected of them on a day. */
export const isPausedOn = ({ pauses }: Pick<ClientFacts, 'pauses'>, day: DayNumber): boolean =>
  pauses.some(({ from, until }) => from <= day && (until === null || day <= until));

function shareOf(expected: readonly DayNumber[], days: readonly DayNumber[]): Compliance | null {
  const on = new Set(days);
  return ratio(expected.filter((day) => on.has(day)).length, expected.length);
}

const ratio = (done: number, of: number): Compliance | null =>
  of === 0 ? null : { done, of, pct: Math.round((100 * done) / of) };
