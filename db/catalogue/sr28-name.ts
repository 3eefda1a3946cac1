import { sr28Phrases, sr28Words } from './sr28-words.ts';

/** Whether any phrase may occur: most descriptions have none, and there are thousands of them to read at every start. */
const anyPhrase = new RegExp(sr28Phrases.map(([pattern]) => pattern.source).join('|'));
const words = new Map(Object.entries(sr28Words));

/**
 * Turns a short description of SR28 into words: "RICE,WHITE,LONG-GRAIN,REG,ENR,CKD" becomes "rice, white, long-grain,
 * regular, enriched, cooked". Lower case, names of makers included.
 */
export function readableName(title: string): string {
  let text = title.toLowerCase();
  if (text.includes('  ')) text = text.replace(/ {2,}/g, ', ');
  if (text.includes('w/')) text = text.replace(/\bw\/o\b/g, 'without').replace(/\bw\//g, 'with ');
  if (anyPhrase.test(text)) for (const [pattern, meaning] of sr28Phrases) text = text.replace(pattern, meaning);
  return text
    .split(',')
    .map((part) => spellOut(part.trim()))
    .filter(Boolean)
    .join(', ');
}

function spellOut(part: string): string {
  return part.replace(/[a-z0-9]+(?:'[a-z]+)?/g, (word) => words.get(word) ?? word);
}
