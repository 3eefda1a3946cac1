import type { NutritionTarget } from '../domain/goals/target-for.ts';
import type { DayItem, DayOverview } from '../domain/meals/day-overview.ts';
import { localDay } from '../domain/users/local-day.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { Answer, CommandContext } from './command.ts';
import { capital, dayLine, dayName } from './format.ts';
import { keptBack } from './gentle.ts';
import { itemLine } from './meal-card.ts';
import { bold, code, lines, type Text } from './text.ts';

/** About when meals are, in hours: the order they are shown in, a person's own among them by their times. */
const usualHours: Readonly<Record<string, number>> = { breakfast: 8, lunch: 13, dinner: 19, snack: 48, drink: 49 };
/** Own meals without a time, and entries without a slot, come last. */
const untimedHours = 50;
const unslottedHours = 51;

/** What was eaten on a day, meal by meal, and where it stands; `slot` shows one meal of it alone. */
export function dayCard(
  ctx: CommandContext,
  { items, totals, target, day }: DayOverview,
  about: 'day' | 'remaining',
  slot: string | null = null,
): Answer {
  const now = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  if (ctx.user.isGentle && about === 'remaining')
    return { text: lines(dayLine(day, now, totals, target, ctx.user), keptBack) };
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
          ? dayLine(day, now, totals, target, ctx.user)
          : noTarget,
      ),
    };
  }
  const startHour = ctx.user.dayStartHour;
  const hours = new Map(shown.map((item) => [item.slot, hourOf(item, startHour)] as const));
  const slots = [...hours.keys()].sort((a, b) => (hours.get(a) ?? 0) - (hours.get(b) ?? 0));
  const meals = slots.flatMap((one): Text[] => [
    bold(one === null ? (slots.length > 1 ? 'Other' : capital(name)) : capital(one)),
    ...shown.filter((item: DayItem) => item.slot === one).map((item) => itemLine(item, ctx.user)),
  ]);
  return { text: lines(...meals, dayLine(day, now, totals, target, ctx.user), noTarget) };
}

const untargeted = 'You have no target set, so nothing is subtracted yet.';

const hasTarget = (target: NutritionTarget | null): boolean =>
  target !== null && Object.values(target).some((value) => value !== null);

/** When a meal is in its day, which may end after midnight. */
function hourOf({ slot, slotStartsAt }: DayItem, dayStartHour: number): number {
  if (slot === null) return unslottedHours;
  if (!slotStartsAt) return usualHours[slot] ?? untimedHours;
  const hours = slotStartsAt.hour + slotStartsAt.minute / 60;
  return hours < dayStartHour ? hours + 24 : hours;
}
