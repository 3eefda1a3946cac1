import type { Temporal } from 'temporal-polyfill';
import { phrases } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { nameAhead } from './read-coaching.ts';
import { readScopes, type SaidScope } from './read-scopes.ts';
import { recogniseDeadline } from './recognise-deadline.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

export type ConsentReading =
  | { readonly kind: 'show' | 'history' }
  | { readonly kind: 'code'; readonly words: string }
  /** `who`: their coach by name; null where they only said that it is their coach. */
  | { readonly kind: 'set'; readonly scopes: readonly SaidScope[]; readonly who: string | null }
  /** The last day of the coaching; null: until somebody ends it. */
  | { readonly kind: 'until'; readonly day: Temporal.PlainDate | null }
  /** `who`: the client, where a coach ends it. */
  | { readonly kind: 'end'; readonly who: string | null; readonly reason: string | null }
  /** After `/coach` came words that are none of these. */
  | { readonly kind: 'unknown' };

export interface ConsentGiven extends Moment {
  readonly isCoach: boolean;
  readonly hasCoach: boolean;
  /** The names of those they coach. */
  readonly clients?: readonly string[];
}

const longestText = 250;
const noSlots = phrases<string>([]);

const shown =
  /^(?:my coach|who(?: is|'s|s|’s) my coach|(?:show me )?what (?:does|can|may) my coach see|(?:i (?:want|need|would like|.?d like)|can i (?:get|have)|how (?:do|can) i (?:get|find|add|invite|connect(?: to| with)?)) (?:an? |my )?coach|(?:invite|add|connect|find me|get me) (?:an? |my )?coach)$/i;
/** Their coach, in any words or by name. */
const who =
  "(?<who>(?:my|the) (?:coach|trainer)|him|her|them|(?!my\\b|the\\b|me\\b|you\\b|it\\b|us\\b|your\\b|this\\b|that\\b|a\\b|an\\b|coach\\b)[\\p{L}][\\p{L}\\p{M}'’-]+)";
const scoped = '(?<scope>(?:my |the |progress )*[a-z ,-]+?)';
const not = "(?:don['’]?t|do not|dont)";
const neverMore = '(?: any ?more| anymore| any longer| now| please| pls)*';
const see = '(?:see|know|view|look at|have access to|get)';
/** What is said of one's coach seeing things, with what they may from then on. */
const seeing: readonly (readonly [RegExp, 'none' | 'read'])[] = [
  [
    `(?:please )?(?:stop (?:sharing|showing)|${not} (?:share|show)|hide|keep) ${scoped} (?:with|from|to) ${who}`,
    'none',
  ],
  [`(?:please )?(?:${not} (?:show|tell|give)|stop (?:showing|telling|giving)) ${who} ${scoped}`, 'none'],
  [`(?:i )?${not} (?:want|like|let) (?:that )?${who} (?:to )?(?:be able to )?${see} ${scoped}`, 'none'],
  [`(?:i want|i.?d like) ${who} (?:to not|not to|to stop) (?:see|seeing|knowing|know) ${scoped}`, 'none'],
  [`(?:please )?(?:stop letting|stop) ${who} (?:see|seeing|from seeing) ${scoped}`, 'none'],
  [`${who} (?:may not|can.?t|cannot|should not|shouldn.?t|must not|mustn.?t) (?:see|know) ${scoped}`, 'none'],
  [`(?:please )?(?:share|show) ${scoped} (?:with|to) ${who}`, 'read'],
  [
    `(?:please )?(?:let ${who} see|(?:i want|i.?d like) ${who.replace('who', 'wanted')} to (?:be able to )?see) ${scoped}`,
    'read',
  ],
  [`${who} (?:may|can|is allowed to) see ${scoped}`, 'read'],
].map(([form, level]) => [new RegExp(`^${form}${neverMore}$`, 'iu'), level === 'none' ? 'none' : 'read'] as const);
/** "can carl see my weight", "what does carl see" */
const asksWhat = new RegExp(
  `^(?:(?:can|does|could|is) ${who} (?:able to |allowed to )?(?:see|know) ${scoped}|what (?:can|does|may|is) ${who.replace('who', 'wanted')} (?:able to |allowed to )?see)$`,
  'iu',
);
/** By a coach: "stop coaching jo", "remove priya". */
const partWith =
  /^(?:please )?(?:(stop|quit) coaching|remove|drop|fire|let go of) (?!my coach\b)([\p{L}][\p{L}\p{M}’'-]*(?: [\p{L}][\p{L}\p{M}’'-]*)?)(?: (?:as (?:a|my) client|from my clients))?(?: because (?:of )?(.+))?$/iu;
/** By somebody who is coached: "i don't want ray to coach me any more". */
const endNamed = new RegExp(
  `^(?:(?:i )?${not} want ${who} (?:to coach me|to be my coach|as (?:my|a) coach)|(?:please )?(?:end|stop|quit)(?: the| my)? (?:coaching|working|training|it) with ${who.replace('who', 'other')})${neverMore}(?: because (?:of )?(?<reason>.+))?$`,
  'iu',
);
const isCoachSaid = /^(?:(?:my|the) (?:coach|trainer)|him|her|them)$/i;
const letChange = /^(?:let my coach|my coach (?:may|can)) (?:change|edit) ((?:my |the |progress )*[a-z -]+)$/i;
const letNotChange =
  /^my coach (?:may not|can.?t|cannot|should not|shouldn.?t|must not) (?:change|edit) ((?:my |the |progress )*[a-z -]+)$/i;
const endOwn =
  /^(?:(?:please )?(?:end|stop|quit|cancel) (?:the |my )?coaching|(?:leave|fire|drop|remove) my coach|i (?:don.?t|do not) want (?:a|my) coach (?:any ?more|any longer)|(?:end|stop) (?:it )?with my coach)(?: because (?:of )?(.+))?$/i;
const endWith = /^(?:please )?(?:end|stop) (?:the |my )?coaching (?:with|of|for) (.+?)(?: because (?:of )?(.+))?$/i;

/**
 * Reads what is said of a coaching: "my coach", "stop sharing my photos with my coach", "end coaching", and whatever
 * follows `/coach`. Null for everything else, and from people whom nobody coaches for all that only concerns those.
 */
export function readConsent(text: string, given: ConsentGiven): ConsentReading | null {
  if (text.length > longestText) return null;
  const said = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[?.!]+$/, '');
  const [, slash, rest = ''] = /^(\/coach)(?: (.+))?$/i.exec(said) ?? [];
  if (slash) return afterSlash(rest, given);
  const parted = given.isCoach ? partWith.exec(said) : null;
  const left = parted && (parted[1] ? parted[2] : nameAhead(parted[2] ?? '', given.clients ?? [])?.name);
  if (parted && left && (parted[1] || left.length === parted[2]?.length))
    return { kind: 'end', who: left, reason: parted[3] ?? null };
  const ended = endWith.exec(said);
  if (ended && given.isCoach && !/^my coach$/i.test(ended[1] ?? ''))
    return { kind: 'end', who: ended[1] ?? null, reason: ended[2] ?? null };
  if (shown.test(said)) return { kind: 'show' };
  if (!given.hasCoach) return null;
  const gone = endOwn.exec(said);
  if (gone) return { kind: 'end', who: null, reason: gone[1] ?? null };
  const unwanted = endNamed.exec(said)?.groups;
  const whom = unwanted?.who ?? unwanted?.other;
  if (whom && isPerson(whom))
    return { kind: 'end', who: isCoachSaid.test(whom) ? null : whom, reason: unwanted?.reason ?? null };
  const kept = letNotChange.exec(said);
  if (kept) return toSet(kept[1], 'read');
  const changed = letChange.exec(said);
  if (changed) return toSet(changed[1], 'write');
  const asked = asksWhat.exec(said)?.groups;
  if (asked && isPerson(asked.wanted ?? asked.who ?? '') && (asked.scope === undefined || readScopes(asked.scope)))
    return { kind: 'show' };
  for (const [form, level] of seeing) {
    const { who: one, wanted = one ?? '', scope: what } = form.exec(said)?.groups ?? {};
    if (!isPerson(wanted)) continue;
    const set = toSet(what, level, isCoachSaid.test(wanted) ? null : wanted);
    if (set) return set;
  }
  return null;
}

const isPerson = (words: string): boolean =>
  isCoachSaid.test(words) || !english.messages.noNames.has(words.toLowerCase());

function toSet(
  words: string | undefined,
  level: 'none' | 'read' | 'write',
  who: string | null = null,
): ConsentReading | null {
  const scopes = words === undefined ? null : readScopes(words);
  return scopes && { kind: 'set', scopes: scopes.map((one) => ({ ...one, level })), who };
}

function afterSlash(rest: string, given: ConsentGiven): ConsentReading {
  if (rest === '' || /^(?:show|card)$/i.test(rest)) return { kind: 'show' };
  if (/^(?:history|past|former)$/i.test(rest)) return { kind: 'history' };
  const [, code] = /^code (.+)$/i.exec(rest) ?? [];
  if (code !== undefined) return { kind: 'code', words: code };
  const [, isEnd, tail = ''] = /^(end|stop|quit|leave)(?: (.+))?$/i.exec(rest) ?? [];
  if (isEnd) {
    const [, who = '', reason = null] = /^(.*?)(?:(?:^| )because (?:of )?(.+))?$/i.exec(tail) ?? [];
    const name = who.replace(/^(?:(?:the |my )?coaching )?(?:with |of )?/i, '').replace(/^(?:my )?coach(?:ing)?$/i, '');
    return { kind: 'end', who: name === '' ? null : name, reason };
  }
  const [, until] = /^until (.+)$/i.exec(rest) ?? [];
  if (until !== undefined) {
    if (/^(?:i end it|open|for ?ever|always|no (?:end|date)|further notice)$/i.test(until))
      return { kind: 'until', day: null };
    const day = dayAhead(until, given);
    return day ? { kind: 'until', day } : { kind: 'unknown' };
  }
  const scopes = readScopes(rest.replace(/^(?:scopes?|share|see|sees) /i, ''));
  return scopes ? { kind: 'set', scopes, who: null } : { kind: 'unknown' };
}

/** "30 june", "the end of june", "next friday", "3 months". */
function dayAhead(words: string, moment: Moment): Temporal.PlainDate | null {
  for (const lead of ['by', 'in', '']) {
    const said = `${lead} ${words}`.trim();
    const line = { text: said, tokens: scan(said), language: english, ownSlots: noSlots };
    const found = recogniseDeadline(line, 0, moment);
    if (found && found.end === line.tokens.length) return found.day;
  }
  return null;
}
