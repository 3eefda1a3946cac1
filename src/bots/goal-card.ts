import type { Temporal } from 'temporal-polyfill';
import { type Metric, plausible } from '../domain/body/plausible.ts';
import { type CurrentGoal, currentGoals, type Milestone } from '../domain/goals/current-goals.ts';
import { type NutritionTarget, targetFor } from '../domain/goals/target-for.ts';
import { nutrientAmount, todayOf } from './ask-card.ts';
import type { Answer, CommandContext } from './command.ts';
import { capital, dayName, kcal } from './format.ts';
import { isKeptFrom, keptBack, type Reader } from './gentle.ts';
import { cmPerInch } from './language/recognise-body-length.ts';
import { kgPerLb } from './language/recognise-body-mass.ts';
import type { Button } from './reply.ts';
import { bold, code, lines, quoted, type Text } from './text.ts';

type Units = 'metric' | 'us';

/** Goals that have a button of their own; a message has five rows. */
const mostGoals = 4;

/** All goals with where they stand, the daily target, and a button for each goal. */
export async function goalsCard(ctx: CommandContext): Promise<Answer> {
  const goals = await currentGoals(ctx);
  const { daily, isCut } = await targetLine(ctx);
  const today = todayOf(ctx);
  const kept = isCut || goals.some(({ metric }) => isKeptFrom(ctx.user, metric)) ? keptBack : null;
  if (goals.length === 0)
    return {
      text: lines(daily, kept, 'You have no goal set.', [
        'Set one like ',
        code(ctx.user.isGentle ? 'goal 8000 steps a day' : 'goal weight 75 kg by june'),
        '.',
      ]),
    };
  return {
    text: lines(
      ...goals.flatMap((goal) => [bold(heading(goal, today, ctx.user)), standing(goal, ctx.user)]),
      daily,
      kept,
    ),
    buttons: goals
      .slice(0, mostGoals)
      .map((goal) => [button(goalName(goal, ctx.user), { do: 'show', goalId: goal.id })]),
  };
}

/** One goal with all that is known of it, and what can be done with it. */
export function goalCard(ctx: CommandContext, goal: CurrentGoal): Answer {
  const [today, units] = [todayOf(ctx), ctx.user.unitSystem];
  const { id: goalId, status, description, notes, dailyEnergyKcal } = goal;
  const isKept = isKeptFrom(ctx.user, goal.metric);
  const set = (label: string, to: string) =>
    button(label, { do: 'change', goalId, metric: null, change: { status: to } });
  return {
    text: lines(
      bold(heading(goal, today, ctx.user)),
      standing(goal, ctx.user),
      isKept ? null : began(goal, today, units),
      dailyEnergyKcal === null || ctx.user.isGentle ? null : `With ${kcal(dailyEnergyKcal)} a day.`,
      ...(isKept ? [] : goal.milestones.map((step) => milestoneLine(goal, step, today, units))),
      description === null ? null : quoted(description, 300),
      notes === null ? null : `Note: ${quoted(notes, 300)}`,
    ),
    buttons: [
      [
        set('Reached', 'completed'),
        status === 'paused' ? set('Resume', 'active') : set('Pause', 'paused'),
        set('Remove', 'abandoned'),
      ],
      [button('Change', { do: 'how', goalId }), button('All goals', { do: 'list' })],
    ],
  };
}

/** How a goal is changed by words. */
export function howToChange({ metric, currentValue, targetValue }: CurrentGoal, reader: Reader): Text {
  const units = reader.unitSystem;
  const isKept = isKeptFrom(reader, metric);
  const of = metric === null ? 'goal' : `${metric.replace('-', ' ')} goal`;
  const figure = targetValue === null || isKept ? '' : ` to ${goalFigure(metric, targetValue, units)}`;
  const mid =
    metric === 'weight' && !isKept && currentValue !== null && targetValue !== null
      ? goalFigure(metric, Math.round((currentValue + targetValue) / 2), units)
      : null;
  return lines(
    'Write what shall be different, for example:',
    code(`change my ${of}${figure} by 1 september`),
    code(`call my ${of} Summer`),
    code(`note for my ${of}: slow and steady`),
    mid === null ? null : code(`milestone ${mid}`),
  );
}

const button = (label: string, input: object): Button => ({
  label: quoted(label, 60),
  action: { command: 'goals', input },
});

/** "Weight 75 kg", or the person's own title with the figure; without it where it is kept back. */
export function goalName({ title, metric, targetValue }: CurrentGoal, reader: Reader): string {
  const isShown = targetValue !== null && !isKeptFrom(reader, metric);
  const figure = isShown ? ` ${goalFigure(metric, targetValue, reader.unitSystem)}` : '';
  return `${capital(quoted(title, 40))}${figure}`;
}

function heading(goal: CurrentGoal, today: Temporal.PlainDate, reader: Reader): string {
  const of = goal.metric?.replace('-', ' ') ?? goal.title;
  const by = goal.targetDay ? ` by ${dayName(goal.targetDay, today)}` : '';
  const isOwn = goal.title.replace('-', ' ') !== of;
  return `${goalName(goal, reader)}${isOwn ? ` (${of})` : ''}${by}${goal.status === 'paused' ? ', paused' : ''}`;
}

function standing({ metric, currentValue, targetValue, progressPct }: CurrentGoal, reader: Reader): string | null {
  if (isKeptFrom(reader, metric)) return null;
  const units = reader.unitSystem;
  if (currentValue === null || targetValue === null) return 'Nothing measured yet.';
  const now = `Now ${goalFigure(metric, currentValue, units)}`;
  const gap = Math.abs(targetValue - currentValue);
  if (progressPct === 100 || gap < 0.05) return `${now}: you are there.`;
  const way = progressPct === null ? '' : `, ${Math.round(progressPct)} % of the way`;
  return `${now}${way}, ${goalFigure(metric, gap, units)} to go.`;
}

function began(goal: CurrentGoal, today: Temporal.PlainDate, units: Units): string {
  const { startValue, startDay, metric, weeklyWeightChangeKg: weekly } = goal;
  const day = dayName(startDay, today);
  const on = ['today', 'yesterday'].includes(day) ? day : `on ${day}`;
  const start = startValue === null ? `Set ${on}.` : `Set ${on} at ${goalFigure(metric, startValue, units)}.`;
  if (!weekly) return start;
  const pace = units === 'us' ? `${fine.format(Math.abs(weekly) / kgPerLb)} lb` : `${fine.format(Math.abs(weekly))} kg`;
  return `${start} ${weekly < 0 ? 'Losing' : 'Gaining'} ${pace} a week gets you there.`;
}

function milestoneLine({ metric }: CurrentGoal, step: Milestone, today: Temporal.PlainDate, units: Units): string {
  const figure = step.targetValue === null ? quoted(step.title) : goalFigure(metric, step.targetValue, units);
  const by = step.targetDay ? ` by ${dayName(step.targetDay, today)}` : '';
  return `Milestone ${figure}${by}${step.isReached ? ': reached' : ''}`;
}

/** "2,200 kcal", "160 g protein": the figures of a target, or the one asked for. */
export function targetParts(target: NutritionTarget | null, units: Units, only: string | null = null): string[] {
  return (
    [
      ['energyKcal', ''],
      ['proteinG', ' protein'],
      ['carbsG', ' carbs'],
      ['fatG', ' fat'],
      ['fiberG', ' fibre'],
      ['waterMl', ' water'],
    ] as const
  ).flatMap(([key, of]) => {
    const value = target?.[key] ?? null;
    return value === null || (only !== null && only !== key) ? [] : [`${nutrientAmount(key, value, units)}${of}`];
  });
}

/** The daily target, as far as it is shown to them, and whether that is less than there is. */
async function targetLine(ctx: CommandContext): Promise<{ daily: string | null; isCut: boolean }> {
  const { isGentle, unitSystem } = ctx.user;
  const target = await targetFor(ctx, todayOf(ctx));
  const all = targetParts(target, unitSystem);
  const parts = isGentle ? targetParts(target, unitSystem, 'waterMl') : all;
  const daily = parts.length > 0 ? `Your daily target: ${parts.join(', ')}.` : null;
  return { daily, isCut: parts.length < all.length };
}

const short = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** A figure of a metric as the person reads it: "75 kg", "165 lb", "15 %", "8". */
export function goalFigure(metric: Metric | null, value: number, units: Units): string {
  const unit = metric === null ? null : plausible[metric].unit;
  if (unit === 'kg' && units === 'us') return `${short.format(value / kgPerLb)} lb`;
  if (unit === 'cm' && units === 'us') return `${short.format(value / cmPerInch)} in`;
  if (unit === 'count') return `${short.format(value)} a day`;
  return unit === null ? short.format(value) : `${short.format(value)} ${unit}`;
}
