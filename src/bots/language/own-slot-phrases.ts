import { type Phrases, phrases } from './phrases.ts';

const noSlots: Phrases<string> = phrases<string>([]);
const slotTables = new WeakMap<readonly string[], Phrases<string>>();

/** The person's own slot names as phrases. */
export function ownSlotPhrases(slots: readonly string[]): Phrases<string> {
  if (slots.length === 0) return noSlots;
  const known = slotTables.get(slots);
  if (known) return known;
  const table = phrases(slots.map((slot) => [slot, slot] as const));
  slotTables.set(slots, table);
  return table;
}
