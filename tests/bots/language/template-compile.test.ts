import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlanLine } from '../../../src/bots/language/routine-line.ts';
import { compileTemplate } from '../../../src/bots/language/template-compile.ts';
import { formatTemplate } from '../../../src/bots/language/template-format.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import { given as plain } from './given.ts';

const given = { ...plain, exercises: catalogueExerciseIndex() };

function compiled(text: string) {
  const read = compileTemplate(text, given);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.exercises;
}

const faultsOf = (text: string): string[] => {
  const read = compileTemplate(text, given);
  return 'faults' in read
    ? read.faults.map(({ line, column, length, says, suggestion }) =>
        `${line}:${column}+${length} ${says} ${suggestion ?? ''}`.trim(),
      )
    : [];
};

describe('a line of a plan', () => {
  it.each<[string, Record<string, unknown>]>([
    ['Bench press 4x8 @ 70kg', { sets: 4, reps: 8, weightKg: 70 }],
    ['bench 4 x 8-12 @8 rest 90s', { sets: 4, reps: 8, repsMax: 12, rpe: 8, restS: 90 }],
    ['bench: 3 sets of 12, 155 lb', { sets: 3, reps: 12, loadValue: 155, loadUnit: 'lb' }],
    ['squat 5x5 @ 75%', { sets: 5, reps: 5, percent: 75 }],
    ['squat 5x5+ RPE 8.5', { reps: 5, isAmrap: true, rpe: 8.5 }],
    ['dips 3xAMRAP', { sets: 3, reps: null, isAmrap: true }],
    ['plank 3x60s', { sets: 3, durationS: 60 }],
    ['plank 3x1:30', { durationS: 90 }],
    ['run 5km', { sets: 1, distanceM: 5000 }],
    ['A1 pull-ups 3x8 // strict', { superset: 'A1', reps: 8, notes: 'strict' }],
    ['- lunges 3x10 each leg (slow) rest 2 min', { notes: 'each leg, slow', restS: 120 }],
    ['bench 80kg 3x8', { sets: 3, reps: 8, weightKg: 80 }],
    ['bench 8,8,6 @ 80', { sets: 3, reps: 6, repsMax: 8, weightKg: 80 }],
    ['squat 5x5 on monday', { weekday: 1 }],
    ['"my own thing 21" 3x21', { words: 'my own thing 21', match: null, reps: 21 }],
  ])('%j', (text, expected) => {
    const read = readPlanLine(text, given, { isStrict: true });
    expect('line' in read ? read.line : read.faults).toMatchObject(expected);
  });

  it('keeps what nobody knows for oneself, and puts slips right', () => {
    const read = (text: string) => {
      const one = readPlanLine(text, given, { isStrict: false });
      return 'line' in one ? (one.line.match?.name ?? `“${one.line.words}”`) : one.faults;
    };
    expect([read('sled thing 4x20m'), read('bench pres 4x8')]).toEqual(['“sled thing”', 'Bench Press']);
  });
});

describe('what is wrong with a template', () => {
  it('is said of all of it at once, with line, column, and what may be meant', () => {
    expect(
      faultsOf('Day 1 - Push\n  Bnech press 4x8\nBack squat 5x5 @ 300%\nDips\nDay 1\nPlank 3x60s quickly now\nDay 2'),
    ).toEqual([
      '2:3+11 I know no exercise called “Bnech press”. Bench Press, Paused Bench Press, Close-Grip Bench Press',
      '3:16+6 A percentage of the 1RM goes from 1 to 200.',
      '4:1+4 How many sets and repetitions? Dips 3x10',
      '5:1+5 Day 1 comes twice. Day 2',
      '6:13+7 I cannot read “quickly” here; a remark begins with //.',
      '6:21+3 I cannot read “now” here; a remark begins with //.',
      '7:1+5 This day has no exercises.',
    ]);
  });

  it.each(['', 'Day 1', '// only words', 'Week 60\nbench 3x8', 'bench 200x8', 'bench 3x12-8', 'bench 3x8 @ 9000kg'])(
    'is found in %j',
    (text) => expect(faultsOf(text)).not.toEqual([]),
  );
});

describe('a template as text', () => {
  const whole = [
    'Phase: Base',
    'Day 1 - Push:',
    '// warm up well',
    'Bench press 4x8 @ 70kg',
    '* A1. OHP 3x8-12 @8 rest 90s // strict',
    'A2 dips 3xAMRAP',
    '## Monday: Legs',
    'back squat 5x5+ @ 75%',
    'plank 3x1:00',
    'run 30 min',
  ].join('\n');

  it('has one form, which is itself again', () => {
    expect(formatTemplate(compiled(whole))).toBe(
      [
        'Phase: Base',
        'Day 1 – Push',
        'Bench press 4x8 @ 70kg // warm up well',
        'A1 OHP 3x8-12 @8 rest 90s // strict',
        'A2 dips 3xAMRAP',
        '',
        'Day 2 – Legs (Monday)',
        'back squat 5x5+ @ 75%',
        'plank 3x60s',
        'run 1x1800s',
      ].join('\n'),
    );
  });

  it('spreads headings of several weeks, each with its phase', () => {
    const plan = compiled('Week 1-2: build\nbench 4x8\nDay 2\nsquat 5x5\nWeek 3 – deload\nbench 2x8');
    expect(plan.map(({ week, day, phase, sets }) => [week, day, phase, sets])).toEqual([
      [1, 1, 'build', 4],
      [1, 2, 'build', 5],
      [2, 1, 'build', 4],
      [2, 2, 'build', 5],
      [3, 1, 'deload', 2],
    ]);
  });

  it('comes back from its compiled form just as it went in, whatever is in it', () => {
    let seed = 20260302;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
    const names = [
      'bench press',
      'Back squat',
      'OHP',
      'pull-ups',
      'Barbell row',
      '"odd thing 3 – b"',
      'plank',
      'leg press',
    ];
    const amounts = [
      '4x8',
      '3x8-12',
      '5x5+',
      '3xAMRAP',
      '3x60s',
      '2x400m',
      '3 sets',
      '8,8,7',
      '3 sets of 10',
      '45 min',
      '2x1:15',
    ];
    const rests = [
      '',
      ' @ 72.5kg',
      ' @ 155 lb',
      ' @ 75%',
      ' @8',
      ' RPE 9.5',
      ' rest 90s',
      ' rest 2 min',
      ' @ 72,5kg @7 rest 1:30',
    ];
    const remarks = ['', ' // slowly', ' (each side)', ' each leg', ' # tempo 3-1-1 // really'];
    const headings = ['', 'Monday', 'fri: Upper', 'Tuesday - Lower body'];
    for (let round = 0; round < 400; round++) {
      const weeks = pick([0, 0, 1, 3]);
      const written: string[] = [];
      for (let week = 0; week < Math.max(1, weeks); week++) {
        if (weeks > 0) written.push(pick([`Week ${week + 1}`, `week ${week + 1}: phase ${random(3)}`]));
        const days = 1 + random(3);
        for (let day = 0; day < days; day++) {
          const heading = pick(headings);
          if (days > 1 || heading !== '')
            written.push(heading === '' ? `Day ${day + 1}${pick(['', ' – Pull', ': a (b)'])}` : heading);
          for (let line = 0; line <= random(4); line++)
            written.push(
              `${pick(['', '- ', 'B2 ', '1. '])}${pick(names)} ${pick(amounts)}${pick(rests)}${pick(remarks)}`,
            );
        }
      }
      const text = written.join('\n');
      const read = compileTemplate(text, given);
      if ('faults' in read) {
        // Headings of both kinds may name one day twice; nothing else is wrong with them.
        expect(
          read.faults.every(({ says }) => /comes twice/.test(says)),
          `${text}\n${JSON.stringify(read.faults)}`,
        ).toBe(true);
        continue;
      }
      const once = formatTemplate(read.exercises);
      expect(compiled(once), text).toEqual(read.exercises);
      expect(formatTemplate(compiled(once)), text).toBe(once);
    }
  });

  it('never throws, whatever is pasted', () => {
    for (const text of [
      '"',
      '@',
      '//',
      'Day',
      'Week',
      'A1',
      '((((',
      '\u0000',
      '🏋️ 3x8',
      'bench 999999999999x8',
      'x'.repeat(5000),
    ])
      expect(() => compileTemplate(text, given), text).not.toThrow();
  });
});

describe('docs/templates.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/templates.md'), 'utf8');
  const examples = [...page.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text = '']) => text);

  it('has examples', () => expect(examples.length).toBeGreaterThan(1));

  it.each(examples)('shows a template that compiles: %j', (text) => {
    const plan = text.replace(/^template .*\n(?:about: .*\n)?/, '');
    expect(faultsOf(plan)).toEqual([]);
    expect(formatTemplate(compiled(formatTemplate(compiled(plan))))).toBe(formatTemplate(compiled(plan)));
  });

  it('shows lines that are read', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const lines = rows.map((row) => /`([^`]+)`/.exec(row)?.[1] ?? '');
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(readPlanLine(line, given, { isStrict: true }), line).toHaveProperty('line');
  });
});
