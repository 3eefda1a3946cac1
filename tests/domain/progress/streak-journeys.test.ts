import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../src/domain/progress/day-number.ts';
import type { StreakFacts } from '../../../src/domain/progress/streak-facts.ts';
import { followStreaks } from '../../../src/domain/progress/streak-standing.ts';
import type { StreakKind } from '../../../src/domain/progress/streak-stretches.ts';
import { localDay } from '../../../src/domain/users/local-day.ts';
import type { User } from '../../../src/domain/users/user.ts';
import { somebody } from '../../support/somebody.ts';

const letters = { done: 'D', rest: 'R', paused: 'P', frozen: 'F', missed: 'M', open: 'O' };
const none: StreakFacts = {
  ...{ isGentle: false, zones: [], pauses: [], logged: [], trained: [], planned: [], checkedIn: [], goals: [] },
  measured: [],
};

const person = (timeZone: string, dayStartHour: number): User => ({ ...somebody, timeZone, dayStartHour });

/** What becomes of a streak, as "D F D: 2 of 2, 1 left". */
function shown(kind: StreakKind, facts: StreakFacts, now: Temporal.Instant, user: User): string {
  const [found] = followStreaks(facts, now, user).filter((one) => one.kind === kind);
  if (!found) return 'none';
  const { current, best, freezes, states } = found.run;
  return `${states.map((state) => letters[state]).join(' ')}: ${current} of ${best}, ${freezes} left`;
}

/** Follows what was logged at moments, each with its zone and read as the day it then was; the last one is now. */
function travel(moments: readonly string[], dayStartHour: number): string {
  const seen = moments.map((text) => Temporal.ZonedDateTime.from(text.replace(' ', '[').concat(']')));
  const now = seen.at(-1) ?? Temporal.ZonedDateTime.from('2026-03-02T00:00[UTC]');
  const zones = seen.map((at) => ({ atMs: at.epochMilliseconds, timeZone: at.timeZoneId }));
  const logged = seen.map((at) => ({
    day: dayNumber(localDay(at.toInstant(), at.timeZoneId, dayStartHour)),
    saidAtMs: at.epochMilliseconds,
  }));
  return shown('logging', { ...none, zones, logged }, now.toInstant(), person(now.timeZoneId, dayStartHour));
}

describe('days of somebody who travels, or whose clock does', () => {
  it.each([
    [
      'a night owl whose day starts at 4 logs at 03:30, which is still yesterday',
      ...[4, ['2026-03-03T03:30 Europe/Madrid', '2026-03-04T03:59 Europe/Madrid', '2026-03-04T04:00 Europe/Madrid']],
      'D D D: 3 of 3, 2 left',
    ],
    [
      'at midnight sharp a day that starts at 0 has changed',
      ...[0, ['2026-03-02T23:59 Europe/Madrid', '2026-03-03T00:00 Europe/Madrid']],
      'D D: 2 of 2, 2 left',
    ],
    [
      'the clocks go forward within a day',
      ...[3, ['2026-03-28T23:50 Europe/Madrid', '2026-03-29T03:00 Europe/Madrid', '2026-03-30T23:50 Europe/Madrid']],
      'D D D: 3 of 3, 2 left',
    ],
    [
      'the clocks go back, and the hour comes twice',
      ...[2, ['2026-10-24T12:00 Europe/Madrid', '2026-10-25T02:30 Europe/Madrid', '2026-10-26T01:59 Europe/Madrid']],
      'D D: 2 of 2, 2 left',
    ],
    [
      'a day that has no midnight begins at one',
      ...[
        0,
        [
          '2018-11-03T23:59 America/Sao_Paulo',
          '2018-11-04T01:00 America/Sao_Paulo',
          '2018-11-05T00:00 America/Sao_Paulo',
        ],
      ],
      'D D D: 3 of 3, 2 left',
    ],
    [
      'Samoa skips the 30th of December 2011',
      ...[3, ['2011-12-29T20:00 Pacific/Apia', '2011-12-31T20:00 Pacific/Apia', '2012-01-01T20:00 Pacific/Apia']],
      'D R D D: 3 of 3, 2 left',
    ],
    [
      'from Honolulu to Kiritimati a date vanishes',
      ...[3, ['2026-03-02T20:00 Pacific/Honolulu', '2026-03-04T20:00 Pacific/Kiritimati']],
      'D R D: 2 of 2, 2 left',
    ],
    [
      'from Kiritimati to Honolulu a date comes twice, and is one day',
      ...[
        3,
        [
          '2026-03-02T09:00 Pacific/Kiritimati',
          '2026-03-03T09:00 Pacific/Kiritimati',
          '2026-03-03T09:00 Pacific/Honolulu',
          '2026-03-04T09:00 Pacific/Honolulu',
        ],
      ],
      'D D D: 3 of 3, 2 left',
    ],
    [
      'from Los Angeles to Tokyo a day has 7 hours, and may be missed',
      ...[3, ['2026-01-05T20:00 America/Los_Angeles', '2026-01-07T20:00 Asia/Tokyo']],
      'D R D: 2 of 2, 2 left',
    ],
    [
      'only one day of that journey is short',
      ...[3, ['2026-01-05T20:00 America/Los_Angeles', '2026-01-08T20:00 Asia/Tokyo']],
      'D R F D: 2 of 2, 1 left',
    ],
    [
      'a short day on which something was logged counts',
      ...[3, ['2026-01-05T20:00 America/Los_Angeles', '2026-01-06T23:00 Asia/Tokyo', '2026-01-07T20:00 Asia/Tokyo']],
      'D D D: 3 of 3, 2 left',
    ],
    [
      'from Madrid to Dubai a day has 21 hours, and is missed like any other',
      ...[3, ['2026-01-05T20:00 Europe/Madrid', '2026-01-07T20:00 Asia/Dubai']],
      'D F D: 2 of 2, 1 left',
    ],
    [
      'from Madrid to New York a day of 30 hours is one day',
      ...[
        3,
        ['2026-01-05T08:00 Europe/Madrid', '2026-01-05T23:00 America/New_York', '2026-01-06T08:00 America/New_York'],
      ],
      'D D: 2 of 2, 2 left',
    ],
  ] as [string, number, string[], string][])('%s', (_, dayStartHour, moments, expected) => {
    expect(travel(moments, dayStartHour)).toBe(expected);
  });

  it('yesterday ends by the clock of where they are now', () => {
    const at = (text: string) => Temporal.ZonedDateTime.from(text);
    const seen = at('2026-01-05T20:00[Europe/Madrid]');
    const facts = (now: Temporal.ZonedDateTime): StreakFacts => ({
      ...none,
      zones: [seen, now].map((one) => ({ atMs: one.epochMilliseconds, timeZone: one.timeZoneId })),
      logged: [{ day: dayNumber(seen.toPlainDate()), saidAtMs: seen.epochMilliseconds }],
    });
    const inNewYork = at('2026-01-07T08:59[America/New_York]');
    const user = person('America/New_York', 3);
    expect(shown('logging', facts(inNewYork), inNewYork.toInstant(), user)).toBe('D O O: 1 of 1, 2 left');
    const later = inNewYork.add({ minutes: 1 });
    expect(shown('logging', facts(later), later.toInstant(), user)).toBe('D F O: 1 of 1, 1 left');
  });
});

/** Days of March and April 2026, noon in Madrid: the 2nd of March is a Monday. */
const on = (text: string) => {
  const day = Temporal.PlainDate.from(`2026-${text}`);
  return {
    day: dayNumber(day),
    saidAtMs: day.toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: '12:00' }).epochMilliseconds,
  };
};
const toldOn = (text: string, toldDay: string) => ({ day: on(text).day, saidAtMs: on(toldDay).saidAtMs });
const plan = (...days: string[]) => days.map((day) => ({ day: on(day).day, completedAtMs: null, isSkipped: false }));
const asOf = (kind: StreakKind, facts: Partial<StreakFacts>, day: string, clock = '20:00') => {
  const now = Temporal.PlainDate.from(`2026-${day}`).toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: clock });
  const zones = [{ atMs: now.epochMilliseconds, timeZone: 'Europe/Madrid' }];
  return shown(kind, { ...none, zones, ...facts }, now.toInstant(), person('Europe/Madrid', 3));
};

describe('weeks', () => {
  it('without a plan one workout makes a week, and this week is open', () => {
    const trained = [on('03-04'), on('03-06'), on('03-10'), on('03-22')];
    expect(asOf('training', { trained }, '03-27')).toBe('D D D O: 3 of 3, 2 left');
  });

  it('a week without one takes a freeze, six hours after its Sunday has ended', () => {
    const trained = [on('03-04')];
    expect(asOf('training', { trained }, '03-16', '08:59')).toBe('D O O: 1 of 1, 2 left');
    expect(asOf('training', { trained }, '03-16', '09:00')).toBe('D F O: 1 of 1, 1 left');
  });

  it('with a plan a week wants all that was planned', () => {
    const planned = plan('03-02', '03-04', '03-06', '03-09', '03-11', '03-13', '03-16', '03-18', '03-20');
    const trained = [on('03-02'), on('03-04'), on('03-07'), on('03-09'), on('03-11'), on('03-16')];
    expect(asOf('training', { planned, trained }, '03-18')).toBe('D F O: 1 of 1, 1 left');
  });

  it('what was skipped is not wanted, and what was marked as done counts once', () => {
    const [monday, wednesday, friday] = plan('03-02', '03-04', '03-06');
    const planned = [
      { ...monday, completedAtMs: on('03-02').saidAtMs },
      { ...wednesday, completedAtMs: on('03-04').saidAtMs },
      { ...friday, isSkipped: true },
    ].map((one) => ({ day: 0, completedAtMs: null, isSkipped: false, ...one }));
    expect(asOf('training', { planned, trained: [on('03-04')] }, '03-08')).toBe('D: 1 of 1, 2 left');
    const halfDone = planned.map((one, i) => (i === 0 ? { ...one, completedAtMs: null } : one));
    expect(asOf('training', { planned: halfDone, trained: [on('03-04')] }, '03-08')).toBe('none');
  });

  it('a week of the plan with nothing planned is rest', () => {
    const planned = plan('03-02', '03-16');
    expect(asOf('training', { planned, trained: [on('03-02'), on('03-16')] }, '03-16')).toBe('D R D: 2 of 2, 2 left');
  });

  it('a week in which a day was paused is paused', () => {
    const pauses = [{ from: on('03-15').day, until: on('03-15').day }];
    expect(asOf('training', { pauses, trained: [on('03-04'), on('03-17')] }, '03-17')).toBe('D P D: 2 of 2, 2 left');
  });

  it('what is told until Tuesday night of the week before still counts', () => {
    const before = [on('03-04')];
    expect(asOf('training', { trained: [...before, toldOn('03-11', '03-17')] }, '03-18')).toBe('D D O: 2 of 2, 2 left');
    expect(asOf('training', { trained: [...before, toldOn('03-11', '03-18')] }, '03-18')).toBe('D F O: 1 of 1, 1 left');
  });

  it('check-ins count by their week', () => {
    const checkedIn = [toldOn('03-02', '03-08'), toldOn('03-09', '03-16'), toldOn('03-23', '03-29')];
    expect(asOf('check_in', { checkedIn }, '03-29')).toBe('D D F D: 3 of 3, 1 left');
  });
});

describe('what has a goal', () => {
  const figure = (metric: 'steps' | 'sleep', day: string, value: number) => ({ metric, value, ...on(day) });
  const goal = (metric: 'steps' | 'sleep', day: string, target: number, isActive = true) => ({
    ...{ metric, target, isActive },
    fromDay: on(day).day,
  });

  it('steps count where they reach the goal of their day', () => {
    const measured = [
      ...[figure('steps', '03-01', 9000), figure('steps', '03-02', 8000), figure('steps', '03-03', 7999)],
      ...[figure('steps', '03-04', 5000), figure('steps', '03-04', 6000)],
    ];
    const goals = [goal('steps', '03-02', 8000, false), goal('steps', '03-04', 6000)];
    expect(asOf('steps', { measured, goals }, '03-04')).toBe('D F D: 2 of 2, 1 left');
    expect(asOf('steps', { measured, goals: goals.slice(0, 1) }, '03-04')).toBe('none');
    expect(asOf('steps', { measured }, '03-04')).toBe('none');
  });

  it('sleep counts from an hour short of its goal to two over it', () => {
    const nights = [8, 7, 6.9, 10, 10.1, 8].map((hours, i) => figure('sleep', `03-0${i + 2}`, hours));
    const goals = [goal('sleep', '03-01', 8)];
    expect(asOf('sleep', { measured: nights, goals }, '03-07')).toBe('D D F D F D: 4 of 4, 0 left');
  });
});
