import type { TrainingVocabulary } from './vocabulary/training-vocabulary.ts';

/** "80kgsx8" */
const longestGluedUnit = 4;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code > 127 && code !== 215);

/**
 * The first look: whether a text has a word of an exercise, or the notation of sets ("3x8", "5@100", "reps"). Everything
 * else is dismissed before it is scanned.
 */
export function mayBeWorkout(text: string, words: TrainingVocabulary): boolean {
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length; ) {
    const code = lower.charCodeAt(at);
    if (isLetter(code)) {
      let end = at + 1;
      while (end < lower.length && (isLetter(lower.charCodeAt(end)) || isInside(lower, end))) end++;
      const word = lower.slice(at, end);
      if (isKnown(word, words) || (word.includes('-') && word.split('-').some((part) => isKnown(part, words))))
        return true;
      const isTimes = end - at <= longestGluedUnit && lower.charCodeAt(end - 1) === 120;
      if (isTimes && isBetweenNumbers(lower, end - 1)) return true;
      at = end;
    } else {
      if ((code === 64 || code === 215 || code === 42) && isBetweenNumbers(lower, at)) return true;
      at++;
    }
  }
  return false;
}

/** A digit or a hyphen between letters: "t2b", "pull-ups". */
function isInside(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 45 || isDigit(code)) && isLetter(text.charCodeAt(at + 1)) && text.charCodeAt(at - 1) !== 120;
}

/** How many words are remembered: far more than people's usual ones. */
const mostWords = 20_000;
const remembered = new WeakMap<TrainingVocabulary, Map<string, boolean>>();

function isKnown(word: string, words: TrainingVocabulary): boolean {
  let known = remembered.get(words);
  if (!known || known.size >= mostWords) {
    known = new Map();
    remembered.set(words, known);
  }
  let found = known.get(word);
  if (found === undefined) {
    found = isOfTraining(word, words);
    known.set(word, found);
  }
  return found;
}

function isOfTraining(word: string, { exerciseWords, notationWords }: TrainingVocabulary): boolean {
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
