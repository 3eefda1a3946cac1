import { type Line, type Span, wordAt } from './line.ts';

export interface FoundWeekdays extends Span {
  /** ISO, 1–7, in order. */
  readonly days: readonly number[];
  /** Whether it can only be meant again and again: several days, a range, a plural. */
  readonly isRecurring: boolean;
}

/** Weekdays said together: "mon wed fri", "tuesdays and thursdays", "mon-fri", "monday to friday", "mon/wed", "weekends". */
export function recogniseWeekdays(line: Line, at: number): FoundWeekdays | null {
  const { and } = line.language;
  const first = oneAt(line, at);
  if (!first) return null;
  const days = new Set(first.days);
  let { end } = first;
  let isRecurring = first.isRecurring;
  for (;;) {
    const word = wordAt(line, end);
    const isJoin = word === ',' || word === '/' || word === '+' || and.has(word);
    const isComma = word === ',' && and.has(wordAt(line, end + 1));
    const next = oneAt(line, isComma ? end + 2 : isJoin ? end + 1 : end);
    if (!next) break;
    for (const day of next.days) days.add(day);
    end = next.end;
    isRecurring = true;
  }
  return { days: [...days].sort(), isRecurring, end };
}

function oneAt(line: Line, at: number): FoundWeekdays | null {
  const { weekdays, to } = line.language;
  const { weekdayGroups, through, pluralWeekdays } = line.language.reminders;
  const word = wordAt(line, at);
  const group = weekdayGroups.get(word);
  if (group) return { days: group, isRecurring: true, end: at + 1 };
  const glued = word.split('-').map((part) => weekdays.get(part));
  if (glued.length > 1) {
    const [from, until] = glued;
    if (glued.some((day) => day === undefined) || from === undefined || until === undefined) return null;
    const days = glued.length === 2 ? range(from, until) : glued.filter((day) => day !== undefined);
    return { days, isRecurring: true, end: at + 1 };
  }
  const [day] = glued;
  if (day === undefined) return null;
  const joint = wordAt(line, at + 1);
  const until = weekdays.get(wordAt(line, at + 2));
  if (until !== undefined && joint !== 'or' && (joint === '-' || to.has(joint) || through.has(joint)))
    return { days: range(day, until), isRecurring: true, end: at + 3 };
  return { days: [day], isRecurring: pluralWeekdays.has(word), end: at + 1 };
}

/** "sat-mon" runs over the end of the week. */
function range(from: number, until: number): number[] {
  const length = ((until - from + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => ((from - 1 + i) % 7) + 1).sort();
}
