import { phrases } from '../../phrases.ts';
import type { DayPart, SaidAhead, SaidDay } from '../vocabulary.ts';
import { numbers } from './numbers.ts';
import { said, typed, words } from './typed.ts';

const ago = (days: number, part: DayPart | null = null): SaidDay => ({ kind: 'ago', days, part });
const midnightsAgo = (days: number): SaidDay => ({ kind: 'calendar-ago', days, part: 'night' });
const future = (ahead: SaidAhead | null): SaidDay => ({ kind: 'future', ahead });
const list = (day: SaidDay, ...names: string[]): [string, SaidDay][] => typed(names).map((name) => [name, day]);

const namesOfDays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];
const namesOfMonths = [
  ['enero'],
  ['febrero'],
  ['marzo'],
  ['abril'],
  ['mayo'],
  ['junio'],
  ['julio'],
  ['agosto'],
  ['septiembre', 'setiembre'],
  ['octubre'],
  ['noviembre'],
  ['diciembre'],
];
const parts: readonly (readonly [DayPart, string])[] = [
  ['morning', 'mañana'],
  ['afternoon', 'tarde'],
  ['night', 'noche'],
];

/** How many days or weeks back a number in words or digits is said of. */
const longestAgo = 31;
const countsUpTo = (most: number): [string, number][] => [
  ['un', 1],
  ['una', 1],
  ...[...numbers].filter(([, value]) => value <= most && value > 1),
  ...Array.from({ length: most }, (_, n): [string, number] => [`${n + 1}`, n + 1]),
];

/** "Hace 3 días" has its number in the middle, a date its month at the end: there are so few that they are listed. */
const counted = countsUpTo(longestAgo).flatMap(([count, days]) => [
  ...list(ago(days), `hace ${count} días`, `hace ${count} día`),
  ...(days <= 8 ? list(ago(days * 7), `hace ${count} semanas`, `hace ${count} semana`) : []),
]);
const dates = namesOfMonths.flatMap((names, month) =>
  Array.from({ length: 31 }, (_, n) => n + 1).flatMap((day) =>
    names.flatMap((name) =>
      list(
        { kind: 'date', year: null, month: month + 1, day },
        `${day} de ${name}`,
        `el ${day} de ${name}`,
        `el día ${day} de ${name}`,
      ),
    ),
  ),
);
const weekdayParts = namesOfDays.flatMap((name, index) => {
  const weekday = index + 1;
  return [
    ...parts.flatMap(([part, word]) =>
      ['el ', ''].flatMap((lead) =>
        list(
          { kind: 'weekday', weekday, isBare: lead === '', part },
          `${lead}${name} por la ${word}`,
          `${lead}${name} a la ${word}`,
        ),
      ),
    ),
    ...list({ kind: 'weekday', weekday, isBare: false, part: null }, `el ${name} pasado`, `el pasado ${name}`),
    ...list(future({ nextWeekday: weekday }), `el ${name} que viene`, `el próximo ${name}`, `este ${name} que viene`),
  ];
});

export const days = phrases<SaidDay>([
  ...list(ago(0), 'hoy', 'hoy día', 'ahora', 'ahora mismo', 'hace un rato', 'hace poco', 'hace un momento', 'recién'),
  ...list(ago(0, 'morning'), 'esta mañana', 'hoy por la mañana', 'por la mañana', 'hoy en la mañana', 'en la mañana'),
  ...list(ago(0, 'afternoon'), 'esta tarde', 'hoy por la tarde', 'por la tarde', 'en la tarde', 'este mediodía'),
  ...list(ago(0, 'night'), 'esta noche', 'hoy por la noche', 'por la noche', 'en la noche'),
  ...list(ago(1), 'ayer', 'el día anterior'),
  ...list(ago(1, 'morning'), 'ayer por la mañana', 'ayer en la mañana'),
  ...list(ago(1, 'afternoon'), 'ayer por la tarde', 'ayer en la tarde', 'ayer al mediodía'),
  ...list(midnightsAgo(1), 'anoche', 'ayer por la noche', 'ayer noche', 'ayer en la noche'),
  ...list(ago(2), 'anteayer', 'antes de ayer', 'antier', 'antes de anoche', 'anteanoche'),
  ...counted,
  ...dates,
  ...weekdayParts,
  ...list(future({ days: 1 }), 'mañana', 'mañana por la mañana', 'mañana por la tarde', 'mañana por la noche'),
  ...list(future({ days: 2 }), 'pasado mañana'),
  ...list(
    future(null),
    'la semana que viene',
    'la próxima semana',
    'el mes que viene',
    'este fin de semana',
    'el finde que viene',
    'más tarde',
    'luego más tarde',
    'dentro de',
    'pronto',
    'la próxima vez',
  ),
]);

export const dayLeads = words('el este del pasado');

/** The short forms of some are other words: "mar" is the sea, "sol" and "vie" are not said. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  namesOfDays.flatMap((name, index) => typed([name]).map((one) => [one, index + 1] as const)),
);

export const dayParts: ReadonlyMap<string, DayPart> = new Map(parts.map(([part, word]) => [word, part] as const));

/** Dates are listed among the days; a month alone names none. */
export const months: ReadonlyMap<string, number> = new Map();

export const clock = {
  leads: said(['a las', 'a la', 'a eso de las', 'sobre las', 'hacia las', 'como a las', 'desde las', 'al', 'a']),
  firmLeads: words('a sobre hacia como'),
  am: said(['am', 'a.m.', 'a.m', 'de la mañana', 'de la madrugada']),
  pm: said(['pm', 'p.m.', 'p.m', 'de la tarde', 'de la noche', 'del mediodía']),
  minutes: phrases<number>([
    ['y media', 30],
    ['y cuarto', 15],
    ['menos cuarto', -15],
  ]),
  hours: new Map([['una', 1]]),
  named: new Map(
    (
      [
        ['mediodía', 12],
        ['medianoche', 0],
      ] as const
    ).flatMap(([name, hour]) => typed([name]).map((one) => [one, { hour, minute: 0 }] as const)),
  ),
};
