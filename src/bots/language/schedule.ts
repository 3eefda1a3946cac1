import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../domain/users/local-day.ts';
import type { When } from './list-when.ts';
import type { Moment } from './place-in-time.ts';
import type { SaidTime } from './recognise-times.ts';
import type { Recurrence } from './vocabulary/reminder-vocabulary.ts';
import type { DayPart } from './vocabulary/vocabulary.ts';

/** When a reminder comes, as the parse contract has it: times are `HH:MM`, days ISO weekdays, `on` a single day. */
export interface Schedule {
  readonly at: readonly string[] | null;
  readonly days: readonly number[] | null;
  readonly everyMinutes: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly on: string | null;
  /** The zone whose clocks tell it, an IANA name; null: wherever they are. Left out where nothing was said of it. */
  readonly timeZone?: string | null | undefined;
}

export type Scheduled =
  | { readonly schedule: Schedule }
  /** What has to be asked first, and the answers we can think of. `isPast`: what was said has gone by. */
  | {
      readonly about: 'time' | 'day';
      readonly isPast: boolean;
      readonly choices: readonly { readonly label: string; readonly schedule: Schedule }[];
    }
  /** It comes more seldom than weeks can say. */
  | { readonly about: 'rare' };

const nothing: Schedule = { at: null, days: null, everyMinutes: null, from: null, to: null, on: null };
const daily = [1, 2, 3, 4, 5, 6, 7];
/** What is offered where no time was said, by part of the day. */
const offered: Readonly<Record<DayPart | 'any', readonly number[]>> = {
  any: [9, 13, 18, 20],
  morning: [7, 8, 9, 10],
  afternoon: [13, 15, 17],
  evening: [18, 19, 20, 21],
  night: [20, 21, 22],
};
/** What is offered for several times a day. */
const spread: Readonly<Record<number, readonly string[]>> = { 2: ['9 18', '8 20', '7 22'], 3: ['8 13 19', '9 14 20'] };
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Makes a schedule of what was said; `usual` is the part of the day that its subject belongs to. Never in the past. */
export function scheduleOf(when: When, usual: DayPart | null, moment: Moment): Scheduled {
  const { zone } = when;
  if (!zone) return scheduleAt(when, usual, moment);
  const { timeZone } = zone;
  const scheduled = scheduleAt(when, usual, timeZone === null ? moment : { ...moment, timeZone });
  const told = (schedule: Schedule): Schedule => ({ ...schedule, timeZone });
  if ('schedule' in scheduled) return { schedule: told(scheduled.schedule) };
  if (!('choices' in scheduled)) return scheduled;
  const choices = scheduled.choices.map(({ label, schedule }) => ({ label, schedule: told(schedule) }));
  return { ...scheduled, choices };
}

function scheduleAt(when: When, usual: DayPart | null, moment: Moment): Scheduled {
  const { recurrences, delay } = when;
  if (recurrences.some(({ kind }) => kind === 'rare')) return { about: 'rare' };
  if (delay && delay.minutes > 0) return { schedule: elapsed(delay.minutes, moment) };
  const part = partOf(when) ?? usual;
  const interval = recurrences.find((one) => one.kind === 'interval');
  const days = daysOf(when);
  if (interval) return { schedule: { ...repeated(when, interval.everyMinutes), ...limits(when, days) } };
  const open = recurrences.find((one) => one.kind === 'open-days');
  const at = when.times?.times.map((time) => onClock(defaultTime(time, part))) ?? null;
  if (open && !days) return { about: 'day', isPast: false, choices: dayChoices(open.perWeek, at) };
  const several = recurrences.find((one) => one.kind === 'times-a-day');
  if (days || several) {
    const schedule = { ...nothing, days: days ?? daily };
    if (at) return { schedule: { ...schedule, at } };
    return { about: 'time', isPast: false, choices: timeChoices(schedule, several?.times ?? 1, part) };
  }
  return once(when, part, moment);
}

const partOf = ({ times, part, day, recurrences }: When): DayPart | null =>
  times?.part ?? part ?? day?.part ?? recurrences.find((one) => one.kind === 'days')?.part ?? null;

/** The weekdays it recurs on; null where it does not. */
function daysOf({ recurrences, day }: When): readonly number[] | null {
  const said = recurrences.filter((one) => one.kind === 'days').map((one) => one.days);
  // "daily, mondays to fridays": the narrower counts.
  const narrowest = said.sort((a, b) => a.length - b.length)[0];
  if (narrowest) return narrowest;
  const isWeekly = recurrences.some((one: Recurrence) => one.kind === 'open-days');
  return isWeekly && day ? [day.day.dayOfWeek] : null;
}

function elapsed(minutes: number, { now, timeZone }: Moment): Schedule {
  const due = now.add({ minutes }).toZonedDateTimeISO(timeZone).round({ smallestUnit: 'minute' });
  return { ...nothing, at: [onClock(due)], on: due.toPlainDate().toString() };
}

/** Repeated over the day: "from 9 to 6" ends in the evening. */
function repeated({ window, part }: When, everyMinutes: number): Schedule {
  const from = window?.from ? defaultTime(window.from, part ?? 'morning') : null;
  const to = window?.to ? defaultTime(window.to, null) : null;
  const length = from && to ? to.since(from).total('minutes') : null;
  const isTooShort = length !== null && length < everyMinutes && window?.to?.isHalfDayOpen === true && to !== null;
  const end = isTooShort && to.hour < 12 ? to.add({ hours: 12 }) : to;
  return { ...nothing, everyMinutes, from: from && onClock(from), to: end && onClock(end) };
}

const limits = (when: When, days: readonly number[] | null): Partial<Schedule> =>
  days === null && when.day ? { on: when.day.day.toString() } : { days: days ?? daily };

/** Once: on the day said, or else when that time comes next. */
function once(when: When, part: DayPart | null, moment: Moment): Scheduled {
  const today = localDay(moment.now, moment.timeZone, moment.dayStartHour);
  const { delay, times } = when;
  const said = delay ? today.add({ months: delay.months, days: delay.days }) : (when.day?.day ?? null);
  const isToday = said === null || said.equals(today);
  if (!times) {
    const choices = onceChoices(said, offered[part ?? 'any'], moment);
    return { about: 'time', isPast: false, choices };
  }
  const now = moment.now.toZonedDateTimeISO(moment.timeZone).toPlainDateTime();
  if (!isToday)
    return {
      schedule: onDay(
        said,
        times.times.map((time) => defaultTime(time, part)),
      ),
    };
  // After midnight "today" may still be the day before, or the calendar's.
  for (const day of [today, now.toPlainDate()]) {
    const chosen = times.times.map((time) => nextOn(day, time, part, now));
    if (chosen.every((time) => time !== null)) {
      const [first] = chosen;
      return {
        schedule: onDay(
          first?.toPlainDate() ?? day,
          chosen.map((time) => time.toPlainTime()),
        ),
      };
    }
  }
  const defaults = times.times.map((time) => defaultTime(time, part));
  if (said === null) return { schedule: onDay(now.toPlainDate().add({ days: 1 }), defaults) };
  const hours = [...new Set([...defaults.map(({ hour }) => hour), ...offered.any])];
  return { about: 'time', isPast: true, choices: onceChoices(null, hours, moment) };
}

const onDay = (day: Temporal.PlainDate, times: readonly Temporal.PlainTime[]): Schedule => ({
  ...nothing,
  at: times.map(onClock),
  on: day.toString(),
});

/** When that time comes on a day, in the sense that is still to come; null where it has gone by. */
function nextOn(
  day: Temporal.PlainDate,
  time: SaidTime,
  part: DayPart | null,
  now: Temporal.PlainDateTime,
): Temporal.PlainDateTime | null {
  const usual = defaultTime(time, part);
  const isNight = usual.hour === 0 || (part === 'night' && usual.hour < 5);
  const other = usual.add({ hours: 12 });
  const isOpen = time.isHalfDayOpen && part === null;
  const readings = isOpen ? [usual, other].filter(({ hour }) => hour >= 5) : [usual];
  const due = readings
    .map((reading) => day.add({ days: isNight ? 1 : 0 }).toPlainDateTime(reading))
    .filter((at) => Temporal.PlainDateTime.compare(at, now) > 0)
    .sort(Temporal.PlainDateTime.compare);
  return due[0] ?? null;
}

/** The time meant where nothing but the part of the day helps: "at 7" is in the morning, "at 5" in the afternoon. */
function defaultTime({ hour, minute, isHalfDayOpen }: SaidTime, part: DayPart | null): Temporal.PlainTime {
  return Temporal.PlainTime.from({ hour: isHalfDayOpen ? likelyHour(hour, minute, part) : hour % 24, minute });
}

function likelyHour(hour: number, minute: number, part: DayPart | null): number {
  const [am, pm] = [hour % 12, (hour % 12) + 12];
  if (part === 'morning') return hour === 12 ? 12 : am;
  if (part === 'evening') return pm;
  if (part === 'afternoon') return hour >= 10 && hour < 12 ? am : pm;
  if (part === 'night') return hour >= 5 && hour < 12 ? pm : am;
  return hour < 5 || hour === 12 || (hour === 5 && minute === 0) ? pm : am;
}

const onClock = ({ hour, minute }: { readonly hour: number; readonly minute: number }): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

const label = (hour: number): string => `${hour}:00`;

function timeChoices(schedule: Schedule, times: number, part: DayPart | null) {
  const sets =
    times === 1 ? offered[part ?? 'any'].map((hour) => [hour]) : (spread[times]?.map(numbersIn) ?? [evenly(times)]);
  return sets.map((hours) => ({
    label: hours.map(label).join(', '),
    schedule: { ...schedule, at: hours.map((hour) => onClock({ hour, minute: 0 })) },
  }));
}

const numbersIn = (row: string): number[] => row.split(' ').map(Number);

/** Hours from 8 to 20, at the same distance. */
const evenly = (times: number): number[] =>
  Array.from({ length: times }, (_, i) => Math.round(8 + (12 * i) / (times - 1)));

/** Times on one day; without a day each the next time it comes, and the day is said with it. */
function onceChoices(day: Temporal.PlainDate | null, hours: readonly number[], { now, timeZone }: Moment) {
  const local = now.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const today = local.toPlainDate();
  const on = (date: Temporal.PlainDate, hour: number) => date.toPlainDateTime({ hour });
  const isAhead = (at: Temporal.PlainDateTime) => Temporal.PlainDateTime.compare(at, local) > 0;
  const onThatDay = day === null ? [] : hours.map((hour) => on(day, hour)).filter(isAhead);
  const next = hours.map((hour) => (isAhead(on(today, hour)) ? on(today, hour) : on(today.add({ days: 1 }), hour)));
  return (onThatDay.length > 0 ? onThatDay : next.sort(Temporal.PlainDateTime.compare)).map((at) => {
    const date = at.toPlainDate();
    const dayWord = onThatDay.length > 0 ? '' : date.equals(today) ? 'today ' : 'tomorrow ';
    return { label: `${dayWord}${label(at.hour)}`, schedule: onDay(date, [at.toPlainTime()]) };
  });
}

function dayChoices(perWeek: number | null, at: readonly string[] | null) {
  const rows =
    perWeek === 1 ? ['1', '3', '5', '7'] : perWeek === 2 ? ['1 4', '2 5', '6 7'] : ['1 3 5', '2 4 6', '1 2 3 4 5 6 7'];
  return rows.map(numbersIn).map((days) => ({
    label: days.length === 7 ? 'every day' : days.map((day) => weekdayNames[day - 1]).join(', '),
    schedule: { ...nothing, days, at },
  }));
}
