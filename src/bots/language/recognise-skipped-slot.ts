import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** "skipped breakfast, …", "no lunch but …": meals that were not had, before what was. Null where nothing follows. */
export function recogniseSkippedSlot(line: Line, at: number, to: number): Span | null {
  const { slotSkips, and, buts } = line.language;
  const skip = phraseAt(slotSkips, line.tokens, at);
  if (!skip) return null;
  let end = slotEnd(line, skip.end);
  while (end !== null && and.has(wordAt(line, end))) {
    const next = slotEnd(line, end + 1);
    if (next === null) break;
    end = next;
  }
  if (end === null || end + 1 >= to) return null;
  if (buts.has(wordAt(line, end)) || and.has(wordAt(line, end))) return { end: end + 1 };
  return line.tokens[end]?.kind === 'mark' && wordAt(line, end) !== ':' ? { end } : null;
}

/** Where the name of a meal ends that begins here. */
function slotEnd(line: Line, at: number): number | null {
  const start = line.language.determiners.has(wordAt(line, at)) ? at + 1 : at;
  return (
    (phraseAt(line.ownSlots, line.tokens, start) ?? phraseAt(line.language.slots, line.tokens, start))?.end ?? null
  );
}
