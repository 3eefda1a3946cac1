import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { recogniseRating } from './recognise-rating.ts';
import { recogniseRest } from './recognise-rest.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import type { MealRating, RatingName, WorkoutRating } from './vocabulary/rating-vocabulary.ts';

export interface RatingsGiven {
  /** Whether it replies to a training: then "fatigue 6" is of that, and not of the day. */
  readonly repliesToWorkout?: boolean;
}

export type RatingsReading =
  | { readonly of: 'meal'; readonly ratings: Readonly<Partial<Record<MealRating, number>>> }
  | { readonly of: 'workout'; readonly ratings: Readonly<Partial<Record<WorkoutRating, number>>> }
  | { readonly problem: string };

/** In characters. */
const longest = 120;
/** Above this a figure is of something else, and nothing to ask about. */
const mostAsked = 20;
const noSlots = phrases<string>([]);
const mealRatings: ReadonlySet<string> = new Set<MealRating>([
  'hungerBefore',
  'hungerAfter',
  'satisfaction',
  'adherence',
]);
const separators = new Set([',', ';', '.', '!', '\n', '/', '|', '·', '(', ')']);

interface Said extends RatingName {
  readonly value: number;
}

/**
 * Reads how a meal or a training was, and nothing else: "hunger 6", "hunger before 6, after 3, satisfied 8", "on plan",
 * "intensity 8, form 9, rest 90s". What is also a figure of the day ("fatigue 6") is a training's only beside others
 * of it, or in reply to it. Null for everything else.
 */
export function readRatings(text: string, given: RatingsGiven): RatingsReading | null {
  if (text.length > longest || !english.ratings.hint.test(text)) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const said = readAll(line);
  if (!said || said.length === 0) return null;
  if (said.every(({ isMetric }) => isMetric) && !given.repliesToWorkout) return null;
  const kinds = new Set(said.map(({ of }) => mealRatings.has(of)));
  const names = new Set(said.map(({ of }) => of));
  // Of two things at once, or of one thing twice: somebody tells a story.
  if (kinds.size > 1 || names.size < said.length) return null;
  const isOff = ({ of, value }: Said): boolean =>
    of !== 'restS' && (!Number.isInteger(of === 'rpe' ? value * 2 : value) || value < 1 || value > 10);
  // "form 1040" rates nothing.
  if (said.some(({ of, value }) => of !== 'restS' && value > mostAsked)) return null;
  if (said.some(isOff)) return { problem: 'Say that with a whole number from 1 to 10.' };
  const ratings = Object.fromEntries(said.map(({ of, value }) => [of, value]));
  return { of: kinds.has(true) ? 'meal' : 'workout', ratings };
}

/** Every rating of a text, in order; null unless the whole text is explained. */
function readAll(line: Line): Said[] | null {
  const { frames } = line.language.ratings;
  const said: Said[] = [];
  let at = 0;
  while (at < line.tokens.length) {
    const found = readOne(line, at, said.at(-1) ?? null);
    if (found) said.push(found.said);
    const skipped =
      found?.end ??
      phraseAt(line.language.fillers, line.tokens, at)?.end ??
      phraseAt(frames, line.tokens, at)?.end ??
      (separators.has(wordAt(line, at)) || line.tokens[at]?.kind === 'picture' ? at + 1 : null);
    if (skipped === null) return null;
    at = skipped;
  }
  return said;
}

function readOne(line: Line, at: number, last: Said | null): { said: Said; end: number } | null {
  const { names, times, whole } = line.language.ratings;
  const name = phraseAt(names, line.tokens, at);
  const later = last && hungers.has(last.of) ? times.get(wordAt(line, at)) : undefined;
  const meaning = name?.meaning ?? (later && { of: later, isMetric: false });
  const named = meaning && readFigure(line, meaning, name?.end ?? at + 1);
  if (named) return named;
  const again = last && hungers.has(last.of) ? readLater(line, at) : null;
  if (again) return again;
  const plan = phraseAt(whole, line.tokens, at);
  // Where anything but thanks follows, it is another sentence: "on plan to lose 5 kg".
  if (plan) return { said: { ...plan.meaning, isMetric: false }, end: plan.end };
  const rest = recogniseRest(line, at);
  const tail = rest && phraseAt(line.language.ratings.restTails, line.tokens, rest.end);
  // "90s rest": the pause is named after it; "90 between sets" may count anything.
  return rest && tail && /rest|pause|break/.test(wordsOf(line, rest.end, tail.end))
    ? { said: { of: 'restS', isMetric: false, value: rest.restS }, end: tail.end }
    : null;
}

/** "hunger 6 before, 3 after": the second time says which with its own word. */
function readLater(line: Line, at: number): { said: Said; end: number } | null {
  const value = recogniseRating(line, at);
  const of = value && line.language.ratings.times.get(wordAt(line, value.end));
  return of ? { said: { of, isMetric: false, value: value.value }, end: value.end + 1 } : null;
}

const hungers: ReadonlySet<string> = new Set<MealRating>(['hungerBefore', 'hungerAfter']);

const wordsOf = (line: Line, from: number, to: number): string =>
  line.tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');

function readFigure(line: Line, name: RatingName, from: number): { said: Said; end: number } | null {
  const { links, restTails } = line.language.ratings;
  let at = from;
  for (let link = phraseAt(links, line.tokens, at); link && at < from + 4; link = phraseAt(links, line.tokens, at))
    at = link.end;
  if (name.of === 'restS') {
    const rest = recogniseRest(line, at);
    return (
      rest && { said: { ...name, value: rest.restS }, end: phraseAt(restTails, line.tokens, rest.end)?.end ?? rest.end }
    );
  }
  const value = recogniseRating(line, at);
  if (!value) return null;
  // "hunger 6 before": when it was is said after the figure.
  const time = hungers.has(name.of) ? line.language.ratings.times.get(wordAt(line, value.end)) : undefined;
  const isOwn = time !== undefined && recogniseRating(line, value.end + 1) === null;
  return { said: { ...name, of: isOwn ? time : name.of, value: value.value }, end: isOwn ? value.end + 1 : value.end };
}
