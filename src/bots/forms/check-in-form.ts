import type { CheckIn } from '../../domain/check-ins/check-in.ts';
import type { CheckInField } from '../../domain/check-ins/check-in-fields.ts';
import { checkInAction, weekName } from './check-in-card.ts';
import { choicesOf, hintOf, questionOf, valueWords } from './field-words.ts';
import { type Form, type FormField, mostFields } from './form.ts';

type Units = 'metric' | 'us';

/** What of a check-in a form asks; pictures are sent in the chat. */
export const writable = (fields: readonly CheckInField[]): CheckInField[] =>
  fields.filter(({ kind }) => kind !== 'photo');

/**
 * As much of a check-in as fits into a form, from the field `from` on, with what was answered before. A field is named
 * and not counted: what is asked may be less by the next form.
 */
export function checkInForm({ row }: CheckIn, fields: readonly CheckInField[], from: string, units: Units): Form {
  const asked = writable(fields);
  const start = Math.max(
    asked.findIndex(({ key }) => key === from),
    0,
  );
  const shown = asked.slice(start, start + mostFields);
  return {
    title: `Check-in, week of ${weekName(row.weekOf)}`,
    fields: shown.map((field) => formField(field, units)),
    action: checkInAction({ do: 'fields', id: row.id, from, last: shown.at(-1)?.key ?? from }),
  };
}

/** Where the next form begins; null where there is none. */
export function nextForm(fields: readonly CheckInField[], last: string): string | null {
  const asked = writable(fields);
  const place = asked.findIndex(({ key }) => key === last);
  return place === -1 ? null : (asked[place + 1]?.key ?? null);
}

function formField(field: CheckInField, units: Units): FormField {
  const choices = choicesOf(field);
  return {
    key: field.key,
    label: questionOf(field, units),
    hint: hintOf(field),
    kind: choices.length > 0 ? 'choice' : field.kind === 'text' ? 'paragraph' : 'line',
    choices,
    value: standing(field, choices, units),
    isRequired: field.isRequired,
  };
}

/** What stands in a field already, as it would be typed or chosen. */
function standing(field: CheckInField, choices: readonly string[], units: Units): string | null {
  const { kind, value } = field;
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (kind === 'feeling' && typeof value === 'number') return choices[value - 1] ?? null;
  return kind === 'weight' ? valueWords(field, units) : String(value);
}
