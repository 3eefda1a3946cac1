import type { Temporal } from 'temporal-polyfill';
import {
  findRoutine,
  listRoutines,
  openOf,
  type PlannedTraining,
  type RoutineWithLines,
} from '../../domain/routines/find-routines.ts';
import { linesOn, type Routine, stateOf } from '../../domain/routines/routine.ts';
import { type LineStanding, routineStanding } from '../../domain/routines/routine-standing.ts';
import { trainingLog } from '../../domain/routines/training-log.ts';
import { count, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital } from '../format.ts';
import type { Action, Button } from '../reply.ts';
import { clockTime, longDay } from '../schedule-words.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';
import { load, setsText } from '../training-notation.ts';
import { undoButton } from '../undo-button.ts';
import { lineWords, weekdaysWords } from './line-words.ts';

/** An action of the command `routine`. */
export const routineAction = (input: Readonly<Record<string, unknown>>): Action => ({ command: 'routine', input });

const mostButtons = 5;
const mostListed = 20;

/** How one writes a routine. */
export const howToWrite: Text = ['Write it like ', code('new routine push day: bench 4x8 @ 70kg, dips 3x12'), '.'];

/** All routines, a line each. */
export async function routinesCard(ctx: CommandContext): Promise<Answer> {
  const all = await listRoutines(ctx);
  if (all.length === 0) return { text: lines('You have no routine yet.', howToWrite) };
  const shown = all.slice(0, mostListed);
  return {
    text: lines(
      bold('Your routines'),
      ...shown.map(
        ({ routine, lines: rows }): Text => [
          quoted(routine.name),
          `: ${count(rows.length, 'exercise')}${scheduleWordsOf(routine) === '' ? '' : `, ${scheduleWordsOf(routine)}`}`,
        ],
      ),
      all.length > shown.length ? `And ${all.length - shown.length} more.` : null,
    ),
    buttons: shown.slice(0, mostButtons).map(({ routine }) => [
      { label: quoted(routine.name, 60), action: routineAction({ kind: 'open', id: routine.id }) },
      { label: 'Start', action: routineAction({ kind: 'begin', id: routine.id }) },
    ]),
  };
}

/** "every Monday and Friday at 18:00 until 4 May"; empty where it is not planned. */
function scheduleWordsOf({ weekdays, time, untilDay }: Routine): string {
  if (!weekdays) return '';
  const at = time ? ` at ${clockTime(time)}` : '';
  const until = untilDay ? ` until ${untilDay.toLocaleString('en-GB', { day: 'numeric', month: 'long' })}` : '';
  return `every ${weekdaysWords(weekdays)}${at}${until}`;
}

/** One routine with its exercises. */
export async function routineCard(
  ctx: CommandContext,
  { routine, lines: rows }: RoutineWithLines,
  head?: Text,
): Promise<Answer> {
  const { id, name, description } = routine;
  const [next] = await openOf(ctx, id, todayOf(ctx));
  const today = todayOf(ctx);
  const when = scheduleWordsOf(routine);
  return {
    text: lines(
      ...(head === undefined ? [] : [head]),
      bold(quoted(name)),
      description === null ? null : quoted(description, 200),
      ...rows.map((row) => lineWords(row, ctx.user.unitSystem)),
      when === '' ? null : `${capital(when)}.`,
      next ? `Next ${aheadWords(next.day, today)}${next.time ? ` at ${clockTime(next.time)}` : ''}.` : null,
    ),
    buttons: [
      [
        { label: 'Start', action: routineAction({ kind: 'begin', id }) },
        { label: 'Edit', action: routineAction({ kind: 'edit', id }) },
        { label: 'Schedule', action: routineAction({ kind: 'when', id }) },
        { label: 'Remove', action: routineAction({ kind: 'drop', id }) },
      ],
    ],
  };
}

/** "today", "tomorrow", "on Friday 6 March". */
export function aheadWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const near = onDay(day, today);
  return near === 'today' || near === 'tomorrow' || near === 'yesterday' ? near : `on ${longDay(day.toString())}`;
}

/** What is to be done now, each exercise with what was done last time. Null where the routine is gone. */
export async function startCard(
  ctx: CommandContext,
  { routine, scheduled }: { readonly routine: Routine; readonly scheduled: PlannedTraining['scheduled'] | null },
): Promise<Answer | null> {
  const found = await findRoutine(ctx, routine.id);
  if (!found) return null;
  const rows = linesOn(found.lines, scheduled);
  const today = todayOf(ctx);
  const standing = await routineStanding(ctx, rows, today);
  const state = scheduled ? stateOf(scheduled) : 'open';
  const place = scheduled ? placeWords(scheduled) : '';
  return {
    text: lines(
      bold(`${quoted(routine.name)}${place === '' ? '' : `, ${place}`}`),
      state === 'open' ? null : state === 'done' ? 'It is done.' : 'It is skipped.',
      ...standing.flatMap((one) => standingLines(one, ctx, today)),
      await coachLine(ctx, routine),
      state === 'open'
        ? ['Write what you do, like ', code(exampleOf(standing)), '. Once half of it is logged it counts as done.']
        : null,
    ),
    buttons: scheduled
      ? scheduledButtons(scheduled)
      : [[{ label: 'Plan it for today', action: routineAction({ kind: 'today', id: routine.id }) }]],
  };
}

/** What a planned training can be answered with. */
export function scheduledButtons(scheduled: PlannedTraining['scheduled']): Button[][] {
  const { id } = scheduled;
  const settle = (label: string, to: string): Button => ({ label, action: routineAction({ kind: 'settle', id, to }) });
  if (stateOf(scheduled) !== 'open')
    return scheduled.completedAt && !scheduled.isDoneByHand ? [] : [[settle('Open again', 'open')]];
  return [
    [
      settle('Done', 'done'),
      settle('Skip', 'skipped'),
      { label: 'Tomorrow instead', action: routineAction({ kind: 'shift', id, days: 1 }) },
    ],
  ];
}

/** "week 2, deload" */
function placeWords({ weekNumber, programPhase }: PlannedTraining['scheduled']): string {
  return [
    ...(weekNumber === null ? [] : [`week ${weekNumber}`]),
    ...(programPhase === null ? [] : [quoted(programPhase, 40)]),
  ].join(', ');
}

function standingLines(one: LineStanding, ctx: CommandContext, today: Temporal.PlainDate): Text[] {
  const { line, lastTime, oneRepMaxKg, equipment, bodyweightShare } = one;
  const units = ctx.user.unitSystem;
  const planned = lineWords({ ...line, weekday: null, weekNumber: null }, units);
  const share = line.percent !== null && oneRepMaxKg !== null ? (oneRepMaxKg * line.percent) / 100 : null;
  const worked = share === null ? '' : `: about ${load(roundLoad(share, units), units)}`;
  const last =
    lastTime && lastTime.sets.length > 0
      ? `Last time ${onDay(lastTime.day, today)}: ${setsText(lastTime.sets, { units, equipment, isAdded: bodyweightShare !== null })}`
      : null;
  return [[bold('• '), planned, worked], ...(last === null ? [] : [`   ${last}`])];
}

const kgPerLb = 0.45359237;

/** What a bar can be loaded with: steps of 2.5 kg or 5 lb. */
const roundLoad = (kg: number, units: 'metric' | 'us'): number =>
  units === 'us' ? Math.round(kg / kgPerLb / 5) * 5 * kgPerLb : Math.round(kg / 2.5) * 2.5;

/** What the coach said of the last time. */
async function coachLine(ctx: CommandContext, { id }: Routine): Promise<Text | null> {
  const last = (await trainingLog(ctx, { limit: 10 })).find((one) => one.routineId === id && one.coachNotes !== null);
  return last?.coachNotes ? `Your coach, ${onDay(last.day, todayOf(ctx))}: ${quoted(last.coachNotes, 300)}` : null;
}

function exampleOf(standing: readonly LineStanding[]): string {
  const line = standing[0]?.line;
  if (!line) return 'bench 3x8 80';
  const name = line.exerciseName.toLowerCase();
  if (line.durationS !== null) return `${name} ${line.sets}x${line.durationS}s`;
  if (line.distanceM !== null)
    return `${name} ${line.distanceM >= 1000 ? `${line.distanceM / 1000} km` : `${line.distanceM} m`}`;
  return `${name} ${line.sets}x${line.reps ?? 10}${line.weightKg === null ? '' : ` ${Math.round(line.weightKg * 10) / 10}kg`}`;
}

/** Its exercises as buttons, to change one. */
export function editCard({ routine, lines: rows }: RoutineWithLines): Answer {
  const chunks = Array.from({ length: Math.ceil(Math.min(rows.length, 20) / 4) }, (_, i) =>
    rows.slice(i * 4, i * 4 + 4),
  );
  return {
    text: lines(`Which exercise of ${quoted(routine.name)}?`, [
      'Or write ',
      code(`change ${rows[0]?.exerciseName.toLowerCase() ?? 'bench'} in ${quoted(routine.name).toLowerCase()} to 5x5`),
      '.',
    ]),
    buttons: chunks.map((chunk) =>
      chunk.map((row) => ({
        label: quoted(row.exerciseName, 40),
        action: routineAction({ kind: 'line', id: routine.id, lineId: row.id }),
      })),
    ),
  };
}

/** One exercise of a routine with what can be changed about it. */
export function lineCard(
  ctx: CommandContext,
  { routine, lines: rows }: RoutineWithLines,
  lineId: number,
  actionId: number | null,
): Answer {
  const row = rows.find(({ id }) => id === lineId);
  if (!row) return { text: 'That exercise is no longer in it.' };
  const change = (label: string, by: Readonly<Record<string, number>>): Button => ({
    label,
    action: routineAction({ kind: 'nudge', id: routine.id, lineId, by }),
  });
  const isUs = ctx.user.unitSystem === 'us';
  const step = isUs ? 5 * kgPerLb : 2.5;
  const name = isUs ? '5 lb' : '2.5 kg';
  return {
    text: lines(bold(quoted(routine.name)), lineWords(row, ctx.user.unitSystem)),
    buttons: [
      [change('+1 set', { sets: 1 }), change('−1 set', { sets: -1 })],
      ...(row.reps === null ? [] : [[change('+1 rep', { reps: 1 }), change('−1 rep', { reps: -1 })]]),
      ...(row.weightKg === null
        ? []
        : [[change(`+${name}`, { weightKg: step }), change(`−${name}`, { weightKg: -step })]]),
      [
        { label: 'Take it out', action: routineAction({ kind: 'cut', id: routine.id, lineId }) },
        { label: 'Back', action: routineAction({ kind: 'open', id: routine.id }) },
        ...(actionId === null ? [] : [undoButton(actionId)]),
      ],
    ],
  };
}
