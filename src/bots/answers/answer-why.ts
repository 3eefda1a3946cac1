import { targetFor } from '../../domain/goals/target-for.ts';
import {
  type Grounds,
  groundsOfDay,
  groundsOfFigure,
  groundsOfFood,
  groundsOfMessage,
  groundsOfNewest,
  groundsOfSlot,
  type ItemGrounds,
} from '../../domain/meals/why-item.ts';
import { count, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital, kcal, plural, quantity, weight } from '../format.ts';
import { bold, lines, type Text } from '../text.ts';
import type { Asked } from './asked.ts';
import { whyChange, whyTarget } from './why-changed.ts';

/** More items than this are summed up. */
const mostItems = 5;

/** Where a figure comes from: an item's, a meal's, a day's, a target's; or why something changed. */
export async function answerWhy(ctx: CommandContext, asked: Asked): Promise<Answer> {
  if (asked.figure === 'target') return whyTarget(ctx, asked);
  if (asked.figure === 'change') return whyChange(ctx, asked);
  const replied = ctx.repliesToId === null ? [] : await groundsOfMessage(ctx, ctx.repliesToId);
  if (replied.length > 0) return { text: lines(...replied.flatMap((one) => groundsText(ctx, one))) };
  if (ctx.repliesToId !== null && asked.number === null)
    return { text: 'That entry holds no food, so there is nothing to add up.' };
  const found = await unreplied(ctx, asked);
  if (found) return { text: lines(...groundsText(ctx, found)) };
  // "why 2600" of a target.
  if (asked.number !== null && (await targetFor(ctx, todayOf(ctx)))?.energyKcal === asked.number)
    return whyTarget(ctx, asked);
  if (asked.number === null) return { text: 'Nothing is logged yet that I could explain.' };
  return {
    text: `I find nothing of ${kcal(asked.number)} in your log. Reply to an entry with “why?” and I show what it rests on.`,
  };
}

async function unreplied(
  ctx: CommandContext,
  { number, nutrient, subject, items, from, to, slot }: Asked,
): Promise<Grounds | null> {
  const isEnergy = !nutrient || nutrient.key === 'energyKcal';
  if (number !== null && isEnergy) return groundsOfFigure(ctx, number);
  const [item] = items;
  if (item || (subject !== null && !nutrient && number === null))
    return groundsOfFood(ctx, item?.foodId ?? null, subject ?? '');
  if (slot !== null) return groundsOfSlot(ctx, slot, from);
  if (from && to && from.equals(to)) return groundsOfDay(ctx, from);
  return groundsOfNewest(ctx);
}

function groundsText(ctx: CommandContext, { of, day, slot, items, energyKcal }: Grounds): Text[] {
  const units = ctx.user.unitSystem;
  const shown = [...items].sort((a, b) => b.energyKcal - a.energyKcal).slice(0, mostItems);
  const each = shown.map((item) => itemText(item, units, of === 'day' || items.length > 2));
  if (items.length < 2) return each;
  const rest = items.length - shown.length;
  const today = todayOf(ctx);
  const name =
    of === 'day'
      ? onDay(day, today)
      : slot === null
        ? `that entry ${onDay(day, today)}`
        : `${slot} ${onDay(day, today)}`;
  const more = rest > 0 ? ` ${count(rest, 'more item')} make up the rest.` : '';
  return [
    ...each,
    [
      bold(`Together ${kcal(energyKcal)}`),
      ` for ${name}.${more}`
        .replace('for today', 'today')
        .replace('for yesterday', 'yesterday')
        .replace('for on ', 'on '),
    ],
  ];
}

/** "Rice, cooked: 200 g × 130 kcal per 100 g = 260 kcal. The weight: as you typed. Source: USDA SR28 20045." */
function itemText(item: ItemGrounds, units: 'metric' | 'us', isShort: boolean): Text {
  const form = item.defaultForm && !item.foodName.includes(item.defaultForm) ? `, ${item.defaultForm}` : '';
  const title = bold(`${capital(item.foodName)}${form}: `);
  if (item.grams === null || item.per100gKcal === null) return [title, `${kcal(item.energyKcal)}, as you gave it.`];
  const sum = `${weight(item.grams, units)} × ${kcal(item.per100gKcal)} per 100 g = ${kcal(item.energyKcal)}.`;
  const changed = item.isChanged ? ' The food has been changed since; this is what held then.' : '';
  return isShort
    ? [title, `${sum} ${sourceText(item)}`]
    : [title, `${sum} The weight: ${ruleText(item, units)}. ${sourceText(item)}${changed}`];
}

function sourceText({ source, ndbNumber }: ItemGrounds): string {
  if (ndbNumber !== null) return `Source: USDA SR28 ${ndbNumber}.`;
  if (source === 'own') return 'Source: your own food.';
  if (source === 'coach') return 'Source: your coach’s food.';
  return source === null ? 'Source: a food that is gone since.' : 'Source: a recipe from USDA SR28 figures.';
}

/** How the grams were found, in words. */
function ruleText(item: ItemGrounds, units: 'metric' | 'us'): string {
  const { portionRule, isAmountAssumed, grams } = item;
  const [kind = '', name = '', size = ''] = portionRule.split(':');
  const times = item.quantity ?? 1;
  const unit = item.unit ?? '';
  const each = grams === null ? '' : weight(grams / times, units);
  const by = portionSourceText(item.portionSource);
  switch (kind.split('.')[0]) {
    case 'mass':
      return 'as you typed';
    case 'density':
      return `${quantity(times)} ${times > 1 ? plural(unit) : unit} by what a millilitre of it weighs`;
    case 'portion':
      return `1 ${name.replace('.', ', ')} of it is ${each}${by}${isAmountAssumed ? ', the usual size' : ''}`;
    case 'own':
      return `${unit === '' ? 'one' : `1 ${unit}`} of it is ${each}, as you told me`;
    case 'count':
      return `one is ${each}${by}${isAmountAssumed ? ', the usual size' : ''}`;
    case 'scaled':
      return `1 ${unit} is ${each}, as a part of its ${name}`;
    case 'vessel':
      return `a ${name} taken as ${size.replace('ml', ' ml')}`;
    case 'serving':
      return item.quantity === null ? `one serving, ${each}, since you named no amount` : `a serving is ${each}`;
    default:
      return `a guess of ${each}, since nothing tells what it weighs`;
  }
}

const portionSourceText = (source: string | null): string =>
  source === null
    ? ''
    : source.startsWith('usda')
      ? ' by USDA’s measures'
      : source.startsWith('fda')
        ? ', FDA’s reference amount'
        : '';
