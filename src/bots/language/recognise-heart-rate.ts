import { type FoundValue, foundValue, numberAt } from './found-value.ts';
import type { Line } from './line.ts';
import { phraseAt } from './phrases.ts';

/** A heart rate in beats a minute: "58", "58 bpm". */
export function recogniseHeartRate(line: Line, at: number): FoundValue | null {
  const number = numberAt(line, at);
  if (!number) return null;
  const unit = phraseAt(line.language.metrics.beats, line.tokens, number.end);
  return foundValue(number.value, number.value, unit ? 'bpm' : null, unit?.end ?? number.end);
}
