import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseAmount } from './recognise-amount.ts';

export interface FoundSlot extends Span {
  readonly slot: string;
  /** Said with "for", "at", "as a", or as a heading: certainly the meal and not part of a name. */
  readonly isLed: boolean;
}

/** The meal it belongs to: "lunch", "for my breakfast", "as a snack", "lunch was", or a slot of the person's own. */
export function recogniseSlot(line: Line, at: number): FoundSlot | null {
  const { slotLeads, slots, shySlots, slotCopulas, slotTails, of } = line.language;
  // "for tea" is a slot as a whole, where "tea" is a drink.
  const whole = phraseAt(slots, line.tokens, at);
  const lead = whole ? null : phraseAt(slotLeads, line.tokens, at);
  const start = lead?.end ?? at;
  const found = phraseAt(line.ownSlots, line.tokens, start) ?? phraseAt(slots, line.tokens, start);
  if (!found)
    return headAt(line, start) ?? letterAt(line, at) ?? (lead && start > at + 1 ? shorterLead(line, at) : null);
  const isHeading = wordAt(line, found.end) === ':';
  if (shySlots.has(wordAt(line, start)) && !isHeading && !lead) return null;
  // "lunch out"
  const isOut = slotTails.has(wordAt(line, found.end)) && !of.has(wordAt(line, found.end + 1));
  const end = isOut ? found.end + 1 : found.end;
  const copula = phraseAt(slotCopulas, line.tokens, end);
  // "a lunch meat", "for breakfast muffins": what continues as a known name is not the slot.
  const isLed = lead !== null || isHeading || copula !== null || (whole !== null && isLead(line, at));
  return { slot: found.meaning, isLed, end: copula?.end ?? end };
}

/** "tea tonight was sausages", "tea: 2 eggs and chips"; "tea: 200 ml" is the drink. */
function headAt(line: Line, at: number): FoundSlot | null {
  const head = phraseAt(line.language.slotHeads, line.tokens, at);
  if (!head) return null;
  const link = phraseAt(line.language.days, line.tokens, head.end)?.end ?? head.end;
  const copula = phraseAt(line.language.slotCopulas, line.tokens, link);
  const isDashed = wordAt(line, link) === '-' && opens.has(wordAt(line, at - 1)) && !line.tokens[link]?.isGlued;
  const after = wordAt(line, link) === ':' || isDashed ? link + 1 : copula?.end;
  if (after === undefined || recogniseAmount(line, after)?.unit?.kind === 'volume') return null;
  return { slot: head.meaning, isLed: true, end: head.end };
}

/** "b: oats", "l - soup" where a line or a list begins; never "b: 80x5". */
function letterAt(line: Line, at: number): FoundSlot | null {
  const letter = phraseAt(line.language.slotLetters, line.tokens, at);
  if (!letter || !opens.has(wordAt(line, at - 1)) || !closes.has(wordAt(line, letter.end))) return null;
  const next = line.tokens[letter.end + 1];
  const after = line.tokens[letter.end + 2];
  const isFood =
    next?.kind === 'word' || next?.kind === 'picture' || (next?.kind === 'number' && isCounting(after?.word));
  return isFood ? { slot: letter.meaning, isLed: true, end: letter.end } : null;
}

const opens = new Set(['', '\n', ',', ';', '.', '|', '/', '+']);
const closes = new Set([':', '-', '=']);
const isCounting = (word = ''): boolean =>
  /^\p{L}/u.test(word) && !/^(?:x|kgs?|lbs?|kcals?|cals?|kj|km|mins?|reps?|sets?)$/.test(word);

/** "for tea" leads to itself. */
const isLead = (line: Line, at: number): boolean => phraseAt(line.language.slotLeads, line.tokens, at) !== null;

/** "as a" may be too long a lead where the slot's own name begins with its last word. */
function shorterLead(line: Line, at: number): FoundSlot | null {
  const found = phraseAt(line.ownSlots, line.tokens, at + 1) ?? phraseAt(line.language.slots, line.tokens, at + 1);
  return found && { slot: found.meaning, isLed: true, end: found.end };
}
