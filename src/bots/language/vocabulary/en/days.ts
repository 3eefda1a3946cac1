import { phrases } from '../../phrases.ts';
import type { DayPart, SaidAhead, SaidDay } from '../vocabulary.ts';

const ago = (days: number, part: DayPart | null = null): SaidDay => ({ kind: 'ago', days, part });
const midnightsAgo = (days: number, part: DayPart | null = null): SaidDay => ({ kind: 'calendar-ago', days, part });
const future = (ahead: SaidAhead | null): SaidDay => ({ kind: 'future', ahead });
const list = (day: SaidDay, ...names: string[]): [string, SaidDay][] => names.map((name) => [name, day]);

export const days = phrases<SaidDay>([
  ...list(
    ago(0),
    'today',
    'tday',
    '2day',
    'earlier today',
    'so far today',
    'earlier',
    'just now',
    'right now',
    'now',
    'a moment ago',
    'a minute ago',
    'a while ago',
    'an hour ago',
  ),
  ...list(
    ago(0, 'morning'),
    'this morning',
    'this am',
    'this mornin',
    'earlier this morning',
    'today morning',
    'in the morning',
    'first thing this morning',
  ),
  ...list(ago(0, 'afternoon'), 'this afternoon', 'this arvo', 'this pm', 'in the afternoon', 'this aft'),
  ...list(ago(0, 'evening'), 'this evening', 'in the evening', 'this eve'),
  ...list(ago(0, 'night'), 'tonight', '2nite', 'tonite', '2night'),
  ...list(
    ago(1),
    'yesterday',
    'yday',
    'yest',
    'yesterdy',
    'ystrday',
    'yesturday',
    'yesterdays',
    'y’day',
    'the day before',
  ),
  ...list(ago(1, 'morning'), 'yesterday morning', 'yday morning'),
  ...list(ago(1, 'afternoon'), 'yesterday afternoon', 'yday afternoon', 'yesterday arvo'),
  ...list(ago(1, 'evening'), 'yesterday evening', 'yday evening', 'yesterday eve'),
  ...list(
    midnightsAgo(1, 'night'),
    'last night',
    'last nights',
    'last nite',
    'lastnight',
    'yesterday night',
    'last evening',
  ),
  ...list(
    ago(2),
    'day before yesterday',
    'the day before yesterday',
    'two days ago',
    'night before last',
    'the night before last',
  ),
  ...list(ago(7), 'a week ago', 'one week ago', 'a week ago today'),
  ...list(
    future({ days: 1 }),
    'tomorrow',
    'tmrw',
    'tmr',
    'tomoz',
    'tmw',
    'tommorow',
    'tommorrow',
    'tomorow',
    'tomorrw',
    '2moro',
    'tomorrows',
  ),
  ...list(future({ days: 2 }), 'day after tomorrow', 'the day after tomorrow', 'day after tmrw'),
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].flatMap((name, index) =>
    list(future({ nextWeekday: index + 1 }), `next ${name}`),
  ),
  ...list(
    future(null),
    'next week',
    'next weekend',
    'later today',
    'later tonight',
    'this weekend',
    'next time',
    'soon',
  ),
]);

export const dayLeads: ReadonlySet<string> = new Set(['on', 'from', 'last', 'this', 'past', 'for', 'of', 'the']);

export const weekdays: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'mon', 'mondays'],
    ['tuesday', 'tue', 'tues', 'tuesdays'],
    ['wednesday', 'wed', 'weds', 'wednesdays', 'wednsday'],
    ['thursday', 'thu', 'thur', 'thurs', 'thursdays'],
    ['friday', 'fri', 'fridays'],
    ['saturday', 'sat', 'saturdays'],
    ['sunday', 'sun', 'sundays'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

export const dayParts: ReadonlyMap<string, DayPart> = new Map<string, DayPart>([
  ['morning', 'morning'],
  ['am', 'morning'],
  ['afternoon', 'afternoon'],
  ['arvo', 'afternoon'],
  ['evening', 'evening'],
  ['eve', 'evening'],
  ['night', 'night'],
]);

export const months: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const said = (names: string[]) => phrases(names.map((name) => [name, null] as const));

export const clock = {
  leads: said([
    'at',
    'at around',
    'at about',
    'at approx',
    'at roughly',
    'around',
    'about',
    '@',
    'by',
    '~',
    'at like',
    'at ~',
    'c.',
    'since',
    'just after',
    'just before',
    'at exactly',
  ]),
  firmLeads: new Set(['at', '@']),
  am: said(['am', 'a.m.', 'a.m', 'a', 'in the morning', 'this morning']),
  pm: said([
    'pm',
    'p.m.',
    'p.m',
    'p',
    'in the afternoon',
    'in the evening',
    'at night',
    'this afternoon',
    'this evening',
    'tonight',
    'last night',
  ]),
  minutes: phrases<number>([]),
  hours: new Map<string, number>(),
  named: new Map([
    ['noon', { hour: 12, minute: 0 }],
    ['midday', { hour: 12, minute: 0 }],
    ['midnight', { hour: 0, minute: 0 }],
  ]),
};
