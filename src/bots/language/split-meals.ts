import type { Piece } from './piece.ts';
import type { FoundTime } from './recognise-clock-time.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

export interface MealPieces {
  readonly slot: string | null;
  readonly day: SaidDay | null;
  readonly time: FoundTime | null;
  /** Without the slot, day and time themselves. */
  readonly pieces: readonly Piece[];
}

/**
 * Parts a clause into meals where it names several slots, several days or several times: as headings ("breakfast: … lunch: …") or
 * after the foods ("2 eggs for breakfast and a salad for lunch"). A day said once holds for all.
 */
export function splitMeals(pieces: readonly Piece[]): MealPieces[] {
  const { days, slots, times } = namedIn(pieces);
  if (days.length + slots.length + times.length === 0) return [{ slot: null, day: null, time: null, pieces }];
  const onlyDay = days.every((day) => day === days[0]) ? (days[0] ?? null) : null;
  const isBySlot = new Set(slots).size > 1;
  const isByDay = days.length > 1 && new Set(days.map((day) => JSON.stringify(day))).size > 1;
  const isByTime = times.length > 1 && slots.length === 0;
  let lastDay: SaidDay | null = null;
  let lastSlot: string | null = null;
  return partition(pieces, isBySlot ? 'slot' : isByDay ? 'day' : isByTime ? 'time' : null).map((group) => {
    const said = namedIn(group);
    // Of "this morning" and "yesterday" in one breath the one that names a day further back is meant.
    const day = said.days.find((one) => one.kind !== 'ago' || one.days > 0) ?? said.days[0] ?? onlyDay ?? lastDay;
    const slot = said.slots.at(-1) ?? (isBySlot ? null : lastSlot);
    lastDay = day;
    lastSlot = slot;
    return { slot, day, time: said.times[0] ?? null, pieces: group };
  });
}

/** The slots, days and times that pieces name. */
function namedIn(pieces: readonly Piece[]): { slots: string[]; days: SaidDay[]; times: FoundTime[] } {
  const slots: string[] = [];
  const days: SaidDay[] = [];
  const times: FoundTime[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'slot') slots.push(piece.slot);
    else if (piece.kind === 'day') days.push(piece.day);
    else if (piece.kind === 'time') times.push(piece.time);
  }
  return { slots, days, times };
}

function partition(pieces: readonly Piece[], kind: 'slot' | 'day' | 'time' | null): (readonly Piece[])[] {
  if (kind === null) return [pieces];
  const isMarker = (piece: Piece): boolean => piece.kind === kind;
  const isFood = (piece: Piece): boolean =>
    piece.kind === 'word' || piece.kind === 'amount' || piece.kind === 'picture';
  const isHeading = pieces.findIndex(isMarker) < pieces.findIndex(isFood);
  const groups: Piece[][] = [[]];
  const hasFood = (group: readonly Piece[] | undefined): boolean => group?.some(isFood) ?? false;
  for (const piece of pieces) {
    const last = groups.at(-1) ?? [];
    const closes = isHeading ? isMarker(piece) && hasFood(last) : isFood(piece) && last.some(isMarker) && hasFood(last);
    if (closes) groups.push([piece]);
    else last.push(piece);
  }
  return groups;
}
