import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseNumber } from './recognise-number.ts';

export interface FoundTime extends Span {
  readonly hour: number;
  readonly minute: number;
  /** Whether morning or evening is open: "at 7", "at 7:30", without am, pm or a 24-hour form. */
  readonly isHalfDayOpen: boolean;
  /** Its minutes were said in words, which nobody does of a 24-hour clock. */
  readonly isInWords?: boolean;
}

/** A time of day: "13:15", "9am", "at 7.30 pm", "19h", "at 19", "at around 10:30", "noon". A bare number needs "at". */
export function recogniseClockTime(line: Line, at: number): FoundTime | null {
  const { clock } = line.language;
  const lead = phraseAt(clock.leads, line.tokens, at);
  const start = lead?.end ?? at;
  const named = clock.named.get(wordAt(line, start));
  if (named) return { ...named, isHalfDayOpen: false, end: start + 1 };

  const token = line.tokens[start];
  if (!token) return null;
  const isFirm = lead !== null && clock.firmLeads.has(wordAt(line, at));
  const hour =
    token.kind === 'number'
      ? token.value
      : isFirm
        ? (recogniseNumber(line, start)?.value ?? clock.hours.get(token.word) ?? null)
        : null;
  if (hour === null) return null;
  const written = withMinutes(line, start) ?? withSaidMinutes(line, start, hour);
  const value = written ? written.hour : hour;
  const minute = written ? written.minute : 0;
  if (!Number.isInteger(value) || value < 0 || value > 24) return null;
  const end = written ? written.end : start + 1;

  const am = phraseAt(clock.am, line.tokens, end);
  const pm = phraseAt(clock.pm, line.tokens, end);
  if ((am || pm) && value >= 1 && value <= 12 && isHalfDaySaid(line, end, written !== null || isFirm)) {
    return {
      hour: (value % 12) + (pm ? 12 : 0),
      minute,
      isHalfDayOpen: false,
      end: spanOfHalfDay(line, end, am?.end ?? pm?.end ?? end),
    };
  }
  const hourForm = written ? null : /^h([0-5]\d)?$/.exec(wordAt(line, end));
  if (hourForm && line.tokens[end]?.isGlued && value < 24) {
    return { hour: value, minute: Number(hourForm[1] ?? 0), isHalfDayOpen: false, end: end + 1 };
  }
  // "7.30" is a decimal unless "at" says otherwise.
  if (written ? written.isColon || isFirm : isFirm && isFree(line, end)) {
    if (value === 24) return null;
    const isHalfDayOpen = value >= 1 && value <= 12 && !/^0/.test(token.word);
    return { hour: value, minute, isHalfDayOpen, ...(written?.isInWords && { isInWords: true }), end };
  }
  return null;
}

interface Written {
  readonly hour: number;
  readonly minute: number;
  readonly end: number;
  readonly isColon: boolean;
  readonly isInWords?: boolean;
}

function withMinutes(line: Line, start: number): Written | null {
  const token = line.tokens[start];
  if (token?.kind !== 'number') return null;
  const [colon, minutes] = [line.tokens[start + 1], line.tokens[start + 2]];
  if (colon?.word === ':' && colon.isGlued && minutes?.isGlued && /^[0-5]\d$/.test(minutes.word)) {
    return { hour: token.value ?? 0, minute: Number(minutes.word), end: start + 3, isColon: true };
  }
  const pointed = /^(\d{1,2})\.([0-5]\d)$/.exec(token.word);
  return pointed ? { hour: Number(pointed[1]), minute: Number(pointed[2]), end: start + 1, isColon: false } : null;
}

/** "9 y media", "10 menos cuarto" */
function withSaidMinutes(line: Line, start: number, hour: number): Written | null {
  const said = phraseAt(line.language.clock.minutes, line.tokens, start + 1);
  if (!said) return null;
  const isBefore = said.meaning < 0;
  const minute = said.meaning + (isBefore ? 60 : 0);
  return { hour: isBefore ? hour - 1 || 12 : hour, minute, end: said.end, isColon: false, isInWords: true };
}

/** "a" and "p" and phrases like "this morning" need more than a bare number before them: "9 a", "4 in the morning". */
function isHalfDaySaid(line: Line, end: number, isTime: boolean): boolean {
  const word = wordAt(line, end);
  if (word === 'a' || word === 'p') return line.tokens[end]?.isGlued === true;
  return word.startsWith('am') || word.startsWith('pm') || isTime || line.tokens[end + 1]?.word === '.';
}

/** Phrases that also name a day ("this morning") are left for the day's recogniser. */
function spanOfHalfDay(line: Line, start: number, end: number): number {
  return line.language.dayLeads.has(wordAt(line, start)) || phraseAt(line.language.days, line.tokens, start)
    ? start
    : end;
}

/** A bare number after "at" is a time only where no measure and no food follows it. */
function isFree(line: Line, end: number): boolean {
  const next = line.tokens[end];
  if (!next || next.kind === 'picture') return true;
  if (next.kind === 'mark') return next.word !== '/' && next.word !== '%' && next.word !== '-';
  return (
    next.kind === 'word' &&
    (phraseAt(line.language.days, line.tokens, end) !== null ||
      phraseAt(line.language.eating.verbs, line.tokens, end) !== null ||
      phraseAt(line.language.slots, line.tokens, end) !== null ||
      line.language.and.has(next.word) ||
      line.language.slotLeads.byFirstWord.has(next.word))
  );
}
