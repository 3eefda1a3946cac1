import { type Line, wordAt } from './line.ts';
import type { Piece } from './piece.ts';

/** A word that describes a food and names none: "peeled", "golden", "mild". */
export function isDescriptor(line: Line, at: number): boolean {
  const { forms, neutral, remarks, descriptors } = line.language;
  const word = wordAt(line, at);
  return forms.has(word) || descriptors.has(word) || remarks.preparations.has(word) || neutral.has(word);
}

/** Whether what was said since the last amount or comma only describes ("2 tbsp peeled"). */
export function isOnlyDescribed(line: Line, pieces: readonly Piece[]): boolean {
  let isDescribed = false;
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (piece?.kind === 'filler') continue;
    // "pork, bone-in" is described after the comma.
    if (piece?.kind === 'join' && piece.how === 'comma' && pieces[i - 1]?.kind === 'word') return false;
    if (piece?.kind !== 'word') break;
    if (piece.isBound) return false;
    if (!isDescriptor(line, piece.at) && !line.language.remarks.adverbs.has(wordAt(line, piece.at))) return false;
    isDescribed = true;
  }
  return isDescribed;
}

/** "peeled and grated ginger", "mild, medium or hot salsa": what joins words that only describe joins no foods. */
export function isBetweenDescriptors(line: Line, at: number, pieces: readonly Piece[]): boolean {
  const word = wordAt(line, at);
  const { and, ors } = line.language;
  if (word !== ',' && word !== 'but' && !and.has(word) && !ors.has(word)) return false;
  // "a lemon, unwaxed or organic"
  const last = pieces.at(-1);
  if (ors.has(word) && last?.kind === 'word' && isDescriptor(line, last.at) && isDescriptor(line, at + 1)) return true;
  if (!isOnlyDescribed(line, pieces)) return false;
  const next = ors.has(wordAt(line, at + 1)) || and.has(wordAt(line, at + 1)) ? at + 2 : at + 1;
  const start = line.language.remarks.adverbs.has(wordAt(line, next)) ? next + 1 : next;
  return (
    isDescriptor(line, start) &&
    (ors.has(word) || line.tokens[start + 1]?.kind === 'word' || wordAt(line, start + 1) === ',')
  );
}

/** "very finely chopped", "good canned broth": says nothing where a description goes on. */
export function isIntensifier(line: Line, at: number, before: Piece | undefined): boolean {
  const { intensifiers, remarks } = line.language;
  if (!intensifiers.has(wordAt(line, at)) || before === undefined) return false;
  return isDescriptor(line, at + 1) || remarks.adverbs.has(wordAt(line, at + 1));
}
