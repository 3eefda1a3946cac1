import { weekdayOf } from './routine-pieces.ts';

/** Somebody asks for a plan to be made: that is never a training they have done. */
export interface PlanWish {
  /** For whom, as typed; null: for themselves. */
  readonly who: string | null;
  readonly of: 'training' | 'meals';
  /** What it is to hold, if they said that: days and exercises, one a line. */
  readonly text: string;
}

/** In characters. */
const longestText = 4000;

const openers =
  "(?:(?:please|pls|plz|hey|hi|ok|so|and|now|spotter|can (?:you|u|we|i)|could (?:you|u|we|i)|would you|will you|i(?:['’]?d like| would like| want| need| wanna)(?: you| u)?(?: to)?|let['’]?s|help me(?: to)?)[, ]+)*";
const verb =
  '(?:make|build|write|create|design|draft|prepare|set up|put together|come up with|do|give|send|get|generate|suggest|recommend)';
const article = '(?:an?|another|some|the|this|the following|new)';
const one = '(?:plan|program(?:me)?|routine|workout|split|training)s?';
const kind = `${one}(?: ${one})*(?: template)?`;
/** "new 4 week full body" */
const before = "(?:(?!for\\b|to\\b|of\\b)[\\p{L}\\d'’-]+ ){0,5}?";
const name =
  "(?<who>(?!an?\\b|the\\b|my\\b|our\\b|your\\b|this\\b|that\\b|it\\b|up\\b)@?[\\p{L}][\\p{L}\\p{M}’'-]*(?: (?!an?\\b|the\\b|on\\b|with\\b|from\\b|for\\b|pls\\b|please\\b|who\\b|that\\b)[\\p{L}][\\p{L}\\p{M}’'-]*)?)";
const noun = `(?<noun>${before}${kind})(?![\\p{L}\\d])`;
const rest = '(?<rest>[\\s\\S]*)$';

const forms = [
  // "make anna a plan: …", "give me a new workout"
  new RegExp(`^${openers}${verb} (?:up )?${name} ${article} ${noun}${rest}`, 'iu'),
  // "build a plan for anna: …"
  new RegExp(`^${openers}${verb} (?:${article} )*${noun} for ${name}(?![\\p{L}])${rest}`, 'iu'),
  // "write a 4 week programme", "create a workout: …"
  new RegExp(
    `^${openers}(?:make|build|write|create|design|draft|prepare|generate|suggest|recommend|set up|put together) (?:${article} )*${noun}${rest}`,
    'iu',
  ),
  // "i need a new programme"
  new RegExp(
    `^(?:hey |hi )?i(?:['’]?d like| would like| want| need| wanna have)(?: to have)? (?:an?|another|some|new) ${noun}${rest}`,
    'iu',
  ),
  // "new plan for anna: …"
  new RegExp(`^(?:${article} )*${noun} for ${name}\\s*(?=[:\\n])${rest}`, 'iu'),
];
const ofMeals = /\b(?:meal|meals|food|diet|eating|nutrition)\b/iu;
/** "program for today" is for no person. */
const isTime =
  /^(?:today|tonight|tomorrow|this|next|every|each|now|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|week|month|beginners|weight|fat|muscle|strength)/iu;
const self = /^(?:me|myself|us)$/iu;
/** What stands between the plan and what it is to hold. */
const joins =
  /^\s*(?:(?:called|named)\s+[^:\n]{1,40}(?=[:\n]))?\s*(?:[:,–—-]+|with|like this|as follows|is|=)?\s*[:,–—-]*\s*/iu;

/**
 * Reads what asks for a plan, routine or workout to be made: "make anna a plan: monday squat 3x5 80kg; thursday deadlift
 * 3x5", "build me a 4 week programme", "plan for ben: …". Null for everything else: "did a workout", "my plan monday
 * breakfast: oats".
 */
export function readPlanWish(text: string): PlanWish | null {
  if (text.length > longestText || !/\b(?:plan|program|programme|routine|workout|split|training)s?\b/i.test(text))
    return null;
  const said = text.trim().replace(/[^\S\n]+/g, ' ');
  for (const form of forms) {
    const { who = null, noun: what = '', rest: more = '' } = form.exec(said)?.groups ?? {};
    if (what === '' || (who !== null && isTime.test(who))) continue;
    return {
      who: who === null || self.test(who) ? null : who.replace(/^@/, ''),
      of: ofMeals.test(what) ? 'meals' : 'training',
      text: asLines(more.replace(/[\s,]*(?:please|pls|plz)?[\s.?!]*$/iu, '').replace(joins, '')),
    };
  }
  return null;
}

/** "monday squat 3x5 80kg, bench 3x8; thursday deadlift 3x5" with each day and each exercise on a line of its own. */
function asLines(words: string): string {
  return words
    .split(/\s*(?:\n|;|\.\s+|\.$|,(?=\s*[“"]?\p{L}))\s*/u)
    .flatMap((piece) => {
      const said = piece.replace(/^(?:and|then|on)\s+/iu, '').trim();
      const [, first = '', more = ''] = /^([\p{L}]+)s?\s*[:–—-]*\s*(.*)$/u.exec(said) ?? [];
      const [, day, behind = ''] = /^(day \d{1,2})\s*[:–—-]*\s*(.*)$/iu.exec(said) ?? [];
      if (day !== undefined) return [capital(day), behind];
      return weekdayOf(first) === null ? [said] : [capital(first), more];
    })
    .filter((line) => line !== '')
    .join('\n');
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
