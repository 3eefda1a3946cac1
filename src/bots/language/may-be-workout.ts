import { type Lexeme, lexemeOf, wordFact } from './lexeme.ts';
import { scan } from './scan.ts';
import type { TrainingVocabulary } from './vocabulary/training-vocabulary.ts';

/** "x", "80kgx8", "80kgsx8": where the sign of times stands in a word; -1 where there is none. */
const timesIn = wordFact((word) => (/^[a-z]{0,3}x(?:\d|$)/.test(word) ? word.indexOf('x') : -1));

const tests = new WeakMap<TrainingVocabulary, (lexeme: Lexeme) => boolean>();

/**
 * The first look: whether a text has a word of an exercise, or the notation of sets ("3x8", "5@100", "reps"). Everything
 * else is dismissed before it is read.
 */
export function mayBeWorkout(text: string, words: TrainingVocabulary): boolean {
  let isOfTraining = tests.get(words);
  if (!isOfTraining) {
    isOfTraining = wordFact((word) => isKnown(word, words) || word.split('-').some((part) => isKnown(part, words)));
    tests.set(words, isOfTraining);
  }
  for (const { kind, word, start, end, lexeme } of scan(text)) {
    if (kind === 'word') {
      // "weight's" tells no weights.
      const isMarked = end - start > word.length && word.endsWith('s');
      if (isOfTraining(isMarked ? lexemeOf(word.slice(0, -1)) : lexeme)) return true;
      const times = timesIn(lexeme);
      if (times >= 0 && isBetweenNumbers(text, start + times)) return true;
    } else if ((word === '@' || word === '*') && isBetweenNumbers(text, start)) return true;
  }
  return false;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function isKnown(word: string, { exerciseWords, notationWords }: TrainingVocabulary): boolean {
  if (exerciseWords.has(word) || notationWords.has(word)) return true;
  if (!word.endsWith('s')) return false;
  return exerciseWords.has(word.slice(0, -1)) || (word.endsWith('es') && exerciseWords.has(word.slice(0, -2)));
}

/** "3x8", "3 x 8", "5@100", "80kg x 5": a sign with a figure after it, and a figure not far before. */
function isBetweenNumbers(text: string, at: number): boolean {
  const after = text.charCodeAt(at + 1) === 32 ? at + 2 : at + 1;
  if (!isDigit(text.charCodeAt(after))) return false;
  for (let before = at - 1; before >= 0 && before >= at - 5; before--)
    if (isDigit(text.charCodeAt(before))) return true;
  return false;
}
