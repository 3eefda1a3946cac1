import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../domain/users/local-day.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { recogniseDayAhead } from './recognise-day-ahead.ts';
import { recogniseDelay } from './recognise-delay.ts';
import { recogniseNumber } from './recognise-number.ts';
import { recogniseTime } from './recognise-times.ts';
import type { ReminderAction } from './vocabulary/reminder-vocabulary.ts';

export interface ReminderChange {
  readonly kind: 'change';
  readonly action: ReminderAction;
  /** The words for what the reminder is about; null: all, or the one just said. */
  readonly subject: string | null;
  /** Whether no more than one is meant: "the reminder", and not "my reminders". */
  readonly isOne?: boolean;
  /** A day, `2026-03-09`, or a moment of it, `2026-03-09T18:00`. */
  readonly until: string | null;
  readonly minutes: number | null;
}

interface Limit {
  readonly until: string | null;
  readonly minutes: number | null;
  readonly end: number;
}

const noLimit = { until: null, minutes: null };
/** In words. */
const longestSubject = 6;
const actionsWithLimit: ReadonlySet<ReminderAction> = new Set(['pause', 'snooze', 'remove']);

/** "my reminders", "pause reminders until monday", "snooze 10 min", "delete the creatine reminder", "mark gym as done". */
export function readReminderChange(line: Line, start: number, given: Moment): ReminderChange | null {
  const { changes, changeNouns, markers } = line.language.reminders;
  const end = endOf(line);
  if (end <= start) return null;
  const marker = phraseAt(markers, line.tokens, start);
  const done = readDone(line, marker?.end ?? start, end, marker !== null);
  if (done) return done;
  const change = phraseAt(changes, line.tokens, start);
  const switched = change ? null : readSwitch(line, start, end);
  if (switched) return switched;
  if (!change) return isList(line, start, end) ? { kind: 'change', action: 'list', subject: null, ...noLimit } : null;
  const { action, isLoose } = change.meaning;
  const from = change.end;
  if (!isLoose) return action === 'snooze' ? readSnooze(line, from, end, given) : readStop(line, from, end);
  const noun = findFrom(line, from, end, changeNouns);
  if (noun === null) return null;
  const about = pastDeterminers(line, from);
  if (noun - about > longestSubject) return null;
  const before = about < noun ? textOf(line, about, noun) : null;
  const named = before ? { subject: before, end: noun + 1 } : readAbout(line, noun + 1, end, given);
  if (!named) return null;
  const limit = limitAt(line, named.end, given) ?? { ...noLimit, end: named.end };
  if (limit.end !== end) return null;
  const { until, minutes } = limit;
  const isLimited = until !== null || minutes !== null;
  if (isLimited && !actionsWithLimit.has(action)) return null;
  // "stop reminders until monday" only pauses them.
  const meant = isLimited && action === 'remove' ? 'pause' : action;
  const isOne = named.subject === null && isSingular(line, from, noun);
  return { kind: 'change', action: meant, subject: named.subject, ...(isOne ? { isOne } : {}), until, minutes };
}

/** "the reminder", "that reminder": not "every reminder", nor "reminders". */
const isSingular = (line: Line, from: number, noun: number): boolean =>
  !wordAt(line, noun).endsWith('s') &&
  line.tokens.slice(from, noun).every(({ word }) => !line.language.reminders.everyWords.has(word));

/** Where a line ends without marks, pictures and thanks. */
export function endOf(line: Line): number {
  const { courtesies } = line.language.reminders;
  let end = line.tokens.length;
  for (;;) {
    const last = line.tokens[end - 1];
    if (last?.kind === 'picture') end--;
    else if (end > 0 && phraseAt(courtesies, line.tokens, end - 1)?.end === end) end--;
    else if (end > 1 && phraseAt(courtesies, line.tokens, end - 2)?.end === end) end -= 2;
    else return end;
  }
}

const textOf = (line: Line, from: number, to: number): string =>
  line.text.slice(line.tokens[from]?.start, line.tokens[to - 1]?.end);

function findFrom(line: Line, from: number, to: number, words: ReadonlySet<string>): number | null {
  for (let at = from; at < to; at++) if (words.has(wordAt(line, at))) return at;
  return null;
}

function pastDeterminers(line: Line, at: number): number {
  return phraseAt(line.language.reminders.changeDeterminers, line.tokens, at)?.end ?? at;
}

/** "reminders", "my reminders", "all my reminders": a question has other words. */
function isList(line: Line, start: number, end: number): boolean {
  const at = pastDeterminers(line, start);
  return line.language.reminders.nouns.has(wordAt(line, at)) && wordAt(line, at).endsWith('s') && at + 1 === end;
}

/** "turn my water reminder back on" */
function readSwitch(line: Line, start: number, end: number): ReminderChange | null {
  const { switches, switchTails, changeNouns } = line.language.reminders;
  const from = phraseAt(switches, line.tokens, start)?.end;
  const noun = from === undefined ? null : findFrom(line, from, end, changeNouns);
  const tail = noun === null ? null : phraseAt(switchTails, line.tokens, noun + 1);
  if (from === undefined || noun === null || tail?.end !== end) return null;
  const about = pastDeterminers(line, from);
  const subject = about < noun ? textOf(line, about, noun) : null;
  const isOne = subject === null && isSingular(line, from, noun) ? { isOne: true } : {};
  return noun - about > longestSubject ? null : { kind: 'change', action: tail.meaning, subject, ...isOne, ...noLimit };
}

/** "reminders about water": what they are about, up to a limit of time. */
function readAbout(line: Line, at: number, end: number, given: Moment): { subject: string | null; end: number } | null {
  const about = phraseAt(line.language.reminders.subjectLeads, line.tokens, at);
  if (at >= end || limitAt(line, at, given)) return { subject: null, end: at };
  // "delete reminder gym"
  if (!about && wordAt(line, at - 1).endsWith('s')) return null;
  let to = about?.end ?? at;
  while (to < end && !limitAt(line, to, given)) to++;
  const start = pastDeterminers(line, about?.end ?? at);
  if (start >= to || to - start > longestSubject) return null;
  return { subject: textOf(line, start, to), end: to };
}

/** "stop reminding me", "stop reminding me to drink water": the reminder of that goes. */
function readStop(line: Line, from: number, end: number): ReminderChange | null {
  const start = phraseAt(line.language.reminders.subjectLeads, line.tokens, from)?.end ?? from;
  if (start > from && start >= end) return null;
  if (start === from && from < end) return null;
  const subject = start < end ? textOf(line, start, end) : null;
  return { kind: 'change', action: 'remove', subject, ...noLimit };
}

/** "snooze", "snooze 10 min", "snooze the gym reminder for an hour", "remind me again tomorrow". */
function readSnooze(line: Line, from: number, end: number, given: Moment): ReminderChange | null {
  const { changeNouns } = line.language.reminders;
  const noun = findFrom(line, from, end, changeNouns);
  const about = pastDeterminers(line, from);
  const subject = noun !== null && about < noun ? textOf(line, about, noun) : null;
  const after = noun === null ? from : noun + 1;
  const limit = after === end ? { ...noLimit, end } : limitAt(line, after, given);
  if (limit?.end !== end || (noun !== null && noun - about > longestSubject)) return null;
  // "postpone" and "delay" alone are of anything.
  if (noun === null && limit.until === null && limit.minutes === null && wordAt(line, from - 1) !== 'later')
    return wordAt(line, 0).startsWith('snooze') || from > 1
      ? { kind: 'change', action: 'snooze', subject, ...noLimit }
      : null;
  return { kind: 'change', action: 'snooze', subject, until: limit.until, minutes: limit.minutes };
}

/** "mark gym as done", "water reminder done", "tick off creatine". */
function readDone(line: Line, from: number, end: number, isMarked: boolean): ReminderChange | null {
  const { doneWords, changeNouns } = line.language.reminders;
  let to = end;
  for (const n of [2, 1]) {
    const done = end - n >= from ? phraseAt(doneWords, line.tokens, end - n) : null;
    if (done?.end === end) {
      to = end - n;
      break;
    }
  }
  const hasNoun = changeNouns.has(wordAt(line, to - 1));
  const isOff = wordAt(line, from - 1) === 'off';
  if ((to === end && !isOff) || (!isMarked && !hasNoun)) return null;
  const start = pastDeterminers(line, from);
  const last = hasNoun ? to - 1 : to;
  if (last - start > longestSubject || (last <= start && !hasNoun && !isMarked)) return null;
  const subject = last > start ? textOf(line, start, last) : null;
  return { kind: 'change', action: 'done', subject, ...noLimit };
}

/** "until monday", "for 2 days", "10 min", "till 8pm", "tomorrow". */
function limitAt(line: Line, at: number, given: Moment): Limit | null {
  const { untilLeads, forLeads } = line.language.reminders;
  const today = localDay(given.now, given.timeZone, given.dayStartHour);
  const until = phraseAt(untilLeads, line.tokens, at);
  const start = until?.end ?? at;
  const length = lengthAt(line, at, phraseAt(forLeads, line.tokens, at)?.end ?? at);
  if (length) {
    const isDays = length.days > 0 || length.months > 0;
    const day = isDays ? today.add({ months: length.months, days: length.days }).toString() : null;
    return { until: day, minutes: isDays ? null : length.minutes, end: length.end };
  }
  const week = weekLimit(line, at, today);
  if (week) return week;
  const day = recogniseDayAhead(line, start, given);
  const time = recogniseTime(line, day?.end ?? start, until !== null && !day);
  if (day && time) return { until: momentOf(day.day, time), minutes: null, end: time.end };
  // "no reminders today" lasts the day.
  const isToday = until === null && day?.day.equals(today) === true;
  if (day && isToday) return { until: today.add({ days: 1 }).toString(), minutes: null, end: day.end };
  if (day) return { until: day.day.toString(), minutes: null, end: day.end };
  if (!time) return null;
  return { until: nextMoment(time, given), minutes: null, end: time.end };
}

/** "this week", and from its Friday on "this weekend": until the next Monday. */
function weekLimit(line: Line, at: number, today: Temporal.PlainDate): Limit | null {
  const { thisWeek, thisWeekend } = line.language.reminders;
  const found =
    phraseAt(thisWeek, line.tokens, at) ?? (today.dayOfWeek >= 5 ? phraseAt(thisWeekend, line.tokens, at) : null);
  return found && { until: today.add({ days: 8 - today.dayOfWeek }).toString(), minutes: null, end: found.end };
}

function lengthAt(line: Line, at: number, start: number) {
  const delay = recogniseDelay(line, at);
  if (delay) return delay;
  const { articles } = line.language;
  const { delayUnits } = line.language.reminders;
  const one = articles.has(wordAt(line, start)) ? delayUnits.get(wordAt(line, start + 1)) : undefined;
  const number = one ? { value: 1, end: start + 1 } : recogniseNumber(line, start);
  if (!number) return null;
  const after = articles.has(wordAt(line, number.end)) ? number.end + 1 : number.end;
  const unit = delayUnits.get(wordAt(line, after));
  // "snooze 10" counts minutes.
  if (!unit)
    return after === endOf(line) ? { minutes: Math.round(number.value), days: 0, months: 0, end: after } : null;
  const none = { minutes: 0, days: 0, months: 0, end: after + 1 };
  if (unit === 'minute') return { ...none, minutes: Math.round(number.value) };
  if (unit === 'hour') return { ...none, minutes: Math.round(number.value * 60) };
  if (unit === 'day') return { ...none, days: Math.round(number.value) };
  if (unit === 'week') return { ...none, days: Math.round(number.value * 7) };
  return { ...none, months: Math.round(number.value * (unit === 'year' ? 12 : 1)) };
}

const momentOf = (day: Temporal.PlainDate, { hour, minute }: { hour: number; minute: number }): string =>
  day.toPlainDateTime({ hour: hour % 24, minute }).toString({ smallestUnit: 'minute' });

/** When that time comes next. */
function nextMoment(
  { hour, minute, isHalfDayOpen }: { hour: number; minute: number; isHalfDayOpen: boolean },
  given: Moment,
) {
  const now = given.now.toZonedDateTimeISO(given.timeZone).toPlainDateTime();
  const hours = isHalfDayOpen ? [hour % 12, (hour % 12) + 12] : [hour % 24];
  const today = hours.map((one) => now.toPlainDate().toPlainDateTime({ hour: one, minute }));
  const due = today.find((at) => Temporal.PlainDateTime.compare(at, now) > 0) ?? today[0]?.add({ days: 1 });
  return due?.toString({ smallestUnit: 'minute' }) ?? null;
}
