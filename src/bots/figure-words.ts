import type { Figure } from '../domain/progress/statistics.ts';

type Units = 'metric' | 'us';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** What a figure counts, one of it and several. Distances, loads and times are said in the person's own units. */
const words: Readonly<Record<Figure, readonly [one: string, several: string]>> = {
  'meals-logged': ['meal logged', 'meals logged'],
  'days-logged': ['day logged', 'days logged'],
  'three-meal-days': ['day with three meals', 'days with three meals'],
  'breakfasts-logged': ['breakfast logged', 'breakfasts logged'],
  'protein-target-days': ['day of enough protein', 'days of enough protein'],
  'fiber-target-days': ['day of enough fibre', 'days of enough fibre'],
  'water-target-days': ['day of enough water', 'days of enough water'],
  'all-target-days': ['day of enough protein, fibre and water', 'days of enough protein, fibre and water'],
  'different-foods': ['food', 'different foods'],
  'own-recipes': ['recipe of your own', 'recipes of your own'],
  'logging-streak-days': ['day logged in a row', 'days logged in a row'],
  'training-streak-weeks': ['week of training in a row', 'weeks of training in a row'],
  'check-in-streak-weeks': ['weekly check-in in a row', 'weekly check-ins in a row'],
  'workouts-logged': ['workout', 'workouts'],
  'planned-workouts-done': ['planned workout done', 'planned workouts done'],
  'dawn-workouts': ['workout at dawn', 'workouts at dawn'],
  'sets-done': ['set done', 'sets done'],
  'reps-done': ['repetition', 'repetitions'],
  'volume-kg': ['lifted', 'lifted'],
  'personal-records': ['personal record', 'personal records'],
  'exercises-tried': ['exercise tried', 'exercises tried'],
  'training-min': ['hour of training', 'hours of training'],
  'distance-m': ['covered', 'covered'],
  'longest-distance-m': ['in one go', 'in one go'],
  'weigh-ins': ['day with a weigh-in', 'days with a weigh-in'],
  'weigh-in-weeks': ['week with a weigh-in', 'weeks with a weigh-in'],
  'trend-days': ['day with a trend', 'days with a trend'],
  'check-ins': ['check-in', 'check-ins'],
  'coaching-sessions': ['coaching session', 'coaching sessions'],
  'goals-reached': ['goal reached', 'goals reached'],
  'goal-steps-reached': ['step towards a goal', 'steps towards a goal'],
  'days-together': ['day together', 'days together'],
  'steps-taken': ['step', 'steps'],
  'wellbeing-days': ['day you said how you felt', 'days you said how you felt'],
  'nights-logged': ['night logged', 'nights logged'],
};

interface Scale {
  readonly per: number;
  readonly unit: string;
  readonly number: Intl.NumberFormat;
  /** Shown in steps of this. */
  readonly step: number;
}

const counted: Scale = { per: 1, unit: '', number: whole, step: 1 };
const hours: Scale = { per: 60, unit: '', number: whole, step: 1 };

function scaleOf(figure: Figure, units: Units): Scale {
  if (figure === 'training-min') return hours;
  if (figure === 'volume-kg')
    return units === 'us'
      ? { per: 0.45359237, unit: ' lb', number: whole, step: 1 }
      : { per: 1, unit: ' kg', number: whole, step: 1 };
  if (figure === 'distance-m' || figure === 'longest-distance-m')
    return units === 'us'
      ? { per: 1609.344, unit: ' mi', number: short, step: 0.1 }
      : { per: 1000, unit: ' km', number: short, step: 0.1 };
  return counted;
}

/** So much of a figure: "30 days logged", "6,000 kg lifted", "42.2 km covered", "100 hours of training". */
export function figureText(figure: Figure, value: number, units: Units): string {
  const { per, unit, number } = scaleOf(figure, units);
  return `${number.format(value / per)}${unit} ${nounOf(figure, value / per)}`;
}

/** How far to somewhere, never rounded up to it: "18 of 30 days logged", "31.4 of 42.2 km covered". */
export function progressText(figure: Figure, reached: number, threshold: number, units: Units): string {
  const { per, unit, number, step } = scaleOf(figure, units);
  const done = Math.floor(reached / per / step) * step;
  return `${number.format(done)} of ${number.format(threshold / per)}${unit} ${nounOf(figure, threshold / per)}`;
}

const nounOf = (figure: Figure, count: number): string => words[figure][count === 1 ? 0 : 1];
