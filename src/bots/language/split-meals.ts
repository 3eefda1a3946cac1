import type { Piece } from './read-pieces.ts';
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
 * Parts a clause into meals where it names several slots, or several days: as headings ("breakfast: … lunch: …") or
 * after the foods ("2 eggs for breakfast and a salad for lunch"). A day said once holds for all.
 */
export function splitMeals(pieces: readonly Piece[]): MealPieces[] {
  const days = pieces.flatMap((piece) => (piece.kind === 'day' ? [piece.day] : []));
  const onlyDay = days.length === 1 || days.every((day) => day === days[0]) ? (days[0] ?? null) : null;
  const groups = partition(pieces);
  let lastDay: SaidDay | null = null;
  let lastSlot: string | null = null;
  const isBySlot = new Set(pieces.flatMap((piece) => (piece.kind === 'slot' ? [piece.slot] : []))).size > 1;
  return groups.map((group) => {
    // Of "this morning" and "yesterday" in one breath the one that names a day further back is meant.
    const said = group.flatMap((piece) => (piece.kind === 'day' ? [piece.day] : []));
    const day = said.find((one) => one.kind !== 'ago' || one.days > 0) ?? said[0] ?? onlyDay ?? lastDay;
    const slot =
      group.flatMap((piece) => (piece.kind === 'slot' ? [piece.slot] : [])).at(-1) ?? (isBySlot ? null : lastSlot);
    const time = group.flatMap((piece) => (piece.kind === 'time' ? [piece.time] : []))[0] ?? null;
    lastDay = day;
    lastSlot = slot;
    return { slot, day, time, pieces: group };
  });
}

function partition(pieces: readonly Piece[]): Piece[][] {
  const slots = pieces.flatMap((piece) => (piece.kind === 'slot' ? [piece.slot] : []));
  const days = pieces.flatMap((piece) => (piece.kind === 'day' ? [JSON.stringify(piece.day)] : []));
  const kind = new Set(slots).size > 1 ? 'slot' : new Set(days).size > 1 ? 'day' : null;
  if (kind === null) return [[...pieces]];
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
