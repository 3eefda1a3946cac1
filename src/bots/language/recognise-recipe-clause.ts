import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { sizeAt } from './recognise-label-amount.ts';

/** Past any of some words. */
export const skip = (line: Line, from: number, words: ReadonlySet<string>): number => {
  let at = from;
  while (words.has(wordAt(line, at))) at++;
  return at;
};

/** "cooked weight 900 g", "makes 1.2 kg", "900 g cooked": what the whole of it weighs when ready. */
export function yieldAt(line: Line, at: number): (Span & { grams: number }) | null {
  const { yields, yieldLinks } = line.language.ownFoods;
  const lead = phraseAt(yields, line.tokens, at);
  if (lead) {
    const size = sizeAt(line, skip(line, lead.end, yieldLinks));
    if (!size) return null;
    const more = phraseAt(yields, line.tokens, size.end);
    return { grams: size.grams ?? size.ml ?? 0, end: more?.end ?? size.end };
  }
  const size = sizeAt(line, at);
  const after = size && phraseAt(yields, line.tokens, size.end);
  return size && after ? { grams: size.grams ?? size.ml ?? 0, end: after.end } : null;
}

/** "serves 4", "makes 4 portions", "4 servings", "for 4 people". */
export function servesAt(line: Line, at: number): (Span & { servings: number }) | null {
  const { serves, servings } = line.language.ownFoods;
  const lead = phraseAt(serves, line.tokens, at);
  const start = lead && wordAt(line, lead.end) === ':' ? lead.end + 1 : (lead?.end ?? at);
  const token = line.tokens[start];
  const number = token?.kind === 'number' ? token.value : (line.language.numbers.get(token?.word ?? '') ?? null);
  if (number === null || !(number >= 1) || number > 100 || !Number.isInteger(number * 2)) return null;
  const word = wordAt(line, start + 1);
  if (servings.has(word)) return { servings: number, end: start + 2 };
  const isPlain = lead && /^(?:serves?|feeds|servings|portions)$/.test(wordAt(line, at));
  return isPlain ? { servings: number, end: start + 1 } : null;
}
