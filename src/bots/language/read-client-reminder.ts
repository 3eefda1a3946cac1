import { kindOfReminder } from './kind-of-reminder.ts';
import type { Moment } from './place-in-time.ts';
import { nameAhead } from './read-coaching.ts';
import { type ReminderReading, readReminder } from './read-reminder.ts';

/** Of what a coach wants a client to be reminded. */
export interface ClientReminder {
  /** As it was typed. */
  readonly who: string;
  readonly read:
    | Extract<ReminderReading, { kind: 'set' | 'question' | 'rare' }>
    /** No time is said of something that has a usual one. */
    | { readonly kind: 'usual'; readonly what: string }
    /** What only they switch on themselves. */
    | { readonly kind: 'theirs' };
}

const longestText = 300;
const hint = /\b(?:remind|nudge|reminders?)\b/i;
const verb = /\b(?:remind|nudge)\s+(?!me\b|myself\b|us\b)/i;
const noun = /\breminders?\s+(?:for|to)\s+(?!me\b|myself\b|my\b)/i;
const makers =
  /^(?:please\s+)?(?:(?:set|add|make|create|start|turn on|switch on)(?:\s+up)?\s+)?(?:(?:an?|the|another)\s+)?(.*)$/is;
const theirs = /\b(?:streaks?|summary|summaries|report|recap|overview|card|briefing)\b/i;
const dayNamed =
  /\b(?:today|tonight|tomorrow|once|this|next|in \d+|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b/i;
const daily = [1, 2, 3, 4, 5, 6, 7];
const sundays = [7];

/**
 * Reads "remind anna to log lunch at 13", "every monday at 7 remind anna to weigh in", "weigh-in reminder for anna every
 * monday 7:00", "anna's lunch reminder at 13:00". What we know to remind of comes every day, a check-in on Sundays, unless days are said. Null for
 * anything else, and where none of `clients` is named.
 */
export function readClientReminder(text: string, clients: readonly string[], given: Moment): ClientReminder | null {
  const said = text.trim().replace(/^\/remind\s+/i, 'remind ');
  if (said.length > longestText || said.includes('\n') || !hint.test(said)) return null;
  const meant = verbal(said, clients) ?? nominal(said, clients) ?? possessive(said, clients);
  if (!meant) return null;
  const { who } = meant;
  const words = asTheirOwn(meant.words);
  if (theirs.test(words)) return { who, read: { kind: 'theirs' } };
  const bare = /^(.+?)\s+reminders?(?:\s+on)?$/i.exec(words)?.[1];
  if (bare !== undefined) return isBuiltIn(bare) ? { who, read: { kind: 'usual', what: bare } } : null;
  const read = readReminder(words, given);
  switch (read?.kind) {
    case 'set': {
      const isDaily = isBuiltIn(read.what) && read.schedule.on !== null && !dayNamed.test(words);
      const days = kindOfReminder(read.what).kind === 'check_in' ? sundays : daily;
      return { who, read: isDaily ? { ...read, schedule: { ...read.schedule, on: null, days } } : read };
    }
    case 'question':
      return { who, read: isBuiltIn(read.what) ? { kind: 'usual', what: read.what } : read };
    case 'rare':
      return { who, read };
    case 'change':
      return read.action === 'resume' && read.subject !== null
        ? { who, read: { kind: 'usual', what: read.subject } }
        : null;
    default:
      return null;
  }
}

/** Whether several clients are to be reminded at once: "remind kim and sam to …", "remind everyone to …". */
export function remindsSeveral(text: string, clients: readonly string[]): boolean {
  const lead = text.length > longestText ? null : verb.exec(text);
  const rest = lead ? text.slice(lead.index + lead[0].length) : '';
  if (/^(?:everyone|everybody|(?:all )?(?:of )?my clients|all (?:of them|clients))\b/i.test(rest)) return true;
  const behind = /^(?:and|&)\s+(.*)$/is.exec(nameAhead(rest, clients)?.rest ?? '')?.[1];
  return behind !== undefined && nameAhead(behind, clients) !== null;
}

const isBuiltIn = (what: string): boolean => kindOfReminder(what).kind !== 'own';

interface Meant {
  readonly who: string;
  /** The same words as the client would say them. */
  readonly words: string;
}

/** "remind anna to …" */
function verbal(said: string, clients: readonly string[]): Meant | null {
  const lead = verb.exec(said);
  const named = lead && nameAhead(said.slice(lead.index + lead[0].length), clients);
  if (!lead || !named || named.isMarked || named.rest === '') return null;
  return { who: named.name, words: `${said.slice(0, lead.index)}remind me ${named.rest}` };
}

/** "weigh-in reminder for anna …", "set a reminder for anna to …", "reminder for anna: …" */
function nominal(said: string, clients: readonly string[]): Meant | null {
  const lead = noun.exec(said);
  const named = lead && nameAhead(said.slice(lead.index + lead[0].length), clients);
  if (!lead || !named) return null;
  const about = (makers.exec(said.slice(0, lead.index))?.[1] ?? '').trim();
  return {
    who: named.name,
    words: about === '' ? `remind me ${named.rest}` : `${about} reminder ${named.rest}`.trim(),
  };
}

/** "anna's lunch reminder …" */
function possessive(said: string, clients: readonly string[]): Meant | null {
  const named = nameAhead(said, clients);
  return named?.isMarked && /\breminders?\b/i.test(named.rest) ? { who: named.name, words: named.rest } : null;
}

const asTheirOwn = (words: string): string =>
  words
    .replace(/\b(?:her|his|their)\b/gi, 'my')
    .replace(/\b(?:her|him|them)sel(?:f|ves)\b/gi, 'myself')
    .replace(/[.!]+$/, '')
    .trim();
