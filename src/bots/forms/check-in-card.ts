import { Temporal } from 'temporal-polyfill';
import type { CheckIn } from '../../domain/check-ins/check-in.ts';
import { type CheckInFacts, checkInFacts } from '../../domain/check-ins/check-in-facts.ts';
import { type CheckInField, fieldsOf, isAnswered } from '../../domain/check-ins/check-in-fields.ts';
import { mondayOf } from '../../domain/check-ins/check-in-week.ts';
import type { CurrentCheckIn } from '../../domain/check-ins/current-check-in.ts';
import { count, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Button } from '../reply.ts';
import { bold, italic, lines, quoted, type Text } from '../text.ts';
import { factsLines } from './facts-lines.ts';
import { leadOf, valueWords } from './field-words.ts';

type Units = 'metric' | 'us';

/** An action of the command `checkin`. */
export const checkInAction = (input: Readonly<Record<string, unknown>>) => ({ command: 'checkin', input });

/** "2 March" */
export const weekName = (weekOf: Temporal.PlainDate): string =>
  weekOf.toLocaleString('en-GB', { day: 'numeric', month: 'long' });

/** One's own check-in as it stands, with what can be done about it next. */
export async function checkInCard(ctx: CommandContext, current: CurrentCheckIn): Promise<Answer> {
  const { weekOf, isLate, checkIn, coach } = current;
  const facts = await checkInFacts(ctx, weekOf);
  const fields = fieldsOf(checkIn, facts, checkIn?.questions ?? []);
  const units = ctx.user.unitSystem;
  const state = checkIn?.row.state ?? 'open';
  const left = fields.filter((field) => !isAnswered(field)).length;
  const isBegun = checkIn !== null && fields.some(isAnswered);
  const isReady = fields.every((field) => !field.isRequired || isAnswered(field)) && isBegun;
  const fill: Button = {
    label: state === 'submitted' || left === 0 ? 'Change' : isBegun ? 'Continue' : 'Begin',
    action: checkInAction({ do: 'fill', week: weekOf.toString() }),
  };
  const handIn: Button[] =
    state === 'open' && isReady && checkIn
      ? [{ label: 'Hand in', action: checkInAction({ do: 'hand-in', id: checkIn.row.id }) }]
      : [];
  return {
    text: lines(
      bold(`Check-in, week of ${weekName(weekOf)}`),
      stateLine(current, coach ? quoted(coach.name, 60) : null, isLate),
      ...factsLines(facts, units),
      ...answerLines(fields, units),
      checkIn?.row.coachReply
        ? [bold(`${coach ? quoted(coach.name, 60) : 'Your coach'}: `), quoted(checkIn.row.coachReply, 1500)]
        : null,
      state === 'open' && left > 0
        ? `${count(left, 'question')} ${isBegun ? 'left' : 'that the numbers cannot answer'}.`
        : null,
    ),
    buttons: state === 'reviewed' ? otherWeek(ctx, current) : [[...handIn, fill], ...otherWeek(ctx, current)],
  };
}

function stateLine({ checkIn }: CurrentCheckIn, coach: string | null, isLate: boolean): Text | null {
  const to = coach ? ` to ${coach}` : '';
  switch (checkIn?.row.state) {
    case 'submitted':
      return italic(coach ? `Handed in${to}, not answered yet.` : 'Done.');
    case 'reviewed':
      return italic(`${coach ?? 'Your coach'} has gone through it.`);
    default:
      return isLate
        ? italic('This one is late: it can be handed in until Wednesday.')
        : coach
          ? italic(`For ${coach}.`)
          : null;
  }
}

/** Early in a week the one before and the one that runs are both open. */
function otherWeek(ctx: CommandContext, { weekOf }: CurrentCheckIn): Button[][] {
  const thisWeek = mondayOf(todayOf(ctx));
  if (Temporal.PlainDate.compare(weekOf, thisWeek) >= 0) return [];
  return [[{ label: 'This week instead', action: checkInAction({ do: 'show', week: thisWeek.toString() }) }]];
}

/** What was answered, one line each; pictures in one. */
export function answerLines(fields: readonly CheckInField[], units: Units): Text[] {
  const said = fields.flatMap((field): Text[] => {
    const words = field.kind === 'photo' ? null : valueWords(field, units);
    return words === null ? [] : [[bold(leadOf(field)), words]];
  });
  const photos = fields.filter((field) => field.mediaId !== null);
  return photos.length === 0 ? said : [...said, [bold('Photos: '), photos.map((field) => shortName(field)).join(', ')]];
}

const shortName = ({ key, label }: CheckInField): string => label ?? key.slice('photo-'.length);

/** A check-in with what is known of its week and what it asks now. */
export interface Filling {
  readonly checkIn: CheckIn;
  readonly facts: CheckInFacts;
  readonly fields: CheckInField[];
}

export async function filling(ctx: CommandContext, checkIn: CheckIn): Promise<Filling> {
  const facts = await checkInFacts(ctx, checkIn.row.weekOf);
  return { checkIn, facts, fields: fieldsOf(checkIn, facts, checkIn.questions) };
}
