import { ComponentType, TextInputStyle } from 'discord.js';
import type { FormField, OutgoingForm } from '../forms/form.ts';

const maxTitle = 45;
const maxHint = 100;
const maxTyped = 1500;
const maxChoice = 100;

/** A form as Discord's API takes it. */
export const toModalBody = ({ id, title, fields }: OutgoingForm) => ({
  custom_id: id,
  title: cut(title, maxTitle),
  components: fields.map((field) => ({
    type: ComponentType.Label,
    label: cut(field.label, maxTitle),
    ...describedBy(field),
    component: field.kind === 'choice' ? toSelect(field) : toInput(field),
  })),
});

/** A question that is longer than a label stands below it in full. */
function describedBy({ label, hint }: FormField): { description?: string } {
  const description = [...label].length > maxTitle ? label : hint;
  return description === null ? {} : { description: cut(description, maxHint) };
}

const toInput = ({ key, kind, value, isRequired }: FormField) => ({
  type: ComponentType.TextInput,
  custom_id: key,
  style: kind === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
  required: isRequired,
  max_length: kind === 'line' ? maxHint : maxTyped,
  ...(value === null ? {} : { value: value.slice(0, kind === 'line' ? maxHint : maxTyped) }),
});

const toSelect = ({ key, choices, value, isRequired }: FormField) => ({
  type: ComponentType.StringSelect,
  custom_id: key,
  required: isRequired,
  min_values: isRequired ? 1 : 0,
  max_values: 1,
  options: choices.map((choice) => ({
    label: cut(choice, maxChoice),
    value: cut(choice, maxChoice),
    default: choice === value,
  })),
});

const cut = (text: string, max: number): string => {
  const points = [...text];
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`;
};
