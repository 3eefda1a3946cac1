import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../domain/domain-error.ts';
import {
  findPlanned,
  named,
  openOf,
  type PlannedTraining,
  plannedOver,
  type RoutineWithLines,
} from '../../domain/routines/find-routines.ts';
import { stateOf } from '../../domain/routines/routine.ts';
import {
  moveScheduled,
  retimeRoutines,
  scheduleRoutine,
  settleScheduled,
  unscheduleRoutine,
  usualWeeks,
} from '../../domain/routines/schedule-routine.ts';
import { count, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital } from '../format.ts';
import { clockTime, longDay } from '../schedule-words.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { weekdaysWords } from './line-words.ts';
import { aheadWords, routineAction, scheduledButtons, startCard } from './routine-card.ts';
import { gone, type Of, withNamed } from './which-routine.ts';

/** Asks on which days a routine is done. */
export const whenCard = ({ routine }: RoutineWithLines): Answer => {
  const often = (label: string, weekdays: readonly number[]) => ({
    label,
    action: routineAction({ kind: 'schedule', name: routine.name, weekdays, time: '18:00', from: null, weeks: null }),
  });
  return {
    text: lines(`When do you do ${quoted(routine.name)}? These come at 18:00.`, [
      'Or write ',
      code(`schedule ${quoted(routine.name).toLowerCase()} tue sat 7:30 for 6 weeks`),
      '.',
    ]),
    buttons: [
      [often('Mon Wed Fri', [1, 3, 5]), often('Tue Thu', [2, 4]), often('Mondays', [1])],
      [{ label: 'Today, once', action: routineAction({ kind: 'today', id: routine.id }) }],
    ],
  };
};

/** Puts a routine on the calendar. */
export async function schedule(
  ctx: CommandContext,
  { routine }: RoutineWithLines,
  said: Pick<Of<'schedule'>, 'weekdays' | 'time' | 'from' | 'weeks'>,
): Promise<Answer> {
  const from = said.from === null ? todayOf(ctx) : Temporal.PlainDate.from(said.from);
  const time = said.time === null ? null : Temporal.PlainTime.from(said.time);
  const weeks = said.weekdays.length === 0 ? 1 : (said.weeks ?? usualWeeks);
  const { actionId, days } = await scheduleRoutine(ctx, routine, { weekdays: said.weekdays, time, from, weeks });
  const [first] = days;
  const last = days.at(-1);
  const today = todayOf(ctx);
  const at = time ? ` at ${clockTime(time)}` : '';
  const until = last ? ` until ${longDay(last.toString())}, ${count(days.length, 'time')}` : '';
  const when = said.weekdays.length === 0 ? aheadWords(first ?? from, today) : `every ${weekdaysWords(said.weekdays)}`;
  return {
    text: lines(
      bold(`${capital(quoted(routine.name))} ${when}${at}${said.weekdays.length === 0 ? '' : until}.`),
      said.weekdays.length > 0 && first ? `The first is ${aheadWords(first, today)}.` : null,
      time ? 'I remind you then, unless it is done.' : 'Name a time as well, and I remind you.',
      said.weekdays.length > 0 && said.weeks === null ? 'Say it again before it ends, and it goes on.' : null,
    ),
    buttons: [[undoButton(actionId), { label: 'Show it', action: routineAction({ kind: 'open', id: routine.id }) }]],
  };
}

/** Takes a routine off the calendar. */
export async function unschedule(ctx: CommandContext, { routine }: RoutineWithLines): Promise<Answer> {
  const { actionId, count: dropped } = await unscheduleRoutine(ctx, routine);
  return {
    text: `${capital(quoted(routine.name))} is off your calendar${dropped > 0 ? `, ${count(dropped, 'time')} ahead` : ''}. The routine itself stays.`,
    buttons: [[undoButton(actionId)]],
  };
}

/** How far back something planned is still meant by "done". */
const backDays = 3;

const aheadDays = 14;

/** Shows what is to be done now. */
export async function start(ctx: CommandContext, name: string | null): Promise<Answer> {
  const today = todayOf(ctx);
  const planned = (await plannedOver(ctx, today, today)).filter(({ scheduled }) => stateOf(scheduled) === 'open');
  const fits = named(planned, name, ({ routine }) => routine.name);
  const [only, another] = fits;
  if (only && !another) return (await startCard(ctx, only)) ?? gone;
  if (only) return choose(fits, 'Which one?', 'card');
  return withNamed(ctx, name, (one) => begin(ctx, one), 'begin');
}

/** Today's, where it is planned for today; else the routine as it is. */
export async function begin(ctx: CommandContext, one: RoutineWithLines): Promise<Answer> {
  const today = todayOf(ctx);
  const planned = await plannedOver(ctx, today, today);
  const scheduled = planned.find(({ routine }) => routine.id === one.routine.id)?.scheduled ?? null;
  return (await startCard(ctx, { routine: one.routine, scheduled })) ?? gone;
}

const choose = (planned: readonly PlannedTraining[], text: Text, kind: string, more: object = {}): Answer => ({
  text,
  buttons: planned.slice(0, 5).map(({ routine, scheduled }) => [
    {
      label: `${quoted(routine.name, 40)}, ${scheduled.day.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })}`,
      action: routineAction({ kind, id: scheduled.id, ...more }),
    },
  ]),
});

/** The planned trainings that are meant: today's, else the last of the days before, and where it may be the next ahead. */
async function meant(ctx: CommandContext, name: string | null, isAhead: boolean): Promise<PlannedTraining[]> {
  const today = todayOf(ctx);
  const near = await plannedOver(ctx, today.subtract({ days: backDays }), today.add({ days: aheadDays }));
  const open = named(near, name, ({ routine }) => routine.name).filter(
    ({ scheduled }) => stateOf(scheduled) === 'open',
  );
  const onToday = open.filter(({ scheduled }) => scheduled.day.equals(today));
  if (onToday.length > 0) return onToday;
  const [past, ahead] = [
    open.filter(({ scheduled }) => scheduled.day.since(today).days < 0).slice(-1),
    open.filter(({ scheduled }) => scheduled.day.since(today).days > 0).slice(0, 1),
  ];
  return isAhead && ahead.length > 0 ? ahead : past;
}

/** Says of the training that is meant that it is done or skipped. */
export async function settleNamed(ctx: CommandContext, name: string | null, to: 'done' | 'skipped'): Promise<Answer> {
  const fits = await meant(ctx, name, to === 'skipped');
  const [only, another] = fits;
  const today = todayOf(ctx);
  const over = named(await plannedOver(ctx, today, today), name, ({ routine }) => routine.name);
  const [settled] = over.filter(({ scheduled }) => stateOf(scheduled) === to);
  if (settled && !only?.scheduled.day.equals(today)) return settle(ctx, settled, to);
  if (!only) return nothingPlanned(name);
  return another ? choose(fits, 'Which one?', 'settle', { to }) : settle(ctx, only, to);
}

const nothingPlanned = (name: string | null): Answer => ({
  text: lines(
    name === null ? 'Nothing is planned for these days.' : `“${quoted(name)}” is not planned for these days.`,
    [
      'Log what you did, like ',
      code('bench 3x8 80'),
      ', or plan it: ',
      code(`schedule ${quoted(name ?? 'push day')} friday 18:00`),
      '.',
    ],
  ),
});

/** Says of a planned training what has become of it. */
export async function settle(
  ctx: CommandContext,
  one: PlannedTraining,
  to: 'done' | 'skipped' | 'open',
): Promise<Answer> {
  const { routine, scheduled } = one;
  const actionId = await settleScheduled(ctx, one, to);
  const said = to === 'done' ? 'done' : to === 'skipped' ? 'skipped' : 'open again';
  const next = to === 'open' ? [] : await openOf(ctx, routine.id, todayOf(ctx));
  const [ahead] = next.filter(({ id }) => id !== scheduled.id);
  const fresh = await findPlanned(ctx, scheduled.id);
  const buttons = to === 'open' && fresh ? scheduledButtons(fresh.scheduled) : [];
  return {
    text: lines(
      `${capital(quoted(routine.name))} ${aheadWords(scheduled.day, todayOf(ctx))} is ${said}${actionId === null ? ' already' : ''}.`,
      ahead ? `The next is ${aheadWords(ahead.day, todayOf(ctx))}.` : null,
    ),
    buttons: [...buttons, ...(actionId === null ? [] : [[undoButton(actionId)]])],
  };
}

/** Moves the training that is meant to another day. */
export async function move(ctx: CommandContext, { name, from, to }: Of<'move'>): Promise<Answer> {
  const day = Temporal.PlainDate.from(to);
  const on = from === null ? null : Temporal.PlainDate.from(from);
  const fits = on
    ? named(await plannedOver(ctx, on, on), name, ({ routine }) => routine.name).filter(
        ({ scheduled }) => stateOf(scheduled) === 'open',
      )
    : await meant(ctx, name, true);
  const [only, another] = fits;
  if (!only) return nothingPlanned(name);
  if (!another) return moveTo(ctx, only, day);
  const days = (one: PlannedTraining) => day.since(one.scheduled.day).days;
  return {
    text: 'Which one?',
    buttons: fits.slice(0, 5).map((one) => [
      {
        label: quoted(one.routine.name, 60),
        action: routineAction({ kind: 'shift', id: one.scheduled.id, days: days(one) }),
      },
    ]),
  };
}

/** Moves one planned training. */
export async function moveTo(ctx: CommandContext, one: PlannedTraining, day: Temporal.PlainDate): Promise<Answer> {
  const actionId = await moveScheduled(ctx, one, day);
  const { time } = one.scheduled;
  const today = todayOf(ctx);
  return {
    text: `Moved: ${quoted(one.routine.name)} ${aheadWords(day, today)}${time ? ` at ${clockTime(time)}` : ''} instead of ${aheadWords(one.scheduled.day, today).replace(/^on /, '')}. The others stay where they are.`,
    buttons: [[undoButton(actionId)]],
  };
}

/** Sets when a plan from the coach is reminded of. */
export async function retime(ctx: CommandContext, { ids, time }: Of<'hour'>): Promise<Answer> {
  if (ids.length === 0) throw new DomainError('not-found', 'That plan is no longer there.');
  const at = time === null ? null : Temporal.PlainTime.from(time);
  const actionId = await retimeRoutines(ctx, ids, at);
  return {
    text: at
      ? `I remind you at ${clockTime(at)} on training days, unless it is done.`
      : 'I do not remind you of it. It stays in your plan.',
    buttons: [[undoButton(actionId)]],
  };
}
