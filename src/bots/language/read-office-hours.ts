import type { OfficeHours } from '../../domain/messages/office-hours.ts';

export type OfficeHoursReading =
  | { readonly kind: 'set'; readonly hours: OfficeHours }
  | { readonly kind: 'off' }
  | { readonly kind: 'show' }
  | { readonly kind: 'unclear' };

/** What leads to it: nothing else is called so. */
const lead =
  /^(?:\/hours\b|(?:set |change )?(?:my )?(?:office|working|work|business) hours\b(?: (?:are|is|to|at|from))?|i answer(?: messages| clients)?\b)[\s:=,]*/iu;
const all = [1, 2, 3, 4, 5, 6, 7];
const named: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:every ?day|daily|all week|all days)/i, all],
  [/^(?:on )?(?:week ?days|working days)/i, [1, 2, 3, 4, 5]],
  [/^(?:on )?week ?ends?/i, [6, 7]],
];
const weekday = /^(?:on )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?/i;
const order = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const clock = /^(?:from |at )?(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?/i;

/**
 * Reads when a coach answers: "office hours mon-fri 9-17, sat 10-12", "/hours weekdays 9:00 to 17:30", "office hours off".
 * Null for anything else.
 */
export function readOfficeHours(text: string): OfficeHoursReading | null {
  const led = lead.exec(text.trim());
  if (!led) return null;
  const rest = text
    .trim()
    .slice(led[0].length)
    .replace(/[.!?]+$/u, '')
    .trim();
  const isPlain = /^i answer/i.test(led[0]);
  if (/^(?:off|none|clear|remove|always|any ?time|24\/7)$/i.test(rest)) return isPlain ? null : { kind: 'off' };
  if (rest === '' || /^(?:show|list)$/i.test(rest)) return isPlain ? null : { kind: 'show' };
  const hours = readAll(rest);
  if (hours) return { kind: 'set', hours };
  return isPlain ? null : { kind: 'unclear' };
}

function readAll(text: string): OfficeHours | null {
  const hours: { weekday: number; from: string; until: string }[] = [];
  let rest = text;
  let days: readonly number[] | null = null;
  while (rest !== '') {
    const said = readDays(rest);
    if (said) [days, rest] = [said.days, said.rest];
    const range = readRange(rest);
    if (!range) return null;
    for (const day of days ?? [1, 2, 3, 4, 5]) hours.push({ weekday: day, from: range.from, until: range.until });
    rest = range.rest.replace(/^(?:\s*(?:,|;|and|&|\+)\s*)+/iu, '').trim();
  }
  return hours.length > 0 ? hours : null;
}

function readDays(text: string): { days: readonly number[]; rest: string } | null {
  for (const [pattern, days] of named) {
    const found = pattern.exec(text);
    if (found) return { days, rest: text.slice(found[0].length).replace(/^[\s:,]+/u, '') };
  }
  const days = new Set<number>();
  let rest = text;
  for (;;) {
    const first = weekday.exec(rest);
    if (!first) break;
    const from = order.indexOf(first[1]?.toLowerCase() ?? '') + 1;
    rest = rest.slice(first[0].length);
    const until = /^\s*(?:-|–|to|till|until|through)\s*/iu.exec(rest);
    const last = until && weekday.exec(rest.slice(until[0].length));
    if (until && last) {
      const to = order.indexOf(last[1]?.toLowerCase() ?? '') + 1;
      for (let day = from; ; day = (day % 7) + 1) {
        days.add(day);
        if (day === to) break;
      }
      rest = rest.slice(until[0].length + last[0].length);
    } else days.add(from);
    rest = rest.replace(/^(?:\s*(?:,|and|&|\+|\/)\s*|\s+)(?=(?:on )?(?:mon|tue|wed|thu|fri|sat|sun))/iu, '');
  }
  if (days.size === 0) return null;
  return { days: [...days].sort((a, b) => a - b), rest: rest.replace(/^[\s:,]+/u, '') };
}

function readRange(text: string): { from: string; until: string; rest: string } | null {
  const first = clock.exec(text);
  if (!first) return null;
  const joint = /^\s*(?:-|–|to|till|until)\s*/iu.exec(text.slice(first[0].length));
  if (!joint) return null;
  const second = clock.exec(text.slice(first[0].length + joint[0].length));
  if (!second) return null;
  const until = minutes(second, null);
  const from = minutes(first, first[3] === undefined && second[3] !== undefined ? null : (first[3] ?? null));
  // "9-5" ends in the afternoon.
  const isAfternoon = second[3] === undefined && from <= 720 && until <= from && until + 720 > from;
  const end = isAfternoon ? until + 720 : until;
  if (from >= 1440 || end > 1440 || end <= from) return null;
  return {
    from: shown(from),
    until: shown(end),
    rest: text.slice(first[0].length + joint[0].length + second[0].length),
  };
}

function minutes([, hour = '0', minute = '0', typed]: RegExpExecArray, half: string | null): number {
  const part = (half ?? typed)?.toLowerCase();
  const hours = Number(hour);
  const onClock = part === 'pm' && hours < 12 ? hours + 12 : part === 'am' && hours === 12 ? 0 : hours;
  return onClock * 60 + Number(minute);
}

const shown = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
