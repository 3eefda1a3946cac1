import type { NutritionTarget } from '../domain/goals/target-for.ts';
import type { DayItem, DayOverview } from '../domain/meals/day-overview.ts';
import { localDay } from '../domain/users/local-day.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { Answer, CommandContext } from './command.ts';
import { capital, dayLine, dayName } from './format.ts';
import { itemLine } from './meal-card.ts';
import { bold, code, lines, type Text } from './text.ts';

/** The order meals are shown in; a person's own slots come after, entries without one last. */
const slotOrder = ['breakfast', 'lunch', 'dinner', 'snack', 'drink'];

/** What was eaten on a day, meal by meal, and where it stands; `slot` shows one meal of it alone. */
export function dayCard(
  ctx: CommandContext,
  { items, totals, target, day }: DayOverview,
  about: 'day' | 'remaining',
  slot: string | null = null,
): Answer {
  const now = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const units = ctx.user.unitSystem;
  const noTarget = about === 'remaining' && !hasTarget(target) ? untargeted : null;
  const shown = slot === null ? items : items.filter((item) => item.slot === slot);
  const name = dayName(day, now);
  const when = name === 'today' || name === 'yesterday' ? name : `on ${name}`;
  if (slot !== null && shown.length === 0 && items.length > 0) return { text: `Nothing logged for ${slot} ${when}.` };
  if (items.length === 0 && totals.waterMl === 0) {
    const invitation = name === 'today' ? ['Write what you eat, like ', code('ate 200g rice lunch'), '.'] : null;
    return {
      text: lines(
        `Nothing logged ${when}.`,
        invitation,
        (about === 'remaining' || name === 'today') && hasTarget(target)
          ? dayLine(day, now, totals, target, units)
          : noTarget,
      ),
    };
  }
  const slots = [...new Set(shown.map((item) => item.slot))].sort((a, b) => rank(a) - rank(b));
  const meals = slots.flatMap((one): Text[] => [
    bold(one === null ? (slots.length > 1 ? 'Other' : capital(name)) : capital(one)),
    ...shown.filter((item: DayItem) => item.slot === one).map((item) => itemLine(item, units)),
  ]);
  return { text: lines(...meals, dayLine(day, now, totals, target, units), noTarget) };
}

const untargeted = 'You have no target set, so nothing is subtracted yet.';

const hasTarget = (target: NutritionTarget | null): boolean =>
  target !== null && Object.values(target).some((value) => value !== null);

const rank = (slot: string | null): number => {
  if (slot === null) return slotOrder.length + 1;
  const at = slotOrder.indexOf(slot);
  return at === -1 ? slotOrder.length : at;
};
