import type { Temporal } from 'temporal-polyfill';
import { phrases } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { nameAhead } from './read-coaching.ts';
import { recogniseClockTime } from './recognise-clock-time.ts';
import { weekdayOf } from './routine-pieces.ts';
import { takeStart } from './routine-words.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

/** What a coach says of training templates. `time` is `18:00`. */
export type TemplateReading =
  | { readonly kind: 'list' }
  | { readonly kind: 'new'; readonly name: string; readonly text: string; readonly description: string | null }
  | { readonly kind: 'show' | 'edit' | 'forget'; readonly name: string }
  | { readonly kind: 'diff'; readonly name: string; readonly from: number | null; readonly to: number | null }
  | {
      readonly kind: 'assign';
      readonly name: string;
      readonly to: readonly string[];
      readonly from: Temporal.PlainDate | null;
      readonly weeks: number | null;
      readonly weekdays: readonly number[];
      readonly time: string | null;
    }
  | { readonly kind: 'end'; readonly name: string; readonly to: readonly string[] };

/** Other things that a coach gives have words of their own. */
const others = /\b(?:diets?|meal|check-?\s?ins?|invite|note|session)\b/i;
const longestName = 60;

/**
 * Reads what a coach says of training templates: "template push-pull:" with the plan below, "templates", "edit template
 * push-pull", "assign push-pull to anna and ben from monday for 8 weeks", "end push-pull for anna". After `/template` the
 * word itself may be left out. Null for anything else.
 */
export function readTemplate(
  text: string,
  moment: Moment & { readonly clients?: readonly string[] },
  isSlash = false,
): TemplateReading | null {
  const said = text.trim();
  const pasted = isSlash
    ? /^(?:(?:new|create|save|add)\s+)?(?:template\s+)?([^\n:]{1,60}?)\s*(?::[^\S\n]*)?(?:\n|$)([\s\S]*)$/i.exec(said)
    : /^(?:(?:new|create|save|add|update)\s+)?(?:(?:routine|training|workout)\s+)?template\s*:?\s+([^\n:]{1,60}?)\s*:?[^\S\n]*\n([\s\S]+)$/i.exec(
        said,
      );
  if (pasted && (pasted[2] ?? '').trim() !== '') return newOf(pasted[1] ?? '', pasted[2] ?? '');
  if (said.includes('\n')) return null;
  const words = said.replace(/[.!?]+$/, '').trim();
  if (
    isSlash
      ? /^(?:list|all)?$/i.test(words)
      : /^(?:(?:show|list)\s+)?(?:me\s+)?(?:my\s+|all\s+)?(?:(?:training|routine|workout)\s+)?templates$/i.test(words)
  )
    return { kind: 'list' };
  return (
    readOne(words, isSlash) ??
    readAssign(words, moment) ??
    readGive(words, moment) ??
    readEnd(words) ??
    (isSlash && words.length <= longestName ? { kind: 'show', name: nameOf(words) } : null)
  );
}

/** A first line in brackets or after `//` below the name tells what the plan is for. */
function newOf(name: string, body: string): TemplateReading {
  const described = /^\s*(?:about|description)\s*:\s*(.+)$/im.exec(body.split('\n')[0] ?? '');
  const text = described ? body.split('\n').slice(1).join('\n') : body;
  return { kind: 'new', name: nameOf(name), text, description: described ? (described[1] ?? '').trim() : null };
}

const nameOf = (words: string): string =>
  words
    .replace(/^(?:the|my)\s+/i, '')
    .replace(/^["“]|["”]$/g, '')
    .replace(/^template\s+|\s+template$/gi, '')
    .trim();

const verbs = [
  ['show', '(?:show|open|see)(?:\\s+me)?'],
  ['edit', '(?:edit|copy)'],
  ['forget', '(?:forget|archive|delete|remove)'],
] as const;

function readOne(words: string, isSlash: boolean): TemplateReading | null {
  const compared =
    /^(?:diff|compare|changes\s+(?:in|of)|what\s+changed\s+in)\s+(.+?)(?:\s+(?:from\s+)?v?(\d+)(?:\s*(?:-|to|and|vs|with|\s)\s*v?(\d+))?)?$/i.exec(
      words,
    );
  if (compared && (isSlash || /template/i.test(words)))
    return { kind: 'diff', name: nameOf(compared[1] ?? ''), from: numberOf(compared[2]), to: numberOf(compared[3]) };
  for (const [kind, verb] of verbs) {
    const found = new RegExp(`^${verb}\\s+(.{1,80})$`, 'i').exec(words);
    if (found && (isSlash || /\btemplate\b/i.test(words))) return { kind, name: nameOf(found[1] ?? '') };
  }
  return null;
}

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

const list = (words: string): string[] =>
  words
    .split(/\s*(?:,|&|\band\b)\s*/i)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** "assign push-pull to anna and ben from monday for 8 weeks on tue thu sat at 7:00" */
function readAssign(words: string, moment: Moment): TemplateReading | null {
  const found = /^(?:please\s+)?(?:assign|give)\s+(.{1,80}?)\s+to\s+(.+)$/i.exec(words);
  if (!found || others.test(found[1] ?? '')) return null;
  const isGive = /^(?:please\s+)?give/i.test(words);
  if (isGive && !/\btemplate\b/i.test(found[1] ?? '')) return null;
  const { rest, from, weeks } = takeStart(
    (found[2] ?? '')
      .replace(/(?<!\b(?:from|of|on|starting|beginning))\s(today|tomorrow|next\s+\w+)$/i, ' from $1')
      .replace(/\bevery\s+week\b|\bweekly\b/gi, 'for 12 weeks')
      .replace(/\bonce\b/gi, 'for 1 week'),
    moment,
  );
  const timed = takeTime(rest);
  const dayed = takeWeekdays(timed.rest);
  const to = list(dayed.rest);
  if (to.length === 0 || to.some((one) => one.length > 60)) return null;
  return { kind: 'assign', name: nameOf(found[1] ?? ''), to, from, weeks, weekdays: dayed.weekdays, time: timed.time };
}

/** "assign anna the push-pull template from monday", "give anna strong start": the client first. */
function readGive(words: string, moment: Moment & { readonly clients?: readonly string[] }): TemplateReading | null {
  const lead = /^(?:please\s+|can you\s+)?(assign|give)\s+/i.exec(words);
  const named = lead && nameAhead(words.slice(lead[0].length), moment.clients ?? []);
  if (!lead || !named || named.isMarked || others.test(named.rest)) return null;
  const [, name = '', tail = ''] =
    /^(?:the\s+)?(?!an?\s|some\s|my\s|his\s|her\s|their\s|this\s|that\s|\d)(.{2,80}?)((?:\s+(?:from|on|for (?:the next )?(?:\d|an? |one|two|three|four|six|eight|ten|twelve)|starting|at|every|weekly|once|today|tomorrow|tmrw|next)\b.*)?)$/i.exec(
      named.rest,
    ) ?? [];
  return name === '' ? null : readAssign(`assign ${name} to ${named.name}${tail}`, moment);
}

const noSlots = phrases<string>([]);

function takeTime(words: string): { rest: string; time: string | null } {
  const found = /(?:^|\s)(?:at\s+)?(\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm)?)$/i.exec(words);
  if (!found) return { rest: words, time: null };
  const said = `at ${found[1]}`;
  const time = recogniseClockTime({ text: said, tokens: scan(said), language: english, ownSlots: noSlots }, 0);
  if (!time) return { rest: words, time: null };
  const two = (value: number) => String(value).padStart(2, '0');
  return { rest: words.slice(0, found.index).trim(), time: `${two(time.hour)}:${two(time.minute)}` };
}

/** "anna on mon wed fri" */
function takeWeekdays(words: string): { rest: string; weekdays: number[] } {
  const parts = words.split(/[\s,/]+/);
  const days: number[] = [];
  while (parts.length > 0) {
    const last = parts.at(-1) ?? '';
    const day = weekdayOf(last.replace(/s$/i, '')) ?? weekdayOf(last);
    if (day === null && !(days.length > 0 && /^and$/i.test(last))) break;
    if (day !== null) days.unshift(day);
    parts.pop();
  }
  if (days.length === 0 || !/^(?:on|every)$/i.test(parts.at(-1) ?? '')) return { rest: words, weekdays: [] };
  const lead = words.search(/\s+(?:on|every)\s+(?!.*\s(?:on|every)\s)/i);
  return { rest: words.slice(0, lead).trim(), weekdays: days };
}

/** "end push-pull for anna", "unassign push-pull from anna" */
function readEnd(words: string): TemplateReading | null {
  const found =
    /^(?:end|stop)\s+(.{1,80}?)\s+(?:for|of)\s+(.+)$/i.exec(words) ??
    /^(?:unassign|take)\s+(.{1,80}?)\s+(?:from|off|away from)\s+(.+)$/i.exec(words);
  if (!found || others.test(words)) return null;
  return { kind: 'end', name: nameOf(found[1] ?? ''), to: list(found[2] ?? '') };
}
