import { localDay } from '../domain/users/local-day.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { LoggedItem, LoggedMeal } from '../domain/meals/log-meal.ts';
import type { Answer, CommandContext } from './command.ts';
import { capital, dayLine, dayName, kcal, number, weight } from './format.ts';
import { bold, lines, type Text } from './text.ts';

type ShownItem = Pick<
  LoggedItem,
  'foodName' | 'defaultForm' | 'quantity' | 'unit' | 'isAmountAssumed' | 'energyKcal'
> & { grams: number | null };

/** The card of a meal just recorded: what it was, where the day stands, and how to take it back. */
export function mealCard(ctx: CommandContext, meal: LoggedMeal): Answer {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const name = dayName(meal.day, today);
  const when = name === 'today' ? '' : name === 'yesterday' ? ' yesterday' : ` on ${name}`;
  const what = meal.slot === null ? 'Logged' : `Logged for ${meal.slot}`;
  return {
    text: lines(
      bold(`${what}${when}:`),
      ...meal.items.map((item) => itemLine(item, ctx.user.unitSystem)),
      dayLine(meal.day, today, meal.totals, meal.target),
    ),
    buttons: [[{ label: 'Undo', action: { command: 'undo', input: { actionId: meal.actionId } } }]],
  };
}

/** "Rice, cooked: 1 cup (158 g), 205 kcal"; what we filled in ourselves is said. */
export function itemLine(item: ShownItem, units: 'metric' | 'us'): Text {
  const form = item.defaultForm && !item.foodName.includes(item.defaultForm) ? `, ${item.defaultForm}` : '';
  return `${capital(item.foodName)}${form}: ${amount(item, units)}, ${kcal(item.energyKcal)}`;
}

const massUnits = new Set(['g', 'kg', 'mg', 'oz', 'lb']);

function amount({ quantity, unit, grams, isAmountAssumed }: ShownItem, units: 'metric' | 'us'): string {
  const weighs = grams === null ? '' : weight(grams, units);
  if (quantity === null) return isAmountAssumed ? `one serving, taken as ${weighs}` : weighs;
  if (unit !== null && massUnits.has(unit)) {
    const typed = `${number(quantity)} ${unit}`;
    return typed === weighs || weighs === '' ? typed : `${typed} (${weighs})`;
  }
  const said = unit === null ? `${number(quantity)}` : `${number(quantity)} ${quantity > 1 ? plural(unit) : unit}`;
  return `${said} (${isAmountAssumed ? 'taken as ' : ''}${weighs})`;
}

const unchanged = new Set(['ml', 'l', 'floz', 'tbsp', 'tsp', 'cl', 'dl']);
const plural = (unit: string): string => (unchanged.has(unit) ? unit : /(ch|sh|s|x)$/.test(unit) ? `${unit}es` : `${unit}s`);
