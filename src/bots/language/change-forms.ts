import { type CorrectionView, drafted, type Form } from './correction-draft.ts';
import { endsClause } from './ends-clause.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { textOf } from './recognise-logged-thing.ts';
import { type NewValue, recogniseNewValue } from './recognise-new-value.ts';
import { recogniseNumber } from './recognise-number.ts';
import { changed, recogniseOldValue } from './recognise-old-value.ts';
import { recogniseFigureOf, recogniseTarget, recogniseTargetBefore } from './recognise-target.ts';
import { recogniseUnit } from './recognise-unit.ts';

/** In tokens: a name that nobody knows. */
const longestUnknown = 4;

/** "double it", "half of the rice", "i only ate half". */
export const scaled: Form = (line, at, view) => {
  const { factors, wholeFactors } = line.language.corrections;
  const factor = phraseAt(factors, line.tokens, at);
  const target = factor && recogniseTarget(line, factor.end, view);
  if (factor && target && (target.thing === null || target.thing.isDetermined))
    return drafted({ target: target.thing, value: { times: factor.meaning, end: target.end } }, target.end);
  const whole = phraseAt(wholeFactors, line.tokens, at);
  if (!whole) return null;
  const of = line.language.of.has(wordAt(line, whole.end)) ? whole.end + 1 : whole.end;
  const what = recogniseTarget(line, of, view);
  const end = what?.end ?? whole.end;
  return what || endsClause(line, end)
    ? drafted({ target: what?.thing ?? null, value: { times: whole.meaning, end } }, end)
    : null;
};

/** "swap the rice for quinoa", "replace the egg with 100g tofu". */
export const swapped: Form = (line, at, view) => {
  const { swaps, swapJoins } = line.language.corrections;
  const verb = phraseAt(swaps, line.tokens, at);
  const target = verb && recogniseTargetBefore(line, verb.end, swapJoins, view);
  if (!target) return null;
  const known = recogniseNewValue(line, target.next, view);
  const value = target.thing?.food && !(known && endsClause(line, known.end)) ? unknownFood(line, target.next) : known;
  return value?.food ? drafted({ target: target.thing, value }, value.end) : null;
};

/** Words that nobody knows, up to the end: what a food is swapped for is a food. */
function unknownFood(line: Line, at: number): NewValue | null {
  const { corrections, chatWords, determiners } = line.language;
  let end = at;
  while (line.tokens[end]?.kind === 'word') end++;
  const words = line.tokens.slice(at, end).map(({ word }) => word);
  const isName = words.every((word) => !chatWords.has(word) && !corrections.noTargets.has(word));
  if (end === at || end - at > longestUnknown || !isName || determiners.has(words[0] ?? '') || !endsClause(line, end))
    return null;
  const nothing = { food: null, exercise: null, metric: null, slot: null, isDetermined: false };
  return { food: { words: textOf(line, at, end), end, ...nothing }, end };
}

/** "make it 250g", "change the chicken from 150 to 175 g", "update to 2 eggs". */
export const made: Form = (line, at, view) => {
  const { makes, into, from, directMakes, bareMakes } = line.language.corrections;
  const verb = phraseAt(makes, line.tokens, at);
  if (!verb) return null;
  const target =
    recogniseTargetBefore(line, verb.end, into, view) ?? recogniseTarget(line, verb.end, view, { mayBeSlip: true });
  const next = target?.end ?? verb.end;
  const old = target && from.has(wordAt(line, next)) ? fromAt(line, next + 1, view) : null;
  const to = phraseAt(into, line.tokens, old?.end ?? next);
  if (!target && !bareMakes.has(wordAt(line, at))) return null;
  if (!to && (old || !(target && directMakes.has(wordAt(line, at))))) return null;
  const start = to?.end ?? next;
  const figure = recogniseFigureOf(line, target?.thing ?? null, start, view);
  if (figure) return drafted({ target: target?.thing ?? null, value: null, figure }, figure.end);
  const value = recogniseNewValue(line, start, view);
  if (!value || (value.isArticle && !value.food && !value.unit)) return null;
  // "Make pizza tonight" is a plan.
  if (
    !to &&
    target?.thing &&
    !target.thing.isDetermined &&
    !value.food &&
    value.quantity === undefined &&
    value.times === undefined
  )
    return null;
  const after = recogniseOldValue(line, value, view);
  return after && drafted({ ...changed(target?.thing ?? null, value, old ?? after.old) }, after.end);
};

/** "from 150": with "to 220" it is no range. */
function fromAt(line: Line, at: number, view: CorrectionView): NewValue | null {
  const number = recogniseNumber(line, at);
  if (!number) return recogniseNewValue(line, at, view);
  const unit = recogniseUnit(line, number.end);
  return { quantity: number.value, unit: unit?.unit.id ?? null, end: unit?.end ?? number.end };
}

/** "move it to dinner", "put the beers under saturday", "log that as lunch". */
export const moved: Form = (line, at, view) => {
  const { moves, moveJoins } = line.language.corrections;
  const verb = phraseAt(moves, line.tokens, at);
  const target =
    verb && (recogniseTargetBefore(line, verb.end, moveJoins, view) ?? recogniseTarget(line, verb.end, view));
  if (!target) return null;
  const { thing, end } = target;
  for (const start of [end, phraseAt(moveJoins, line.tokens, end)?.end]) {
    const value = start === undefined ? null : recogniseNewValue(line, start, view);
    if (!value || !(value.slot !== undefined || value.day || value.time)) continue;
    const after = recogniseOldValue(line, value, view);
    return after && drafted({ target: thing, value }, after.end);
  }
  return null;
};
