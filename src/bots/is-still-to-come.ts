import { localDay } from '../domain/users/local-day.ts';
import type { Command, Given } from './command.ts';
import { interpret } from './interpret.ts';

/** Only what names a time can be too early for it. */
const timed = /\d|noon|midnight|tonight|later|tomorrow|evening|afternoon/i;
const tomorrow = /\b(?:tomorrow|tmrw|tmr|tomoz)\b/gi;

/** Whether words that say nothing now would be a log by the end of the day, or of the next: "turkey sandwich at 12:30" at seven. */
export function isStillToCome(commands: readonly Command[], text: string, given: Given): boolean {
  if (!timed.test(text)) return false;
  const { now, timeZone, dayStartHour } = given;
  const next = localDay(now, timeZone, dayStartHour).add({ days: 1 });
  const late = next
    .toZonedDateTime({ timeZone, plainTime: { hour: dayStartHour } })
    .subtract({ minutes: 1 })
    .toInstant();
  const read = interpret(commands, text.replace(tomorrow, 'today'), { ...given, now: late });
  return read?.command.name === 'log' && 'input' in read.reading;
}
