import type { Temporal } from 'temporal-polyfill';
import { isPossible, isUsual, type Metric, plausible } from '../../domain/body/plausible.ts';
import type { FoundValue } from './found-value.ts';
import type { Line } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { recogniseBodyMass } from './recognise-body-mass.ts';
import { recogniseDeadline } from './recognise-deadline.ts';
import { recognisePercentage } from './recognise-percentage.ts';
import { recogniseValueOf } from './recognise-value-of.ts';
import { scan } from './scan.ts';
import { skipPhrases } from './skip-phrases.ts';
import { english } from './vocabulary/en/index.ts';

export interface GoalGiven extends Moment {
  readonly units: 'metric' | 'us';
}

export type GoalReading =
  | {
      readonly kind: 'goal';
      readonly metric: Metric;
      /** In the metric's canonical unit. */
      readonly target: number;
      readonly by: Temporal.PlainDate | null;
    }
  /** "lose 5 kg": where that leads depends on what they weigh. */
  | { readonly kind: 'relative'; readonly changeKg: number; readonly by: Temporal.PlainDate | null }
  /** A weight that nobody has in their unit, said without one. */
  | { readonly kind: 'unit'; readonly value: number; readonly by: Temporal.PlainDate | null }
  /** No person has such a figure. */
  | { readonly kind: 'impossible'; readonly metric: Metric };

interface Found {
  metric: Metric | null;
  value: FoundValue | null;
  by: Temporal.PlainDate | null;
  hasGoal: boolean;
  hasWish: boolean;
  relative: 1 | -1 | null;
}

/** In characters. */
const longestText = 160;
const noSlots = phrases<string>([]);
/** Metrics whose goal is kept elsewhere, as a target. */
const targeted: ReadonlySet<Metric> = new Set(['water']);

/**
 * Reads where somebody wants to get: "goal weight 165 lbs", "goal bf 15% by september", "i want to weigh 75 by june". Of
 * body, mood, sleep and steps; feats of strength are none of these. Null unless the whole text is that.
 */
export function readGoal(text: string, given: GoalGiven): GoalReading | null {
  if (text.length > longestText || !/\d/.test(text) || !english.goals.goalHint.test(text)) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const found: Found = { metric: null, value: null, by: null, hasGoal: false, hasWish: false, relative: null };
  let at = skipPhrases(english.goals.openers, line.tokens, 0);
  const isAsked = line.tokens.at(-1)?.word === '?';
  if (isAsked && at === 0) return null;
  const end = isAsked ? line.tokens.length - 1 : line.tokens.length;
  while (at < end) {
    const next = step(line, at, found, given);
    if (next === null) return null;
    at = next;
  }
  return judged(found);
}

function step(line: Line, at: number, found: Found, given: GoalGiven): number | null {
  const { goalLeads, goalFrames, relative } = line.language.goals;
  const deadline = found.by === null ? recogniseDeadline(line, at, given) : null;
  if (deadline) {
    found.by = deadline.day;
    return deadline.end;
  }
  const lead = phraseAt(goalLeads, line.tokens, at);
  const name = phraseAt(line.language.metrics.names, line.tokens, at);
  if (lead && (!name || lead.end >= name.end)) {
    if (lead.meaning.isWish) found.hasWish = true;
    else found.hasGoal = true;
    found.metric ??= lead.meaning.metric;
    return lead.end;
  }
  if (name && found.value === null && (found.metric === null || found.metric === name.meaning.metric)) {
    found.metric = name.meaning.metric;
    return name.end;
  }
  const change = found.value === null ? phraseAt(relative, line.tokens, at) : null;
  if (change) {
    found.relative = change.meaning;
    return change.end;
  }
  const value = found.value === null ? valueAt(line, at, found.metric, given) : null;
  if (value) {
    found.value = value.value;
    found.metric = value.metric;
    return value.value.end;
  }
  // "15% body fat", "10k steps"
  const frame = phraseAt(goalFrames, line.tokens, at);
  return frame?.end ?? (line.tokens[at]?.kind === 'picture' ? at + 1 : null);
}

/** Metrics whose figure may stand before their name, in the order they are tried. */
const before: readonly Metric[] = ['sleep', 'steps', 'body-fat', 'muscle-mass', 'resting-hr', 'waist'];

function valueAt(
  line: Line,
  at: number,
  metric: Metric | null,
  { units }: GoalGiven,
): { metric: Metric; value: FoundValue } | null {
  const view = { units, mayHaveWater: false };
  if (metric !== null) {
    const value = metric === 'water' ? null : recogniseValueOf(line, metric, at, view);
    return value && { metric, value };
  }
  for (const like of before) {
    const value = recogniseValueOf(line, like, at, view);
    const name = value && phraseAt(line.language.metrics.names, line.tokens, pastOf(line, value.end));
    if (!value || !name || unitKind(name.meaning.metric) !== unitKind(like)) continue;
    return { metric: name.meaning.metric, value: { ...value, end: name.end } };
  }
  const percentage = recognisePercentage(line, at);
  if (percentage?.typed.unit === '%') return { metric: 'body-fat', value: percentage };
  const mass = recogniseBodyMass(line, at, units);
  return mass && { metric: 'weight', value: mass };
}

const pastOf = (line: Line, at: number): number => (line.language.of.has(line.tokens[at]?.word ?? '') ? at + 1 : at);

const unitKind = (metric: Metric): string => plausible[metric].unit ?? 'rating';

function judged({ metric, value, by, hasGoal, hasWish, relative }: Found): GoalReading | null {
  // "Lose 5 kg by june" needs no wish beside it.
  const isMeant = hasGoal || hasWish || (relative !== null && by !== null);
  if (metric === null || value === null || targeted.has(metric) || !isMeant) return null;
  const isBare = metric === 'weight' && value.typed.unit === null;
  if (relative !== null) {
    if (metric !== 'weight' || value.value <= 0 || value.value > 150) return null;
    return isBare ? null : { kind: 'relative', changeKg: relative * value.value, by };
  }
  // A wish without a day or a unit is talk; and a bare figure is a weight only where people weigh that.
  if (!hasGoal && isBare && by === null) return null;
  if (isBare && !isUsual(metric, value.value)) return hasGoal ? { kind: 'unit', value: value.typed.value, by } : null;
  if (!isPossible(metric, value.value, value.value2)) return hasGoal ? { kind: 'impossible', metric } : null;
  return { kind: 'goal', metric, target: value.value, by };
}
