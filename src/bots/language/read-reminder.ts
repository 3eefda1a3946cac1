import { kindOfReminder } from './kind-of-reminder.ts';
import { type Line, wordAt } from './line.ts';
import { listWhen, type When } from './list-when.ts';
import { phraseAt, phrases } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { readBuiltIn } from './read-built-in.ts';
import { endOf, type ReminderChange, readReminderChange } from './read-reminder-change.ts';
import { isOfStanding, type ReminderMove, readReminderMove } from './read-reminder-move.ts';
import { recogniseRecurrence } from './recognise-recurrence.ts';
import { scan } from './scan.ts';
import { type Schedule, type Scheduled, scheduleOf } from './schedule.ts';
import { english } from './vocabulary/en/index.ts';
import type { DayPart } from './vocabulary/vocabulary.ts';

export type ReminderReading =
  | {
      readonly kind: 'set';
      readonly what: string;
      readonly schedule: Schedule;
      /** Said as "in 20 minutes": so long from now, whatever the clocks do. */
      readonly delayMin?: number;
    }
  /** What has to be asked before it can be set; each choice would set it. */
  | {
      readonly kind: 'question';
      readonly what: string;
      readonly about: 'time' | 'day';
      /** Whether a time was said that has gone by. */
      readonly isPast: boolean;
      readonly choices: readonly { readonly label: string; readonly schedule: Schedule }[];
    }
  /** A reminder of nothing: what it is about has to be asked. */
  | { readonly kind: 'what' }
  /** More seldom than by the week. */
  | { readonly kind: 'rare'; readonly what: string }
  | ReminderMove
  | ReminderChange;

/** In characters. */
const longestText = 500;
/** In words: what is no longer than this may be the subject of a reminder that is not called one. */
const mostUnled = 7;
const noSlots = phrases<string>([]);
/** What Spotter tells by itself. */
const telling = /\bstreak|\b(?:summar(?:y|ies)|report|recap|overview|card|briefing|morning five)\b/i;

/**
 * Reads a wish to be reminded ("remind me to weigh in every morning at 7:10", "gym every mon wed fri 18:00", "tomorrow at
 * 6pm book physio") or to change reminders ("pause reminders until monday", "snooze 10 min"). Null for anything else.
 * `isReminded`: it comes right after a reminder was set, changed or said, and "it" is that one.
 */
export function readReminder(text: string, given: Moment, isReminded = false): ReminderReading | null {
  if (text.length > longestText) return null;
  if (!isReminded && !english.reminders.hint.test(text) && !telling.test(text)) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const start = pastOpeners(line, 0);
  const end = endOf(line);
  const own = readBuiltIn(line, start, end, given) ?? readReminderMove(line, start, end, given, isReminded);
  if (own) return own;
  const change = readReminderChange(line, start, given);
  if (change) return change;
  // Nothing is ever set by what speaks of a reminder there is: the list opens each.
  if (isOfStanding(line, start)) return { kind: 'change', action: 'list', subject: null, until: null, minutes: null };
  const made = readMade(line, start, given);
  if (made) return made;
  const lead = phraseAt(english.reminders.leads, line.tokens, start);
  if (lead)
    return isQuestion(line, lead.end) || isTold(line, start, lead.end)
      ? null
      : settled(line, lead.end, lead.meaning, given);
  return readTurned(line, start, given) ?? readUnled(line, start, given);
}

/** In tokens: what tells when is no longer than this. */
const longestWhen = 16;

/** "every day at 21:00 remind me to stretch": when it is said stands before what leads to it. */
function readTurned(line: Line, from: number, given: Moment): ReminderReading | null {
  const { leads, connectors } = line.language.reminders;
  const far = Math.min(line.tokens.length, from + longestWhen);
  let at = from + 1;
  while (at < far && !phraseAt(leads, line.tokens, at)) at++;
  const lead = phraseAt(leads, line.tokens, at);
  if (!lead || at >= far || isQuestion(line, lead.end) || isTold(line, at, lead.end)) return null;
  const { taken } = listWhen(line, from, given);
  for (let n = from; n < at; n++) {
    const word = wordAt(line, n);
    if (!taken.has(n) && word !== ',' && word !== ':' && !connectors.has(word)) return null;
  }
  return settled(line, from, lead.meaning, given, { at, end: lead.end });
}

function pastOpeners(line: Line, from: number): number {
  let at = from;
  for (;;) {
    const opener = phraseAt(line.language.reminders.openers, line.tokens, at);
    // "please remember to …" begins with its own words.
    if (!opener || phraseAt(line.language.reminders.leads, line.tokens, at)) return at;
    at = opener.end;
  }
}

/** "remind me why i do this", "remind me what i ate" */
const isQuestion = (line: Line, at: number): boolean => line.language.reminders.questionWords.has(wordAt(line, at));

/** "set a daily reminder at 7 for my meds": how often stands within what leads to it. */
function readMade(line: Line, at: number, given: Moment): ReminderReading | null {
  const { makers, nouns } = line.language.reminders;
  const maker = phraseAt(makers, line.tokens, at);
  const often = maker && recogniseRecurrence(line, maker.end);
  if (!often || !nouns.has(wordAt(line, often.end))) return null;
  return settled(line, maker.end, null, given, { at: often.end, end: often.end + 1 });
}

/** "reminder was late": told of one. */
function isTold(line: Line, at: number, end: number): boolean {
  const { nouns, tellers } = line.language.reminders;
  return nouns.has(wordAt(line, at)) && tellers.has(wordAt(line, end));
}

/** `lead` are the tokens of "reminder" or "remind me" where they stand among the others and are none of the subject. */
function settled(
  line: Line,
  from: number,
  otherwise: string | null,
  given: Moment,
  lead: { readonly at: number; readonly end: number } | null = null,
): ReminderReading | null {
  const said = listWhen(line, from, given);
  const taken = new Set(said.taken);
  for (let at = lead?.at ?? 0; at < (lead?.end ?? 0); at++) taken.add(at);
  const when = { ...said, taken };
  const what = subjectOf(line, from, when) || otherwise;
  if (!what) return { kind: 'what' };
  if (!/\p{L}/u.test(what)) return null;
  const scheduled = scheduleOf(when, usualPart(line, when), given);
  // "remind me to log my meals": each at its own time.
  if ('choices' in scheduled && scheduled.about === 'time' && !scheduled.isPast && isOfAllMeals(what, when))
    return { kind: 'change', action: 'resume', subject: 'meals', until: null, minutes: null };
  return toReading(what, scheduled, when);
}

function isOfAllMeals(what: string, { day, part }: When): boolean {
  const { kind, slot } = kindOfReminder(what);
  return kind === 'meal' && slot === null && day === null && part === null;
}

function toReading(what: string, scheduled: Scheduled, { delay }: When): ReminderReading {
  if ('schedule' in scheduled) {
    const { schedule } = scheduled;
    return delay && delay.minutes > 0 && schedule.on !== null
      ? { kind: 'set', what, schedule, delayMin: delay.minutes }
      : { kind: 'set', what, schedule };
  }
  if (scheduled.about === 'rare') return { kind: 'rare', what };
  return { kind: 'question', what, ...scheduled };
}

/** The words left when all that tells the time is taken away, without what joins them. */
function subjectOf(line: Line, from: number, when: When): string {
  const parts: string[] = [];
  for (let at = from; at < line.tokens.length; ) {
    if (when.taken.has(at)) {
      at++;
      continue;
    }
    let end = at;
    while (end < line.tokens.length && !when.taken.has(end)) end++;
    const part = trimmed(line, at, end);
    if (part) parts.push(part);
    at = end;
  }
  return parts.join(' ');
}

/** The text between two tokens without courtesies and joining words at its ends. */
function trimmed(line: Line, from: number, to: number): string {
  const { subjectLeads, courtesies, connectors } = line.language.reminders;
  let [start, end] = [from, to];
  for (;;) {
    const lead = phraseAt(subjectLeads, line.tokens, start) ?? phraseAt(courtesies, line.tokens, start);
    if (start >= end || !lead || lead.end > end) break;
    start = lead.end;
  }
  for (let isDone = false; !isDone && end > start; ) {
    isDone = true;
    const last = line.tokens[end - 1];
    if (last?.word === ')' && line.tokens.slice(start, end).some(({ word }) => word === '(')) break;
    if (last?.kind === 'picture' || connectors.has(last?.word ?? '')) {
      end--;
      isDone = false;
    }
    // A courtesy is at most this many words.
    for (let n = 4; n >= 1 && end > start; n--) {
      const courtesy = end - n >= start ? phraseAt(courtesies, line.tokens, end - n) : null;
      if (courtesy?.end !== end) continue;
      end -= n;
      isDone = false;
      break;
    }
  }
  return end > start ? line.text.slice(line.tokens[start]?.start, line.tokens[end - 1]?.end) : '';
}

function usualPart(line: Line, when: When): DayPart | null {
  for (const [at, token] of line.tokens.entries()) {
    const part = when.taken.has(at) ? undefined : line.language.reminders.usualParts.get(token.word);
    if (part) return part;
  }
  return null;
}

/** Without "remind me": with the word "reminder" and a time, or a thing to do and when. */
function readUnled(line: Line, from: number, given: Moment): ReminderReading | null {
  const { nouns, tellers, tasks, habits } = line.language.reminders;
  const words = line.tokens.filter(({ kind }) => kind === 'word');
  if (words.some(({ word }) => tellers.has(word)) || line.tokens.at(-1)?.word === '?') return null;
  const noun = line.tokens.findIndex(({ word }, at) => at >= from && nouns.has(word));
  if (noun === -1 && !words.some(({ word }) => tasks.has(word))) {
    const isHabit = words.some(({ word }) => habits.has(word));
    if (!isHabit || !line.tokens.some((_, at) => recogniseRecurrence(line, at) !== null)) return null;
  }
  const when = listWhen(line, from, given);
  const { times, recurrences, window, delay } = when;
  const isRecurring = recurrences.length > 0;
  const isTimed = times !== null || window !== null || recurrences.some(({ kind }) => kind === 'interval');
  if (noun === -1 && !isTimed && delay === null) return null;
  if (noun !== -1 && !isTimed && !isRecurring && !delay && !when.day) return null;
  const taken = noun === -1 ? when.taken : new Set([...when.taken, noun]);
  const what = subjectOf(line, from, { ...when, taken });
  const first = scan(what)[0]?.word ?? '';
  if (what === '' || what.includes('\n') || scan(what).length > mostUnled) return null;
  const isDoing = tasks.has(first) || (isRecurring && habits.has(first));
  if (noun === -1 && !(isDoing && (isRecurring || when.day !== null || delay !== null))) return null;
  return toReading(what, scheduleOf(when, usualPart(line, when), given), when);
}
