import type { DoubtfulWeight } from '../domain/body/doubt-weight.ts';
import type { MeasurementInput } from '../domain/body/log-measurements.ts';
import { metricName } from '../domain/body/metric-name.ts';
import { isPossible, plausible } from '../domain/body/plausible.ts';
import { capital } from './format.ts';
import { bodyWeight, metricFigure, metricLine } from './format-metric.ts';
import { isKeptFrom, type Reader } from './gentle.ts';
import type { MetricsQuestion } from './language/read-metrics.ts';

type Units = 'metric' | 'us';

/** A question about figures in words, and what each answer records. Without choices it is a sentence on what is wrong. */
export interface AskedMetrics {
  readonly text: string;
  readonly choices: readonly { readonly label: string; readonly metrics: readonly MeasurementInput[] }[];
}

/** What to ask about figures that could not be read for certain. */
export function askMetrics({ about, doubtful, choices }: MetricsQuestion, reader: Reader): AskedMetrics {
  const units = reader.unitSystem;
  const [first] = doubtful;
  const metrics = new Set(choices.map(({ meant }) => meant.metric));
  const asked = choices.map((choice) => ({
    label: about === 'meaning' ? metricLine(choice.meant, reader) : shortFigure(choice.meant, reader),
    metrics: choice.metrics,
  }));
  if (!first || choices.length === 0)
    return { text: doubtful.map((one) => wrong(one, reader)).join('\n'), choices: [] };
  const name = metricName(first.metric);
  if (about === 'unit') {
    const text = first.metric === 'water' ? 'Glasses or litres?' : `In which unit is that ${name}?`;
    return { text, choices: asked };
  }
  if (about === 'meaning') {
    if (metrics.size > 1) return { text: 'What was that about?', choices: asked };
    return { text: first.metric === 'water' ? 'Was that water?' : `Is that your ${name}?`, choices: asked };
  }
  const isPossibleAsSaid = isPossible(first.metric, first.value, first.value2);
  if (isKeptFrom(reader, first.metric)) {
    const [asSaid] = choices.filter(({ meant }) => meant.value === first.value);
    return asSaid && isPossibleAsSaid
      ? { text: `That ${name} is an unusual one. Is it right as you wrote it?`, choices: [{ label: 'Yes', ...asSaid }] }
      : { text: wrong(first, reader), choices: [] };
  }
  const said = typedFigure(first, units);
  const meant = asked.map(({ label }) => label).join(' or ');
  if (plausible[first.metric].unit === null)
    return { text: `${capital(name)} is a whole number from 1 to 10. ${meant}?`, choices: asked };
  const text = isPossibleAsSaid
    ? `I read ${name} ${said}. Is that right?`
    : `I read ${name} ${said}, which cannot be right. Did you mean ${meant}?`;
  return { text, choices: asked };
}

/** What to ask about a weight far from the last one. */
export function askDoubtfulWeight(
  { index, last, likely }: DoubtfulWeight,
  inputs: readonly MeasurementInput[],
  { unitSystem: units, isGentle }: Reader,
): AskedMetrics {
  const said = inputs[index];
  if (!said) return { text: '', choices: [] };
  if (isGentle)
    return {
      text: 'That is far from your last weight. Is it right as you wrote it? If not, write it again.',
      choices: [{ label: 'Yes', metrics: inputs }],
    };
  const apart = bodyWeight(Math.abs(said.value - last.kg), units);
  const direction = said.value > last.kg ? 'more' : 'less';
  const asSaid = typedFigure(said, units);
  const label = likely && typedFigure(likely, units);
  return {
    text: `${asSaid} is ${apart} ${direction} than your last weight. ${label ? `Did you mean ${label}?` : 'Is it right?'}`,
    choices: [
      ...(likely && label ? [{ label, metrics: inputs.map((one, i) => (i === index ? likely : one)) }] : []),
      { label: `Yes, ${asSaid}`, metrics: inputs },
    ],
  };
}

/** The figure as typed, its unit spelled out: "34 in", "7", "2 glasses", "120/80 mmHg". */
function typedFigure(one: MeasurementInput, units: Units): string {
  const { metric, typed } = one;
  const { unit } = plausible[metric];
  if (unit === 'kg') return `${typed.value} ${typed.unit ?? (units === 'us' ? 'lb' : 'kg')}`;
  if (unit === 'cm') return `${typed.value} ${typed.unit ?? (units === 'us' ? 'in' : 'cm')}`;
  return unit === null ? String(one.value) : metricFigure(one, units);
}

/** Of what is kept back the unit alone, which is what tells such choices apart. */
const shortFigure = (one: MeasurementInput, reader: Reader): string =>
  isKeptFrom(reader, one.metric)
    ? (one.typed.unit ?? plausible[one.metric].unit ?? '')
    : typedFigure(one, reader.unitSystem);

function wrong(one: MeasurementInput, reader: Reader): string {
  const name = capital(metricName(one.metric));
  if (isKeptFrom(reader, one.metric))
    return `That ${metricName(one.metric)} cannot be right, so I kept nothing. Write it again.`;
  if (plausible[one.metric].unit === null) return `${name} goes from 1 to 10, so I kept nothing. Which is it?`;
  return `${name} ${typedFigure(one, 'metric')} cannot be right, so I kept nothing. Write it again with the figure you meant.`;
}
