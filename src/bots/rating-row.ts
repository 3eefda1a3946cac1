import type { MealRatings } from '../domain/meals/rate-meal.ts';
import { localDay } from '../domain/users/local-day.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { CommandContext } from './command.ts';
import type { Button } from './reply.ts';

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
 * The rows to put below a new card: one for a single meal of today in a private chat, else none. Several meals, past
 * days and drinks stay without, as do cards where others can read along.
 */
export function ratingRows(
  ctx: Pick<CommandContext, 'message' | 'now' | 'user' | 'sourceMessageId'>,
  meals: readonly RateableMeal[],
): Button[][] {
  const [meal, ...others] = meals;
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour).toString();
  const isFit =
    meal && meal.energyKcal >= fewestKcal && meal.slot !== 'drink' && meal.day === today && others.length === 0;
  return isFit && ctx.message.isPrivate && ctx.sourceMessageId !== null
    ? [ratingRow(ctx.sourceMessageId, nothing)]
    : [];
}
