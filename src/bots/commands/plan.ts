import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { plansOver } from '../../domain/diets/plan-of-day.ts';
import { settlePlan } from '../../domain/diets/settle-plan.ts';
import { answerPlan } from '../answers/answer-standing.ts';
import { todayOf } from '../ask-card.ts';
import type { CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { eat } from '../diets/eat-plan.ts';
import { clear, set } from '../diets/own-plan.ts';
import { type PlanInput, planInput, toReading } from '../diets/plan-input.ts';
import { readPlan } from '../language/diet-plan.ts';
import { adherenceText, planMeals } from '../plan-card.ts';
import { code, lines } from '../text.ts';

export const plan = defineCommand<PlanInput>({
  name: 'plan',
  summary: 'See your plan, log it as eaten, or write your own',
  examples: [
    '/plan',
    'ate as planned',
    'lunch as planned but tofu instead of chicken',
    'my plan monday breakfast: 80g oats',
  ],
  effect: 'record',
  options: z.object({
    what: z.string().max(300).optional().describe('tomorrow, week, adherence, monday breakfast: 80g oats'),
  }),
  input: planInput,
  cues: /plan/,
  parse(text, given) {
    const read = readPlan(text, given);
    if (read) return toReading(read, given);
    return /^\s*\/plan\b/i.test(text)
      ? {
          problem: [
            'Write it like ',
            code('/plan tomorrow'),
            ', ',
            code('/plan week'),
            ' or ',
            code('/plan monday breakfast: 80g oats'),
            '.',
          ],
        }
      : null;
  },
  async run(ctx, value) {
    switch (value.kind) {
      case 'show': {
        await settlePlan(ctx);
        const day = Temporal.PlainDate.from(value.day);
        const answer = await answerPlan(ctx, { from: day, to: day });
        const hasPlan = (await planMeals(ctx, day)).texts.length > 0 || ctx.given.hasCoach === true;
        return hasPlan ? answer : { ...answer, text: lines(answer.text, writeOwn) };
      }
      case 'week': {
        await settlePlan(ctx);
        const today = todayOf(ctx);
        const monday = today.add({ days: 7 * (value.ahead ?? 0) - today.dayOfWeek + 1 });
        return answerPlan(ctx, { from: monday, to: monday.add({ days: 6 }) });
      }
      case 'adherence':
        return { text: (await adherenceText(ctx)) ?? ((await isAhead(ctx)) ? notYet : noPlan) };
      case 'eat':
        return eat(ctx, value);
      case 'set':
        return set(ctx, value.meals);
      case 'clear':
        return clear(ctx, value);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'plan', input: value }],
});

const writeOwn = ['Write a plan of your own like ', code('my plan monday breakfast: 80g oats, banana'), '.'];
const notYet = 'No day of your plan has gone by yet. Ask me again after the first one.';

/** Whether anything is planned for the week to come. */
async function isAhead(ctx: CommandContext): Promise<boolean> {
  const today = todayOf(ctx);
  const plans = await plansOver(
    ctx,
    Array.from({ length: 7 }, (_, i) => today.add({ days: i + 1 })),
  );
  return plans.some(({ meals }) => meals.length > 0);
}

const noPlan = ['There is no plan yet. ', writeOwn];
