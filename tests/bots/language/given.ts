import { Temporal } from 'temporal-polyfill';
import type { Line } from '../../../src/bots/language/line.ts';
import { phrases } from '../../../src/bots/language/phrases.ts';
import type { MealGiven } from '../../../src/bots/language/read-meals.ts';
import { scan } from '../../../src/bots/language/scan.ts';
import { english } from '../../../src/bots/language/vocabulary/en/index.ts';
import { catalogueFoodIndex } from '../../../src/domain/foods/catalogue-food-index.ts';

/** A text as recognisers get it, with one slot of the person's own. */
export function lineOf(text: string): Line {
  return { text, tokens: scan(text), language: english, ownSlots: phrases([['second breakfast club', 'club']]) };
}

/** The words a recogniser took. */
export function taken(text: string, span: { readonly end: number } | null): string | null {
  if (!span) return null;
  const { tokens } = lineOf(text);
  return text.slice(tokens[0]?.start, tokens[span.end - 1]?.end);
}

export const foods = catalogueFoodIndex();

/** A Monday evening in Madrid, 20:30. */
export const given: MealGiven = {
  now: Temporal.Instant.from('2026-03-02T19:30:00Z'),
  timeZone: 'Europe/Madrid',
  dayStartHour: 3,
  units: 'metric',
  foods,
  slots: [],
};
