import type { Temporal } from 'temporal-polyfill';
import { phrases } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { readScopes, type SaidScope } from './read-scopes.ts';
import { recogniseDeadline } from './recognise-deadline.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

export type ConsentReading =
  | { readonly kind: 'show' | 'history' }
  | { readonly kind: 'code'; readonly words: string }
  | { readonly kind: 'set'; readonly scopes: readonly SaidScope[] }
  /** The last day of the coaching; null: until somebody ends it. */
  | { readonly kind: 'until'; readonly day: Temporal.PlainDate | null }
  /** `who`: the client, where a coach ends it. */
  | { readonly kind: 'end'; readonly who: string | null; readonly reason: string | null }
  /** After `/coach` came words that are none of these. */
  | { readonly kind: 'unknown' };

export interface ConsentGiven extends Moment {
  readonly isCoach: boolean;
  readonly hasCoach: boolean;
}

const longestText = 250;
const noSlots = phrases<string>([]);
const scope = '((?:my |the |progress )*[a-z -]+?)';
const coach = '(?:my coach|with my coach|to my coach|for my coach)';

const shown =
  /^(?:my coach|who(?: is|'s|s|’s) my coach|(?:show me )?what (?:does|can|may) my coach see|(?:i (?:want|need|would like|.?d like)|can i (?:get|have)|how (?:do|can) i (?:get|find|add|invite|connect(?: to| with)?)) (?:an? |my )?coach|(?:invite|add|connect|find me|get me) (?:an? |my )?coach)$/i;
const stopSharing = new RegExp(
  `^(?:stop sharing|don.?t share|do not share|hide) ${scope} (?:with|from) ${coach.replace('with my coach|', '')}$`,
  'i',
);
const share = new RegExp(`^share ${scope} with my coach$`, 'i');
const letSee = /^(?:let my coach|my coach (?:may|can)) (see|change|edit) ((?:my |the |progress )*[a-z -]+)$/i;
const letNotSee =
  /^my coach (?:may not|can.?t|cannot|should not|shouldn.?t|must not) (see|change|edit) ((?:my |the |progress )*[a-z -]+)$/i;
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
  const ended = endWith.exec(said);
  if (ended && given.isCoach && !/^my coach$/i.test(ended[1] ?? ''))
    return { kind: 'end', who: ended[1] ?? null, reason: ended[2] ?? null };
  if (shown.test(said)) return { kind: 'show' };
  if (!given.hasCoach) return null;
  const left = endOwn.exec(said);
  if (left) return { kind: 'end', who: null, reason: left[1] ?? null };
  const level = (verb = '') => (/see/i.test(verb) ? ('read' as const) : ('write' as const));
  const hidden = letNotSee.exec(said);
  if (hidden) return toSet(hidden[2], /see/i.test(hidden[1] ?? '') ? 'none' : 'read');
  const seen = letSee.exec(said);
  if (seen) return toSet(seen[2], level(seen[1]));
  return toSet(stopSharing.exec(said)?.[1], 'none') ?? toSet(share.exec(said)?.[1], 'read');
}

function toSet(words: string | undefined, level: 'none' | 'read' | 'write'): ConsentReading | null {
  const scopes = words === undefined ? null : readScopes(words);
  return scopes && { kind: 'set', scopes: scopes.map((one) => ({ ...one, level })) };
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
  return scopes ? { kind: 'set', scopes } : { kind: 'unknown' };
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
