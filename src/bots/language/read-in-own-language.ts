import type { Phrases } from './phrases.ts';
import type { MealQuestion, MealReading } from './read-meals.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

type Found = readonly MealReading[] | MealQuestion | null;

/**
 * Reads a message of somebody who speaks `own` and may also write English: in the language of most of the words around
 * its foods ("comí", "of"). Where they do not tell ("200g rice") it is read in their own language, and if that leaves
 * anything unknown, in English too; what knows more stands.
 */
export function readInOwnLanguage(text: string, own: Vocabulary, read: (language: Vocabulary) => Found): Found {
  if (own === english) return read(own);
  const lead = leadOf(own, text);
  if (lead < 0) return read(english);
  const found = read(own);
  if (lead > 0 || unknownsOf(found) === 0) return found;
  const other = read(english);
  return unknownsOf(other) < unknownsOf(found) ? other : found;
}

/** How many of its foods the catalogue does not have. */
function unknownsOf(found: Found): number {
  if (found === null) return Number.POSITIVE_INFINITY;
  if ('kind' in found) return Number.MAX_SAFE_INTEGER;
  return found.flatMap(({ items }) => items.filter(({ match }) => match === null)).length;
}

interface Telling {
  readonly own: ReadonlySet<string>;
  readonly english: ReadonlySet<string>;
}

const tables = new WeakMap<Vocabulary, Telling>();

/** By how many words the text is rather of that language than English. */
function leadOf(language: Vocabulary, text: string): number {
  const telling = tables.get(language) ?? tellingWords(language);
  tables.set(language, telling);
  let lead = 0;
  for (const { word } of scan(text)) lead += telling.own.has(word) ? 1 : telling.english.has(word) ? -1 : 0;
  return lead;
}

/** The words around foods that only one of the two languages has. */
function tellingWords(language: Vocabulary): Telling {
  const [own, other] = [framingOf(language), framingOf(english)];
  return { own: without(own, other), english: without(other, own) };
}

const without = (words: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...words].filter((word) => !others.has(word)));

function framingOf(language: Vocabulary): ReadonlySet<string> {
  const { refusals, units, sizes, slots, days, eating, withs, thens, vague, fillers } = language;
  const { articles, determiners, of, and, withouts, chatWords, nutrients, people } = language;
  const { numbers, tens, fractions, groups, weekdays } = language;
  const tables = [refusals, units, sizes, slots, days, eating.verbs, eating.subjects, withs, thens, vague, fillers];
  const lists = [articles, determiners, of, and, withouts, chatWords, nutrients, people];
  const values = [numbers, tens, fractions, groups, weekdays].map((map) => map.keys());
  return new Set([...tables.map(wholeWords), ...lists, ...values].flatMap((words) => [...words]));
}

/** The phrases of a table that are one word. */
const wholeWords = (table: Phrases<unknown>): string[] =>
  [...table.byFirstWord].flatMap(([word, list]) => (list.some(({ words }) => words.length === 1) ? [word] : []));
