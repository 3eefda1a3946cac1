import { exact, type FoundValue, numberAt } from './found-value.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { type Amount, recogniseAmount } from './recognise-amount.ts';
import { recogniseEating } from './recognise-eating.ts';
import { recogniseUnit } from './recognise-unit.ts';
import { waterMlOf } from './weigh-item.ts';

export interface FoundWater extends FoundValue {
  /** Whether only a volume was said: it may be water, or anything. */
  readonly isOpen: boolean;
}

/** A bare figure up to this counts glasses. */
const mostGlasses = 15;
/** A bare figure up to this is fluid ounces to whoever drinks in those. */
const mostOunces = 200;

/** Plain water, in ml: "500ml water", "drank 1.5l", "2 glasses", "20oz of water", "water: 2 glasses", "water 500". */
export function recogniseWater(line: Line, at: number, units: 'metric' | 'us'): FoundWater | null {
  const { metrics, of, more } = line.language;
  const named = phraseAt(metrics.water, line.tokens, at);
  if (named) return afterName(line, named.end, units);
  const eating = recogniseEating(line, at);
  const start = eating?.end ?? at;
  const amount = recogniseAmount(line, start);
  if (!amount || amount.quantity === null) return null;
  let end = vesselEnd(line, amount);
  if (more.has(wordAt(line, end))) end++;
  if (of.has(wordAt(line, end))) end++;
  const water = phraseAt(metrics.water, line.tokens, end);
  if (water)
    return sized(line, amount, water.end) ?? orNull(found(amount.quantity, amount.unit?.id ?? null, false, water.end));
  if (!amount.unit || of.has(wordAt(line, amount.end - 1))) return null;
  const isDrunk = phraseAt(metrics.drank, line.tokens, start - 1) !== null;
  const isGlass = amount.unit.id === 'glass';
  if (amount.unit.kind !== 'volume' && !isGlass) return null;
  // Of what there is more, there was some before: "and 1 l more", "another 500 ml".
  const isMore = more.has(wordAt(line, amount.end));
  const isAgain = isMore || line.tokens.slice(Math.max(0, start - 1), amount.end).some(({ word }) => more.has(word));
  return orNull(found(amount.quantity, amount.unit.id, !(isDrunk || isGlass || isAgain), amount.end + Number(isMore)));
}

/** "a 500 ml bottle of water": the vessel after a volume only holds it. */
function vesselEnd(line: Line, amount: Amount): number {
  if (amount.unit?.kind !== 'volume' && amount.unit?.kind !== 'mass') return amount.end;
  const vessel = recogniseUnit(line, amount.end);
  return vessel?.unit.kind === 'container' ? vessel.end : amount.end;
}

/** "a bottle of water 750ml": the volume after it tells how large the vessel was. */
function sized(line: Line, { quantity, unit }: Amount, at: number): FoundWater | null {
  const volume = unit?.kind === 'container' ? recogniseAmount(line, wordAt(line, at) === '(' ? at + 1 : at) : null;
  if (volume?.unit?.kind !== 'volume' || volume.quantity === null || quantity === null) return null;
  return orNull(found(quantity * volume.quantity, volume.unit.id, false, volume.end));
}

function afterName(line: Line, at: number, units: 'metric' | 'us'): FoundWater | null {
  const link = phraseAt(line.language.metrics.links, line.tokens, at);
  const start = link?.end ?? (line.language.plus.has(wordAt(line, at)) ? at + 1 : at);
  const amount = recogniseAmount(line, start);
  if (amount?.unit && amount.quantity !== null)
    return orNull(found(amount.quantity, amount.unit.id, false, amount.end));
  const number = numberAt(line, start);
  if (!number) return null;
  const { value, end } = number;
  // Bare: "water 1.5" is litres, "water 500" millilitres, "water 64" fluid ounces to some, "water 3" glasses or litres.
  if (Number.isInteger(value) && value <= mostGlasses)
    return orNull({ ...found(value, 'glass', false, end), typed: { value, unit: null } });
  const isOunces = units === 'us' && value > mostGlasses && value <= mostOunces;
  return orNull(found(value, !Number.isInteger(value) ? 'l' : isOunces ? 'floz' : 'ml', false, end));
}

function found(quantity: number, unit: string | null, isOpen: boolean, end: number): FoundWater {
  const id = unit === 'oz' ? 'floz' : unit;
  const value = exact(waterMlOf({ quantity, unit: id }));
  return { value, value2: null, typed: { value: quantity, unit: id ?? 'glass' }, isOpen, end };
}

/** What measures no liquid comes to nothing. */
const orNull = (water: FoundWater): FoundWater | null => (water.value > 0 ? water : null);
