import type { PlannedExercise } from '../../domain/routines/routine.ts';
import type { WorkoutGiven } from './read-workout.ts';
import { type LineFault, readPlanLine, remark } from './routine-line.ts';
import { weekdayOf } from './routine-pieces.ts';

/** Something in a template that cannot be: line and column count from 1. */
export interface TemplateFault {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The line as written. */
  readonly source: string;
  readonly says: string;
  readonly suggestion: string | null;
}

export type Compiled =
  | { readonly exercises: readonly PlannedExercise[] }
  | { readonly faults: readonly TemplateFault[] };

const mostExercises = 300;
export const longestTemplate = 6000;

const weekHeading = /^(?:weeks?|wk)\s*(\d{1,2})(?:\s*(?:-|–|to)\s*(\d{1,2}))?\s*(?:[:–—-]+\s*(.*))?$/i;
const dayHeading = /^(?:day|session|workout)\s*(\d{1,2}|[A-G])\s*(?:[:–—-]+\s*(.*))?$/i;
const weekdayHeading = /^([a-z]{3,9})\s*(?:[:–—-]+\s*(.*))?$/i;
const phaseHeading = /^phase\s*[:–—-]\s*(.+)$/i;

interface Place {
  weeks: readonly (number | null)[];
  phase: string | null;
  day: number;
  dayName: string | null;
  weekday: number | null;
}

/**
 * Compiles a training plan written as text: an exercise a line, days and weeks as headings, remarks after `//`. Says
 * everything that is wrong with it at once. Never throws.
 */
export function compileTemplate(text: string, given: WorkoutGiven): Compiled {
  const faults: TemplateFault[] = [];
  const compiled: PlannedExercise[] = [];
  const place: Place = { weeks: [null], phase: null, day: 1, dayName: null, weekday: null };
  let hasDay = false;
  /** The trainings that are there, by week, whether or not their lines could be read. */
  const taken = new Set<string>();
  let lastHeading: { line: number; source: string } | null = null;
  let pending: string[] = [];
  const fault = (line: number, source: string, { at, length, says, suggestion }: LineFault): void => {
    faults.push({ line, source, column: at + 1, length, says, suggestion });
  };
  const endDay = (): void => {
    if (lastHeading)
      fault(lastHeading.line, lastHeading.source, {
        ...wholeOf(lastHeading.source),
        says: 'This day has no exercises.',
        suggestion: null,
      });
    lastHeading = null;
  };
  for (const [index, source] of text.split(/\r?\n/).entries()) {
    const number = index + 1;
    const trimmed = source.trim();
    if (trimmed === '') continue;
    const heading = headingOf(trimmed);
    const week = weekHeading.exec(heading);
    if (week) {
      endDay();
      const [from, to] = [Number(week[1]), Number(week[2] ?? week[1])];
      const known = compiled.some((one) => one.week !== null && one.week >= from && one.week <= to);
      if (from < 1 || to < from || to > 52)
        fault(number, source, { ...wholeOf(source), says: 'Weeks go from 1 to 52, upwards.', suggestion: null });
      else if (known)
        fault(number, source, { ...wholeOf(source), says: `Week ${from} comes twice.`, suggestion: null });
      else Object.assign(place, { weeks: Array.from({ length: to - from + 1 }, (_, i) => from + i) });
      const title = remark(week[3] ?? '');
      if (title) place.phase = title;
      Object.assign(place, { day: 1, dayName: null, weekday: null });
      hasDay = false;
      continue;
    }
    const phase = phaseHeading.exec(heading);
    if (phase) {
      place.phase = remark(phase[1] ?? '');
      continue;
    }
    const day = dayOf(heading, place, hasDay || isTaken(taken, place.weeks, place.day));
    if (day) {
      endDay();
      if (isTaken(taken, place.weeks, day.day))
        fault(number, source, {
          ...wholeOf(source),
          says: `Day ${day.day} comes twice.`,
          suggestion: `Day ${day.day + 1}`,
        });
      Object.assign(place, day);
      for (const one of place.weeks) taken.add(`${one}/${day.day}`);
      hasDay = true;
      lastHeading = { line: number, source };
      continue;
    }
    if (/^(?:\/\/|#)/.test(trimmed)) {
      const said = remark(trimmed.replace(/^(?:\/\/|#)+\s*/, ''));
      if (said) pending.push(said);
      continue;
    }
    lastHeading = null;
    for (const one of place.weeks) taken.add(`${one}/${place.day}`);
    const read = readPlanLine(source, given, { isStrict: true });
    if ('faults' in read) {
      for (const one of read.faults) fault(number, source, one);
      continue;
    }
    const { match, words, notes, weekday: _, ...figures } = read.line;
    const said = [...pending, ...(notes === null ? [] : [notes])].join(', ');
    pending = [];
    const { phase: at, day: on, dayName, weekday } = place;
    for (const one of place.weeks)
      compiled.push({
        ...{ week: one, phase: at, day: on, dayName, weekday, words },
        ...{ exerciseName: match?.name ?? null, exerciseId: match?.id ?? null },
        ...figures,
        notes: said === '' ? null : said,
      });
  }
  endDay();
  const last = compiled.at(-1);
  if (last && pending.length > 0) last.notes = [...(last.notes === null ? [] : [last.notes]), ...pending].join(', ');
  if (compiled.length === 0 && faults.length === 0)
    fault(1, text.split(/\r?\n/)[0] ?? '', {
      at: 0,
      length: 1,
      says: 'There is no exercise in it yet.',
      suggestion: 'Bench press 4x8 @ 70kg',
    });
  if (compiled.length > mostExercises)
    fault(1, '', { at: 0, length: 1, says: `A template has at most ${mostExercises} exercises.`, suggestion: null });
  if (faults.length > 0) return { faults };
  return { exercises: compiled.toSorted((a, b) => (a.week ?? 0) - (b.week ?? 0)) };
}

const wholeOf = (source: string) => {
  const at = source.length - source.trimStart().length;
  return { at, length: Math.max(1, source.trim().length) };
};

/** Headings may be decorated as in Markdown, and end with a colon. */
const headingOf = (line: string): string =>
  line
    .replace(/^#+\s*/, '')
    .replace(/^\*\*(.*)\*\*$/, '$1')
    .replace(/\s*:\s*$/, '')
    .trim();

const isTaken = (taken: ReadonlySet<string>, weeks: readonly (number | null)[], day: number): boolean =>
  weeks.some((week) => taken.has(`${week}/${day}`));

function dayOf(
  heading: string,
  { day }: Place,
  isFollowing: boolean,
): Pick<Place, 'day' | 'dayName' | 'weekday'> | null {
  const next = isFollowing ? day + 1 : 1;
  const ordered = dayHeading.exec(heading);
  if (ordered) {
    const [, which = '', title = ''] = ordered;
    const number = /\d/.test(which) ? Number(which) : which.toUpperCase().charCodeAt(0) - 64;
    const weekday = /\s*\(([a-z]+)\)\s*$/i.exec(title);
    const named = weekday ? weekdayOf(weekday[1] ?? '') : null;
    const words = named === null ? title : title.slice(0, weekday?.index);
    return number < 1 ? null : { day: number, dayName: remark(words), weekday: named };
  }
  const [, word = '', title = ''] = weekdayHeading.exec(heading) ?? [];
  const weekday = weekdayOf(word);
  return weekday === null ? null : { day: next, dayName: remark(title), weekday };
}
