import type { CheckInField } from '../../domain/check-ins/check-in-fields.ts';
import { bodyWeight } from '../format-metric.ts';
import { quoted } from '../text.ts';

type Units = 'metric' | 'us';

const feelings = ['rough', 'hard', 'so-so', 'good', 'great'];
/** "4 – good" */
const feelingChoices = feelings.map((word, i) => `${i + 1} – ${word}`);
const scale = Array.from({ length: 10 }, (_, i) => String(i + 1));
const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** "4 of 5, good" */
export const feelingWords = (feeling: number): string => `${feeling} of 5, ${feelings[feeling - 1] ?? ''}`;

/** What a field asks, in a few words. */
export function questionOf({ key, label, kind }: CheckInField, units: Units): string {
  if (label !== null) return label;
  switch (kind) {
    case 'weight':
      return units === 'us' ? 'What do you weigh, in lb?' : 'What do you weigh, in kg?';
    case 'feeling':
      return 'How did the week feel?';
    case 'photo':
      return `A photo from the ${key.slice('photo-'.length)}?`;
    default:
      return 'Anything to add?';
  }
}

/** What helps to answer it; null where the question says it all. */
export function hintOf({ kind, label, key }: CheckInField): string | null {
  switch (kind) {
    case 'feeling':
      return '1 is rough, 5 is great.';
    case 'scale':
      return '1 to 10.';
    case 'number':
      return 'A number.';
    case 'photo':
      return key.startsWith('photo-')
        ? 'Send it here as a picture. Nobody but your coach, if you let them, sees it.'
        : 'Send it here as a picture.';
    case 'text':
      return label === null ? 'What went well, what was hard, what you want to ask.' : null;
    case 'weight':
      return 'There was no weigh-in this week.';
    default:
      return null;
  }
}

/** What can be chosen, each as one short word; none where it is written. */
export function choicesOf({ kind, choices }: CheckInField): readonly string[] {
  switch (kind) {
    case 'feeling':
      return feelingChoices;
    case 'scale':
      return scale;
    case 'yes_no':
      return ['Yes', 'No'];
    case 'choice':
      return choices;
    default:
      return [];
  }
}

/** How a field is called beside its answer: "Feeling", "How was sleep?". */
export function nameOf({ key, label, kind }: Pick<CheckInField, 'key' | 'label' | 'kind'>): string {
  if (label !== null) return quoted(label, 100);
  if (kind === 'photo') return `Photo, ${key.slice('photo-'.length)}`;
  return kind === 'weight' ? 'Weight' : kind === 'feeling' ? 'Feeling' : 'Notes';
}

/** An answer in words; null for what was not answered. */
export function valueWords({ kind, value }: Pick<CheckInField, 'kind' | 'value'>, units: Units): string | null {
  if (value === undefined || value === null) return null;
  if (kind === 'photo') return 'kept';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return quoted(value, 600);
  switch (kind) {
    case 'weight':
      return bodyWeight(value, units);
    case 'feeling':
      return feelingWords(value);
    case 'scale':
      return `${value} of 10`;
    default:
      return figure.format(value);
  }
}

/** "Feeling: ", "How was sleep? ": what stands before an answer. */
export function leadOf(field: Pick<CheckInField, 'key' | 'label' | 'kind'>): string {
  const name = nameOf(field);
  return /[?!:]$/.test(name) ? `${name} ` : `${name}: `;
}
