import { type FoundValue, foundValue, numberAt } from './found-value.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseSpokenHundreds } from './recognise-said-number.ts';

export const kgPerLb = 0.45359237;
const lbPerStone = 14;

/** A mass of a body, in kg: "82,4", "82.4kg", "180 lbs", "12st 7lb", "12 stone 7". A bare figure is in the person's unit. */
export function recogniseBodyMass(line: Line, at: number, units: 'metric' | 'us'): FoundValue | null {
  const number = recogniseSpokenHundreds(line, at) ?? numberAt(line, at);
  if (!number) return null;
  const stones = stonesAt(line, number.value, number.end);
  if (stones) return stones;
  const unit = phraseAt(line.language.metrics.masses, line.tokens, number.end);
  const meant = unit?.meaning ?? (units === 'us' ? 'lb' : 'kg');
  if (meant === 'st') return null;
  const kg = meant === 'lb' ? number.value * kgPerLb : number.value;
  return foundValue(kg, number.value, unit ? meant : null, unit?.end ?? number.end);
}

function stonesAt(line: Line, stones: number, end: number): FoundValue | null {
  const { masses } = line.language.metrics;
  const glued = /^st(?:one)?(\d{1,2})(?:lbs?)?$/.exec(wordAt(line, end));
  if (glued) {
    const unit = phraseAt(masses, line.tokens, end + 1);
    return inStones(stones, Number(glued[1]), unit?.meaning === 'lb' ? unit.end : end + 1);
  }
  const unit = phraseAt(masses, line.tokens, end);
  if (unit?.meaning !== 'st') return null;
  const pounds = line.tokens[unit.end];
  if (pounds?.kind !== 'number' || pounds.value === null || pounds.value >= lbPerStone)
    return inStones(stones, 0, unit.end);
  const after = phraseAt(masses, line.tokens, unit.end + 1);
  return inStones(stones, pounds.value, after?.meaning === 'lb' ? after.end : unit.end + 1);
}

const inStones = (stones: number, pounds: number, end: number): FoundValue =>
  foundValue((stones * lbPerStone + pounds) * kgPerLb, stones + pounds / lbPerStone, 'st', end);
