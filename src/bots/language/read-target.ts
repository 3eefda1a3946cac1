import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { recogniseQuantity } from './recognise-quantity.ts';
import { recogniseUnit } from './recognise-unit.ts';
import { scan } from './scan.ts';
import { skipPhrases } from './skip-phrases.ts';
import { english } from './vocabulary/en/index.ts';
import type { TargetField } from './vocabulary/goal-vocabulary.ts';
import { waterMlOf } from './weigh-item.ts';

/** What a day should hold; null what was not said. */
export type TargetFigures = Readonly<Record<TargetField, number | null>>;

export type TargetReading =
  | { readonly kind: 'target'; readonly target: TargetFigures }
  /** Three figures without names: protein, carbs and fat in some order. */
  | {
      readonly kind: 'unnamed-macros';
      readonly energyKcal: number | null;
      readonly grams: readonly [number, number, number];
    }
  /** One figure that is too small for a day's energy: grams of protein, or a body weight. */
  | { readonly kind: 'unnamed'; readonly value: number };

export interface TargetGiven {
  readonly units: 'metric' | 'us';
}

interface Found {
  readonly said: Map<TargetField, number>;
  readonly bare: number[];
  readonly leads: Set<'target' | 'change' | 'wish' | 'macros'>;
  isPerDay: boolean;
  isChangedTo: boolean;
  /** Named, and its figure still to come. */
  pending: TargetField | null;
}

/** In characters. */
const longestText = 200;
const kcalPerKJ = 1 / 4.184;
/** A bare figure from here on is a day's energy. */
const leastBareKcal = 500;
const mostBareKcal = 9999;
/** Macros alone that come to less than this are of a meal. */
const leastDayKcal = 1000;
const noSlots = phrases<string>([]);
const none: TargetFigures = {
  ...{ energyKcal: null, proteinG: null, carbsG: null },
  ...{ fatG: null, fiberG: null, waterMl: null },
};

/**
 * Reads what a day should hold: "target 2200 kcal 160g protein 2.5l water", "set my calories to 2000", "protein goal
 * 150g", "aim for 1800 cal". Null unless the whole text is that.
 */
export function readTarget(text: string, given: TargetGiven): TargetReading | null {
  if (text.length > longestText || !/\d/.test(text) || !english.goals.targetHint.test(text)) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const found: Found = {
    said: new Map(),
    bare: [],
    leads: new Set(),
    isPerDay: false,
    isChangedTo: false,
    pending: null,
  };
  let at = skipPhrases(english.goals.openers, line.tokens, 0);
  const isAsked = line.tokens.at(-1)?.word === '?';
  // "can you set my target to 2200?" asks for it, "target 2200?" asks whether.
  if (isAsked && at === 0) return null;
  const end = isAsked ? line.tokens.length - 1 : line.tokens.length;
  while (at < end) {
    const next = step(line, at, found, given);
    if (next === null) return null;
    at = next;
  }
  return found.pending === null || found.said.size > 0 ? judged(found) : null;
}

/** Takes in what stands at a token; null for what belongs to no target. */
function step(line: Line, at: number, found: Found, given: TargetGiven): number | null {
  const { targetLeads, perDay, targetFrames, changeTo, fields } = line.language.goals;
  const figure = figureAt(line, at, found, given);
  if (figure !== null) return figure;
  const lead = phraseAt(targetLeads, line.tokens, at);
  if (lead) {
    found.leads.add(lead.meaning);
    return lead.end;
  }
  const daily = phraseAt(perDay, line.tokens, at);
  if (daily) {
    found.isPerDay = true;
    return daily.end;
  }
  const field = phraseAt(fields, line.tokens, at);
  if (field) {
    // Two names without a figure between them say nothing certain.
    if (found.pending !== null || found.said.has(field.meaning)) return null;
    found.pending = field.meaning;
    return field.end;
  }
  if (changeTo.has(wordAt(line, at))) found.isChangedTo = true;
  const frame = phraseAt(targetFrames, line.tokens, at);
  if (frame) return frame.end;
  return line.tokens[at]?.kind === 'picture' ? at + 1 : null;
}

/** A figure with what names it, before or after: "160g protein", "protein 160", "2200 kcal", "p160", "2.5l". */
function figureAt(line: Line, at: number, found: Found, given: TargetGiven): number | null {
  const { energyUnits, initials, grams, fields } = line.language.goals;
  const written = /^([pcf])(\d{1,4})$/.exec(wordAt(line, at));
  const byInitial = written && initials.get(written[1] ?? '');
  if (byInitial) return keep(found, byInitial, Number(written[2]), at + 1);
  const quantity = recogniseQuantity(line, at);
  if (!quantity || quantity.value <= 0) return null;
  const isThousands = line.language.metrics.thousand.has(wordAt(line, quantity.end));
  const value = isThousands ? quantity.value * 1000 : quantity.value;
  const end = isThousands ? quantity.end + 1 : quantity.end;
  const energy = phraseAt(energyUnits, line.tokens, end);
  if (energy && (found.pending === null || found.pending === 'energyKcal'))
    return keep(found, 'energyKcal', energy.meaning === 'kJ' ? value * kcalPerKJ : value, energy.end);
  const water = waterAt(line, at, end, value, found, given);
  if (water !== null) return water;
  if (grams.has(wordAt(line, end))) return named(line, end + 1, value, found);
  const initial = initials.get(wordAt(line, end));
  if (initial && found.pending === null) return keep(found, initial, value, end + 1);
  if (recogniseUnit(line, end)) return null;
  if (found.pending !== null) return keep(found, found.pending, value, end);
  const after = phraseAt(fields, line.tokens, end);
  if (after && after.meaning !== 'waterMl') return keep(found, after.meaning, value, after.end);
  found.bare.push(value);
  return end;
}

/** Grams of what was named before, or is right after: "150 g of protein". */
function named(line: Line, at: number, value: number, found: Found): number | null {
  const { fields, initials } = line.language.goals;
  if (found.pending !== null && found.pending !== 'energyKcal' && found.pending !== 'waterMl')
    return keep(found, found.pending, value, at);
  const start = line.language.of.has(wordAt(line, at)) ? at + 1 : at;
  const field = phraseAt(fields, line.tokens, start);
  const meant = field?.meaning ?? initials.get(wordAt(line, start));
  if (!meant || meant === 'waterMl' || meant === 'energyKcal') return null;
  return keep(found, meant, value, field?.end ?? start + 1);
}

/** "2.5l", "2.5 litres of water", "8 glasses", "water 3". Of a bare figure the size tells the unit. */
function waterAt(line: Line, at: number, end: number, value: number, found: Found, given: TargetGiven): number | null {
  const { fields } = line.language.goals;
  const unit = recogniseUnit(line, end);
  const isOfWater = (from: number): number | null => {
    const start = line.language.of.has(wordAt(line, from)) ? from + 1 : from;
    const field = phraseAt(fields, line.tokens, start);
    return field?.meaning === 'waterMl' ? field.end : null;
  };
  const isPending = found.pending === 'waterMl';
  if (!unit) {
    const after = isPending ? end : isOfWater(end);
    if (after === null || (!isPending && found.pending !== null)) return null;
    return keep(found, 'waterMl', bareWaterMl(value, given), after);
  }
  const isOunces = unit.unit.id === 'oz';
  const after = isOfWater(unit.end) ?? (isPending ? unit.end : null);
  const isVolume = unit.unit.kind === 'volume' || unit.unit.id === 'glass' || (isOunces && after !== null);
  if (!isVolume && !(after !== null && unit.unit.kind === 'container')) return null;
  if (found.pending !== null && !isPending) return null;
  const ml = waterMlOf({ quantity: value, unit: isOunces ? 'floz' : unit.unit.id });
  return ml > 0 && at < end ? keep(found, 'waterMl', ml, after ?? unit.end) : null;
}

/** Up to 6 are litres, up to 20 glasses, up to 200 fluid ounces to some. */
function bareWaterMl(value: number, { units }: TargetGiven): number {
  if (units === 'us' && value > 20 && value <= 200) return waterMlOf({ quantity: value, unit: 'floz' });
  if (value <= 6) return value * 1000;
  return value <= 20 ? waterMlOf({ quantity: value, unit: 'glass' }) : value;
}

function keep(found: Found, field: TargetField, value: number, end: number): number | null {
  if (found.said.has(field)) return null;
  found.said.set(field, Math.round(value * 10) / 10);
  found.pending = null;
  return end;
}

function judged({ said, bare, leads, isPerDay, isChangedTo, pending }: Found): TargetReading | null {
  const isMacros = leads.has('macros');
  const isTarget =
    leads.has('target') ||
    (leads.has('change') && isChangedTo && !leads.has('wish')) ||
    (leads.has('wish') && isPerDay);
  if (pending !== null) return null;
  if (bare.length === 0) {
    if (said.size === 0) return null;
    const target: TargetFigures = { ...none, ...Object.fromEntries(said) };
    return isTarget || (isMacros && ofADay(target)) ? { kind: 'target', target } : null;
  }
  if (!isTarget && !isMacros) return null;
  const [first = 0, second = 0, third = 0, fourth] = bare;
  const isEnergy = first >= leastBareKcal && first <= mostBareKcal && !said.has('energyKcal');
  if (bare.length === 1 && isTarget) {
    if (isEnergy) return { kind: 'target', target: { ...none, ...Object.fromEntries(said), energyKcal: first } };
    return said.size === 0 && leads.has('target') && first >= 30 && first <= 400
      ? { kind: 'unnamed', value: first }
      : null;
  }
  const isRest = said.size === 0 || (said.size === 1 && said.has('energyKcal'));
  if (bare.length === 3 && isRest && !isEnergy)
    return { kind: 'unnamed-macros', energyKcal: said.get('energyKcal') ?? null, grams: [first, second, third] };
  if (bare.length === 4 && isEnergy && fourth !== undefined)
    return { kind: 'unnamed-macros', energyKcal: first, grams: [second, third, fourth] };
  return null;
}

/** Whether macros can be of a whole day; less is rather what was eaten. */
function ofADay({ energyKcal, proteinG, carbsG, fatG }: TargetFigures): boolean {
  return (energyKcal ?? 4 * (proteinG ?? 0) + 4 * (carbsG ?? 0) + 9 * (fatG ?? 0)) >= leastDayKcal;
}
