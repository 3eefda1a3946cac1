import { changeable } from '../../domain/check-ins/answer-check-in.ts';
import type { CheckInField } from '../../domain/check-ins/check-in-fields.ts';
import { dropSteps } from '../../domain/check-ins/drop-steps.ts';
import { type HandedIn, handInCheckIn } from '../../domain/check-ins/hand-in.ts';
import { findPartner, forPartner, ownName } from '../../domain/check-ins/partner.ts';
import type { Answer, CommandContext } from '../command.ts';
import { handedInNotice } from '../notices/check-in.ts';
import type { Button } from '../reply.ts';
import { owe } from '../speak.ts';
import { bold, italic, lines, quoted, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { answerLines, checkInAction, type Filling, filling, weekName } from './check-in-card.ts';
import { askStep, stepAbout } from './check-in-step.ts';
import { questionOf } from './field-words.ts';

/** All that was said, before it is handed in. */
export async function summary(
  ctx: CommandContext,
  { checkIn, fields }: Filling,
  note: Text | null = null,
): Promise<Answer> {
  await dropSteps(ctx, stepAbout);
  const { id, weekOf, state } = checkIn.row;
  const coach = await findPartner(ctx, null);
  const change: Button = { label: 'Change', action: checkInAction({ do: 'fill', week: weekOf.toString() }) };
  const handIn: Button = { label: 'Hand in', action: checkInAction({ do: 'hand-in', id }) };
  const missing = missingLine(ctx, fields);
  const isOpen = state === 'open';
  return {
    text: lines(
      note,
      bold(`Check-in, week of ${weekName(weekOf)}`),
      ...answerLines(fields, ctx.user.unitSystem),
      missing ??
        (isOpen ? (coach ? `Ready for ${quoted(coach.name, 60)}.` : 'Ready.') : italic('Changed. It stays handed in.')),
    ),
    buttons: [isOpen && !missing ? [handIn, change] : [change]],
  };
}

function missingLine(ctx: CommandContext, fields: readonly CheckInField[]): Text | null {
  const missing = fields.filter((field) => field.isRequired && (field.value === undefined || field.value === null));
  if (missing.length === 0) return null;
  return `Still needed: ${missing.map((field) => quoted(questionOf(field, ctx.user.unitSystem), 100)).join(' · ')}`;
}

/** Hands it in, and tells the coach. */
export async function handIn(ctx: CommandContext, id: number): Promise<Answer> {
  await dropSteps(ctx, stepAbout);
  const handed: HandedIn = await handInCheckIn(ctx, id);
  if ('missing' in handed) {
    const [first] = handed.missing;
    const { checkIn, fields } = await filling(ctx, await changeable(ctx, id));
    const field = fields.find(({ key }) => key === first?.key);
    return field
      ? askStep(ctx, checkIn, fields, field, false, 'This one is needed before it can go.')
      : summary(ctx, await filling(ctx, checkIn));
  }
  const { checkIn, actionId, isLate, isAgain } = handed;
  const coach = checkIn.row.coachId === null ? null : await findPartner(ctx, checkIn.row.coachId);
  const name = await ownName(ctx);
  const notified =
    coach && !isAgain
      ? await forPartner(ctx, coach.id, (person) => owe(person, handedInNotice(checkIn.row, name, isLate)))
      : null;
  const told = coach ? ` ${quoted(coach.name, 60)} has it now.` : '';
  return {
    text: lines(
      [bold(`Check-in, week of ${weekName(checkIn.row.weekOf)}`), ` handed in${isLate ? ', late' : ''}.${told}`],
      coach ? 'You can change it until it is answered.' : null,
    ),
    buttons: [
      [
        { label: 'Change', action: checkInAction({ do: 'fill', week: checkIn.row.weekOf.toString() }) },
        undoButton(actionId),
      ],
    ],
    ...(notified === null ? {} : { notifies: [notified] }),
  };
}
