import type { FoodIndex, IndexedFood } from '../../domain/foods/food-index.ts';
import type { ExerciseIndex, IndexedExercise } from '../../domain/training/exercise-index.ts';
import { endsClause } from './ends-clause.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { plainName } from './match-food.ts';
import { phraseAt } from './phrases.ts';
import type { Token } from './scan.ts';
import { searchFood } from './search-food.ts';
import type { MetricName } from './vocabulary/metric-vocabulary.ts';

/** In what the names of things logged are looked up. */
export interface Catalogues {
  readonly foods: FoodIndex;
  readonly exercises: Pick<ExerciseIndex, 'lookup'>;
}

/** Something that may have been logged, as it is named in a correction. The same words may name several kinds. */
export interface LoggedThing extends Span {
  /** The person's own words, without "the". */
  readonly words: string;
  readonly food: IndexedFood | null;
  readonly exercise: IndexedExercise | null;
  readonly metric: MetricName | null;
  readonly slot: string | null;
  /** "the", "that", "my" stood before it. */
  readonly isDetermined: boolean;
}

/** In tokens. */
const longestName = 6;

/**
 * The food, exercise, metric or meal that is named here, the longest name first: "the rice", "those beers", "my bench",
 * "lunch". `mayBeSlip` also takes what is nearly a food's name.
 */
export function recogniseLoggedThing(
  line: Line,
  at: number,
  catalogues: Catalogues,
  { mayBeSlip = false, to = line.tokens.length } = {},
): LoggedThing | null {
  const { articles, metrics, slots, corrections } = line.language;
  const start = articles.has(wordAt(line, at)) ? at + 1 : pastDeterminers(line, at);
  const isDetermined = start > at && !articles.has(wordAt(line, at));
  if (corrections.noNameEdges.has(wordAt(line, start))) return null;
  const limit = Math.min(nameLimit(line, start), start + longestName, to);
  for (let end = limit; end > start; end--) {
    if (corrections.noNameEdges.has(wordAt(line, end - 1))) continue;
    const words = textOf(line, start, end);
    const food = catalogues.foods.lookup(words);
    const exercise = catalogues.exercises.lookup(words);
    const metric = phraseAt(metrics.names, line.tokens, start);
    const slot = phraseAt(line.ownSlots, line.tokens, start) ?? phraseAt(slots, line.tokens, start);
    const thing = {
      words,
      food,
      exercise,
      metric: metric?.end === end ? metric.meaning : null,
      slot: slot?.end === end ? slot.meaning : null,
      isDetermined,
      end,
    };
    if (!(food || exercise || thing.metric || thing.slot)) continue;
    // "big burger" praises a burger; a Big Mac is called so.
    const plain = end > start + 1 ? catalogues.foods.lookup(textOf(line, start + 1, end)) : null;
    const isCalledSo = food !== null && plain?.name !== food.name;
    const isPraised = corrections.praise.has(wordAt(line, start)) && end > start + 1 && !isCalledSo;
    return isPraised || corrections.noTargets.has(words.toLowerCase()) ? null : thing;
  }
  return mayBeSlip ? slipAt(line, start, to, isDetermined, catalogues) : null;
}

/** Past "the", "that", "all my". */
function pastDeterminers(line: Line, at: number): number {
  const { determiners, corrections } = line.language;
  let start = at;
  while (start < at + 2 && (determiners.has(wordAt(line, start)) || corrections.determiners.has(wordAt(line, start))))
    start++;
  return start;
}

/** Where the words end that may be a name. */
function nameLimit(line: Line, from: number): number {
  let end = from;
  while (end < line.tokens.length && isOfName(line, end, from)) end++;
  return end;
}

function isOfName(line: Line, at: number, from: number): boolean {
  const token = line.tokens[at];
  if (token?.kind === 'word') return true;
  // "7up", "half-fat", "m&ms"
  return at > from && (token?.isGlued ?? false) && token?.word !== ',' && token?.word !== '.' && token?.word !== '!';
}

/** In tokens: a longer name has too many words to be one slip. */
const longestSlip = 3;

/** The words up to `to`, or to the end of the clause, where they are nearly a food's name. */
function slipAt(
  line: Line,
  start: number,
  to: number,
  isDetermined: boolean,
  { foods }: Catalogues,
): LoggedThing | null {
  const { fillers, chatWords, corrections } = line.language;
  let end = start;
  while (end < to && !endsClause(line, end)) end++;
  const words = line.tokens.slice(start, end);
  const isName = ({ kind, word }: Token): boolean =>
    kind === 'word' && !corrections.noNameEdges.has(word) && !chatWords.has(word) && !fillers.byFirstWord.has(word);
  if (words.length === 0 || words.length > longestSlip || !words.every(isName)) return null;
  const typed = textOf(line, start, end);
  const { match } = searchFood({ ...plainName, words: typed, match: null, familiarity: 'none', wordCount: 1 }, foods);
  return match && { words: typed, food: match, exercise: null, metric: null, slot: null, isDetermined, end };
}

/** The text as typed between two tokens. */
export const textOf = (line: Line, from: number, end: number): string =>
  line.text.slice(line.tokens[from]?.start ?? 0, line.tokens[end - 1]?.end ?? 0);
