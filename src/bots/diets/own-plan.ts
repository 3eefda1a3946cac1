import { recordAction } from '../../domain/conversation/record-action.ts';
import { daysName } from '../../domain/diets/diet-days.ts';
import { setOwnPlan } from '../../domain/diets/set-own-plan.ts';
import { todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital } from '../format.ts';
import { planMeals } from '../plan-card.ts';
import { bold, lines, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import type { PlanInput } from './plan-input.ts';

/** " on weekdays", " on Monday, Friday"; nothing for every day. */
function ofDays(days: readonly number[]): string {
  if (days.length === 7) return '';
  const name = daysName(days);
  return ` on ${name.startsWith('Week') ? name.toLowerCase() : name}`;
}

/** Plans meals of one's own. */
export async function set(ctx: CommandContext, meals: Extract<PlanInput, { kind: 'set' }>['meals']): Promise<Answer> {
  const actionId = await recordAction(
    ctx,
    meals.length === 1 ? `plan for ${meals[0]?.slot}` : `plan of ${meals.length} meals`,
  );
  for (const { weekdays: days, slot: of, ...meal } of meals)
    await setOwnPlan({ ...ctx, actionId }, { weekdays: days, slot: of, meal });
  const [only] = meals;
  const said =
    only && meals.length === 1
      ? [
          bold(`Planned for ${quoted(only.slot)}${ofDays(only.weekdays)}: `),
          quoted(only.text.replaceAll('\n', ' · '), 300),
        ]
      : `I have put ${meals.length} meals into your plan.`;
  const today = todayOf(ctx);
  const { texts } = await planMeals(ctx, today);
  return {
    text: lines(said, ...(texts.length > 0 ? [bold('Planned for today:'), ...texts] : [])),
    buttons: [[undoButton(actionId)]],
  };
}

/** Takes meals out of a plan of one's own. */
export async function clear(
  ctx: CommandContext,
  { weekdays, slot }: Extract<PlanInput, { kind: 'clear' }>,
): Promise<Answer> {
  const { actionId } = await setOwnPlan(ctx, { weekdays, slot, meal: null });
  const what = slot === null ? 'The plan' : capital(quoted(slot));
  return {
    text: `${what} is cleared${ofDays(weekdays)}. What you have logged stays.`,
    buttons: [[undoButton(actionId)]],
  };
}
