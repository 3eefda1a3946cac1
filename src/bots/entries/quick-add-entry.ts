import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { logMeals, type MealInput } from '../../domain/meals/log-meals.ts';
import type { QuickAddReading } from '../language/read-quick-add.ts';
import { mealCard } from '../meal-card.ts';
import { quoted } from '../text.ts';
import type { EntryKind, Recorded } from './entry-kind.ts';

const quickAddEntry = z.object({
  kind: z.literal('quick-add'),
  slot: z.string().nullable(),
  day: z.iso.date(),
  isDaySaid: z.boolean(),
  time: z.iso.time().nullable(),
  /** Null where it was not said and does not follow: it is recorded as what the macros give. */
  energyKcal: z.number().nonnegative().nullable(),
  proteinG: z.number().nonnegative().nullable(),
  carbsG: z.number().nonnegative().nullable(),
  fatG: z.number().nonnegative().nullable(),
  /** What it was, in the person's words, where they said. */
  note: z.string().nullable(),
});

export type QuickAddEntry = z.infer<typeof quickAddEntry>;

/** More than this nobody eats at once. */
const mostKcal = 15_000;

/** Energy and macros as the person gave them, with no food behind. */
export const quickAddEntries: EntryKind<QuickAddEntry> = {
  schema: quickAddEntry,
  name: ({ note }) => note ?? 'quick add',
  async record(ctx, entries): Promise<Recorded> {
    const logged = await logMeals(ctx, entries.map(toVerb));
    return { actionId: logged.actionId, text: mealCard(ctx, logged).text };
  },
  toContract: ({ slot, day, energyKcal, proteinG, carbsG, fatG, note }) => [
    { do: 'quick-add', slot, day, energyKcal, proteinG, carbsG, fatG, note },
  ],
};

/** What the language read, as it is kept. */
export function toQuickAddEntry(read: QuickAddReading): QuickAddEntry {
  return {
    kind: 'quick-add',
    slot: read.slot,
    day: read.day.toString(),
    isDaySaid: read.isDaySaid,
    time: read.time?.toString() ?? null,
    energyKcal: read.energyKcal,
    proteinG: read.proteinG,
    carbsG: read.carbsG,
    fatG: read.fatG,
    note: read.note === null ? null : quoted(read.note),
  };
}

/** A kind sentence on energy that cannot be; null when it can. */
export function quickAddProblem(entries: readonly QuickAddEntry[]): string | null {
  const most = Math.max(0, ...entries.map(energyOf));
  return most > mostKcal ? `I read ${Math.round(most)} kcal, more than anybody eats at once. Write it again.` : null;
}

/** In kcal: as said, else by Atwater's general factors from what was said of the macros. */
const energyOf = ({ energyKcal, proteinG, carbsG, fatG }: QuickAddEntry): number =>
  energyKcal ?? 4 * (proteinG ?? 0) + 4 * (carbsG ?? 0) + 9 * (fatG ?? 0);

function toVerb(entry: QuickAddEntry): MealInput {
  const { slot, day, isDaySaid, time, note, proteinG, carbsG, fatG } = entry;
  return {
    slot,
    isDaySaid,
    waterMl: null,
    day: Temporal.PlainDate.from(day),
    time: time === null ? null : Temporal.PlainTime.from(time),
    items: [
      {
        foodId: null,
        stated: { energyKcal: energyOf(entry), proteinG, carbsG, fatG },
        words: note ?? 'quick add',
        quantity: null,
        unit: null,
        grams: null,
        portionRule: 'stated',
        isAmountAssumed: false,
      },
    ],
  };
}
