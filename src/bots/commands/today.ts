import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { NutritionTarget } from '../../domain/goals/target-for.ts';
import { type DayItem, dayOverview } from '../../domain/meals/day-overview.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { defineCommand } from '../define-command.ts';
import { capital, dayLine, dayName } from '../format.ts';
import { readDayQuestion } from '../language/read-day-question.ts';
import { itemLine } from '../meal-card.ts';
import { bold, code, lines, type Text } from '../text.ts';

const input = z.object({ day: z.iso.date(), about: z.enum(['day', 'remaining']) });

/** The order meals are shown in; a person's own slots come after, entries without one last. */
const slotOrder = ['breakfast', 'lunch', 'dinner', 'snack', 'drink'];

export const today = defineCommand<z.infer<typeof input>>({
  name: 'today',
  summary: 'What you ate, and what is left',
  examples: ['today', 'what did i eat yesterday'],
  effect: 'read',
  options: z.object({ day: z.string().max(40).optional().describe('Another day: yesterday, monday') }),
  input,
  parse(text, given) {
    const asked = readDayQuestion(text, given);
    return asked ? { input: { day: asked.day.toString(), about: asked.about } } : null;
  },
  async run(ctx, { day, about }) {
    const { items, totals, target, ...overview } = await dayOverview(ctx, Temporal.PlainDate.from(day));
    const now = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
    const units = ctx.user.unitSystem;
    const noTarget = about === 'remaining' && !hasTarget(target) ? untargeted : null;
    if (items.length === 0 && totals.waterMl === 0) {
      const name = dayName(overview.day, now);
      const invitation = name === 'today' ? ['Write what you eat, like ', code('ate 200g rice lunch'), '.'] : null;
      return {
        text: lines(
          `Nothing logged ${name === 'today' || name === 'yesterday' ? name : `on ${name}`}.`,
          invitation,
          about === 'remaining' && hasTarget(target) ? dayLine(overview.day, now, totals, target, units) : noTarget,
        ),
      };
    }
    const slots = [...new Set(items.map(({ slot }) => slot))].sort((a, b) => rank(a) - rank(b));
    const meals = slots.flatMap((slot): Text[] => [
      bold(slot === null ? (slots.length > 1 ? 'Other' : capital(dayName(overview.day, now))) : capital(slot)),
      ...items.filter((item: DayItem) => item.slot === slot).map((item) => itemLine(item, units)),
    ]);
    return { text: lines(...meals, dayLine(overview.day, now, totals, target, units), noTarget) };
  },
  toContract: ({ day, about }) => [{ do: 'ask', about, subject: null, from: day, to: day, who: null }],
});

const untargeted = 'You have no target set, so nothing is subtracted yet.';

const hasTarget = (target: NutritionTarget | null): boolean =>
  target !== null && Object.values(target).some((value) => value !== null);

const rank = (slot: string | null): number => {
  if (slot === null) return slotOrder.length + 1;
  const at = slotOrder.indexOf(slot);
  return at === -1 ? slotOrder.length : at;
};
