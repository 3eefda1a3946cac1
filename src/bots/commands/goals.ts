import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Metric, metrics } from '../../domain/body/plausible.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { addMilestone } from '../../domain/goals/add-milestone.ts';
import { type ChangedGoal, changeGoal } from '../../domain/goals/change-goal.ts';
import { type CurrentGoal, currentGoals } from '../../domain/goals/current-goals.ts';
import { askHealthOnce } from '../ask-health.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { isKeptFrom, setsNone } from '../gentle.ts';
import { goalCard, goalFigure, goalName, goalsCard, howToChange } from '../goal-card.ts';
import { type GoalChangeReading, readGoalChange } from '../language/read-goal-change.ts';
import { code, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';

const which = {
  /** Null: the one of the metric, or the only one. */
  goalId: z.number().nullable(),
  metric: z.enum(metrics).nullable(),
};

const change = z.object({
  do: z.literal('change'),
  ...which,
  change: z.object({
    target: z.number().optional(),
    by: z.iso.date().optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    notes: z.string().optional(),
    status: z.enum(['active', 'completed', 'paused', 'abandoned']).optional(),
  }),
});
const milestone = z.object({
  do: z.literal('milestone'),
  ...which,
  target: z.number(),
  by: z.iso.date().nullable(),
});
const input = z.discriminatedUnion('do', [
  z.object({ do: z.literal('list') }),
  z.object({ do: z.literal('show'), goalId: z.number() }),
  /** Says how a goal is changed by words. */
  z.object({ do: z.literal('how'), goalId: z.number() }),
  change,
  milestone,
]);

type Input = z.infer<typeof input>;
type Acting = z.infer<typeof change> | z.infer<typeof milestone>;

export const goals = defineCommand<Input>({
  name: 'goals',
  summary: 'See your goals and how far you are; change or remove one',
  examples: ['goals', 'change my weight goal to 74 kg', 'milestone 80 kg by april', 'drop my weight goal'],
  effect: 'record',
  options: z.object({
    change: z.string().max(200).optional().describe('drop my weight goal, move my goal to june, milestone 80 kg'),
  }),
  input,
  cues: /goal|milestone|\btarget/,
  parse(text, given) {
    const [, slash, rest = ''] = /^(\/goals\b)?\s*(.*)$/isu.exec(text) ?? [];
    if (slash && rest === '') return { input: { do: 'list' } };
    const read = readGoalChange(rest, given);
    if (read) return { input: toInput(read) };
    return slash ? { problem: ['Write it like ', code('change my weight goal to 74 kg'), '.'] } : null;
  },
  async run(ctx, asked) {
    if (asked.do === 'list') return goalsCard(ctx);
    const all = await currentGoals(ctx);
    if (asked.do === 'show' || asked.do === 'how') {
      const goal = all.find(({ id }) => id === asked.goalId);
      if (!goal) throw new DomainError('not-found', 'That goal is no longer there.');
      const card = goalCard(ctx, goal);
      return asked.do === 'show' ? card : { ...card, text: howToChange(goal, ctx.user) };
    }
    const [goal, ...others] = meant(all, asked);
    if (!goal) throw new DomainError('not-found', none(asked.metric));
    if (others.length > 0) return askWhich(ctx, [goal, ...others], asked);
    if (isKeptFrom(ctx.user, goal.metric) && setsFigure(asked)) return { text: setsNone };
    const { actionId, isLoss } = await act(ctx, goal, asked);
    const buttons = [[undoButton(actionId)]];
    const status = asked.do === 'change' ? asked.change.status : undefined;
    const name = goalName(goal, ctx.user);
    if (status === 'abandoned') return { text: `Removed: ${name}.`, buttons };
    if (status === 'completed') return { text: `Well done! Goal reached: ${name}.`, buttons };
    const now = (await currentGoals(ctx)).find(({ id }) => id === goal.id);
    if (!now) throw new Error('The changed goal was not found');
    const card = goalCard(ctx, now);
    return askHealthOnce(ctx, { ...card, buttons: [...buttons, ...(card.buttons ?? [])] }, isLoss);
  },
  toContract: (value) => [{ do: 'command', name: 'goals', input: value }],
});

function toInput(read: GoalChangeReading): Acting {
  const { metric } = read;
  const about = { goalId: null, metric };
  switch (read.kind) {
    case 'status':
      return { do: 'change', ...about, change: { status: read.status } };
    case 'words':
      return { do: 'change', ...about, change: { [read.field]: quoted(read.words, 300) } };
    case 'milestone':
      return { do: 'milestone', ...about, target: read.target, by: read.by?.toString() ?? null };
    case 'change': {
      const { target, by } = read;
      const to = { ...(target === null ? {} : { target }), ...(by === null ? {} : { by: by.toString() }) };
      return { do: 'change', ...about, change: to };
    }
  }
}

/** The goals that may be meant. Only what is paused can be resumed, and what is not can be paused. */
function meant(all: readonly CurrentGoal[], asked: Acting): readonly CurrentGoal[] {
  const { goalId, metric } = asked;
  const status = asked.do === 'change' ? asked.change.status : undefined;
  const fitting = all.filter((goal) =>
    goalId === null ? metric === null || goal.metric === metric : goal.id === goalId,
  );
  const able = fitting.filter((goal) => (status === 'active' ? goal.status === 'paused' : goal.status !== status));
  return able.length > 0 ? able : fitting;
}

const setsFigure = (asked: Acting): boolean => asked.do === 'milestone' || asked.change.target !== undefined;

const none = (metric: Metric | null): string =>
  metric === null ? 'You have no goal set.' : `You have no ${metric.replace('-', ' ')} goal.`;

function askWhich(ctx: CommandContext, fitting: readonly CurrentGoal[], asked: Acting): Answer {
  const choices = fitting.map((goal) => ({
    label: goalName(goal, ctx.user),
    action: { command: 'goals', input: { ...asked, goalId: goal.id } satisfies Input },
  }));
  return { text: 'Which goal do you mean?', question: { about: 'meaning', choices } };
}

async function act(ctx: CommandContext, goal: CurrentGoal, asked: Acting): Promise<ChangedGoal> {
  if (asked.do === 'milestone')
    return {
      ...(await addMilestone(ctx, {
        goalId: goal.id,
        title: goalFigure(goal.metric, asked.target, 'metric'),
        targetValue: asked.target,
        targetDay: asked.by === null ? null : Temporal.PlainDate.from(asked.by),
      })),
      isLoss: false,
    };
  const { by, ...to } = asked.change;
  return changeGoal(ctx, goal.id, { ...to, ...(by === undefined ? {} : { by: Temporal.PlainDate.from(by) }) });
}
