import { type CorrectionDraft, type CorrectionView, isPause } from './correction-draft.ts';
import { endsClause } from './ends-clause.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { type LoggedThing, recogniseLoggedThing } from './recognise-logged-thing.ts';
import { type NewValue, recogniseNewValue } from './recognise-new-value.ts';

/** "not 150", "instead of egg" after a new value. Null where what follows "not" is of another kind: no correction. */
export function recogniseOldValue(
  line: Line,
  value: NewValue,
  view: CorrectionView,
): { old: NewValue | null; end: number } | null {
  const not = phraseAt(
    line.language.corrections.nots,
    line.tokens,
    isPause(line, value.end) ? value.end + 1 : value.end,
  );
  if (!not) return { old: null, end: value.end };
  const old =
    recogniseNewValue(line, not.end, view) ?? shortFood(line, value, not.end, view) ?? slippedFood(line, not.end, view);
  // "Eggs not scrambled" says how they were made.
  const isForm = old?.food && line.language.forms.has(old.food.words.toLowerCase());
  return old && !isForm && isLike(value, old) ? { old, end: old.end } : null;
}

/** "white rice not brown": the noun of both is said once. */
function shortFood(line: Line, { food }: NewValue, at: number, view: CorrectionView): NewValue | null {
  const noun = food?.words.split(' ').at(-1);
  const isWord = line.tokens[at]?.kind === 'word' && endsClause(line, at + 1);
  const isForm = line.language.forms.has(wordAt(line, at)) && !colours.has(wordAt(line, at));
  if (!food?.food || noun === undefined || !isWord || isForm) return null;
  const words = `${wordAt(line, at)} ${noun}`;
  const named = view.foods.lookup(words);
  return named && named !== food.food ? { food: { ...food, words, food: named }, end: at + 1 } : null;
}

/** Among the forms of foods, these tell of another food. */
const colours = new Set(['white', 'black']);

/** A food's name, perhaps misspelled. */
export function slippedFood(line: Line, at: number, view: CorrectionView): NewValue | null {
  const food = recogniseLoggedThing(line, at, view, { mayBeSlip: true });
  return food && { food, end: food.end };
}

/** Whether two values say the same kind of thing. */
export function isLike(value: NewValue, old: NewValue): boolean {
  if (value.food && old.food) return true;
  if (value.slot !== undefined || value.day || value.time) return old.slot !== undefined || !!old.day || !!old.time;
  const isFigure = (one: NewValue) =>
    one.quantity ?? one.reps ?? one.sets ?? one.weightKg ?? one.durationS ?? one.distanceM ?? one.energyKcal;
  return isFigure(value) !== undefined && isFigure(old) !== undefined;
}

/** Of two foods the old one is what is changed; "2 eggs" says which by itself. */
export function changed(
  thing: LoggedThing | null,
  value: NewValue,
  old: NewValue | null,
  isOpen = false,
): CorrectionDraft {
  const isSwap = value.food !== undefined && old?.food !== undefined;
  const target = thing ?? (isSwap || !value.food ? (old?.food ?? null) : null);
  return { target, value, was: old, isOpen };
}
