import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayBounds } from '../../../src/domain/progress/day-bounds.ts';
import { dayNumber } from '../../../src/domain/progress/day-number.ts';
import { followRun, type Run, type Stretch } from '../../../src/domain/progress/streak-run.ts';

const letters = { done: 'D', rest: 'R', paused: 'P', frozen: 'F', missed: 'M', open: 'O' };
const lettersOf = ({ states }: Run) => states.map((state) => letters[state]).join(' ');
const figuresOf = ({ current, best, freezes }: Run) => `${current} of ${best}, ${freezes} left`;

const zone = 'Europe/Madrid';
const hour = 3_600_000;
const first = dayNumber(Temporal.PlainDate.from('2026-02-02'));

/** When what makes a day done was said, from its start and its end. */
const said: Readonly<Record<string, (start: number, end: number) => number>> = {
  D: (start) => start + 10 * hour,
  // Said of a day of rest, of a pause.
  r: (start) => start + 10 * hour,
  p: (start) => start + 10 * hour,
  // Told the day after, at the very end of the 48 hours, and a minute later.
  B: (_, end) => end + 20 * hour,
  E: (_, end) => end + 48 * hour,
  L: (_, end) => end + 48 * hour + 60_000,
};

/** Follows days such as `D D . P`; `D*10` stands for ten of them. The last is today, and it is noon unless told. */
function follow(days: string, clock = '12:00'): Run {
  const tokens = days.split(' ').flatMap((token) => {
    const [, letter = '', count = '1'] = /^(.)(?:\*(\d+))?$/.exec(token) ?? [];
    return Array<string>(Number(count)).fill(letter);
  });
  const bounds = dayBounds([{ atMs: 0, timeZone: zone }], 3);
  const stretches = tokens.map((letter, i): Stretch => {
    const firstDay = first + i;
    const saidAtMs = said[letter]?.(bounds.startMs(firstDay), bounds.startMs(firstDay + 1)) ?? null;
    const [isRest, isPaused] = [/r/i.test(letter), /p/i.test(letter)];
    return {
      firstDay,
      lengthDays: 1,
      saidAtMs: /[RP]/.test(letter) ? null : saidAtMs,
      isRest,
      isPaused,
      timesPerDay: 1,
    };
  });
  const today = first + tokens.length - 1;
  const now = Temporal.PlainDate.from('1970-01-01')
    .add({ days: today })
    .toZonedDateTime({ timeZone: zone, plainTime: clock });
  return followRun(stretches, bounds, now.epochMilliseconds, today);
}

describe('a run of days', () => {
  it.each([
    // what it is, the days, what becomes of them, "run of best, freezes left"
    ['the first day', 'D', 'D', '1 of 1, 2 left'],
    ['day after day', 'D D D', 'D D D', '3 of 3, 2 left'],
    ['today is open', 'D D .', 'D D O', '2 of 2, 2 left'],
    ['one missed day is frozen', 'D D . D', 'D D F D', '3 of 3, 1 left'],
    ['two missed days take both freezes', 'D . D . D', 'D F D F D', '3 of 3, 0 left'],
    ['two in a row as well', 'D D . . D', 'D D F F D', '3 of 3, 0 left'],
    ['the third in a row breaks', 'D D . . . D', 'D D F F M D', '1 of 2, 0 left'],
    ['so does the third one by one', 'D . D . D . D', 'D F D F D M D', '1 of 3, 0 left'],
    ['after a break nothing is frozen', 'D . . . . . .', 'D F F M M M O', '0 of 1, 0 left'],
    ['ten days done earn a freeze', 'D*10', 'D D D D D D D D D D', '10 of 10, 3 left'],
    ['nine do not', 'D*9', 'D D D D D D D D D', '9 of 9, 2 left'],
    ['nobody has more than three', 'D*20', Array(20).fill('D').join(' '), '20 of 20, 3 left'],
    ['what was used is earned again', 'D . . D*9', 'D F F D D D D D D D D D', '10 of 10, 1 left'],
    ['a new run counts its ten anew', 'D*9 . . . D', 'D D D D D D D D D F F M D', '1 of 9, 0 left'],
    ['a frozen day counts for no freeze', 'D*9 . D', 'D D D D D D D D D F D', '10 of 10, 2 left'],
    ['a vacation neither adds nor breaks', 'D D P P P P P P P P D', 'D D P P P P P P P P D', '3 of 3, 2 left'],
    ['an illness that goes on keeps the run', 'D D D P P P P', 'D D D P P P P', '3 of 3, 2 left'],
    ['a pause takes no freeze, what is missed around it does', 'D . P P . D', 'D F P P F D', '2 of 2, 0 left'],
    ['a pause at the beginning begins nothing', 'P P D D', 'P P D D', '2 of 2, 2 left'],
    ['a pause at the end ends nothing', 'D D P P', 'D D P P', '2 of 2, 2 left'],
    ['a pause after a break brings nothing back', 'D . . . P D', 'D F F M P D', '1 of 1, 0 left'],
    ['the day after a pause can be missed', 'D P . D', 'D P F D', '2 of 2, 1 left'],
    ['what is done within a pause counts', 'D P p P D', 'D P D P D', '3 of 3, 2 left'],
    ['planned rest neither adds nor breaks', 'D R D R R D', 'D R D R R D', '3 of 3, 2 left'],
    ['what is done on a day of rest counts', 'D r D', 'D D D', '3 of 3, 2 left'],
    ['a missed day between rests is missed', 'D R . R D', 'D R F R D', '2 of 2, 1 left'],
    ['rest at the end is no part of the run', 'D D R R', 'D D R R', '2 of 2, 2 left'],
    ['told a day late it is repaired', 'D B D', 'D D D', '3 of 3, 2 left'],
    ['told just within 48 hours too', 'D E D', 'D D D', '3 of 3, 2 left'],
    ['told later it is not', 'D L D', 'D F D', '2 of 2, 1 left'],
    ['a repair saves a run without freezes', 'D . D . D B D', 'D F D F D D D', '5 of 5, 0 left'],
    ['a repair of one of three missed days keeps the run', 'D . . B D', 'D F F D D', '3 of 3, 0 left'],
    ['told too late, alone, it begins nothing', 'L', 'M', '0 of 0, 2 left'],
    ['the longest run is kept in mind', 'D*12 . . . . D D', 'D D D D D D D D D D D D F F F M D D', '2 of 12, 0 left'],
  ])('%s: %s', (_, days, states, figures) => {
    // The last day of a row that ends with something told late lies a week back.
    const run = /[BEL]$/.test(days) ? follow(`${days} . . . . . . .`) : follow(days);
    expect(lettersOf(run).slice(0, states.length)).toBe(states);
    expect(figuresOf(run)).toBe(figures);
  });

  it.each([
    ['08:59', 'D D O O', '2 of 2, 2 left'],
    ['09:00', 'D D F O', '2 of 2, 1 left'],
  ])('leaves yesterday open until six hours after its end: at %s', (clock, states, figures) => {
    const run = follow('D D . .', clock);
    expect(lettersOf(run)).toBe(states);
    expect(figuresOf(run)).toBe(figures);
  });

  it('undoing a log takes its day away, the freeze it cost and the run it joined; logging it again gives all back', () => {
    const whole = follow('D*9 D D');
    const undone = follow('D*9 . D');
    expect([figuresOf(whole), figuresOf(undone)]).toEqual(['11 of 11, 3 left', '10 of 10, 2 left']);
    expect(figuresOf(follow('D*9 B D'))).toBe(figuresOf(whole));
  });

  it('begins and ends with a day that was done', () => {
    const run = follow('P D D P . P');
    expect([run.startedDay, run.lastDoneDay]).toEqual([first + 1, first + 2]);
    const broken = follow('D D . . . .');
    expect([broken.startedDay, broken.lastDoneDay]).toEqual([null, first + 1]);
  });
});

describe('the strength of a habit', () => {
  it.each([
    ['30 days', 'D*30', 0.798],
    ['100 days', 'D*100', 0.9952],
    ['100 days and a miss, though it is frozen', 'D*100 . R', 0.9435],
    ['100 days and seven misses', 'D*100 .*7 R', 0.6852],
    ['100 days and a vacation', 'D*100 P*14', 0.9952],
    ['100 days and today still open', 'D*100 .', 0.9952],
  ])('after %s', (_, days, strength) => {
    expect(follow(days).strength).toBeCloseTo(strength, 4);
  });
});
