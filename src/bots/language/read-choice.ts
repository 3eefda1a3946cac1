import { wordsOf } from '../../domain/search/words.ts';
import { scan } from './scan.ts';
import {
  acknowledgements,
  choiceFillers,
  choiceRefusals,
  lastWords,
  noAnswers,
  ordinals,
  yesWords,
} from './vocabulary/en/choices.ts';

/** Answers are short; a longer message is about something else. */
const longestAnswer = 80;

/**
 * Which of the choices an answer names: "2", "the second one", "the basmati one", or the label's own words. Null for
 * anything else, for refusals ("not the first"), and where the words fit several alike.
 */
export function readChoice(text: string, labels: readonly string[]): number | null {
  if (text.length > longestAnswer) return null;
  const tokens = scan(text).filter((token) => token.kind === 'word' || token.kind === 'number');
  const wholeWords = wordsOf(text);
  const same = labels.findIndex((label) => isSame(wordsOf(label), wholeWords));
  if (same >= 0) return same;

  if (tokens.some((token) => choiceRefusals.has(token.word))) return null;
  const said = tokens.filter((token) => !choiceFillers.has(token.word));
  const [only] = said;
  if (labels.length === 1 && agrees(text, (word) => yesWords.has(word))) return 0;
  // "one" is a filler ("the basmati one"); alone it is the first.
  if (!only) return tokens.some((token) => token.word === 'one') && tokens.length === 1 ? within(1, labels) : null;
  if (said.length === 1) {
    if (lastWords.has(only.word)) return labels.length > 0 ? labels.length - 1 : null;
    const position = only.kind === 'number' ? only.value : ordinals.get(only.word);
    if (position !== undefined && position !== null) return within(position, labels);
  }
  // "2nd" is scanned as a number with its ending.
  if (said.length === 2 && only.kind === 'number' && said[1]?.isGlued && /^(?:st|nd|rd|th)$/.test(said[1].word)) {
    return within(only.value ?? 0, labels);
  }
  const words = said.map((token) => token.word).join(' ');
  return byWords(words, labels) ?? (tokens.at(-1)?.word === 'one' ? byBeginnings(words, labels) : null);
}

const within = (position: number, labels: readonly string[]): number | null =>
  Number.isInteger(position) && position >= 1 && position <= labels.length ? position - 1 : null;

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && a.length === b.length && a.every((word, i) => word === b[i]);

/** The label that has all the words; of several the one with the fewest others. */
function byWords(text: string, labels: readonly string[]): number | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const fitting = labels
    .map((label, index) => ({ index, words: wordsOf(label) }))
    .filter((label) => words.every((word) => label.words.includes(word)))
    .sort((a, b) => a.words.length - b.words.length);
  const [best, next] = fitting;
  if (!best || (next && next.words.length === best.words.length)) return null;
  return best.index;
}

/** Whether a text says yes, and nothing else: "yes", "yeah sure", "yes that one please". "Ok" may only mark that it is read. */
export const isYes = (text: string): boolean =>
  agrees(text, (word) => yesWords.has(word) && !acknowledgements.has(word));

function agrees(text: string, isTelling: (word: string) => boolean): boolean {
  if (text.length > longestAnswer) return false;
  const tokens = scan(text).filter((token) => token.kind === 'word' || token.kind === 'number');
  return (
    tokens.every(({ word }) => yesWords.has(word) || choiceFillers.has(word)) &&
    tokens.some(({ word }) => isTelling(word))
  );
}

const shortestBeginning = 3;

/** "The milk one" of a protein shake and a milkshake: the only label with words that begin so. */
function byBeginnings(text: string, labels: readonly string[]): number | null {
  const words = wordsOf(text);
  if (words.length === 0 || words.some((word) => word.length < shortestBeginning)) return null;
  const fitting = labels.flatMap((label, index) => {
    const known = wordsOf(label);
    return words.every((word) => known.some((one) => one.startsWith(word))) ? [index] : [];
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Whether a text says that none of the choices is meant, and nothing else. */
export const isRefusal = (text: string): boolean =>
  text.length <= longestAnswer &&
  noAnswers.has(
    text
      .trim()
      .toLowerCase()
      .replace(/[.!,\s]+$/, ''),
  );
