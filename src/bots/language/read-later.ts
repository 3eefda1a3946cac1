import { Temporal } from 'temporal-polyfill';
import type { Moment } from './place-in-time.ts';
import { readReminder } from './read-reminder.ts';

export interface LaterReading {
  /** When it goes out; null where no moment ahead was said. */
  readonly at: Temporal.Instant | null;
  readonly body: string;
}

/** In words: a moment takes no more. */
const longestMoment = 8;
const subject = 'write';

/**
 * Reads "tomorrow 8:00 well done, see you at 9": the moment is as long a beginning as tells one, and all behind it is
 * said as it is. The moment is one where the person is who gets it.
 */
export function readLater(text: string, moment: Moment): LaterReading {
  const words = [...text.trim().matchAll(/\S+/gu)];
  for (let n = Math.min(longestMoment, words.length - 1); n > 0; n--) {
    const end = words[n]?.index ?? text.length;
    const at = momentOf(
      text
        .trim()
        .slice(0, end)
        .replace(/[\s:,]+$/u, ''),
      moment,
    );
    if (at) return { at, body: text.trim().slice(end).trim() };
  }
  return { at: null, body: text.trim() };
}

/** The moment that these words name, and nothing but a moment. */
function momentOf(words: string, moment: Moment): Temporal.Instant | null {
  const read = readReminder(`remind me ${words} to ${subject}`, moment);
  if (read?.kind !== 'set' || read.what !== subject) return null;
  if (read.delayMin !== undefined) return moment.now.add({ minutes: read.delayMin });
  const { on, at, days, everyMinutes } = read.schedule;
  const [time, another] = at ?? [];
  if (!on || !time || another || days || everyMinutes !== null) return null;
  const plainTime = Temporal.PlainTime.from(time);
  return Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: moment.timeZone, plainTime }).toInstant();
}
