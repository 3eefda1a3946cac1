import { z } from 'zod';
import type { Given, Reading } from '../command.ts';
import { plannedFood } from '../diet-input.ts';
import { compileDiet, compileMeal } from '../language/diet-compile.ts';
import { portionOf } from '../language/diet-foods.ts';
import type { PlanRequest } from '../language/diet-plan.ts';
import type { ReadItem } from '../language/read-meals.ts';
import { faultsText } from '../template-faults.ts';
import { quoted } from '../text.ts';

const eatenFood = z.object({
  foodId: z.number().nullable(),
  words: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  grams: z.number(),
  portionRule: z.string(),
  isAmountAssumed: z.boolean(),
});

const slot = z.string().max(40);
const weekdays = z.array(z.number().int().min(1).max(7)).min(1);
const kept = { weekdays, slot, text: z.string().max(1000), items: z.array(plannedFood) };

export const planInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('show'), day: z.iso.date() }),
  /** This week, or the one so many weeks from it. */
  z.object({ kind: z.literal('week'), ahead: z.number().int().nonnegative().optional() }),
  z.object({ kind: z.literal('adherence') }),
  /** Without slots it is asked which; an empty list is all of the day. */
  z.object({
    kind: z.literal('eat'),
    slots: z.array(slot).nullable(),
    day: z.iso.date(),
    isDaySaid: z.boolean(),
    option: z.number().int().nonnegative(),
    swaps: z.array(z.object({ instead: z.string(), item: eatenFood })),
    /** Whether it is a button of the plan's card: the meal is then of no message, and the card goes on. */
    isOfCard: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('set'), meals: z.array(z.object(kept)).min(1) }),
  z.object({ kind: z.literal('clear'), weekdays, slot: slot.nullable() }),
]);

/** What is to be done with a plan of one's own. */
export type PlanInput = z.infer<typeof planInput>;

/** What the language made of it, as the command keeps it. */
export function toReading(read: PlanRequest, given: Given): Reading<PlanInput> {
  switch (read.kind) {
    case 'show':
      return { input: { kind: 'show', day: read.day.toString() } };
    case 'week':
      return { input: { kind: 'week', ...(read.ahead > 0 ? { ahead: read.ahead } : {}) } };
    case 'adherence':
      return { input: { kind: 'adherence' } };
    case 'clear':
      return { input: { ...read, weekdays: [...read.weekdays] } };
    case 'eat':
      return {
        input: {
          ...{ kind: 'eat', day: read.day.toString(), isDaySaid: read.isDaySaid, option: 0 },
          slots: read.slots === null ? null : [...read.slots],
          swaps: read.swaps.flatMap(({ instead, item }) => {
            const eaten = toEaten(item);
            return eaten ? [{ instead: quoted(instead), item: eaten }] : [];
          }),
        },
      };
    case 'set': {
      const compiled = compileMeal(read.text, given);
      if ('faults' in compiled) return { problem: faultsText(compiled.faults) };
      const { text, items } = compiled;
      return {
        input: { kind: 'set', meals: [{ weekdays: [...read.weekdays], slot: read.slot, text, items: [...items] }] },
      };
    }
    case 'write': {
      const compiled = compileDiet(read.text, given, read.firstLine);
      if ('faults' in compiled) return { problem: faultsText(compiled.faults) };
      if (compiled.diet.meals.length === 0) return { problem: 'There is no meal in that plan.' };
      // Days of their own come after every day's, so they take the place of those.
      const meals = compiled.diet.meals.map(({ weekday, slot: of, text, items }) => ({
        ...{ weekdays: weekday === null ? [1, 2, 3, 4, 5, 6, 7] : [weekday], slot: of, text: text ?? '' },
        items: [...items],
      }));
      return { input: { kind: 'set', meals } };
    }
  }
}

function toEaten(item: ReadItem): z.infer<typeof eatenFood> | null {
  const { match, words, quantity, unit } = item;
  if (!match) return null;
  const { grams, rule, isAssumed } = portionOf(item, match);
  return {
    ...{ foodId: match.id, words: quoted(words), quantity, unit, grams },
    ...{ portionRule: rule, isAmountAssumed: isAssumed },
  };
}
