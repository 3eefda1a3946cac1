import { Temporal } from 'temporal-polyfill';
import { kindOfReminder } from './kind-of-reminder.ts';
import { type Line, wordAt } from './line.ts';
import { listWhen, type When } from './list-when.ts';
import { phraseAt } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import type { ReminderReading } from './read-reminder.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import {
  offLeads,
  onLeads,
  onTails,
  type Telling,
  tellingLeads,
  tellings,
  warnings,
} from './vocabulary/en/built-in-reminders.ts';

const daily = [1, 2, 3, 4, 5, 6, 7];
const sunday = [7];
/** In words. */
const longestName = 4;

/**
 * Reads what switches on or off, or sets a time for, what Spotter tells by itself ("daily summary at 9pm", "weekly card off",
 * "warn me before my streak ends"), and "lunch reminder on". Null for anything else.
 */
export function readBuiltIn(line: Line, start: number, end: number, given: Moment): ReminderReading | null {
  const warning = phraseAt(warnings, line.tokens, start);
  if (warning) return withWhen(line, warning.meaning, warning.end, end, given) ?? null;
  const off = phraseAt(offLeads, line.tokens, start);
  const on = off ? null : phraseAt(onLeads, line.tokens, start);
  const lead = off ?? on ?? phraseAt(tellingLeads, line.tokens, start);
  const name = phraseAt(tellings, line.tokens, lead?.end ?? pastMy(line, start));
  if (!name) return readReminderSwitch(line, start, end);
  if (off) return name.end === end ? change('pause', name.meaning) : null;
  const tail = phraseAt(onTails, line.tokens, name.end);
  if (tail?.end === end) return change(tail.meaning === 'on' ? 'resume' : 'pause', name.meaning);
  if (name.end === end) return lead ? change('resume', name.meaning) : null;
  return withWhen(line, name.meaning, name.end, end, given);
}

const change = (action: 'resume' | 'pause', subject: string): ReminderReading => ({
  kind: 'change',
  action,
  subject,
  until: null,
  minutes: null,
});

const pastMy = (line: Line, at: number): number => (/^(?:my|the)$/.test(wordAt(line, at)) ? at + 1 : at);

/** What follows the name is when it is to come, and nothing else. */
function withWhen(line: Line, what: Telling, from: number, end: number, given: Moment): ReminderReading | null {
  if (from === end) return change('resume', what);
  const { connectors } = line.language.reminders;
  const when = listWhen(line, from, given);
  for (let at = from; at < end; at++)
    if (!when.taken.has(at) && !connectors.has(wordAt(line, at)) && line.tokens[at]?.kind !== 'mark') return null;
  const schedule = scheduleFor(what, when, given);
  return schedule && { kind: 'set', what, schedule };
}

/** A week is told once a week, on Sundays unless they say otherwise; the rest daily, a briefing in the morning. */
function scheduleFor(what: Telling, when: When, given: Moment): Schedule | null {
  if (!when.times) return null;
  const part = what === 'morning briefing' ? 'morning' : 'evening';
  const scheduled = scheduleOf({ ...when, day: null, recurrences: [] }, part, given);
  const said = scheduleOf(when, part, given);
  if (!('schedule' in scheduled)) return null;
  const onDay = 'schedule' in said && when.day && said.schedule.on ? Temporal.PlainDate.from(said.schedule.on) : null;
  const recurring = 'schedule' in said ? said.schedule.days : null;
  const days = onDay ? [onDay.dayOfWeek] : (recurring ?? (what === 'weekly card' ? sunday : daily));
  return { ...scheduled.schedule, on: null, days };
}

/** "lunch reminder on", "weigh-in reminders off". */
function readReminderSwitch(line: Line, start: number, end: number): ReminderReading | null {
  const { nouns } = line.language.reminders;
  const from = pastMy(line, start);
  let noun = from;
  while (noun < end && !nouns.has(wordAt(line, noun))) noun++;
  const tail = noun > from && noun - from <= longestName ? phraseAt(onTails, line.tokens, noun + 1) : null;
  if (tail?.end !== end) return null;
  const subject = line.text.slice(line.tokens[from]?.start, line.tokens[noun - 1]?.end);
  if (kindOfReminder(subject).kind === 'own') return null;
  return change(tail.meaning === 'on' ? 'resume' : 'pause', subject);
}
