import { isPossible, isUsual, plausible } from '../../domain/body/plausible.ts';
import { exact, type FoundValue } from './found-value.ts';
import type { ListedMetric } from './list-metrics.ts';
import type { MetricsGiven, MetricsQuestion, MetricsReading, ReadMetric } from './read-metrics.ts';
import { cmPerInch } from './recognise-body-length.ts';
import { kgPerLb } from './recognise-body-mass.ts';

/** What a doubtful figure may be instead. */
type Meant = Pick<FoundValue, 'value' | 'value2' | 'typed'> & Pick<ListedMetric, 'metric'>;

/** A bare weight this near to the last one is no surprise. */
const nearLast = 0.15;
/** With its decimals, one this near is a weight; and so is one whose point was left out or misplaced. */
const veryNearLast = 0.03;
/** Fewer digits may count anything. */
const fewestSlippedDigits = 3;
/** A bare figure of water up to this may count litres. */
const mostLitres = 5;

/** What was listed, as it is recorded, or what must be asked first; null where a guess is not likely enough to ask. */
export function judgeMetrics(
  listed: readonly ListedMetric[],
  given: MetricsGiven,
): MetricsReading | MetricsQuestion | null {
  const guess = listed.find((one) => one.by === 'guess' && !isWeighIn(one, given));
  if (guess?.metric === 'water' && listed.length > 1) return null;
  const slips = guess && listed.length === 1 ? slipsOf(guess, given) : [];
  if (guess && slips.length > 0) return question('amount', [guess], slips, listed);
  const guesses = guess ? guessesOf(guess, listed.length > 1, given) : [];
  if (guess && guesses.length === 0) return null;
  const doubtful = listed.filter((one) => one !== guess && isDoubtful(one, given));
  const [first] = doubtful;
  if (guess && !first) return question('meaning', [guess], guesses, listed);
  if (!first) return { kind: 'metrics', metrics: listed.map(readOf) };
  // Two doubts at once are not worth two questions: they write it again.
  if (guess || doubtful.length > 1) return question('amount', doubtful, [], listed);
  const meant = [
    ...(isPossible(first.metric, first.value, first.value2) ? [asSaid(first, given)] : []),
    ...othersOf(first, given),
  ];
  const isUnit =
    plausible[first.metric].unit !== 'count' &&
    meant.length > 1 &&
    meant.every(({ typed }) => typed.value === first.typed.value);
  return question(isUnit ? 'unit' : 'amount', [first], meant, listed);
}

function question(
  about: MetricsQuestion['about'],
  doubtful: readonly ListedMetric[],
  meant: readonly Meant[],
  listed: readonly ListedMetric[],
): MetricsQuestion {
  const [asked] = doubtful;
  const choices = meant.map((one) => {
    const metrics = listed.map((each) => readOf(each === asked ? { ...each, ...one } : each));
    return { meant: metrics[asked ? listed.indexOf(asked) : 0], metrics };
  });
  return {
    kind: 'question',
    about,
    doubtful: doubtful.map(readOf),
    choices: choices.flatMap(({ meant: one, metrics }) => (one ? [{ meant: one, metrics }] : [])),
  };
}

const readOf = ({ metric, value, value2, typed, placed }: ListedMetric): ReadMetric => ({
  metric,
  value,
  value2,
  typed,
  day: placed.day,
  isDaySaid: placed.isDaySaid,
});

/** What a figure without a name may be, the likeliest first. */
function guessesOf(guess: ListedMetric, hasCompany: boolean, given: MetricsGiven): Meant[] {
  if (guess.metric === 'mood') return [guess, { ...guess, metric: 'energy' as const }].filter(isMeantPossible);
  if (guess.metric !== 'weight') return isMeantPossible(guess) ? [guess] : [];
  const both = [asSaid(guess, given), inOtherUnit(guess, given)];
  const { lastWeightKg } = given;
  if (lastWeightKg) return both.filter(({ value }) => isNear(value, lastWeightKg));
  // A whole number alone may count anything.
  const isOpen = Number.isInteger(guess.typed.value) && !guess.placed.isDaySaid && !hasCompany;
  return isOpen || !isUsual('weight', guess.value) ? [] : both.filter(({ value }) => isUsual('weight', value));
}

/** "82.1" from somebody who weighed 82.4 last says what they weigh. */
function isWeighIn({ metric, value, typed }: ListedMetric, { lastWeightKg }: MetricsGiven): boolean {
  return (
    metric === 'weight' && !Number.isInteger(typed.value) && !!lastWeightKg && isNear(value, lastWeightKg, veryNearLast)
  );
}

/** "8.21" or "821" from somebody who weighed 82.4 last: the point is in the wrong place. */
function slipsOf(guess: ListedMetric, given: MetricsGiven): Meant[] {
  const { lastWeightKg } = given;
  const digits = String(guess.typed.value).replace('.', '').length;
  if (guess.metric !== 'weight' || !lastWeightKg || digits < fewestSlippedDigits) return [];
  return shifted(guess, given).filter(({ value }) => isNear(value, lastWeightKg, veryNearLast));
}

const isMeantPossible = ({ metric, value, value2 }: Meant): boolean => isPossible(metric, value, value2);
const isNear = (value: number, last: number, share = nearLast): boolean => Math.abs(value - last) <= last * share;

/** Whether a figure has to be asked about: no person has it, or hardly anybody, and its unit was left to us. */
function isDoubtful(one: ListedMetric, given: MetricsGiven): boolean {
  const { metric, value, value2, typed } = one;
  if (!isPossible(metric, value, value2)) return true;
  if (typed.unit !== null) return false;
  if (metric === 'water') return othersOf(one, given).length > 0;
  if (isUsual(metric, value)) return false;
  if (metric === 'weight' && given.lastWeightKg && isNear(value, given.lastWeightKg)) return false;
  return value < plausible[metric].usual[0] || othersOf(one, given).length > 0;
}

/** Other things that figure may mean: the other unit, a point left out or misplaced, minutes, thousands, a whole rating. */
function othersOf(one: ListedMetric, given: MetricsGiven): Meant[] {
  const { metric, value, typed } = one;
  const others = ((): Meant[] => {
    switch (plausible[metric].unit) {
      case 'kg':
      case 'cm':
        return [...(typed.unit === null ? [inOtherUnit(one, given)] : []), ...shifted(one, given)];
      case '%':
        return value >= 100 ? shifted(one, given, [0.1]) : [];
      case 'mmHg':
        return shifted(one, given, [10]);
      case 'h':
        return typed.unit === null ? [{ ...one, value: exact(value / 60), typed: { value, unit: 'min' } }] : [];
      case 'count':
        return typed.unit === null ? [{ ...times(one, 1000, 'k'), typed: { value, unit: 'k' } }] : [];
      case 'ml':
        return typed.unit === null && typed.value <= mostLitres
          ? [{ ...one, value: typed.value * 1000, typed: { value: typed.value, unit: 'l' } }]
          : [];
      case null:
        return Number.isInteger(value)
          ? []
          : [Math.floor(value), Math.ceil(value)].map((whole) => ({
              ...one,
              value: whole,
              typed: { value: whole, unit: '/10' },
            }));
      default:
        return [];
    }
  })();
  return others.filter((other) => isMeantPossible(other) && isUsual(metric, other.value));
}

const times = ({ metric, value, value2, typed }: ListedMetric, factor: number, unit: string | null): Meant => ({
  metric,
  value: exact(value * factor),
  value2: value2 === null ? null : exact(value2 * factor),
  typed: { value: exact(typed.value * factor), unit },
});

/** The same digits with the point elsewhere. */
const shifted = (one: ListedMetric, given: MetricsGiven, factors = [0.1, 10]): Meant[] =>
  factors.map((factor) => times(one, factor, unitOf(one, given)));

/** The figure as said, its unit spelled out. */
const asSaid = (one: ListedMetric, given: MetricsGiven): Meant => ({
  ...one,
  typed: { value: one.typed.value, unit: unitOf(one, given) },
});

function unitOf({ metric, typed }: ListedMetric, { units }: MetricsGiven): string | null {
  if (typed.unit !== null) return typed.unit;
  switch (plausible[metric].unit) {
    case 'kg':
      return units === 'us' ? 'lb' : 'kg';
    case 'cm':
      return units === 'us' ? 'in' : 'cm';
    case 'ml':
      return 'glass';
    case 'count':
      return null;
    default:
      return plausible[metric].unit;
  }
}

/** The same numeral in pounds instead of kilograms, in inches instead of centimetres, and the reverse. */
function inOtherUnit({ metric, typed }: ListedMetric, { units }: MetricsGiven): Meant {
  const isMass = plausible[metric].unit === 'kg';
  const size = isMass ? kgPerLb : cmPerInch;
  const isCanonical = units === 'us';
  return {
    metric,
    value: isCanonical ? typed.value : exact(typed.value * size),
    value2: null,
    typed: { value: typed.value, unit: isMass ? (isCanonical ? 'kg' : 'lb') : isCanonical ? 'cm' : 'in' },
  };
}
