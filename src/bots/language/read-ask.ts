import type { Temporal } from 'temporal-polyfill';
import type { Metric } from '../../domain/body/plausible.ts';
import type { IndexedFood } from '../../domain/foods/food-index.ts';
import type { ExerciseIndex, IndexedExercise } from '../../domain/training/exercise-index.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { askSlots, type FoundInAsk, isPossessive, typed } from './ask-slots.ts';
import { candidateForms, fits } from './forms.ts';
import type { Line } from './line.ts';
import { mayAsk } from './may-ask.ts';
import { type Pared, pareAsk } from './pare-ask.ts';
import { phraseAt, phrases } from './phrases.ts';
import { placedFigure, saidPeriod, usualPeriod } from './place-ask.ts';
import { readDayQuestion } from './read-day-question.ts';
import { type MealGiven, type ReadItem, readMeals } from './read-meals.ts';
import { scan } from './scan.ts';
import type { AskAbout, AskedNutrient, AskFigure, AskMeaning } from './vocabulary/ask-vocabulary.ts';
import { metricWords } from './vocabulary/en/ask-names.ts';
import { english } from './vocabulary/en/index.ts';
import { muscleGroups } from './vocabulary/en/muscle-groups.ts';

/** What is known of the writer and the moment. */
export interface AskGiven extends MealGiven {
  readonly exercises: Pick<ExerciseIndex, 'lookup'>;
}

/** A question about one's own figures, a food, or what we can do. */
export interface AskReading {
  readonly about: AskAbout;
  readonly figure: AskFigure;
  /** What it is about, in the person's words: "rice", "squat", "protein". */
  readonly subject: string | null;
  /** The days asked about, both included; null where there is no such end. */
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  /** Whether they named the days. */
  readonly isPeriodSaid: boolean;
  /** A client's name, asked by a coach. */
  readonly who: string | null;
  readonly nutrient: AskedNutrient | null;
  readonly metric: Metric | null;
  /** The foods asked about, with their amounts. */
  readonly items: readonly ReadItem[];
  /** The food asked about as such: "when did i last have pizza". */
  readonly food: IndexedFood | null;
  readonly exercise: IndexedExercise | null;
  /** The part of the body asked about: "when did i last train legs". */
  readonly muscles: AskedMuscles | null;
  /** Of "best 5k". */
  readonly distanceM: number | null;
  /** The figure that is doubted: "why 264 kcal". */
  readonly number: number | null;
  readonly slot: string | null;
}

/** A part of the body, in the person's words, and the muscles that are meant, as the catalogue names them. */
export interface AskedMuscles {
  readonly name: string;
  readonly of: readonly string[];
}

const longestAsk = 160;
const slash = '/ask ';
const noSlots = phrases<string>([]);
const { asks } = english;

/**
 * Reads a question: "avg protein last 4 weeks", "heaviest squat this year", "carbs in 100g lentils?", "why 264 kcal?".
 * Null for everything else, and for questions about what we do not keep.
 */
export function readAsk(whole: string, given: AskGiven): AskReading | null {
  const text = whole.startsWith(slash) ? whole.slice(slash.length) : whole;
  if (text.length > longestAsk) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  if (!mayAsk(line)) return null;
  const pared = pareAsk(line, given);
  if (!pared) return null;
  return readForms(line, pared, given) ?? readPeriodAlone(pared) ?? readDay(text, given);
}

function readForms(line: Line, pared: Pared, given: AskGiven): AskReading | null {
  const { tokens } = pared;
  const isOwned = tokens.slice(0, 2).some((token) => isPossessive(line, token));
  for (const form of candidateForms(asks.forms, tokens, isOwned ? asks.possessive : null)) {
    const { meaning } = form;
    if (!isAsked(meaning, pared)) continue;
    const found: FoundInAsk = { line, tokens };
    const reading: { of: AskReading | null } = { of: null };
    const isRead = fits(form, tokens, askSlots, found, () => {
      reading.of = readingOf(meaning, pared, found, given);
      return reading.of !== null;
    });
    if (isRead) return reading.of;
  }
  return null;
}

function isAsked({ needs, about }: AskMeaning, pared: Pared): boolean {
  if (pared.isAhead && about !== 'plan' && about !== 'reminders') return false;
  if (needs === null) return true;
  if (needs === 'period') return pared.period !== null;
  if (needs === 'question') return pared.isAsking;
  return pared.isAsking || (!pared.isExclaimed && (pared.period === null || !pared.period.isDay));
}

function readingOf(meaning: AskMeaning, pared: Pared, found: FoundInAsk, given: AskGiven): AskReading | null {
  const { line } = found;
  if (found.who && (meaning.about === 'help' || (meaning.about === 'food' && meaning.figure === 'figures')))
    return null;
  // "confectioner's sugar" is nobody's sugar.
  if (found.who && meaning.figure === 'sum' && !pared.isAsking && !pared.period) return null;
  const named = namesIn(meaning, found, given);
  if (!named) return null;
  const today = localDay(given.now, given.timeZone, given.dayStartHour);
  const { about, figure } = placedFigure(meaning, pared, found);
  const period = saidPeriod({ about }, pared, today) ?? usualPeriod({ about, figure }, meaning, found, today);
  return {
    about,
    figure,
    subject: subjectOf(meaning, found, named) ?? pared.slot,
    from: period?.from ?? null,
    to: period?.to ?? null,
    isPeriodSaid: pared.period !== null,
    who: found.who ? typed(found, found.who).replace(/['’`´]s$/i, '') : null,
    nutrient: found.nutrient?.meaning ?? null,
    metric: found.metric?.meaning ?? metricOfVerb(meaning, pared),
    items: named.items,
    food: named.food,
    exercise: named.exercise,
    muscles: named.muscles,
    distanceM: found.exercise?.distanceM ?? null,
    number: found.number ?? null,
    slot: pared.slot ?? (about === 'why' ? slotIn(line) : null),
  };
}

/** "how did i sleep", "how stressed was i": the metric is said by another word than its name. */
function metricOfVerb({ about, figure }: AskMeaning, { tokens }: Pared): Metric | null {
  if (about !== 'day' || figure !== 'trend') return null;
  for (const { word } of tokens) {
    const metric = metricWords.get(word);
    if (metric) return metric;
  }
  return null;
}

/** "why was lunch so many calories": the meal a question names without "for". */
function slotIn(line: Line): string | null {
  for (const at of line.tokens.keys()) {
    const slot = phraseAt(line.language.slots, line.tokens, at);
    if (slot) return slot.meaning;
  }
  return null;
}

/** What the names in a question stand for. */
interface Named {
  readonly items: readonly ReadItem[];
  readonly dish: string | null;
  readonly food: IndexedFood | null;
  readonly exercise: IndexedExercise | null;
  readonly muscles: AskedMuscles | null;
  readonly exerciseWords: string | null;
}

/** Looks up what a form took for names; null where one is unknown, since then it asks something else. */
function namesIn({ about }: AskMeaning, found: FoundInAsk, given: AskGiven): Named | null {
  const dish = found.dish ? typed(found, found.dish) : null;
  const food = dish === null ? null : given.foods.lookup(dish);
  if (dish !== null && food === null) return null;
  const exerciseWords = found.exercise ? typed(found, found.exercise) : null;
  const muscles = about === 'workouts' && exerciseWords !== null ? musclesIn(exerciseWords) : null;
  const exercise = found.exercise && !muscles ? exerciseIn(found, found.exercise, given) : null;
  if (found.exercise && exercise === null && muscles === null) return null;
  // "protein bar 210 kcal" tells its energy and asks nothing.
  if (found.food && found.tokens[found.food.end - 1]?.kind === 'number') return null;
  const items = found.food ? foodsIn(typed(found, found.food), given) : [];
  return items && { items, dish, food, exercise, muscles, exerciseWords };
}

/** "legs", "push day" */
function musclesIn(words: string): AskedMuscles | null {
  const all = words.toLowerCase().split(' ');
  const name = all.slice(0, english.training.titleEnds.has(all.at(-1) ?? '') ? -1 : all.length).join(' ');
  const of = muscleGroups.get(name);
  return of ? { name, of } : null;
}

/** "squatted" is the squat; a bare distance is run. */
function exerciseIn(found: FoundInAsk, { at, end, distanceM }: NonNullable<FoundInAsk['exercise']>, given: AskGiven) {
  const { doneForms, usualWay } = asks;
  const last = found.tokens[end - 1]?.word ?? '';
  if (distanceM !== null) return given.exercises.lookup(doneForms.get(last) ?? usualWay);
  const words = typed(found, { at, end });
  return given.exercises.lookup(doneForms.get(words.toLowerCase()) ?? words);
}

/** A food is asked about only where all of it is found. */
function foodsIn(words: string, given: AskGiven): readonly ReadItem[] | null {
  const read = readMeals(`ate ${words}`, given);
  if (read === null || 'about' in read) return null;
  const [meal, ...others] = read;
  if (!meal || others.length > 0 || meal.waterMl !== null || meal.isDaySaid || meal.slot !== null) return null;
  return meal.items.length > 0 && meal.items.every(({ match }) => match !== null) ? meal.items : null;
}

function subjectOf({ about, figure }: AskMeaning, found: FoundInAsk, named: Named): string | null {
  if (named.items.length > 0) return named.items.map(({ words }) => words).join(', ');
  const name = named.dish ?? asks.doneForms.get(named.exerciseWords?.toLowerCase() ?? '') ?? named.exerciseWords;
  if (name !== null) return name;
  const words = found.nutrient?.words ?? found.metric?.words ?? null;
  if (about !== 'why') return words;
  if (figure === 'target') return 'target';
  if (figure === 'change') return words ?? 'weight';
  return found.number === undefined ? words : [found.numberWords, words].filter(Boolean).join(' ');
}

/** "this week?", "march": said alone, some days ask how they were. */
function readPeriodAlone({ tokens, period, slot, isAhead, isExclaimed }: Pared): AskReading | null {
  if (tokens.length > 0 || !period || period.isDay || isAhead || isExclaimed || slot !== null) return null;
  return { ...nothing, about: 'week', figure: 'overview', from: period.from, to: period.to, isPeriodSaid: true };
}

function readDay(text: string, given: AskGiven): AskReading | null {
  const asked = readDayQuestion(text, given);
  return asked && { ...nothing, about: asked.about, figure: 'overview', from: asked.day, to: asked.day };
}

const nothing = {
  subject: null,
  from: null,
  to: null,
  isPeriodSaid: false,
  who: null,
  nutrient: null,
  metric: null,
  items: [],
  food: null,
  exercise: null,
  muscles: null,
  distanceM: null,
  number: null,
  slot: null,
};
