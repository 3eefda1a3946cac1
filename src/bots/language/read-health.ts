import { type HealthFlag, healthFlags } from '../../domain/users/health.ts';
import * as words from './vocabulary/en/health.ts';

/** What of a pregnancy's end was told with it: words for it are chosen with care. */
export type HealthEvent = 'birth' | 'loss';

export type HealthReading =
  | {
      readonly do: 'change';
      readonly add: readonly HealthFlag[];
      readonly remove: readonly HealthFlag[];
      readonly event: HealthEvent | null;
    }
  /** They have diabetes; whether they take anything for it was not said. */
  | { readonly do: 'which-medication' }
  | { readonly do: 'show' | 'skip' }
  | { readonly do: 'unclear' };

/** In characters: whoever writes more tells a story. */
const longest = 160;
const cue =
  /pregn|expecting|baby|birth|trimester|with child|feed|nursing|nurse|lactat|wean|miscarr|abortion|termination|stillb|still b|twins|born|here|child|insulin|metformin|gli|gly|sulfo|diabet|t1d|t2d|disorder|\bed\b|anorex|bulimi|binge|orthorex|arfid|ednos|osfed|health/;

/**
 * Reads what somebody says of their own health that bears on targets: "i'm pregnant", "i take insulin", "i had an eating
 * disorder", "i am not pregnant any more", "forget that i am breastfeeding"; `/health pregnant`; and after "/health asked"
 * the answer to our question. Null for anything else: of others, in questions, or within a longer story.
 */
export function readHealth(text: string): HealthReading | null {
  if (text.length > longest) return null;
  const plain = plainly(text);
  const [, slash, answer, rest = ''] = /^(\/health)\b(?: (asked)\b)?[ :]*(.*)$/.exec(plain) ?? [];
  if (!slash) return cue.test(plain) ? readWhole(plain, false) : null;
  if (answer) return words.noneOfThese.test(bared(rest)) ? { do: 'skip' } : readWhole(rest, true);
  return rest === '' ? { do: 'show' } : (readWhole(rest, true) ?? { do: 'unclear' });
}

const plainly = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[’`´ʼ]/g, "'")
    .replace(/\s+/g, ' ');

/** Without what says nothing before and after it. */
function bared(text: string): string {
  let said = text.replace(words.healthLeads, '');
  for (
    let shorter = said.replace(words.healthTails, '');
    shorter !== said;
    shorter = said.replace(words.healthTails, '')
  )
    said = shorter;
  return said.trim();
}

/** `isHealth`: it is known to be about their health, so bare words will do. */
function readWhole(text: string, isHealth: boolean): HealthReading | null {
  const said = bared(text);
  if (said === '' || text.trimEnd().endsWith('?')) return null;
  if (words.showsHealth.test(said)) return { do: 'show' };
  const [, gone] = words.forgets.exec(said) ?? [];
  if (gone !== undefined) return readForgotten(gone);
  if (words.births.test(said)) return { do: 'change', add: [], remove: ['pregnant'], event: 'birth' };
  if (words.losses.test(said)) return { do: 'change', add: [], remove: ['pregnant'], event: 'loss' };
  if (words.diabetes.test(said) || (isHealth && /^diabet(?:es|ic)$/.test(said))) return { do: 'which-medication' };
  return readTold(said, isHealth);
}

function readForgotten(gone: string): HealthReading | null {
  if (words.allHealth.test(gone)) return { do: 'change', add: [], remove: [...healthFlags], event: null };
  const flag = found(words.namedHealth, gone) ?? found(words.toldHealth, gone) ?? found(words.bareHealth, gone);
  return flag && { do: 'change', add: [], remove: [flag], event: null };
}

/** One thing or several, each of which must be one; after the first, few words will do. */
function readTold(said: string, isHealth: boolean): HealthReading | null {
  const whole = readOne(said, isHealth);
  const all = whole ? [] : said.split(words.betweenHealth).filter((part) => part !== '');
  // What is taken for diabetes says as much.
  const parts = all.filter((part) => !words.diabetes.test(part));
  const isClear = isHealth || parts.length < all.length;
  const read = whole ? [whole] : parts.map((part, i) => readOne(part, isClear || i > 0));
  const add: HealthFlag[] = [];
  const remove: HealthFlag[] = [];
  for (const one of read) {
    if (!one) return null;
    (one.isOver ? remove : add).push(one.flag);
  }
  return read.length === 0 ? null : { do: 'change', add, remove, event: null };
}

function readOne(said: string, isHealth: boolean): { flag: HealthFlag; isOver: boolean } | null {
  const told = found(words.toldHealth, said) ?? (isHealth ? found(words.bareHealth, said) : null);
  if (told) return { flag: told, isOver: false };
  const over = found(words.overHealth, said);
  return over && { flag: over, isOver: true };
}

const found = (table: Readonly<Record<HealthFlag, RegExp>>, said: string): HealthFlag | null =>
  healthFlags.find((flag) => table[flag].test(said)) ?? null;
