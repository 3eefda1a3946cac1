import { properPhrases, properWords } from './sr28-brands.ts';
import { formulaPhrases, formulaWords, meatPhrases, meatWords, sr28Phrases, sr28Words } from './sr28-words.ts';

type Phrases = readonly (readonly [RegExp, string])[];

/** How a kind of description is read: its own meanings go before the general ones. */
interface Reader {
  phrases: Phrases;
  /** Whether any phrase may occur: most descriptions have none, and there are thousands of them to read. */
  any: RegExp;
  words: ReadonlyMap<string, string>;
}

const proper = new Map(properWords.map((word) => [word.toLowerCase(), word]));
const everywhere = readerOf([], {});
const meat = readerOf(meatPhrases, meatWords);
const formula = readerOf(formulaPhrases, formulaWords);

const meatTitle = /^(beef|bf|pork|prk|lamb|veal|game meat)\b(?!.*\b(sausage|luncheon|soup|stew)\b)/;
const formulaTitle = /^(inf|infant|infform|infformula|chi|child|toddl|toddler) ?(fo|for|form|formu|formula)?\b/;

const named = new Map(properPhrases.map((phrase) => [phrase.toLowerCase(), phrase]));
const anyNamed = new RegExp(
  `(?<![a-z0-9'])(?:${properPhrases
    .map((phrase) => phrase.toLowerCase())
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')})(?![a-z0-9])`,
  'g',
);

function readerOf(phrases: Phrases, words: Readonly<Record<string, string>>): Reader {
  const all = [...phrases, ...sr28Phrases];
  return {
    phrases: all,
    any: new RegExp(all.map(([pattern]) => pattern.source).join('|')),
    words: new Map([...proper, ...Object.entries(sr28Words), ...Object.entries(words)]),
  };
}

/**
 * Turns a short description of SR28 into words: "RICE,WHITE,LONG-GRAIN,REG,ENR,CKD" becomes "rice, white, long-grain,
 * regular, enriched, cooked". Lower case but for names of makers and places.
 */
export function readableName(title: string): string {
  let text = tidied(title.toLowerCase());
  const { phrases, any, words } = readerFor(text);
  if (any.test(text)) for (const [pattern, meaning] of phrases) text = text.replace(pattern, meaning);
  text = text.replace(anyNamed, (phrase) => named.get(phrase) ?? phrase);
  return text
    .split(',')
    .map((part) => spellOut(part.trim(), words))
    .filter(Boolean)
    .join(', ');
}

function readerFor(text: string): Reader {
  if (meatTitle.test(text)) return meat;
  return formulaTitle.test(text) ? formula : everywhere;
}

/** Commas where two spaces stand for them, and spaces where words run into brackets and inches. */
function tidied(text: string): string {
  return text
    .replace(/\\/g, '')
    .replace(/ {2,}/g, text.includes(',') ? ' ' : ', ')
    .replace(/(\w)\/ (?=\w)/g, '$1/')
    .replace(/(\w)\(/g, '$1 (')
    .replace(/\( +/g, '(')
    .replace(/[ ,]+\)/g, ')')
    .replace(/(["%])(?=[a-z])/g, '$1 ')
    .replace(/(\d)- (?=\d)/g, '$1-')
    .replace(/\b(v|gluten)- /g, '$1-')
    .replace(/ -+ |(?<!-n)- (?!(?:or|and)\b)/g, ', ')
    .replace(/ ,/g, ',')
    .replace(/\.$/, '')
    .replace(/\bw\/o\b/g, 'without')
    .replace(/\bw\//g, 'with ');
}

const word = /[A-Za-z0-9]+(?:'[a-z]+)?/g;

function spellOut(part: string, words: ReadonlyMap<string, string>): string {
  return part.replace(word, (found) => words.get(found) ?? found).replace(/ {2,}/g, ' ');
}
