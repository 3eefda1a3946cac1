import type { Temporal } from 'temporal-polyfill';
import type { LoggedItem, LoggedMeal, LoggedMeals } from '../domain/meals/log-meals.ts';
import { localDay } from '../domain/users/local-day.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { Answer, CommandContext } from './command.ts';
import { capital, dayLine, dayName, kcal, plural, volume, weight, quantity as written } from './format.ts';
import type { Reader } from './gentle.ts';
import { bold, lines, type Text } from './text.ts';
import { undoButton } from './undo-button.ts';

type ShownItem = Pick<
  LoggedItem,
  'foodName' | 'defaultForm' | 'quantity' | 'unit' | 'isAmountAssumed' | 'energyKcal'
> & { grams: number | null };

/** The card of what one message recorded: what it was, where its days stand, and how to take it back. */
export function mealCard(ctx: CommandContext, { actionId, meals, days }: LoggedMeals): Answer {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  return {
    text: lines(
      ...meals.flatMap((meal, i) => [
        // What an answer added to a meal stands below the rest of it.
        isOneWith(meal, meals[i - 1]) ? null : bold(heading(meal, today)),
        ...meal.items.map((item) => itemLine(item, ctx.user)),
        meal.waterMl === null ? null : `Water: ${volume(meal.waterMl, ctx.user.unitSystem)}`,
      ]),
      ...days.map(({ day, totals, target }) => dayLine(day, today, totals, target, ctx.user)),
    ),
    buttons: [[undoButton(actionId)]],
  };
}

const isOneWith = (meal: LoggedMeal, before: LoggedMeal | undefined): boolean =>
  before !== undefined && before.slot === meal.slot && before.day.equals(meal.day);

function heading({ slot, day }: LoggedMeal, today: Temporal.PlainDate): string {
  const name = dayName(day, today);
  const when = name === 'today' ? '' : name === 'yesterday' ? ' yesterday' : ` on ${name}`;
  return `${slot === null ? 'Logged' : `Logged for ${slot}`}${when}:`;
}

/** "Rice, cooked: 1 cup (158 g), 205 kcal"; what we filled in ourselves is said. */
export function itemLine(item: ShownItem, { unitSystem, isGentle }: Reader): Text {
  const form = item.defaultForm && !item.foodName.includes(item.defaultForm) ? `, ${item.defaultForm}` : '';
  const said = [amount(item, unitSystem), isGentle ? '' : kcal(item.energyKcal)].filter((part) => part !== '');
  return `${capital(item.foodName)}${form}${said.length > 0 ? `: ${said.join(', ')}` : ''}`;
}

const massUnits = new Set(['g', 'kg', 'mg', 'oz', 'lb']);

function amount({ quantity, unit, grams, isAmountAssumed }: ShownItem, units: 'metric' | 'us'): string {
  const weighs = grams === null ? '' : weight(grams, units);
  if (quantity === null) return isAmountAssumed ? `one serving, taken as ${weighs}` : weighs;
  if (unit !== null && massUnits.has(unit)) {
    const typed = `${written(quantity)} ${unit}`;
    return typed === weighs || weighs === '' ? typed : `${typed} (${weighs})`;
  }
  const said = unit === null ? written(quantity) : `${written(quantity)} ${quantity > 1 ? plural(unit) : unit}`;
  return `${said} (${isAmountAssumed ? 'taken as ' : ''}${weighs})`;
}
