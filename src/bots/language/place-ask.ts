import type { Temporal } from 'temporal-polyfill';
import type { Metric } from '../../domain/body/plausible.ts';
import type { FoundInAsk } from './ask-slots.ts';
import type { Pared } from './pare-ask.ts';
import type { Period } from './recognise-period.ts';
import type { AskMeaning } from './vocabulary/ask-vocabulary.ts';

/** Body measures are asked about like weight; days and weeks by how long the time is. */
export function placedFigure(
  { about, figure }: AskMeaning,
  pared: Pared,
  found: FoundInAsk,
): Pick<AskMeaning, 'about' | 'figure'> {
  const metric = found.metric?.meaning;
  if (metric && bodyMetrics.has(metric)) return { about: 'weight', figure };
  const isMean = pared.isAverage && (figure === 'sum' || (figure === 'trend' && about !== 'weight'));
  if (about !== 'day' && about !== 'week') return { about, figure };
  const isOne = pared.period ? pared.period.isDay : about === 'day' && !isMean && figure !== 'trend';
  if (isOne) return { about: 'day', figure: figure === 'average' ? 'sum' : figure };
  return { about: 'week', figure: isMean ? 'average' : figure };
}

const bodyMetrics: ReadonlySet<Metric> = new Set<Metric>([
  'weight',
  'body-fat',
  'muscle-mass',
  'waist',
  'chest',
  'hips',
  'neck',
  'arm',
  'thigh',
  'calf',
]);

/** What is planned "this week" is planned for all of it; of anything else only what has begun counts. */
export function saidPeriod(
  { about }: Pick<AskMeaning, 'about'>,
  { period }: Pared,
  today: Temporal.PlainDate,
): Period | null {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const isThisWeek = period && !period.isDay && period.from?.equals(monday) && period.to.equals(today);
  return about === 'plan' && isThisWeek ? { ...period, to: monday.add({ days: 6 }) } : period;
}

/** The days meant where none were named; null: all there are. */
export function usualPeriod(
  { about, figure }: Pick<AskMeaning, 'about' | 'figure'>,
  meaning: AskMeaning,
  found: FoundInAsk,
  today: Temporal.PlainDate,
): Period | null {
  const last = (days: number): Period => ({ from: today.subtract({ days: days - 1 }), to: today, isDay: days === 1 });
  switch (about) {
    case 'day':
    case 'remaining':
    case 'plan':
      return figure === 'last' || figure === 'highest' || figure === 'lowest' ? null : last(1);
    case 'week':
      if (figure === 'highest' || figure === 'lowest') return null;
      if (figure === 'trend' || meaning.figure === 'trend') return last(30);
      return figure === 'overview' ? last(today.dayOfWeek) : last(7);
    case 'weight':
      return figure === 'trend' || figure === 'average' ? last(30) : null;
    case 'food':
      return figure === 'times' ? last(30) : figure === 'amount' ? last(1) : null;
    case 'workouts':
      if (figure === 'last' || figure === 'trend') return null;
      return figure === 'times' ? last(30) : last(7);
    case 'why':
      return figure === 'change' ? last(found.nutrient ? today.dayOfWeek : 30) : null;
    default:
      return null;
  }
}
