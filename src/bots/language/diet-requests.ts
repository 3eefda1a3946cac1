import type { Temporal } from 'temporal-polyfill';
import { dayAheadSaid } from './diet-days.ts';
import type { Moment } from './place-in-time.ts';

/** What a coach says of diet templates. */
export type DietRequest =
  | { readonly kind: 'list' }
  /** A text pasted under a name; `firstLine` is where it begins in what was typed. */
  | { readonly kind: 'paste'; readonly name: string; readonly source: string; readonly firstLine: number }
  | { readonly kind: 'show' | 'edit' | 'diff' | 'forget'; readonly name: string }
  | {
      readonly kind: 'assign';
      readonly name: string;
      readonly to: readonly string[];
      readonly from: Temporal.PlainDate | null;
      readonly weeks: number | null;
    }
  | { readonly kind: 'end'; readonly who: string; readonly from: Temporal.PlainDate | null }
  | { readonly kind: 'follow'; readonly who: string };

const diet = '(?:diet(?:[ -](?:template|plan))?|meal[ -]plan(?: template)?|eating plan)s?';
const polite = '(?:please |can you |could you )?';
const paste = new RegExp(
  `^(?:(?:new|save|add|edit|change|update) )?(?:my )?${diet}\\s*(?::|named|called|\\s)\\s*["“]?([^\\n:"”]{1,60}?)["”]?\\s*:?\\s*\\n([\\s\\S]*\\S)`,
  'i',
);
const list = new RegExp(`^(?:(?:list|show)(?: me)? )?(?:all )?(?:my |the )?(?:diets|${diet}s|diet templates)$`, 'i');
const one = '["“]?([^"”\\n]{1,60}?)["”]?';
const verbs = [
  ['show', '(?:show|open|see)(?: me)?'],
  ['edit', '(?:edit|change|copy)'],
  ['diff', '(?:diff|compare|history of|what changed in)'],
  ['forget', '(?:forget|archive|delete|remove)'],
] as const;
const assignTo = new RegExp(`^${polite}(?:assign|give)\\s+(?:the\\s+)?${one}\\s+to\\s+(.+)$`, 'i');
const giveThe = new RegExp(`^${polite}(?:assign|give)\\s+(.+?)\\s+(?:the|my)\\s+${one}$`, 'i');
const tail =
  /\s+(?:(?:starting|beginning)(?:\s+(?:from|on))?|from|as of|on|for(?=\s+(?:\d+|an?|one|two|three|four|six|eight|twelve)\s+weeks?\b))\s+/i;
const weeksSaid = /(?:\s|^)(?:for\s+)?(\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+weeks?$/i;
const numbers: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 },
  ...{ seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12 },
};
/** In characters, where nothing is pasted. */
const longestRequest = 300;
const dietWord = new RegExp(`\\b${diet}\\b`, 'i');

/**
 * Reads what a coach says of diet templates: "diet: lean cut" with its text below, "diets", "edit diet lean cut", "assign
 * the lean cut diet to anna and ben from monday for 4 weeks", "end anna's diet". After `/diet` the word itself may be left
 * out. Null for anything else.
 */
export function readDietRequest(text: string, moment: Moment): DietRequest | null {
  const [, slash, said = ''] = /^(\/diet\b\s*)?([\s\S]*)$/i.exec(text.trim()) ?? [];
  const isSlash = slash !== undefined;
  if (isSlash && said === '') return { kind: 'list' };
  if (!isSlash && !dietWord.test(said.slice(0, 200))) return null;
  const pasted = paste.exec(isSlash && !dietWord.test(said.split('\n')[0] ?? '') ? `diet ${said}` : said);
  if (pasted) {
    const [, name = '', source = ''] = pasted;
    const firstLine = text.slice(0, text.indexOf(source)).split('\n').length;
    return { kind: 'paste', name: name.trim(), source, firstLine };
  }
  if (said.includes('\n') || said.length > longestRequest) return null;
  const words = said.replace(/[.!?]+$/, '').trim();
  if (list.test(words) || (isSlash && /^(?:list|all)$/i.test(words))) return { kind: 'list' };
  return (
    readAssign(words, isSlash, moment) ??
    readEnd(words, isSlash, moment) ??
    readFollow(words, isSlash) ??
    readOne(words, isSlash)
  );
}

function readOne(words: string, isSlash: boolean): DietRequest | null {
  for (const [kind, verb] of verbs) {
    const named = new RegExp(`^${polite}${verb}\\s+(?:the\\s+|my\\s+)?${diet}\\s*:?\\s+${one}$`, 'i').exec(words);
    // "Remove diet coke" is of a drink.
    if (named && kind === 'forget' && !isSlash && !/template|plan/i.test(words)) continue;
    const after = named ?? new RegExp(`^${polite}${verb}\\s+(?:the\\s+|my\\s+)?${one}\\s+${diet}$`, 'i').exec(words);
    const bare = after ?? (isSlash ? new RegExp(`^${verb}\\s+${one}$`, 'i').exec(words) : null);
    if (bare) return { kind, name: bare[1] ?? '' };
  }
  return isSlash && words.length <= 60 ? { kind: 'show', name: words } : null;
}

function readAssign(words: string, isSlash: boolean, moment: Moment): DietRequest | null {
  if (!isSlash && !dietWord.test(words)) return null;
  const to = assignTo.exec(words);
  const the = to ? null : giveThe.exec(words);
  const when = whenOf(to?.[2] ?? the?.[2] ?? '', moment);
  if (!when) return null;
  const name = bareName(to?.[1] ?? when.rest);
  const whom = to ? when.rest : (the?.[1] ?? '');
  const receivers = whom
    .split(/\s*(?:,|&|\band\b)\s*/i)
    .map((one) => one.replace(/^to\s+/i, '').trim())
    .filter((one) => one !== '');
  if (name === '' || receivers.length === 0 || receivers.some((one) => one.length > 60)) return null;
  return { kind: 'assign', name, to: receivers, from: when.from, weeks: when.weeks };
}

const bareName = (words: string): string =>
  words
    .replace(new RegExp(`^${diet}\\s+|\\s+${diet}$`, 'gi'), '')
    .replace(/^["“]|["”]$/g, '')
    .trim();

/** Takes "from monday for 4 weeks" off the end; null where what follows is no day. */
function whenOf(
  words: string,
  moment: Moment,
): { rest: string; from: Temporal.PlainDate | null; weeks: number | null } | null {
  if (words === '') return null;
  const said = weeksSaid.exec(words);
  const count = said?.[1]?.toLowerCase() ?? '';
  const weeks = said ? (numbers[count] ?? Number(count)) : null;
  const rest = (said ? words.slice(0, said.index) : words).trim();
  const found = tail.exec(` ${rest}`);
  if (!found) {
    // "to anna tomorrow"
    const last = /^(.+?)\s+(today|tomorrow|next \w+)$/i.exec(rest);
    const day = last && dayAheadSaid(last[2] ?? '', moment);
    return day ? { rest: last?.[1] ?? '', from: day, weeks } : { rest, from: null, weeks };
  }
  const from = dayAheadSaid(` ${rest}`.slice(found.index + found[0].length), moment);
  return from && { rest: ` ${rest}`.slice(0, found.index).trim(), from, weeks };
}

function readEnd(words: string, isSlash: boolean, moment: Moment): DietRequest | null {
  const of = new RegExp(`^${polite}(?:end|stop|cancel|finish)\\s+(?:the\\s+)?${diet}\\s+(?:of|for)\\s+(.+)$`, 'i').exec(
    words,
  );
  const poss =
    of ?? new RegExp(`^${polite}(?:end|stop|cancel|finish)\\s+(.+?)(?:['’]s|['’])\\s+${diet}(.*)$`, 'i').exec(words);
  const bare = poss ?? (isSlash ? /^(?:end|stop|cancel)\s+(?:for\s+)?(.+)$/i.exec(words) : null);
  if (!bare) return null;
  const when = whenOf(`${bare[1] ?? ''}${bare[2] ?? ''}`, moment);
  return when && when.rest.length <= 60 ? { kind: 'end', who: when.rest, from: when.from } : null;
}

/** "how does anna follow her diet", "/diet follow anna" */
function readFollow(words: string, isSlash: boolean): DietRequest | null {
  const found =
    new RegExp(
      `^how (?:well |closely )?(?:does|is|did|has) (\\S+(?: \\S+)?) (?:follow|following|followed|stick to|sticking to|stuck to|keep to|keeping to) (?:her|his|their|the) ${diet}$`,
      'i',
    ).exec(words) ?? (isSlash ? /^(?:follow|adherence)\s+(?:of\s+)?(.{1,60})$/i.exec(words) : null);
  return found ? { kind: 'follow', who: found[1] ?? '' } : null;
}
