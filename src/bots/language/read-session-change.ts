import type { Temporal } from 'temporal-polyfill';
import { listWhen } from './list-when.ts';
import { phrases } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { scan } from './scan.ts';
import { scheduleOf } from './schedule.ts';
import { english } from './vocabulary/en/index.ts';
import { weekdaysInFull } from './weekdays-in-full.ts';

/** What is to become of a session that is planned. What was not said of it is null, and then stays as it is. */
export interface SessionChange {
  readonly verb: 'move' | 'cancel';
  /** The client it is with, as typed by their coach. */
  readonly who: string | null;
  /** The day it is on now. */
  readonly on: Temporal.PlainDate | null;
  readonly toDay: Temporal.PlainDate | null;
  /** `19:00` */
  readonly toTime: string | null;
}

export interface SessionChangeGiven extends Moment {
  readonly role?: string;
  readonly hasCoach?: boolean;
  readonly clients?: readonly string[];
  readonly routines?: readonly string[];
}

const longestText = 160;
const opening =
  /^(?:(?:hey|hi|hello|ok|okay|so|sorry|please|pls|plz)[\s,]+)*(?<asks>(?:(?:can|could|may|shall|should) (?:you|u|we|i)|is it (?:ok|okay|possible|fine)(?: if (?:i|we)| to)?|would it be (?:ok|okay|possible)(?: if (?:i|we)| to)?|(?:i(?:['’]?d| would| do)? )?(?:have|need|want|like) to|i (?:gotta|must)|let['’]?s|we (?:have|need) to|i(?:['’]?ll| will) have to)\s+)?(?:please\s+|pls\s+)?(?<verb>move|moved|reschedule|shift|postpone|change|cancel|call off|push back|push(?= (?:my|our|the|back|\p{L}+days?)\b)|bring forward)\s+(?<rest>\S.*?)[\s.?!]*$/iu;
const sessionWord = /\b(?:coaching\s+)?(?:sessions?|calls?|appointments?|meetings?)\b/iu;
const fillers =
  /\b(?:my|our|the|this|that|next|upcoming|coming|coaching|please|pls|instead|on|with|from|at|of|for|me|coach|it|a|back|forward|off|time|planned|one)\b|['’]s\b|['’]/giu;
const noSlots = phrases<string>([]);

/**
 * Reads what moves or calls off a coaching session: "can we move friday to 7pm?", "move the session to 7pm", "reschedule
 * anna to friday 6pm", "cancel our session". Null for everything else, and for whoever neither coaches nor is coached.
 */
export function readSessionChange(text: string, given: SessionChangeGiven): SessionChange | null {
  const { role = 'client', hasCoach = false, clients = [], routines = [] } = given;
  const isCoach = role !== 'client';
  if (text.length > longestText || (!isCoach && !hasCoach)) return null;
  const { verb = '', rest = '', asks } = opening.exec(text.trim().replace(/\s+/g, ' '))?.groups ?? {};
  if (rest === '') return null;
  const isCancel = /^c/i.test(verb) && !/^change/i.test(verb);
  const [head, tail] = isCancel ? [rest, ''] : splitAtNew(rest);
  const isSession = sessionWord.test(head);
  const named = isCoach ? withoutName(head.replace(sessionWord, ' '), clients) : null;
  const before = placed(named?.rest ?? head.replace(sessionWord, ' '), given);
  if (/[\p{L}\p{N}]/u.test(before.rest.replace(fillers, ' '))) return null;
  const after = tail === '' ? null : placed(tail, given);
  if (after && (/[\p{L}\p{N}]/u.test(after.rest.replace(fillers, ' ')) || (!after.day && !after.time))) return null;
  const { day: on } = before;
  const to = { toDay: after?.day ?? null, toTime: after?.time ?? null };
  const who = named?.name ?? null;
  const isTold = to.toDay !== null || to.toTime !== null;
  // Without the word itself, whom it is with tells; or a day, where that cannot be a training's.
  const isMeant = isSession || (who !== null && (isTold || on !== null));
  const isOfDay = on !== null && (to.toTime !== null || (routines.length === 0 && (asks !== undefined || isCancel)));
  if (!isMeant && !isOfDay) return null;
  return { verb: isCancel ? 'cancel' : 'move', who, on, ...to };
}

/** "friday to 7pm": what it is now, and what it is to be. */
function splitAtNew(rest: string): readonly [string, string] {
  const found = /^(.*?\S)\s+(?:to|until|till|for|->)\s+(?!(?:my|our|the)\b.*\bsession)(.+)$/iu.exec(rest);
  return found ? [found[1] ?? '', found[2] ?? ''] : [rest, ''];
}

/** The name of a client in some words, and the words without it. */
function withoutName(words: string, clients: readonly string[]): { name: string; rest: string } | null {
  const names = clients
    .flatMap((name) => [name, ...name.split(/\s+/u)])
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
  for (const name of names) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const found = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped})(?:['’]?s)?(?![\\p{L}\\p{N}])`, 'iu').exec(words);
    if (found) return { name: found[1] ?? name, rest: words.replace(found[0], ' ') };
  }
  return null;
}

/** The day and the time in some words, and what else they say. */
function placed(words: string, moment: Moment): { day: Temporal.PlainDate | null; time: string | null; rest: string } {
  const text = weekdaysInFull(words)
    .replace(/(?<=day|tomorrow)['’]?s\b/giu, '')
    .trim();
  const line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const when = listWhen(line, 0, moment);
  const read = scheduleOf(when, null, moment);
  const time = when.times && 'schedule' in read ? (read.schedule.at?.[0] ?? null) : null;
  const taken = new Set(when.taken);
  const rest = line.tokens.map(({ start, end }, n) => (taken.has(n) ? '' : text.slice(start, end))).join(' ');
  return { day: when.day?.day ?? null, time, rest };
}
