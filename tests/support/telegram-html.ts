/** A formatted piece as Telegram understood it; positions are UTF-16 code units of the text. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface Parsed {
  readonly text: string;
  readonly entities: readonly Entity[];
}

const tagTypes: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  'tg-spoiler': 'spoiler',
  blockquote: 'blockquote',
};
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Reads HTML the way the Bot API does. Throws an Error with the Bot API's words for markup it does not take. */
export function parseHtml(html: string): Parsed {
  let text = '';
  const entities: Entity[] = [];
  const open: { tag: string; offset: number; url: string | null }[] = [];
  const token = /<(\/?)([^\s>/]*)([^>]*)(>?)|&(#x?[0-9a-f]+|[a-z]+);|[^<&]+|&/giy;
  for (let match = token.exec(html); match !== null; match = token.exec(html)) {
    const [whole, slash, tag, rest, end, entity] = match;
    if (entity !== undefined) text += decoded(entity, whole);
    else if (tag === undefined) text += whole;
    else if (end !== '>') throw parseError('Unclosed start tag');
    else if (slash === '/') {
      const opened = open.pop();
      if (opened === undefined) throw parseError('Unexpected end tag');
      if (opened.tag !== tag) throw parseError(`Unmatched end tag, expected "</${opened.tag}>", found "</${tag}>"`);
      const length = text.length - opened.offset;
      const type = tagTypes[tag] ?? tag;
      if (length > 0)
        entities.push({ type, offset: opened.offset, length, ...(opened.url ? { url: opened.url } : {}) });
    } else {
      if (tagTypes[tag] === undefined) throw parseError(`Unsupported start tag "${tag}"`);
      const url = /^ href="([^"<>]*)"$/.exec(rest ?? '')?.[1];
      if (rest !== '' && url === undefined) throw parseError('Unexpected attribute');
      open.push({ tag, offset: text.length, url: url === undefined ? null : parseHtml(url).text });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) throw parseError(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return trimmed({ text, entities });
}

/** A text as Telegram keeps it: without some characters, and without blanks at its ends. */
export const kept = (text: string): string =>
  [...text]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      if (character === '\r' || (point >= 0x2028 && point <= 0x202e)) return '';
      if (point === 0x333 || point === 0x33f || point === 0x30a) return '';
      if (point < 32 && character !== '\n') return ' ';
      return point >= 0xd800 && point <= 0xdfff ? '\ufffd' : character;
    })
    .join('')
    .replace(/^[ \n]+|[ \n]+$/g, '');

/** Whether Telegram finds nothing to show in it. */
export const isEmpty = (text: string): boolean =>
  !/[^\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\ufffc]/u.test(text);

function trimmed({ text, entities }: Parsed): Parsed {
  const blanks = text.length - text.replace(/^[ \n]+/, '').length;
  const clean = kept(text);
  return {
    text: clean,
    entities: entities
      .map((entity) => {
        const offset = Math.max(0, entity.offset - blanks);
        const end = Math.min(clean.length, entity.offset + entity.length - blanks);
        return { ...entity, offset, length: end - offset };
      })
      .filter((entity) => entity.length > 0),
  };
}

function decoded(entity: string, whole: string): string {
  if (!entity.startsWith('#')) return named[entity] ?? whole;
  const point = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : whole;
}

const parseError = (what: string) => new Error(`Bad Request: can't parse entities: ${what}`);
