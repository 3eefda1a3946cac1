import { type Phrases, phrases } from '../../phrases.ts';

/** As people also type it: without accents. The tilde of "ñ" stays, since it is a letter of its own. */
const unaccented = (phrase: string): string =>
  phrase
    .normalize('NFD')
    .replace(/[\u0301\u0308]/g, '')
    .normalize('NFC');

/** Each word or phrase with and without its accents. */
export const typed = (list: readonly string[]): string[] => [
  ...new Set(list.flatMap((phrase) => [phrase, unaccented(phrase)])),
];

/** The words of a text, each with and without its accents. */
export const words = (list: string): ReadonlySet<string> => new Set(typed(list.trim().split(/\s+/)));

/** Phrases that mean nothing beyond what they are. */
export const said = (list: readonly string[]): Phrases<null> =>
  phrases(typed(list).map((phrase) => [phrase, null] as const));
