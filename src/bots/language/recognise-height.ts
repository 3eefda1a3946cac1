import { exact } from './found-value.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { cmPerInch } from './recognise-body-length.ts';
import { recogniseNumber } from './recognise-number.ts';

export interface FoundHeight extends Span {
  readonly heightCm: number;
  /** Whether a unit was said, or "tall". */
  readonly isSaid: boolean;
}

const inchesPerFoot = 12;
/** Bare figures up to these count metres, and feet. */
const most = { metres: 2.5, feet: 8 };

/**
 * A person's height: "180 cm", "1.80 m", "1m80", "5'11", "5 ft 11 in", "71 inches"; a bare "180", "1.80" or "71" is left
 * to whoever asked for a height (`isSaid` false), in the person's unit.
 */
export function recogniseHeight(line: Line, at: number, units: 'metric' | 'us'): FoundHeight | null {
  const number = recogniseNumber(line, at);
  if (!number) return null;
  const found =
    imperial(line, number.value, number.end) ?? metric(line, number.value, number.end) ?? bare(number, units);
  const tall = phraseAt(line.language.profile.tall, line.tokens, found.end);
  return { ...found, heightCm: exact(found.heightCm), ...(tall ? { end: tall.end, isSaid: true } : {}) };
}

function imperial(line: Line, value: number, end: number): FoundHeight | null {
  const { profile, metrics } = line.language;
  const glued = profile.gluedInches.exec(wordAt(line, end));
  const feet = glued ? null : phraseAt(profile.feet, line.tokens, end);
  if (!glued && !feet) {
    const inches = phraseAt(metrics.lengths, line.tokens, end);
    return inches?.meaning === 'in' ? { heightCm: value * cmPerInch, end: inches.end, isSaid: true } : null;
  }
  const more = feet && recogniseNumber(line, feet.end);
  const inches = glued ? Number(glued[1]) : more && more.value < inchesPerFoot ? more.value : null;
  const after = glued ? end + 1 : inches === null ? (feet?.end ?? end) : (more?.end ?? end);
  const unit = inches === null ? null : phraseAt(metrics.lengths, line.tokens, after);
  const last = unit?.meaning === 'in' ? unit.end : after;
  return { heightCm: (value * inchesPerFoot + (inches ?? 0)) * cmPerInch, end: last, isSaid: true };
}

function metric(line: Line, value: number, end: number): FoundHeight | null {
  const { profile, metrics } = line.language;
  const glued = profile.gluedCm.exec(wordAt(line, end));
  if (glued) return { heightCm: value * 100 + Number(glued[1]), end: end + 1, isSaid: true };
  const cm = phraseAt(metrics.lengths, line.tokens, end);
  if (cm?.meaning === 'cm') return { heightCm: value, end: cm.end, isSaid: true };
  const metres = phraseAt(profile.metres, line.tokens, end);
  if (!metres) return null;
  // "1 m 80": two digits after the metres are centimetres.
  const more = /^\d{2}$/.test(wordAt(line, metres.end)) ? Number(wordAt(line, metres.end)) : null;
  const after = more === null ? null : phraseAt(metrics.lengths, line.tokens, metres.end + 1);
  const last = more === null ? metres.end : after?.meaning === 'cm' ? after.end : metres.end + 1;
  return { heightCm: value * 100 + (more ?? 0), end: last, isSaid: true };
}

function bare({ value, end }: { value: number; end: number }, units: 'metric' | 'us'): FoundHeight {
  if (value <= most.metres) return { heightCm: value * 100, end, isSaid: false };
  if (units === 'us' && value <= most.feet) return { heightCm: value * inchesPerFoot * cmPerInch, end, isSaid: false };
  // Nobody of a size to be here measures 84 cm, so a small figure of somebody who reads pounds counts inches.
  return { heightCm: units === 'us' && value < 90 ? value * cmPerInch : value, end, isSaid: false };
}
