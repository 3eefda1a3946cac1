import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

export interface FoundSlot extends Span {
  readonly slot: string;
  /** Said with "for", "at", "as a", or as a heading: certainly the meal and not part of a name. */
  readonly isLed: boolean;
}

/** The meal it belongs to: "lunch", "for my breakfast", "as a snack", "lunch was", or a slot of the person's own. */
export function recogniseSlot(line: Line, at: number): FoundSlot | null {
  const { slotLeads, slots, shySlots, slotCopulas } = line.language;
  // "for tea" is a slot as a whole, where "tea" is a drink.
  const whole = phraseAt(slots, line.tokens, at);
  const lead = whole ? null : phraseAt(slotLeads, line.tokens, at);
  const start = lead?.end ?? at;
  const found = phraseAt(line.ownSlots, line.tokens, start) ?? phraseAt(slots, line.tokens, start);
  if (!found) return lead && start > at + 1 ? shorterLead(line, at) : null;
  const isHeading = wordAt(line, found.end) === ':';
  if (shySlots.has(wordAt(line, start)) && !isHeading && !lead) return null;
  const copula = phraseAt(slotCopulas, line.tokens, found.end);
  // "a lunch meat", "for breakfast muffins": what continues as a known name is not the slot.
  return { slot: found.meaning, isLed: lead !== null || isHeading || copula !== null, end: copula?.end ?? found.end };
}

/** "as a" may be too long a lead where the slot's own name begins with its last word. */
function shorterLead(line: Line, at: number): FoundSlot | null {
  const found = phraseAt(line.ownSlots, line.tokens, at + 1) ?? phraseAt(line.language.slots, line.tokens, at + 1);
  return found && { slot: found.meaning, isLed: true, end: found.end };
}
