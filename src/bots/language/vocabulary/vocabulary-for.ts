import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import type { Vocabulary } from './vocabulary.ts';

const languages: ReadonlyMap<string, Vocabulary> = new Map([english, spanish].map((one) => [one.language, one]));

/** The language of a locale such as "es-MX" or "en_GB"; English where we do not speak it. */
export function vocabularyFor(locale: string): Vocabulary {
  const [language = ''] = locale.toLowerCase().split(/[-_]/, 1);
  return languages.get(language) ?? english;
}
