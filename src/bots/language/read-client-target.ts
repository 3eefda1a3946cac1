import { nameAhead, withApostrophes } from './read-coaching.ts';
import { readTarget, type TargetFigures, type TargetGiven } from './read-target.ts';

/** What a client's day should hold, as their coach says it. */
export interface ClientTarget {
  /** As it was typed. */
  readonly who: string;
  readonly target: TargetFigures;
}

const longestText = 160;
const openers =
  /^(?:(?:hey|hi|ok|so|please|pls|can (?:you|u|we)|could (?:you|u)|i(?:['’]?d like| want) to|let['’]?s)[\s,]+)*/iu;
const verbs =
  /^(?:set|give|put|assign|make|change|update|raise|lower|bump|drop|increase|decrease|reduce|cut|move|bring)\s+/iu;
/** What may stand between the client and the figures. */
const joins =
  /^(?:[:,–-]|on(?: to)?|to|at|an?|the|is|should (?:be|have|eat|get)|gets?|needs?|daily|day['’]?s?|each day)\s*/iu;
const aboutTarget =
  /^(?:daily )?(?:target|goal|macros|calories|kcal|protein)\b|^\d[\d.,]* ?(?:kcal|k?cals?|calories) (?:a|per|each|every) ?day\b/iu;
const forWhom = /\s+(?:for|of)\s+/giu;

/**
 * Reads what a coach wants a client's day to hold: "set anna a target of 1900 kcal and 130g protein", "give anna 1900
 * kcal", "anna's calories to 2000", "target for anna 1900". Null for everything else, and where none of `clients` is named.
 */
export function readClientTarget(text: string, clients: readonly string[], given: TargetGiven): ClientTarget | null {
  if (text.length > longestText || !/\d/.test(text)) return null;
  const spelt = withApostrophes(text, clients) ?? text;
  const said = spelt
    .trim()
    .replace(/\s+/g, ' ')
    .replace(openers, '')
    .replace(/[.!]+$/, '');
  const verb = verbs.exec(said)?.[0] ?? '';
  const named = nameAhead(said.slice(verb.length), clients);
  if (named && (verb !== '' || named.isMarked || aboutTarget.test(named.rest))) {
    const words = bare(named.rest);
    return of(named.name, [`target ${words}`, `set my ${words}`], given);
  }
  for (const lead of said.matchAll(forWhom)) {
    const behind = nameAhead(said.slice(lead.index + lead[0].length), clients);
    if (behind) return of(behind.name, [`${said.slice(0, lead.index)} ${bare(behind.rest)}`.trim()], given);
  }
  return null;
}

function of(who: string, forms: readonly string[], given: TargetGiven): ClientTarget | null {
  for (const words of forms) {
    const read = readTarget(words, given);
    if (read?.kind === 'target') return { who, target: read.target };
  }
  return null;
}

function bare(words: string): string {
  let left = words;
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(joins, '');
  }
  return left;
}
