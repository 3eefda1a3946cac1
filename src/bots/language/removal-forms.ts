import {
  type CorrectionDraft,
  type CorrectionView,
  drafted,
  type Form,
  type FoundCorrection,
  isPause,
} from './correction-draft.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseLoggedThing } from './recognise-logged-thing.ts';
import { recogniseNewValue } from './recognise-new-value.ts';
import { recogniseTarget } from './recognise-target.ts';

/** "remove the banana and the butter", "delete that", "take the butter off". */
export const removed: Form = (line, at, view) => {
  const { removes, shyRemoves, splitRemoves } = line.language.corrections;
  const particles = splitRemoves.get(wordAt(line, at));
  const apart = particles && recogniseLoggedThing(line, at + 1, view);
  if (apart && particles.includes(wordAt(line, apart.end)))
    return drafted({ target: apart, value: null }, apart.end + 1);
  const verb = phraseAt(removes, line.tokens, at);
  if (!verb) return null;
  const found = removedThings(line, verb.end, view, !shyRemoves.has(wordAt(line, at)) || verb.end > at + 1);
  const isShy = shyRemoves.has(wordAt(line, at)) && verb.end === at + 1;
  const isPlain = found?.drafts.every(({ target }) => target?.isDetermined === true && !target.metric);
  return isShy && !isPlain ? null : found;
};

/** "no butter", "without the cheese", "no egg, tofu". */
export const without: Form = (line, at, view) => {
  const lead = phraseAt(line.language.corrections.withouts, line.tokens, at) ?? hadNoneAt(line, at, view);
  if (!lead) return null;
  const isStory = line.language.eating.subjects.byFirstWord.has(wordAt(line, at)) || /^didnt$/.test(wordAt(line, at));
  const thing = recogniseLoggedThing(line, lead.end, view);
  if (!thing?.food || (isStory && !thing.isDetermined)) return null;
  const comma = isPause(line, thing.end) ? thing.end + 1 : thing.end;
  const but = phraseAt(line.language.corrections.buts, line.tokens, comma);
  const instead = comma > thing.end || but ? recogniseNewValue(line, but?.end ?? comma, view) : null;
  if (instead?.food && thing.food) return drafted({ target: thing, value: instead, was: null }, instead.end);
  return removedThings(line, lead.end, view, false);
};

/** "the toast had no butter": up to what it had none of. */
function hadNoneAt(line: Line, at: number, view: CorrectionView): { end: number } | null {
  const { determiners, corrections } = line.language;
  if (!determiners.has(wordAt(line, at))) return null;
  const dish = recogniseLoggedThing(line, at, view);
  return dish?.food ? phraseAt(corrections.hadNone, line.tokens, dish.end) : null;
}

function removedThings(line: Line, from: number, view: CorrectionView, mayBeRef: boolean): FoundCorrection | null {
  const { joins, removes, withouts } = line.language.corrections;
  const drafts: CorrectionDraft[] = [];
  let end = from;
  for (let at = from; ; ) {
    const target = recogniseTarget(line, at, view, { mayBeSlip: mayBeRef });
    const isNamed =
      target?.thing && (target.thing.food || target.thing.exercise || target.thing.slot || target.thing.metric);
    if (!target || !(isNamed || (mayBeRef && target.thing === null))) break;
    drafts.push({ target: target.thing, value: null });
    end = target.end;
    if (wordAt(line, end) === 'off' || wordAt(line, end) === 'out') end++;
    at = end;
    while (joins.has(wordAt(line, at))) at++;
    if (at === end) break;
    at = phraseAt(removes, line.tokens, at)?.end ?? phraseAt(withouts, line.tokens, at)?.end ?? at;
  }
  return drafts.length > 0 ? { drafts, end } : null;
}
