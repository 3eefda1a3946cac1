import { type MealRatings, ratingsOf } from '../domain/meals/rate-meal.ts';
import { localDay } from '../domain/users/local-day.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { Answer, CommandContext } from './command.ts';
import { capital } from './format.ts';
import type { Button } from './reply.ts';
import { italic, lines } from './text.ts';

const nothing: MealRatings = { hungerBefore: null, hungerAfter: null, satisfaction: null, adherence: null };

/** The row below a meal's card. Hunger is asked for before the meal first, and for after it once that is known. */
export function ratingRow(messageId: number, ratings: MealRatings): Button[] {
  const scale = (label: string, of: keyof MealRatings): Button => ({
    label,
    action: { command: 'rate', input: { do: 'scale', messageId, of } },
  });
  const isAfter = ratings.hungerBefore !== null && ratings.hungerAfter === null;
  return [
    isAfter ? scale('Hunger after', 'hungerAfter') : scale('Hunger', 'hungerBefore'),
    scale('Satisfied', 'satisfaction'),
    scale('On plan', 'adherence'),
  ];
}

/** A meal as it was just recorded. */
export interface RateableMeal {
  readonly day: string;
  readonly slot: string | null;
  readonly energyKcal: number;
}

/** Below this it was a sip or a bite, and not worth asking about. */
const fewestKcal = 50;

/**
 * A new card with the row below it: for a single meal of today in a private chat. Several meals, past days and drinks
 * stay without, as do cards where others can read along.
 */
export function withRatingRow(ctx: CommandContext, card: Answer, meals: readonly RateableMeal[]): Answer {
  const { sourceMessageId } = ctx;
  const meal = asOne(meals);
  return sourceMessageId !== null && meal && isFit(ctx, meal)
    ? withRow(card, ratingRow(sourceMessageId, nothing))
    : card;
}

/** The card of a message whose meal may have been rated before: with what is known of it, and the row that is left. */
export async function withRatings(
  ctx: CommandContext,
  card: Answer,
  messageId: number,
  meals: readonly RateableMeal[],
): Promise<Answer> {
  const meal = asOne(meals);
  const ratings = meal && (await ratingsOf(ctx, messageId));
  if (!ratings) return card;
  const line = ratingsLine(ratings);
  const told = line === null ? card : { ...card, text: lines(card.text, italic(line)) };
  return isFit(ctx, meal) ? withRow(told, ratingRow(messageId, ratings)) : told;
}

const withRow = (card: Answer, row: Button[]): Answer => ({ ...card, buttons: [...(card.buttons ?? []), row] });

/** What was told at once, or added by an answer, of the same slot and day; null for none and for several meals. */
function asOne(meals: readonly RateableMeal[]): RateableMeal | null {
  const [first] = meals;
  if (!first || meals.some(({ day, slot }) => day !== first.day || slot !== first.slot)) return null;
  return { ...first, energyKcal: meals.reduce((sum, { energyKcal }) => sum + energyKcal, 0) };
}

function isFit({ message, now, user }: CommandContext, { energyKcal, slot, day }: RateableMeal): boolean {
  const today = localDay(now, zoneOf(user), user.dayStartHour).toString();
  return energyKcal >= fewestKcal && slot !== 'drink' && day === today && message.isPrivate;
}

/** "Hunger before 6 · satisfied 8 (of 10)"; null where nothing is known. */
export function ratingsLine({ hungerBefore, hungerAfter, satisfaction, adherence }: MealRatings): string | null {
  const parts = [
    ...(hungerBefore === null ? [] : [`hunger before ${hungerBefore}`]),
    ...(hungerAfter === null ? [] : [`${hungerBefore === null ? 'hunger ' : ''}after ${hungerAfter}`]),
    ...(satisfaction === null ? [] : [`satisfied ${satisfaction}`]),
    ...(adherence === null ? [] : [`on plan ${adherence}`]),
  ];
  return parts.length === 0 ? null : `${capital(parts.join(' · '))} (of 10)`;
}
