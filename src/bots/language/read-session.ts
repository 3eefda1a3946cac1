import type { Temporal } from 'temporal-polyfill';
import type { Moment } from './place-in-time.ts';
import { nameAhead } from './read-coaching.ts';
import { momentOf, readWhen } from './read-moment.ts';
import type { Schedule } from './schedule.ts';
import { weekdaysInFull } from './weekdays-in-full.ts';

/** Something a client is to do, and when they want to be reminded of it; null: not at all. */
export interface ReadItem {
  readonly text: string;
  readonly when: Pick<Schedule, 'at' | 'days' | 'on'> | null;
}

/** What is said of a coaching session, behind the name of the client where a coach says it. */
export type SessionReading =
  | { readonly do: 'list' }
  | {
      readonly do: 'plan';
      readonly startsAt: Temporal.Instant;
      readonly durationMin: number | null;
      readonly topics: readonly string[];
    }
  | { readonly do: 'move'; readonly startsAt: Temporal.Instant }
  | { readonly do: 'cancel' }
  | { readonly do: 'topics'; readonly topics: readonly string[] }
  | { readonly do: 'notes' | 'feedback'; readonly text: string }
  /** `day` of the next one, where it is named as well. */
  | { readonly do: 'done'; readonly text: string; readonly day: string | null }
  | { readonly do: 'items'; readonly items: readonly ReadItem[] }
  | { readonly do: 'next'; readonly day: string }
  | { readonly problem: string };

const verbs: Readonly<Record<string, string>> = {
  ...{ move: 'move', reschedule: 'move', cancel: 'cancel', off: 'cancel' },
  ...{ topics: 'topics', topic: 'topics', about: 'topics', notes: 'notes', note: 'notes', discussed: 'notes' },
  ...{ feedback: 'feedback', todo: 'items', todos: 'items', tasks: 'items', actions: 'items', homework: 'items' },
  ...{ next: 'next', done: 'done', complete: 'done', completed: 'done', finish: 'done', held: 'done' },
};
const noTime = 'Say the day and the time, like: friday 17:00.';

const planned =
  /^(?:please |can (?:you|we|i) |could (?:you|we|i) |let'?s |i(?:'d| would) like to |i want to )?(?:plan|book|schedule|arrange|have|ask for) (?:a |the |my |our |another )?(?:next )?(?:coaching )?(?:session|call)\s+(?<words>\S.*?)[.?!]*$/is;

/** "book tom in for thursday at 5", "session w anna friday 17:00", "schedule kim tomorrow 10am" */
const shortly =
  /^(?:please |can (?:you|we|i) )?(?:(?:plan|book|schedule|arrange|pencil in)(?: in)?(?: (?:a |the )?(?<session>session|call))?|(?:new )?(?<alone>session|call(?= with\b| w\b)))(?: with| w\/?)? (?<words>\S.*)$/is;

/**
 * What is said of a session without a slash, as it would stand behind one: "book a session with anna friday 17:00" by
 * a coach, "book a session friday 17:00" by somebody who is coached. Null for anything else, and for everybody else: people
 * train in sessions too.
 */
export function readSessionWords(
  text: string,
  {
    isCoach,
    hasCoach,
    clients = [],
  }: { readonly isCoach: boolean; readonly hasCoach: boolean; readonly clients?: readonly string[] },
): string | null {
  if (!isCoach && !hasCoach) return null;
  const short = isCoach ? shortly.exec(text.trim())?.groups : null;
  const named = short && nameAhead(short.words ?? '', clients);
  if (named && !named.isMarked && (short.session !== undefined || short.alone !== undefined || /\d/.test(named.rest)))
    return `${named.name} ${named.rest.replace(/^(?:in|for|at|on)\s+(?:for\s+|on\s+)?/i, '')}`
      .trim()
      .replace(/[.?!]+$/, '');
  const { words } = planned.exec(text.trim())?.groups ?? {};
  if (words === undefined) return null;
  const said = words.trim().replace(/^with (?:me|my coach)\b,?\s*/i, '');
  const isNamed = /^with\s/i.test(said);
  // A coach names whom, and whoever is coached nobody but their coach.
  if (isNamed !== isCoach) return null;
  return said.replace(/^with\s+/i, '').trim();
}

/** Reads what stands behind `/session`, and behind the client's name where there is one. */
export function readSession(said: string, moment: Moment): SessionReading {
  const text = said.trim();
  if (text === '' || /^(?:list|all|show)$/i.test(text)) return { do: 'list' };
  const [, verb = '', more = ''] = /^([\p{L}]+)\b[:,]?\s*(.*)$/su.exec(text) ?? [];
  return Object.hasOwn(verbs, verb.toLowerCase()) ? act(verb, more, moment) : plan(text, moment);
}

/** "cancel anna", "move the session with anna to friday": the same with the name ahead. */
export function nameFirst(said: string): { readonly words: string; readonly verb: string } {
  const [, verb = '', words] =
    /^\s*(move|reschedule|cancel)\s+(?:the\s+)?(?:session\s+)?(?:with\s+)?(.*)$/is.exec(said) ?? [];
  return words === undefined ? { words: said, verb: '' } : { words, verb };
}

function act(verb: string, text: string, moment: Moment): SessionReading {
  switch (verbs[verb.toLowerCase()]) {
    case 'move': {
      const startsAt = startOf(text, moment)?.startsAt;
      return startsAt ? { do: 'move', startsAt } : { problem: noTime };
    }
    case 'cancel':
      return { do: 'cancel' };
    case 'topics':
      return text === ''
        ? { problem: 'Name the topics, like: topics squats, sleep.' }
        : { do: 'topics', topics: listed(text) };
    case 'notes':
      return text === '' ? { problem: 'Write the notes behind it.' } : { do: 'notes', text };
    case 'feedback':
      return text === '' ? { problem: 'Write the feedback behind it.' } : { do: 'feedback', text };
    case 'items':
      return text === ''
        ? { problem: 'Write what there is to do, like: todo walk 8000 steps every day; book physio by friday.' }
        : { do: 'items', items: readItems(text, moment) };
    case 'next': {
      const on = nextDay(text, moment);
      return on ? { do: 'next', day: on } : { problem: 'Say the day of the next session, like: next 12 june.' };
    }
    default: {
      const [, before = '', behind = ''] = /^(.*?)(?:^|[\s,;.]+)next:?\s+(.+?)[.!]*$/is.exec(text) ?? [];
      const day = behind === '' ? null : nextDay(behind, moment);
      return day ? { do: 'done', text: before.trim(), day } : { do: 'done', text, day: null };
    }
  }
}

const nextDay = (text: string, moment: Moment): string | null =>
  readWhen(withTime(text, moment), moment).schedule?.on ?? null;

function plan(text: string, moment: Moment): SessionReading {
  const read = startOf(text, moment);
  if (!read) return { problem: noTime };
  const topics = read.rest.replace(/^(?:with\s+)?(?:topics?|about)\b:?\s*/i, '');
  return {
    do: 'plan',
    startsAt: read.startsAt,
    durationMin: read.durationMin,
    topics: topics === '' ? [] : listed(topics),
  };
}

const length = /\b(?:for\s+)?(?:(\d{1,3})\s*(?:min(?:ute)?s?|m)|(\d(?:[.,]5)?)\s*h(?:ours?)?)\b/i;

/** When it begins and how long it takes, and the words that tell neither. */
function startOf(text: string, moment: Moment) {
  const [before = '', ...after] = text.split(/\b(?=(?:topics?|about)\b)/i);
  const long = /^\s*(?:to\s+)?in\s/i.test(before) ? null : length.exec(before);
  const head = long ? before.replace(long[0], ' ') : before;
  const { schedule, rest } = readWhen(weekdaysInFull(head.replace(/^\s*to\s+/i, '')), moment);
  const startsAt = schedule && momentOf(schedule, moment.timeZone);
  if (!startsAt) return null;
  const minutes = long ? (long[1] ? Number(long[1]) : Number(long[2]?.replace(',', '.')) * 60) : null;
  return { startsAt, durationMin: minutes, rest: [rest, ...after].join(' ').trim() };
}

const listed = (text: string): string[] =>
  text
    .split(/\s*[,;\n]\s*/)
    .map((one) => one.trim().replace(/[.]$/, ''))
    .filter((one) => one !== '')
    .slice(0, 10);

const usualTime = '9:00';

/** A day without a time is meant in the morning. */
function withTime(text: string, moment: Moment): string {
  const read = readWhen(text, moment);
  return read.isTold && read.schedule === null ? `${text} at ${usualTime}` : text;
}

/** "walk 8000 steps every day; book physio by friday 10:00": one a line, or between semicolons. */
function readItems(text: string, moment: Moment): ReadItem[] {
  return text
    .split(/\s*[;\n]\s*/)
    .map((one) => one.replace(/^[-*•]\s*/, '').trim())
    .filter((one) => one !== '')
    .slice(0, 10)
    .map((one) => {
      const { schedule, rest } = readWhen(withTime(one, moment), moment);
      const isUsable =
        schedule !== null && schedule.everyMinutes === null && (schedule.on !== null || schedule.days !== null);
      if (!isUsable || rest === '') return { text: one, when: null };
      return { text: rest, when: { at: schedule.at, days: schedule.days, on: schedule.on } };
    });
}
