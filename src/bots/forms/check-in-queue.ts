import { checkInQueue, type WaitingCheckIn } from '../../domain/check-ins/check-in-queue.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Button } from '../reply.ts';
import { bold, italic, lines, quoted, type Text } from '../text.ts';
import { weekName } from './check-in-card.ts';

/** An action of the command `checkins`. */
export const reviewAction = (input: Readonly<Record<string, unknown>>) => ({ command: 'checkins', input });

const mostListed = 10;
const perRow = 3;

/** The coach's queue: at risk first, then the oldest. */
export async function queueCard(ctx: CommandContext): Promise<Answer> {
  const { waiting, medianHours } = await checkInQueue(ctx);
  const pace = medianHours === null ? null : italic(`Half of your answers come within ${hoursWords(medianHours)}.`);
  if (waiting.length === 0) return { text: lines('No check-in is waiting for you.', pace) };
  const shown = waiting.slice(0, mostListed);
  const buttons = shown.map(
    (one): Button => ({ label: quoted(one.name, 60), action: reviewAction({ do: 'open', id: one.id }) }),
  );
  const rows = Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, i) =>
    buttons.slice(i * perRow, (i + 1) * perRow),
  );
  return {
    text: lines(
      bold(waiting.length === 1 ? 'One check-in waits' : `${waiting.length} check-ins wait`),
      ...shown.map((one) => waitingLine(ctx, one)),
      waiting.length > shown.length ? `And ${waiting.length - shown.length} more.` : null,
      pace,
    ),
    buttons: rows,
  };
}

function waitingLine(
  ctx: CommandContext,
  { name, weekOf, submittedAt, feeling, feelingBefore, isAtRisk }: WaitingCheckIn,
): Text {
  const from = feelingBefore === null || feelingBefore === feeling ? '' : `, was ${feelingBefore}`;
  const felt = feeling === null ? '' : ` · feeling ${feeling} of 5${from}`;
  const waits = hoursWords(ctx.now.since(submittedAt).total('hours'));
  const words = `${quoted(name, 60)} · week of ${weekName(weekOf)}${felt} · waits ${waits}`;
  return isAtRisk ? bold(words) : words;
}

function hoursWords(hours: number): string {
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} min`;
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`;
}
