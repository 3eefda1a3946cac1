import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { type FoundTime, recogniseClockTime } from './recognise-clock-time.ts';
import { recogniseSpokenTime } from './recognise-times.ts';

/**
 * When something was eaten: a time of day ("13:15", "9am"), as it is spoken ("at half past 12", "around quarter to 8",
 * "3 o'clock"), or an hour that ends what is said after a food of which there is but one ("an apple around 3"). `to` is
 * where the sentence ends; `isAfterOne` whether such a food stands before.
 */
export function recogniseMealTime(line: Line, at: number, to: number, isAfterOne: () => boolean): FoundTime | null {
  const { language, tokens } = line;
  const { clock, reminders } = language;
  const written = recogniseClockTime(line, at);
  if (written) return { ...written, end: phraseAt(reminders.oclock, tokens, written.end)?.end ?? written.end };
  const lead = phraseAt(clock.leads, tokens, at);
  const start = lead?.end ?? at;
  if (!lead && !isToHour(line, start)) return null;
  const spoken = recogniseSpokenTime(line, start, lead !== null);
  if (spoken) return { ...spoken, isInWords: true };
  const hour = hourAt(line, start);
  if (hour === null) return null;
  const next = wordAt(line, start + 1);
  const isSaid = next === 'oclock' || (lead !== null && next === 'ish');
  const isLast = start + 1 >= to || next === ',';
  // "around 5 a banana"
  const isApart = lead !== null && language.articles.has(next);
  if (!isSaid && !isApart && !(lead && isLast && isAfterOne())) return null;
  return { hour, minute: 0, isHalfDayOpen: true, end: isSaid ? start + 2 : start + 1 };
}

/** A first look: without a lead only "half past", "10 to" and "3 o'clock" tell of a time. */
function isToHour(line: Line, at: number): boolean {
  const { pastWords, toWords } = line.language.reminders;
  const next = wordAt(line, at + 1);
  const isPart = line.tokens[at]?.kind === 'number' || line.language.fractions.has(wordAt(line, at));
  return isPart && (pastWords.has(next) || toWords.has(next) || next === 'oclock');
}

/** From 1 to 12, in figures. */
function hourAt(line: Line, at: number): number | null {
  const value = line.tokens[at]?.value ?? null;
  return value !== null && Number.isInteger(value) && value >= 1 && value <= 12 ? value : null;
}
