import type { Temporal } from 'temporal-polyfill';
import type { FoodIndex, IndexedFood } from '../../domain/foods/food-index.ts';
import type { Line } from './line.ts';
import { ownSlotPhrases } from './own-slot-phrases.ts';
import type { Moment } from './place-in-time.ts';
import { type Clause, readClause } from './read-clause.ts';
import { readInOwnLanguage } from './read-in-own-language.ts';
import { longestTextLength, scan } from './scan.ts';
import { sentencesOf } from './sentences.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';
import { vocabularyFor } from './vocabulary/vocabulary-for.ts';

/** In tokens. A longer sentence is no list of foods that a person typed. */
const longestSentence = 600;

/** What is known of the writer and the moment. */
export interface MealGiven extends Moment {
  readonly units: 'metric' | 'us';
  /** Where it tells no language we speak, English is read. */
  readonly locale?: string;
  readonly foods: FoodIndex;
  /** The person's own slot names. */
  readonly slots: readonly string[];
}

/** One food of a meal as said, and what the catalogue makes of it. */
export interface ReadItem {
  /** Null when unsaid. */
  readonly quantity: number | null;
  /** A canonical unit id; null for a bare count or when unsaid. */
  readonly unit: string | null;
  readonly size: string | null;
  /** The person's own words for the food. */
  readonly words: string;
  /** Null when the catalogue does not know it: then `candidates` are the nearest. */
  readonly match: IndexedFood | null;
  readonly candidates: readonly IndexedFood[];
  /** The weight of the whole, null when the food or the measure is unknown. */
  readonly grams: number | null;
  /** How the grams were found, in the words of `gramsFor`; null with the grams. */
  readonly portionRule: string | null;
  /** Whether something was filled in that they did not say. */
  readonly isAmountAssumed: boolean;
  /** What of a food of their own is left out this time, in their words: "my chili no cheese". */
  readonly without?: readonly string[];
}

/** One meal of a message. */
export interface MealReading {
  readonly kind: 'meal';
  readonly slot: string | null;
  readonly day: Temporal.PlainDate;
  /** Whether they named the day or a time. */
  readonly isDaySaid: boolean;
  readonly time: Temporal.PlainTime | null;
  /** None where only water was drunk. */
  readonly items: readonly ReadItem[];
  /** Plain water, which is no item. */
  readonly waterMl: number | null;
}

/** It is a log, but what was eaten is missing. */
export interface MealQuestion {
  readonly kind: 'question';
  readonly about: 'food';
  readonly choices: readonly string[];
  readonly slot: string | null;
  readonly quantity: number | null;
  readonly unit: string | null;
}

/**
 * Reads a message as a log of what its writer ate: every meal in it, in order. Null when it is anything else (chat,
 * plans, questions, other people's meals, other commands), or too long to be read.
 */
export function readMeals(text: string, given: MealGiven): readonly MealReading[] | MealQuestion | null {
  if (text.length > longestTextLength) return null;
  return readInOwnLanguage(text, vocabularyFor(given.locale ?? 'en'), (language) => {
    const foods = given.foods.speaking(language.language);
    return readIn(language, text, foods === given.foods ? given : { ...given, foods });
  });
}

function readIn(language: Vocabulary, text: string, given: MealGiven): readonly MealReading[] | MealQuestion | null {
  const line: Line = { text, tokens: scan(text), language, ownSlots: ownSlotPhrases(given.slots) };
  const meals: MealReading[] = [];
  let question: MealQuestion | null = null;
  for (const sentence of sentencesOf(line)) {
    if (sentence.isQuestion || sentence.to - sentence.from > longestSentence) continue;
    const clause = readClause(line, sentence.from, sentence.to, given);
    if (clause?.question) question ??= clause.question;
    if (clause) append(meals, clause);
  }
  return meals.length > 0 ? meals : question;
}

/** A later sentence that names no slot and no day goes on with the meal before it. */
function append(meals: MealReading[], clause: Clause): void {
  for (const { isOwn, meal } of clause.meals) {
    const last = meals.at(-1);
    if (last && !isOwn) {
      meals[meals.length - 1] = {
        ...last,
        items: [...last.items, ...meal.items],
        waterMl: last.waterMl === null && meal.waterMl === null ? null : (last.waterMl ?? 0) + (meal.waterMl ?? 0),
      };
    } else meals.push(meal);
  }
}
