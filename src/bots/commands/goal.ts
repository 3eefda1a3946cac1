import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Metric, plausible } from '../../domain/body/plausible.ts';
import { bodyOf } from '../../domain/goals/body-of.ts';
import { setGoal } from '../../domain/goals/set-goal.ts';
import { todayOf } from '../ask-card.ts';
import { askHealthOnce } from '../ask-health.ts';
import type { Answer, CommandContext, Given, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { dayName } from '../format.ts';
import { isKeptFrom, setsNone } from '../gentle.ts';
import { goalFigure } from '../goal-card.ts';
import { type GoalReading, readGoal } from '../language/read-goal.ts';
import { kgPerLb } from '../language/recognise-body-mass.ts';
import { english } from '../language/vocabulary/en/index.ts';
import { code, lines } from '../text.ts';
import { undoButton } from '../undo-button.ts';

const metrics = Object.keys(plausible) as [Metric, ...Metric[]];
const by = z.iso.date().nullable();
const target = z.object({ metric: z.enum(metrics), target: z.number(), by });
/** So much more or less weight than now. */
const change = z.object({ changeKg: z.number(), by });
const input = z.union([target, change]);

type Target = z.infer<typeof target>;
type Input = z.infer<typeof input>;

export const goal = defineCommand<Input>({
  name: 'goal',
  summary: 'Set where you want to get',
  examples: ['goal weight 75 kg by june', 'goal body fat 15%'],
  effect: 'record',
  options: z.object({
    goal: z.string().max(100).describe('weight 75 kg, body fat 15%, waist 80 cm'),
    by: z.string().max(40).optional().describe('By when: june, 1 september, christmas'),
  }),
  sayOption: (name, value) => (name === 'by' ? `by ${value}` : value),
  input,
  cues: /goal|target|\baim|want|wanna|trying|like|plan|hope|need|get|cut|bulk|dream|\bgw\b|lo?ose|gain|shed|drop/,
  parse(text, given) {
    const [, slash, rest = ''] = /^(\/goal\b)?\s*(.*)$/isu.exec(text) ?? [];
    const [, way, far] = slash ? (/^(lose|gain)\s+(\S.*)$/is.exec(rest) ?? []) : [];
    if (way !== undefined && far !== undefined) return readHowFar(way, far, given);
    const read = slash && rest === '' ? null : readGoal(slash ? `goal ${rest}` : text, given);
    if (read) return toReading(read);
    if (english.goals.openWish.test(text)) {
      const template = `/goal ${gaining.test(text) ? 'gain' : 'lose'} %`;
      return { text: howFar, question: { about: 'amount', choices: [], template } };
    }
    if (slash && rest === '') return { problem: example };
    return slash || startsGoal.test(text) ? { problem: onlyBody } : null;
  },
  async run(ctx, wanted) {
    if ('metric' in wanted) return set(ctx, wanted);
    if (isKeptFrom(ctx.user, 'weight')) return { text: setsNone };
    const { weightKg } = await bodyOf(ctx, todayOf(ctx));
    if (weightKg === null) return { text: weightPlease };
    return set(ctx, { metric: 'weight', target: Number((weightKg + wanted.changeKg).toFixed(1)), by: wanted.by });
  },
  toContract: (wanted) =>
    'metric' in wanted
      ? [{ do: 'set-goal', ...wanted, unit: plausible[wanted.metric].unit }]
      : [{ do: 'command', name: 'goal', input: wanted }],
});

async function set(ctx: CommandContext, { metric, target, by }: Target): Promise<Answer> {
  if (isKeptFrom(ctx.user, metric)) return { text: setsNone };
  const day = by === null ? null : Temporal.PlainDate.from(by);
  const { actionId, current, isBriskGain, isLoss } = await setGoal(ctx, { metric, target, by: day });
  const today = todayOf(ctx);
  const units = ctx.user.unitSystem;
  const name = metric === 'weight' ? '' : `${metric.replace('-', ' ')} `;
  const when = day ? ` by ${dayName(day, today)}` : '';
  const gap = current === null ? null : Math.abs(target - current);
  const toGo = gap === null ? '' : gap < 0.05 ? ', and you are there' : `, ${goalFigure(metric, gap, units)} to go`;
  const card: Answer = {
    text: lines(
      `Goal: ${name}${goalFigure(metric, target, units)}${when}${toGo}.`,
      current === null ? unmeasured(metric) : null,
      isBriskGain ? 'That is more than half a percent of your weight a week; slower gains are mostly muscle.' : null,
    ),
    buttons: [[undoButton(actionId)]],
  };
  return askHealthOnce(ctx, card, isLoss);
}

const gaining = /\b(?:gain|bulk|put on|build|bigger|heavier)\b/i;
/** Nobody wants to weigh so little: it is how much to lose or gain. */
const mostChange = 30;

/** What answers how far: "5 kg by june" is so much less or more, "70 kg" the weight itself. */
function readHowFar(way: string, words: string, given: Given): Reading<Input> {
  const figure = Number(/\d+/.exec(words)?.[0] ?? mostChange);
  const isPounds = /\d\s*(?:lbs?|pounds?)\b/i.test(words) || given.units === 'us';
  const isChange = figure < mostChange * (isPounds ? 2 : 1);
  const read = readGoal(isChange ? `i want to ${way} ${words}` : `goal weight ${words}`, given);
  return read ? toReading(read) : { problem: howFar };
}

/** What can only be a goal, of whatever. */
const startsGoal = /^\s*(?:my |new )?goal\s*:[^\n]*\d/i;

const example = ['Write it like ', code('goal weight 75 kg by june'), '.'];
const weightPlease = [
  'What do you weigh now? Write it like ',
  code('weight 75 kg'),
  ' and say that once more, or name the weight you want: ',
  code('goal 70 kg'),
  '.',
];
const howFar = ['Which weight do you want to reach, and by when? Write it like ', code('goal 70 kg by june'), '.'];
const onlyBody = [
  'I can keep goals for your body, sleep, steps and mood so far, like ',
  code('goal weight 75 kg by june'),
  '. Nothing was set.',
];

function toReading(read: GoalReading): Reading<Input> {
  switch (read.kind) {
    case 'goal':
      return { input: { metric: read.metric, target: read.target, by: read.by?.toString() ?? null } };
    case 'impossible':
      return { problem: 'That cannot be right for anybody. Write it again with its unit.' };
    case 'unit': {
      const by = read.by?.toString() ?? null;
      const choice = (unit: string, kg: number) => ({
        label: `${read.value} ${unit}`,
        action: { command: 'goal', input: { metric: 'weight', target: Number(kg.toFixed(10)), by } },
      });
      const choices = [choice('kg', read.value), choice('lb', read.value * kgPerLb)];
      return { text: 'Kilograms or pounds?', question: { about: 'unit', choices } };
    }
    case 'relative':
      return { input: { changeKg: read.changeKg, by: read.by?.toString() ?? null } };
  }
}

const unmeasured = (metric: Metric): string =>
  metric === 'weight'
    ? 'Tell me your weight, and I can say how far it is.'
    : 'Tell me where you are now, and I can say how far it is.';
