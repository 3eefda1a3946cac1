import { type FoodFigures, foodFigures } from '../../domain/foods/food-figures.ts';
import { lastEaten } from '../../domain/meals/last-eaten.ts';
import { amountOf, count, inDays, nutrientAmount, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital, kcal, plural, quantity, weight } from '../format.ts';
import { bold, lines, quoted, type Text } from '../text.ts';
import type { Asked, AskedItem } from './asked.ts';

/** What a food holds, or when and how much of it was eaten. */
export async function answerFood(ctx: CommandContext, asked: Asked): Promise<Answer> {
  return asked.figure === 'figures' ? holds(ctx, asked) : eaten(ctx, asked);
}

async function holds(ctx: CommandContext, { items, nutrient }: Asked): Promise<Answer> {
  const known = await foodFigures(
    ctx,
    items.flatMap(({ foodId }) => foodId ?? []),
  );
  const key = nutrient?.key ?? 'all';
  const name = nutrient?.name ?? '';
  const parts = items.map((item) => ({ item, food: (item.foodId !== null && known.get(item.foodId)) || null }));
  const shown = parts.map(({ item, food }) => foodText(ctx, item, food, key, name));
  const values = parts.map(({ item, food }) => holding(item, food, key));
  const sum =
    parts.length > 1 && key !== 'all' && values.every((value) => value !== null)
      ? bold(`Together: ${amountOf(key, name, total(values), ctx.user.unitSystem)}.`)
      : parts.length > 1 && key === 'all'
        ? bold(`Together: ${kcal(total(items.map((item) => (item.energyKcal * item.grams) / 100)))}.`)
        : null;
  return { text: lines(...shown, sum) };
}

const total = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** What the amount asked about holds; null where the food has no such figure. */
function holding(item: AskedItem, food: FoodFigures | null, key: string): number | null {
  const per100 = per100Of(item, food, key);
  return per100 === null ? null : (per100 * item.grams) / 100;
}

function per100Of(item: AskedItem, food: FoodFigures | null, key: string): number | null {
  if (key === 'energyKcal' || key === 'proteinG' || key === 'carbsG' || key === 'fatG') return item[key];
  return food?.nutrients[key] ?? null;
}

/** "Lentils, boiled, 100 g: 20 g of carbs."; without an amount, per 100 g and per serving. */
function foodText(ctx: CommandContext, item: AskedItem, food: FoodFigures | null, key: string, name: string): Text {
  const units = ctx.user.unitSystem;
  const form = food?.defaultForm && !item.name.includes(food.defaultForm) ? `, ${food.defaultForm}` : '';
  const title = `${capital(item.name)}${form}`;
  if (key !== 'all' && per100Of(item, food, key) === null)
    return `${title}: I have no figure for ${name}, and I will not guess one.`;
  const at = (grams: number): string => {
    const share = (per100: number) => (per100 * grams) / 100;
    if (key !== 'all') return amountOf(key, name, share(per100Of(item, food, key) ?? 0), units);
    return `${kcal(share(item.energyKcal))}, protein ${nutrientAmount('proteinG', share(item.proteinG), units)}, carbs ${nutrientAmount('carbsG', share(item.carbsG), units)}, fat ${nutrientAmount('fatG', share(item.fatG), units)}`;
  };
  if (item.isAmountSaid) return [bold(`${title}, ${weight(item.grams, units)}: `), `${at(item.grams)}.`];
  const serving =
    Math.abs(item.grams - 100) < 1 ? '' : ` One serving is about ${weight(item.grams, units)}: ${at(item.grams)}.`;
  return [bold(`${title}, ${weight(100, units)}: `), `${at(100)}.${serving}`];
}

async function eaten(ctx: CommandContext, asked: Asked): Promise<Answer> {
  const [item] = asked.items;
  const words = quoted(asked.subject ?? '', 40);
  const today = todayOf(ctx);
  const found = await lastEaten(ctx, { foodId: item?.foodId ?? null, words }, asked);
  const { last } = found;
  const when = inDays(asked, today);
  const held = (lead: string): string => (ctx.user.isGentle ? '' : `, ${kcal(found.energyKcal)}${lead}`);
  if (!last) {
    const isAll = asked.from === null;
    return { text: isAll ? `There is no ${words} in your log.` : `No ${words} in your log ${when}.` };
  }
  const units = ctx.user.unitSystem;
  if (asked.figure === 'last') {
    const days = last.day.until(today).total('days');
    const ago = days > 1 ? `, ${count(days, 'day')} ago` : '';
    const slot = last.slot === null ? '' : ` for ${last.slot}`;
    const often =
      found.times === 1
        ? 'It is in your log once.'
        : `It is in your log ${count(found.times, 'time')}${asked.from === null ? '' : ` ${when}`}.`;
    return { text: `${capital(onDay(last.day, today))}${slot}${ago}: ${lastAmount(last, units)}. ${often}` };
  }
  if (asked.figure === 'amount') {
    const pieces = found.pieces === null ? '' : `${quantity(found.pieces)} ${words}, `;
    return {
      text: `${capital(when)}: ${pieces}${weight(found.grams, units)}${found.pieces === null ? ` of ${words}` : ''} in ${count(found.times, 'meal')}${held('')}.`,
    };
  }
  const lastTime = found.days > 1 || !asked.from?.equals(last.day) ? `, the last time ${onDay(last.day, today)}` : '';
  return {
    text: `${capital(when)}: ${words} ${count(found.times, 'time')}${lastTime}${held(' in all')}.`,
  };
}

function lastAmount(
  last: { foodName: string; quantity: number | null; unit: string | null; grams: number | null },
  units: 'metric' | 'us',
): string {
  const weighs = last.grams === null ? '' : weight(last.grams, units);
  if (last.quantity === null || last.unit === 'g')
    return [last.foodName, weighs].filter((part) => part !== '').join(', ');
  const unit = last.unit === null ? '' : ` ${last.quantity > 1 ? plural(last.unit) : last.unit}`;
  return `${last.foodName}, ${quantity(last.quantity)}${unit}${weighs === '' ? '' : ` (${weighs})`}`;
}
