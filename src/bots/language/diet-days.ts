import type { Temporal } from 'temporal-polyfill';
import type { Line } from './line.ts';
import { ownSlotPhrases } from './own-slot-phrases.ts';
import { phraseAt } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { recogniseDayAhead } from './recognise-day-ahead.ts';
import { recogniseWeekdays } from './recognise-weekdays.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

/** A text as recognisers get it. */
export const lineFor = (text: string, slots: readonly string[]): Line => ({
  text,
  tokens: scan(text),
  language: english,
  ownSlots: ownSlotPhrases(slots),
});

/** The weekdays that these words are, all of them; 1–7 for "every day", null for anything else. */
export function weekdaysSaid(text: string): readonly number[] | null {
  if (/^(?:every ?day|daily|each day|all days|all week|the whole week)$/i.test(text.trim()))
    return [1, 2, 3, 4, 5, 6, 7];
  const line = lineFor(text.trim().replace(/^on\s+/i, ''), []);
  const found = recogniseWeekdays(line, 0);
  return found && found.end === line.tokens.length ? found.days : null;
}

/** The meal that these words are, whole; null for anything else. */
export function slotSaid(text: string, slots: readonly string[]): string | null {
  const line = lineFor(text.trim(), slots);
  const found = phraseAt(line.ownSlots, line.tokens, 0) ?? phraseAt(line.language.slots, line.tokens, 0);
  return found && found.end === line.tokens.length ? found.meaning : null;
}

/** The day, today or to come, that these words are; null for anything else. */
export function dayAheadSaid(text: string, moment: Moment): Temporal.PlainDate | null {
  const line = lineFor(text.trim(), []);
  const found = recogniseDayAhead(line, 0, moment);
  return found && found.end === line.tokens.length ? found.day : null;
}
