import { type Line, wordAt } from './line.ts';
import { listWhen } from './list-when.ts';
import { phraseAt } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { recogniseTime } from './recognise-times.ts';
import { recogniseZone } from './recognise-zone.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import {
  made,
  madeTo,
  moveBack,
  moveLeads,
  moveTo,
  onlyOne,
  pronouns,
  recurs,
  standing,
} from './vocabulary/en/built-in-reminders.ts';
import type { Recurrence } from './vocabulary/reminder-vocabulary.ts';

export interface ReminderMove {
  readonly kind: 'move';
  /** The words for which one; null: the one just set or said. */
  readonly subject: string | null;
  readonly schedule: Schedule;
}

const unsaid: Schedule = { at: null, days: null, everyMinutes: null, from: null, to: null, on: null };
/** In words. */
const longestSubject = 6;
const daily: Recurrence = { kind: 'days', days: [1, 2, 3, 4, 5, 6, 7], part: null };

/** "move my gym reminder to 19:00", "change the water reminder to every 90 minutes", "keep the gym reminder in
 * london time", "make the reminder 8pm": from `start` to `end`. Right after a reminder "push it to 8pm" is one as well. */
export function readReminderMove(
  line: Line,
  start: number,
  end: number,
  given: Moment,
  isReminded: boolean,
): ReminderMove | null {
  const { connectors } = line.language.reminders;
  const meant = readMoved(line, start, end, isReminded);
  if (!meant) return null;
  const { subject } = meant;
  const after = phraseAt(moveBack, line.tokens, meant.end)?.end ?? meant.end;
  // "make my water reminder every 90 min", "make the reminder 8pm"
  const isMade = meant.isMade && (subject === null || recurs.has(wordAt(line, after)));
  const to = phraseAt(moveTo, line.tokens, after) ?? (isMade || meant.isMadeTo ? { end: after } : null);
  const zone = recogniseZone(line, to?.end ?? after);
  if (zone?.end === end) return { kind: 'move', subject, schedule: { ...unsaid, timeZone: zone.timeZone } };
  if (!to || to.end >= end) return null;
  const listed = listWhen(line, after, given);
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
  if ('schedule' in read)
    return { kind: 'move', subject, schedule: isTimeOnly ? { ...read.schedule, days: null } : read.schedule };
  // "move the reminder to tomorrow" keeps its time.
  const [choice] = when.times === null && 'choices' in read && read.about === 'time' ? read.choices : [];
  return choice ? { kind: 'move', subject, schedule: { ...choice.schedule, at: null } } : null;
}

interface Moved {
  readonly subject: string | null;
  readonly end: number;
  readonly isMade: boolean;
  readonly isMadeTo: boolean;
}

/** "change the gym reminder", "make the reminder", right after one "push it": which is to be moved. */
function readMoved(line: Line, start: number, end: number, isReminded: boolean): Moved | null {
  const { nouns, changeDeterminers } = line.language.reminders;
  const lead = phraseAt(moveLeads, line.tokens, start);
  if (!lead) return null;
  const isMade = made.has(wordAt(line, lead.end - 1));
  const isMadeTo = madeTo.has(wordAt(line, lead.end - 1));
  const it = isReminded ? phraseAt(pronouns, line.tokens, lead.end) : null;
  if (it && !nouns.has(wordAt(line, it.end))) return { subject: null, end: it.end, isMade, isMadeTo };
  const one = phraseAt(onlyOne, line.tokens, lead.end);
  if (one && one.end <= end) return { subject: null, end: one.end, isMade, isMadeTo };
  const from = phraseAt(changeDeterminers, line.tokens, lead.end)?.end ?? lead.end;
  let noun = from;
  while (noun < end && !nouns.has(wordAt(line, noun))) noun++;
  if (noun === from || noun - from > longestSubject || noun >= end) return null;
  const subject = line.text.slice(line.tokens[from]?.start, line.tokens[noun - 1]?.end);
  return { subject, end: noun + 1, isMade, isMadeTo };
}

/** "change the reminder", "push my gym reminder back a bit": a reminder there is, whatever is to become of it. */
export const isOfStanding = (line: Line, start: number): boolean => {
  const lead = phraseAt(moveLeads, line.tokens, start);
  const from = lead && phraseAt(standing, line.tokens, lead.end)?.end;
  if (!from) return false;
  const { nouns } = line.language.reminders;
  for (let at = from; at <= from + longestSubject; at++) if (nouns.has(wordAt(line, at))) return true;
  return false;
};

const spanOf = (from: number, to: number): ReadonlySet<number> =>
  new Set(Array.from({ length: to - from }, (_, i) => from + i));
