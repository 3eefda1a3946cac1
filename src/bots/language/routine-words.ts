import type { Temporal } from 'temporal-polyfill';
import type { Line } from './line.ts';
import { listWhen } from './list-when.ts';
import { phrases } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { recogniseDayAhead } from './recognise-day-ahead.ts';
import { scan } from './scan.ts';
import { scheduleOf } from './schedule.ts';
import { english } from './vocabulary/en/index.ts';

/** When a routine is to be done, as far as it was said. Weekdays are ISO. */
export interface SaidSchedule {
  readonly weekdays: readonly number[];
  /** `18:00` */
  readonly time: string | null;
  readonly on: Temporal.PlainDate | null;
  readonly from: Temporal.PlainDate | null;
  readonly weeks: number | null;
}

/** What is said about routines. `name` null: the one there is, or today's. */
export type RoutineReading =
  | { readonly kind: 'list' }
  | { readonly kind: 'new'; readonly name: string; readonly plan: string }
  | { readonly kind: 'show' | 'start' | 'done' | 'skip' | 'remove' | 'end'; readonly name: string | null }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  | { readonly kind: 'put' | 'take'; readonly name: string; readonly exercise: string; readonly plan: string }
  | { readonly kind: 'schedule'; readonly name: string | null; readonly schedule: SaidSchedule }
  | {
      readonly kind: 'move';
      readonly name: string | null;
      readonly from: Temporal.PlainDate | null;
      readonly to: Temporal.PlainDate;
    };

export interface RoutineGiven extends Moment {
  /** The names of the person's routines. */
  readonly routines?: readonly string[];
}

const noSlots = phrases<string>([]);
const lineOf = (text: string): Line => ({ text, tokens: scan(text), language: english, ownSlots: noSlots });
const longestText = 4000;

/** Words that something about a routine has; nothing else is looked at closer. */
export const routineHint =
  /\b(?:routines?|schedule|start|begin|move|skip|done|did|finished|completed|rename|add|remove|change|put|unschedule)\b/i;

/**
 * Reads what is said about routines: "new routine push day: bench 4x8 @ 70kg, dips 3x12", "schedule push day mon wed fri
 * 18:00 for 8 weeks", "move today's push day to friday". Without the word itself only one that has a routine's name is
 * about it, so that logging is never taken for it. `isSlash`: what follows `/routine`.
 */
export function readRoutine(text: string, given: RoutineGiven, isSlash = false): RoutineReading | null {
  if (text.length > longestText) return null;
  const said = text
    .trim()
    .replace(/^(?:please|pls)\s+/i, '')
    .replace(/(?:\s+please|[.!?]+)$/i, '');
  if (!isSlash && !routineHint.test(said)) return null;
  if (isSlash && said === '') return { kind: 'list' };
  return readNew(said, isSlash) ?? readShort(said, given, isSlash) ?? readLong(said, given, isSlash);
}

/** "new routine push day: …", "my routine push day:\n…", and after the slash "new push day: …". */
function readNew(said: string, isSlash: boolean): RoutineReading | null {
  const found = isSlash
    ? /^(?:new|create|build|add|save)\s+(?:routine\s+)?([^:\n]{1,60})\s*(?::|\n)\s*([\s\S]+)$/i.exec(said)
    : /^(?:(?:new|create|build|make|save|add)\s+(?:a\s+)?(?:new\s+)?(?:workout\s+|training\s+)?routine|routine)\s*(?:called\s+|named\s+)?:?\s*([^:\n]{1,60})\s*(?::|\n)\s*([\s\S]+)$/i.exec(
        said,
      );
  return found ? { kind: 'new', name: clean(found[1]), plan: found[2] ?? '' } : null;
}

const clean = (words: string | undefined): string =>
  (words ?? '')
    .trim()
    .replace(/^["“]|["”]$/g, '')
    .replace(/\s+routine$/i, '')
    .trim();

/** Whether words name a routine of theirs, alone or among others that mean it. */
function isKnown(words: string, { routines = [] }: RoutineGiven): boolean {
  const asked = plain(words);
  return asked !== '' && routines.some((name) => plain(name) === asked || isPart(asked, plain(name)));
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Of several words of a name, one alone may mean anything. */
const isPart = (asked: string, name: string): boolean => asked.includes(' ') && ` ${name} `.includes(` ${asked} `);

/** The routine that is named, with or without the word: null for words that are about something else. */
function nameIn(words: string, given: RoutineGiven, isSlash: boolean): string | null {
  const bare = words
    .trim()
    .replace(/^(?:my|the|today[’']?s|this)\s+/i, '')
    .replace(/^(?:routine|session|training|workout)\s+(?=\S)/i, '');
  const isCalled = /\broutine\b/i.test(words);
  const name = clean(bare.replace(/\s+(?:routine|session)$/i, ''));
  if (name === '' || /^(?:routine|training)$/i.test(name)) return isCalled ? '' : null;
  return isSlash || isCalled || isKnown(name, given) ? name : null;
}

const verbs: readonly [RegExp, 'show' | 'start' | 'done' | 'skip' | 'remove' | 'end'][] = [
  [/^(?:show|open|view|see)\s+(?:me\s+)?(.+)$/i, 'show'],
  [/^(?:start|begin|do)\s+(.+)$/i, 'start'],
  [/^(?:complete|completed|finish|finished|did|done(?:\s+with)?|i\s+(?:did|finished|completed))\s+(.+)$/i, 'done'],
  [/^(?:skip|skipping)\s+(.+)$/i, 'skip'],
  [/^(?:remove|delete|drop)\s+(.+)$/i, 'remove'],
  [/^(?:unschedule|stop)\s+(.+)$/i, 'end'],
];

function readShort(said: string, given: RoutineGiven, isSlash: boolean): RoutineReading | null {
  if (/^(?:list|(?:show\s+|list\s+)?(?:me\s+)?(?:all\s+)?(?:my\s+)?routines)$/i.test(said)) return { kind: 'list' };
  if (/^(?:what\s+are\s+my\s+routines|which\s+routines\s+do\s+i\s+have)$/i.test(said)) return { kind: 'list' };
  const ended = /^(.+?)\s+(?:is\s+)?(?:done|complete|completed|finished)$/i.exec(said);
  const over = ended ? nameIn(ended[1] ?? '', given, false) : null;
  if (over !== null) return { kind: 'done', name: over || null };
  for (const [shape, kind] of verbs) {
    const words = shape.exec(said)?.[1];
    if (words === undefined || / from | out of | to /i.test(words)) continue;
    const name = nameIn(words.replace(/\s+(?:today|now|tonight)$/i, ''), given, isSlash);
    // "show me my routine" asks what is planned.
    if (name !== null && !(kind === 'show' && name === '')) return { kind, name: name || null };
  }
  if (isSlash && /^(?:start|done|skip|show)$/i.test(said))
    return { kind: said.toLowerCase() as 'start' | 'done' | 'skip' | 'show', name: null };
  return null;
}

function readLong(said: string, given: RoutineGiven, isSlash: boolean): RoutineReading | null {
  const renamed = /^(?:rename|call)\s+(.+?)\s+(?:to|as|into)\s+(.{1,60})$/i.exec(said);
  if (renamed) {
    const name = nameIn(renamed[1] ?? '', given, isSlash);
    if (name) return { kind: 'rename', name, to: clean(renamed[2]) };
  }
  const scheduled = /^(?:schedule|plan)\s+(.+)$/i.exec(said);
  if (scheduled) return readSchedule(scheduled[1] ?? '', given, isSlash);
  const moved = /^(?:move|shift|push|postpone|reschedule)\s+(.+?)\s+(?:to|until|till)\s+(.+)$/i.exec(said);
  if (moved) return readMove(moved[1] ?? '', moved[2] ?? '', given, isSlash);
  const added = /^(?:add|put)\s+(.+?)\s+(?:to|into|in)\s+(.+)$/i.exec(said);
  if (added) {
    const name = nameIn(added[2] ?? '', given, isSlash);
    if (name) return { kind: 'put', name, exercise: '', plan: added[1] ?? '' };
  }
  const taken = /^(?:remove|take|drop|delete)\s+(.+?)\s+(?:from|out of)\s+(.+)$/i.exec(said);
  if (taken) {
    const name = nameIn(taken[2] ?? '', given, isSlash);
    if (name) return { kind: 'take', name, exercise: taken[1] ?? '', plan: '' };
  }
  const changed = /^(?:change|set|make)\s+(.+?)\s+(?:in|of)\s+(.+?)\s+(?:to|into)\s+(.+)$/i.exec(said);
  if (changed) {
    const name = nameIn(changed[2] ?? '', given, isSlash);
    if (name) return { kind: 'put', name, exercise: changed[1] ?? '', plan: changed[3] ?? '' };
  }
  // After the slash a name alone shows it.
  return isSlash && said.length <= 60 && !said.includes('\n') ? { kind: 'show', name: clean(said) } : null;
}

const forWeeks = /\bfor\s+(?:the\s+next\s+)?(\d{1,2}|a|one|two|three|four|six|eight|ten|twelve)\s+weeks?\b/i;
const counts: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
};
const fromWords = /\b(?:from|starting(?:\s+(?:on|from))?|beginning|as of)\s+/i;

/** The end of what tells the time, cut off, with what it told. */
export function takeStart(
  text: string,
  moment: Moment,
): { readonly rest: string; readonly from: Temporal.PlainDate | null; readonly weeks: number | null } {
  const long = forWeeks.exec(text);
  const said = long?.[1]?.toLowerCase() ?? '';
  const weeks = long ? (counts[said] ?? Number(said)) : null;
  const left = long ? `${text.slice(0, long.index)} ${text.slice(long.index + long[0].length)}` : text;
  const lead = fromWords.exec(left);
  if (!lead) return { rest: left.trim(), from: null, weeks };
  const line = lineOf(left.slice(lead.index + lead[0].length));
  const day = recogniseDayAhead(line, 0, moment);
  if (!day) return { rest: left.trim(), from: null, weeks };
  const after = left.slice(lead.index + lead[0].length).slice(line.tokens[day.end - 1]?.end ?? 0);
  return { rest: `${left.slice(0, lead.index)} ${after}`.replace(/\s+/g, ' ').trim(), from: day.day, weeks };
}

function readSchedule(words: string, given: RoutineGiven, isSlash: boolean): RoutineReading | null {
  const { rest, from, weeks } = takeStart(words, given);
  const line = lineOf(rest);
  // What tells the time stands at the end: the name is what comes before it.
  for (let at = 1; at <= line.tokens.length; at++) {
    const when = listWhen(line, at, given);
    const isAll = line.tokens
      .slice(at)
      .every(
        ({ word, kind }, n) =>
          when.taken.has(at + n) || kind === 'mark' || /^(?:on|at|every|each|and|weekly)$/.test(word),
      );
    if (!isAll) continue;
    const name = nameIn(rest.slice(0, line.tokens[at - 1]?.end), given, isSlash);
    if (name === null) return null;
    const isNothing = at === line.tokens.length;
    const placed = isNothing ? null : scheduleOf(when, 'evening', given);
    const first =
      placed && 'schedule' in placed
        ? placed.schedule
        : placed && 'choices' in placed
          ? (placed.choices[0]?.schedule ?? null)
          : null;
    const isTimeSaid = placed !== null && 'schedule' in placed && placed.schedule.at !== null;
    const on = first?.on ? (when.day?.day ?? null) : null;
    return {
      ...{ kind: 'schedule', name: name || null },
      schedule: {
        weekdays: first?.days ?? [],
        time: isTimeSaid ? (first?.at?.[0] ?? null) : null,
        ...{ on, from, weeks },
      },
    };
  }
  return null;
}

function readMove(what: string, to: string, given: RoutineGiven, isSlash: boolean): RoutineReading | null {
  const dated =
    /^(today|tomorrow|mon|tues?|wed|thur?s?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[’']?s?\s+(.+)$/i.exec(
      what.trim(),
    );
  const name =
    nameIn(dated?.[2] ?? what, given, isSlash) ??
    (dated && /^(?:workout|training|session)$/i.test(dated[2] ?? '') ? '' : null);
  const line = lineOf(to);
  const day = recogniseDayAhead(line, 0, given) ?? recogniseDayAhead(lineOf(`on ${to}`), 0, given);
  if (name === null || !day) return null;
  const from = dated ? (recogniseDayAhead(lineOf(dated[1] ?? ''), 0, given)?.day ?? null) : null;
  return { kind: 'move', name: name || null, from, to: day.day };
}
