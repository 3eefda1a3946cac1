import { type Line, wordAt } from './line.ts';
import { listWhen } from './list-when.ts';
import { phraseAt } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { recogniseTime } from './recognise-times.ts';
import { recogniseZone } from './recognise-zone.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { moveLeads, moveTo } from './vocabulary/en/built-in-reminders.ts';
import type { Recurrence } from './vocabulary/reminder-vocabulary.ts';

export interface ReminderMove {
  readonly kind: 'move';
  /** The words for which one. */
  readonly subject: string;
  readonly schedule: Schedule;
}

const unsaid: Schedule = { at: null, days: null, everyMinutes: null, from: null, to: null, on: null };
/** In words. */
const longestSubject = 6;
const daily: Recurrence = { kind: 'days', days: [1, 2, 3, 4, 5, 6, 7], part: null };

/** "move my gym reminder to 19:00", "change the water reminder to every 90 minutes", "keep the gym reminder in
 * london time": from `start` to `end`. */
export function readReminderMove(line: Line, start: number, end: number, given: Moment): ReminderMove | null {
  const { nouns, changeDeterminers, connectors } = line.language.reminders;
  const lead = phraseAt(moveLeads, line.tokens, start);
  if (!lead) return null;
  const from = phraseAt(changeDeterminers, line.tokens, lead.end)?.end ?? lead.end;
  let noun = from;
  while (noun < end && !nouns.has(wordAt(line, noun))) noun++;
  if (noun === from || noun - from > longestSubject || noun >= end) return null;
  const subject = line.text.slice(line.tokens[from]?.start, line.tokens[noun - 1]?.end);
  const to = phraseAt(moveTo, line.tokens, noun + 1);
  const zone = recogniseZone(line, to?.end ?? noun + 1);
  if (zone?.end === end) return { kind: 'move', subject, schedule: { ...unsaid, timeZone: zone.timeZone } };
  if (!to || to.end >= end) return null;
  const listed = listWhen(line, noun + 1, given);
  // Nothing but a number is an hour here: "to 9".
  const bare = listed.times || listed.recurrences.length > 0 ? null : recogniseTime(line, to.end, true);
  const when =
    bare?.end === end
      ? { ...listed, times: { times: [bare], isLed: true, part: null, end }, taken: spanOf(to.end, end) }
      : listed;
  for (let at = to.end; at < end; at++)
    if (!when.taken.has(at) && !connectors.has(wordAt(line, at)) && line.tokens[at]?.kind !== 'mark') return null;
  // A time alone moves it within its days, and is the usual one of the day, not the next to come.
  const isTimeOnly = !when.day && when.recurrences.length === 0;
  const read = scheduleOf(isTimeOnly ? { ...when, recurrences: [daily] } : when, null, given);
  if (!('schedule' in read)) return null;
  return { kind: 'move', subject, schedule: isTimeOnly ? { ...read.schedule, days: null } : read.schedule };
}

const spanOf = (from: number, to: number): ReadonlySet<number> =>
  new Set(Array.from({ length: to - from }, (_, i) => from + i));
