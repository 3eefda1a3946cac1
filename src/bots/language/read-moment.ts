import { Temporal } from 'temporal-polyfill';
import type { Line } from './line.ts';
import { listWhen } from './list-when.ts';
import { phrases } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { scan } from './scan.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { english } from './vocabulary/en/index.ts';

export interface WhenRead {
  /** Null where no time of the day was said. */
  readonly schedule: Schedule | null;
  /** The words that tell no time, in order. */
  readonly rest: string;
  /** Whether anything of a time was said at all. */
  readonly isTold: boolean;
}

const noSlots = phrases<string>([]);

/** Reads a day and a time, or days that recur, out of words, and gives back what else there is. Never throws. */
export function readWhen(text: string, moment: Moment): WhenRead {
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const when = listWhen(line, 0, moment);
  if (when.taken.size === 0) return { schedule: null, rest: text.trim(), isTold: false };
  const read = scheduleOf(when, null, moment);
  let rest = '';
  let from = 0;
  for (const [at, token] of line.tokens.entries()) {
    if (!when.taken.has(at)) continue;
    rest += text.slice(from, token.start);
    from = token.end;
  }
  rest += text.slice(from);
  return { schedule: 'schedule' in read ? read.schedule : null, rest: tidy(rest), isTold: true };
}

/** Words that only led to a time: "by", "on", "at". */
const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?:^|\s)(?:by|on|at|until|from|to|the)(?=\s*(?:$|[,;:]))/gi, '')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
    .trim();

/** The one moment a schedule means where somebody is; null for what recurs. */
export function momentOf(schedule: Schedule, timeZone: string): Temporal.Instant | null {
  const [at] = schedule.at ?? [];
  if (schedule.on === null || at === undefined || schedule.everyMinutes !== null) return null;
  return Temporal.PlainDate.from(schedule.on)
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) })
    .toInstant();
}
