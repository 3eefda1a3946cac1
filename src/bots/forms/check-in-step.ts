import type { CheckIn } from '../../domain/check-ins/check-in.ts';
import type { CheckInField } from '../../domain/check-ins/check-in-fields.ts';
import { dropSteps } from '../../domain/check-ins/drop-steps.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Button } from '../reply.ts';
import { bold, italic, lines, type Text } from '../text.ts';
import { checkInAction, weekName } from './check-in-card.ts';
import { choicesOf, hintOf, questionOf, valueWords } from './field-words.ts';

/** What a step of a check-in is called among the questions that are open. */
export const stepAbout = 'check-in';

/** Which step: of which check-in, and whether all of it is gone through anew or only what is left. */
export interface Step {
  readonly id: number;
  readonly key: string;
  readonly isAll: boolean;
}

/** Kept with the question: no words of a person's read like it. */
const stepTemplate = ({ id, key, isAll }: Step): string => `/checkin :step ${id} ${isAll ? 'all' : 'left'} ${key}`;

export function readStep(template: string | null): Step | null {
  const [, id, which, key] = /^\/checkin :step (\d+) (all|left) (\S+)$/.exec(template ?? '') ?? [];
  return id && key ? { id: Number(id), key, isAll: which === 'all' } : null;
}

const perRow = 5;

/** Asks one question of a check-in: by buttons where it can be chosen, by words or a picture otherwise. */
export async function askStep(
  ctx: CommandContext,
  { row }: CheckIn,
  fields: readonly CheckInField[],
  field: CheckInField,
  isAll: boolean,
  note: Text | null = null,
): Promise<Answer> {
  await dropSteps(ctx, stepAbout);
  const step = { id: row.id, key: field.key, isAll };
  const units = ctx.user.unitSystem;
  const place = fields.indexOf(field);
  const before = fields[place - 1];
  const answer = (label: string): Button => ({
    label: field.kind === 'feeling' ? label.slice(0, 1) : label,
    action: checkInAction({ do: 'answer', ...step, text: label }),
  });
  const choices = choicesOf(field);
  const inRows = field.kind === 'choice' ? 2 : perRow;
  const rows = Array.from({ length: Math.ceil(choices.length / inRows) }, (_, i) =>
    choices.slice(i * inRows, (i + 1) * inRows).map(answer),
  );
  const known = valueWords(field, units);
  const more: Button[] = [
    ...(field.isRequired && known === null
      ? []
      : [{ label: known === null ? 'Skip' : 'Keep', action: checkInAction({ do: 'skip', ...step }) }]),
    ...(before ? [{ label: 'Back', action: checkInAction({ do: 'step', ...step, key: before.key }) }] : []),
    { label: 'Later', action: checkInAction({ do: 'later', id: row.id }) },
  ];
  return {
    text: lines(
      note,
      [bold(`Check-in, week of ${weekName(row.weekOf)}`), ` · ${place + 1} of ${fields.length}`],
      questionOf(field, units),
      hintLine(field),
      known === null ? null : italic(`Now: ${known}`),
    ),
    buttons: [...rows.slice(0, 4), more],
    question: { about: stepAbout, choices: [], template: stepTemplate(step) },
  };
}

function hintLine(field: CheckInField): Text | null {
  const hint = hintOf(field);
  return hint === null ? null : italic(hint);
}

/** What comes after a field: the next, or only the next that is not answered; null at the end. */
export function fieldAfter(fields: readonly CheckInField[], key: string | null, isAll: boolean): CheckInField | null {
  const from = key === null ? 0 : fields.findIndex((field) => field.key === key) + 1;
  return fields.slice(from).find((field) => isAll || field.value === undefined) ?? null;
}
