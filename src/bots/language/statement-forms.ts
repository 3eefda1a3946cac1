import { wordsOf } from '../../domain/search/words.ts';
import { type CorrectionView, drafted, type Form, isPause } from './correction-draft.ts';
import { endsClause } from './ends-clause.ts';
import { type Line, wordAt } from './line.ts';
import { type FoundPhrase, type Phrases, phraseAt } from './phrases.ts';
import { type LoggedThing, recogniseLoggedThing } from './recognise-logged-thing.ts';
import { type NewValue, recogniseNewValue } from './recognise-new-value.ts';
import { changed, isLike, recogniseOldValue, slippedFood } from './recognise-old-value.ts';
import { recogniseFigureOf } from './recognise-target.ts';

/** "it was 2 eggs", "the rice was 220 not 150", "those beers were on saturday", "the last set was 7". */
export const was: Form = (line, at, view) => {
  const { itWas, hadThat, copulas, wasNot, sets, nots } = line.language.corrections;
  const set = phraseAt(sets, line.tokens, at);
  const had = set ? null : phraseAt(hadThat, line.tokens, at);
  const whole = set ? null : (had ?? phraseAt(itWas, line.tokens, at));
  const isNamed = !set && !whole && isAhead(line, at, [copulas, wasNot]);
  const thing = isNamed ? (recogniseLoggedThing(line, at, view) ?? slippedSubject(line, at, view)) : null;
  const subjectEnd = set?.end ?? thing?.end;
  const link = whole ?? (subjectEnd === undefined ? null : phraseAt(copulas, line.tokens, subjectEnd));
  if (subjectEnd !== undefined && phraseAt(wasNot, line.tokens, subjectEnd)) return notFirst(line, at, view);
  if (!link || phraseAt(nots, line.tokens, link.end)) return link ? notFirst(line, at, view) : null;
  const figure = recogniseFigureOf(line, thing, link.end, view);
  if (figure) {
    const old = phraseAt(nots, line.tokens, isPause(line, figure.end) ? figure.end + 1 : figure.end);
    const before = old && recogniseFigureOf(line, thing, old.end, view);
    if (old && !before) return null;
    return drafted({ target: thing, value: null, figure, isOpen: !(view.isFirm || old) }, before?.end ?? figure.end);
  }
  const value =
    withForm(line, thing, recogniseNewValue(line, link.end, view), view) ?? describedValue(line, thing, link.end, view);
  const after = value && recogniseOldValue(line, value, view);
  if (!value || !after || (had && !isOnlyWhen(value))) return null;
  if (isNow(line, whole, value) || (!view.isFirm && after.old === null && isFact(line, link, thing, value)))
    return null;
  if (!isSaidOf(thing, value, after.old !== null || view.isFirm)) return null;
  const isOpen = isTold(thing, value) && !view.isFirm && after.old === null;
  const one = changed(thing, value, after.old, isOpen);
  return drafted(set ? { ...one, target: null, set: set.meaning } : one, after.end);
};

/** "the pasta should be 80g dry": an amount of the food in that form. */
function withForm(
  line: Line,
  thing: LoggedThing | null,
  value: NewValue | null,
  view: CorrectionView,
): NewValue | null {
  const form = value ? wordAt(line, value.end) : '';
  if (!thing?.food || value?.quantity === undefined || value.food || !line.language.forms.has(form)) return value;
  const words = `${form} ${thing.words}`;
  const food = view.foods.lookup(words);
  const end = (value?.end ?? 0) + 1;
  if (!food || !endsClause(line, end)) return value;
  return { ...value, ...(food !== thing.food && { food: { ...thing, words, food, exercise: null, slot: null } }), end };
}

/** "I ate that at 1pm" says when; "i had that cake" tells of another thing. */
const isOnlyWhen = ({ food, quantity, slot, day, time }: NewValue): boolean =>
  !food && quantity === undefined && (slot !== undefined || day !== undefined || time !== undefined);

/** "the rice was brown", "the coke was diet": another food of that name, where the catalogue has it. */
function describedValue(line: Line, thing: LoggedThing | null, at: number, view: CorrectionView): NewValue | null {
  const { food } = thing ?? {};
  const { praise, tastes, nots } = line.language.corrections;
  const word = wordAt(line, at);
  if (!thing || !food || line.tokens[at]?.kind !== 'word' || praise.has(word) || tastes.has(word)) return null;
  if (!endsClause(line, at + 1) && phraseAt(nots, line.tokens, at + 1) === null) return null;
  const words = `${word} ${thing.words}`;
  const named = view.foods.lookup(words);
  return named && named !== food
    ? { food: { ...thing, words, food: named, exercise: null, slot: null }, end: at + 1 }
    : null;
}

/** Whether one of these is said from there on: to look for names costs more than to look for these. */
const isAhead = (line: Line, from: number, tables: readonly Phrases<unknown>[]): boolean =>
  line.tokens.some(({ word }, at) => at >= from && tables.some(({ byFirstWord }) => byFirstWord.has(word)));

/** A misspelled name, looked for only where a figure is said of it: a search costs more than all the rest. */
function slippedSubject(line: Line, at: number, view: CorrectionView): LoggedThing | null {
  for (let to = at + 1; to <= at + 3; to++) {
    const copula = phraseAt(line.language.corrections.copulas, line.tokens, to);
    if (!copula) continue;
    const value = recogniseNewValue(line, copula.end, view);
    return value?.quantity === undefined ? null : recogniseLoggedThing(line, at, view, { mayBeSlip: true, to });
  }
  return null;
}

/** "It's friday" and "it's 9am" tell of now. */
const isNow = (line: Line, link: FoundPhrase<null> | null, { slot, day, time }: NewValue): boolean =>
  link !== null &&
  slot === undefined &&
  line.language.corrections.presents.has(wordAt(line, link.end - 1)) &&
  (time !== undefined || (day?.kind === 'weekday' && day.isBare) || (day?.kind === 'ago' && day.days === 0));

/** "Bananas are 100 kcal each", "the marathon is 42 km", "this is bananas": what is so, or so to speak, at any time. */
function isFact(line: Line, link: FoundPhrase<null>, thing: LoggedThing | null, { food }: NewValue): boolean {
  if (!line.language.corrections.presents.has(wordAt(line, link.end - 1))) return false;
  if (thing) return !thing.isDetermined || (thing.exercise !== null && !thing.food);
  return food !== undefined && (food.isDetermined || line.language.exclamations.has(food.words.toLowerCase()));
}

/** "Dinner was pizza" tells of a dinner, "the pizza was pepperoni" of the pizza. */
function isSaidOf(thing: LoggedThing | null, value: NewValue, isSure: boolean): boolean {
  // "It was leg day" names no exercise that was done instead.
  if (!thing) return isSure || !value.food || value.food.food !== null;
  const isWhen = value.slot !== undefined || value.day !== undefined || value.time !== undefined;
  if (thing.slot && !thing.food) return isWhen;
  if (thing.metric && !thing.food && !thing.exercise) return isWhen && isSure;
  return value.food === undefined || isSure || isFuller(thing, value.food);
}

/** "The shake was my shake", "the press was leg press": what it is called in full. */
function isFuller(thing: LoggedThing, { food, exercise, words, isDetermined }: LoggedThing): boolean {
  if (!thing.isDetermined || !(food ? thing.food : exercise && thing.exercise)) return false;
  const [short, full] = [wordsOf(thing.words), wordsOf(words)];
  return short.every((word) => full.includes(word)) && (full.length > short.length || isDetermined);
}

/** "The run was 5k" and "coffee was at 9" may tell of one that is not logged yet. */
const isTold = (thing: LoggedThing | null, value: NewValue): boolean =>
  thing !== null &&
  (value.durationS !== undefined || value.distanceM !== undefined || (value.time !== undefined && !thing.isDetermined));

/** "not egg, tofu", "it wasnt 150 but 220", "the rice wasnt 150 it was 220". */
export const notFirst: Form = (line, at, view) => {
  const { itWas, refs, copulas, wasNot, nots, buts } = line.language.corrections;
  if (!isAhead(line, at, [wasNot, nots])) return null;
  const ref = phraseAt(itWas, line.tokens, at);
  const subject = ref ? null : (phraseAt(refs, line.tokens, at) ?? recogniseLoggedThing(line, at, view));
  const thing =
    subject &&
    'words' in subject &&
    phraseAt(wasNot, line.tokens, subject.end) === null &&
    phraseAt(copulas, line.tokens, subject.end) === null
      ? null
      : subject;
  const start = ref?.end ?? thing?.end ?? at;
  const copula = thing ? phraseAt(copulas, line.tokens, start)?.end : undefined;
  const not = phraseAt(wasNot, line.tokens, start) ?? phraseAt(nots, line.tokens, copula ?? start);
  const old = not && (recogniseNewValue(line, not.end, view) ?? slippedFood(line, not.end, view));
  if (!old) return null;
  const comma = isPause(line, old.end) ? old.end + 1 : old.end;
  const but = phraseAt(buts, line.tokens, comma) ?? phraseAt(itWas, line.tokens, comma);
  if (comma === old.end && !but) return null;
  const value = recogniseNewValue(line, but?.end ?? comma, view);
  if (!value || !isLike(value, old)) return null;
  return drafted(changed(thing && 'words' in thing ? thing : null, value, old), value.end);
};

/** "220 not 150", "tofu instead of egg". */
export const rather: Form = (line, at, view) => {
  if (!isAhead(line, at, [line.language.corrections.nots])) return null;
  const value = recogniseNewValue(line, at, view);
  const after = value && recogniseOldValue(line, value, view);
  return value && after?.old ? drafted(changed(null, value, after.old), after.end) : null;
};

/** "the rice 250g" after a word that something was wrong; "60 g", "3 slices", "dinner". */
export const bare: Form = (line, at, view) => {
  if (!view.isFirm && !view.isReply) return null;
  const thing = view.isFirm ? recogniseLoggedThing(line, at, view) : null;
  const figure = recogniseFigureOf(line, thing, thing?.end ?? at, view);
  if (figure) return drafted({ target: thing, value: null, figure }, figure.end);
  const of = thing && recogniseNewValue(line, thing.end, view);
  if (of && !of.food && !(of.day && !thing.isDetermined)) return drafted(changed(thing, of, null), of.end);
  const value = recogniseNewValue(line, at, view);
  const isSaid = value && (view.isFirm || !value.food || (value.quantity !== undefined && !value.isArticle));
  return isSaid
    ? drafted({ ...changed(null, value, null), isOpen: value.food !== undefined && !view.isFirm }, value.end)
    : null;
};
