/**
 * Formatted text as a tree. Markup is made from it by each platform's `render.ts` and never by joining strings, so
 * nothing a person typed can become markup or ping anybody. Line breaks are `\n` inside strings.
 */
export type Text =
  | string
  | readonly Text[]
  | { readonly bold: Text }
  | { readonly italic: Text }
  /** Shown as typed: an example to copy, a code. */
  | { readonly code: string }
  /** A web address with its label. */
  | { readonly link: string; readonly label: string };

/** Bold text. */
export const bold = (text: Text): Text => ({ bold: text });

/** Italic text. */
export const italic = (text: Text): Text => ({ italic: text });

/** Text shown exactly as typed. */
export const code = (text: string): Text => ({ code: text });

/** Parts one below the other; null parts are left out. */
export const lines = (...parts: readonly (Text | null)[]): Text =>
  parts.filter((part) => part !== null).flatMap((part, i) => (i === 0 ? [part] : ['\n', part]));

/** What a person reads, markup stripped. */
export function plainText(text: Text): string {
  if (typeof text === 'string') return text;
  if ('bold' in text) return plainText(text.bold);
  if ('italic' in text) return plainText(text.italic);
  if ('code' in text) return text.code;
  if ('link' in text) return text.label === text.link ? text.link : `${text.label}: ${text.link}`;
  return text.map(plainText).join('');
}

/** Words of plain letters and signs with one blank between them. */
const isPlain = /^[!-~]+(?: [!-~]+)*$/;

/** A person's own words, fit to be repeated: one line, no control or direction characters, at most `max` code points. */
export function quoted(words: string, max = 80): string {
  if (words.length <= max && isPlain.test(words)) return words;
  const clean = words
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (clean.length <= max) return clean;
  const points = [...clean];
  return points.length <= max ? clean : `${points.slice(0, max - 1).join('')}…`;
}
