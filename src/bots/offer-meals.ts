import { likelyMeals } from '../domain/meals/likely-meals.ts';
import { type PastMeal, pastMeals } from '../domain/meals/past-meals.ts';
import { localDay } from '../domain/users/local-day.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { Answer, Choice, CommandContext } from './command.ts';
import { capital, kcal } from './format.ts';
import type { Reader } from './gentle.ts';
import { quoted } from './text.ts';

const pastDays = 60;
const longestLabel = 80;

/**
 * What somebody likely eats at this hour, as choices that log it; those of `slot` where it is said. None where too little
 * is known of them.
 */
async function likelyChoices(ctx: CommandContext, slot: string | null = null): Promise<Choice[]> {
  const zone = zoneOf(ctx.user);
  const today = localDay(ctx.saidAt, zone, ctx.user.dayStartHour);
  const time = ctx.saidAt.toZonedDateTimeISO(zone);
  const meals = await pastMeals(ctx, today.subtract({ days: pastDays }));
  const likely = likelyMeals(meals, { today, hour: time.hour + time.minute / 60, slot });
  return likely.map(({ meal, item }) => ({
    label: item ? labelled(item.name, item.energyKcal, ctx.user) : mealLabel(meal, ctx.user),
    action: {
      command: 'repeat',
      input: {
        ...{ kind: 'meal', mealIds: meal.mealIds, itemIds: item ? [item.id] : null },
        ...{ slot: slot ?? meal.slot, day: today.toString(), isDaySaid: false, without: [], plus: [] },
      },
    },
  }));
}

/** The likeliest meals of the hour to choose from; null where too little is known of the person. */
export async function offerMeals(ctx: CommandContext, slot: string | null = null): Promise<Answer | null> {
  const choices = await likelyChoices(ctx, slot);
  return choices.length === 0
    ? null
    : { text: `What was ${slot ?? 'it'}? Pick one, or write it.`, question: { about: 'food', choices } };
}

/** "Egg, toast, coffee, 412 kcal"; in gentle mode without the energy. */
export function mealLabel({ items }: PastMeal, reader: Reader, lead = ''): string {
  const names = [...new Set(items.map(({ name }) => name))].join(', ');
  return labelled(
    `${lead}${names}`,
    items.reduce((sum, { energyKcal }) => sum + energyKcal, 0),
    reader,
  );
}

function labelled(names: string, energyKcal: number, { isGentle }: Reader): string {
  const energy = isGentle ? '' : `, ${kcal(energyKcal)}`;
  return `${capital(quoted(names, longestLabel - energy.length))}${energy}`;
}
