import { Temporal } from 'temporal-polyfill';
import {
  type AnsweredOccurrence,
  answerOccurrence,
  type OccurrenceAnswer,
} from '../../domain/reminders/answer-occurrence.ts';
import { cardOf, lastSaid } from '../../domain/reminders/last-said.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { reminderTitle, snoozedNotice } from '../notices/reminder.ts';
import type { Button } from '../reply.ts';
import { longDay, momentWords } from '../schedule-words.ts';
import { owe } from '../speak.ts';
import { lines, plainText, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { namedReminders } from './named-reminders.ts';

export interface WordsAnswer {
  readonly answer: 'done' | 'skip' | 'snooze';
  /** The words for which reminder; null: the one just said. */
  readonly subject: string | null;
  /** A day, or a moment of it. */
  readonly until: string | null;
  readonly minutes: number | null;
}

/** How long a reminder is put off where nobody says. */
const usualSnoozeMin = 10;

/** A button of a reminder. Its card then says what is so. */
export async function answerByButton(
  ctx: CommandContext,
  occurrenceId: number,
  answer: 'done' | 'skip' | 'snooze',
  minutes: number | null,
): Promise<Answer> {
  const until = minutes === null ? null : ctx.now.add({ minutes });
  const said: OccurrenceAnswer = answer === 'snooze' ? { kind: 'snooze', until } : { kind: answer };
  const answered = await give(ctx, occurrenceId, said);
  return answered ? inPlace(ctx, occurrenceId, answered) : gone;
}

/** "done", "snooze the gym reminder for an hour"; what was said at once is answered at once. */
export async function answerByWords(ctx: CommandContext, wanted: WordsAnswer): Promise<Answer> {
  const { subject } = wanted;
  const found = await lastSaid(
    ctx,
    subject === null ? { occurrenceId: ctx.remindedOf ?? null } : { choose: (rows) => namedReminders(rows, subject) },
  );
  const answers: { readonly answered: AnsweredOccurrence; readonly card: number | null }[] = [];
  let about = ctx;
  for (const { occurrence } of found) {
    const card = occurrence.notificationId === null ? null : await cardOf(ctx, occurrence.notificationId);
    const until = wanted.answer === 'snooze' ? snoozeUntil(ctx, wanted, occurrence.slot) : null;
    const answer = wanted.answer === 'snooze' ? { kind: wanted.answer, until } : { kind: wanted.answer };
    const answered = await give(about, occurrence.id, answer);
    if (!answered) continue;
    about = { ...about, actionId: about.actionId ?? answered.actionId };
    answers.push({ answered, card });
  }
  const [first] = answers;
  if (!first) return { text: subject === null ? 'No reminder is waiting for an answer.' : noneAbout(subject) };
  const text = lines(...answers.map(({ answered }) => outcomeText(ctx, answered)));
  const changed = answers.find(({ answered }) => answered.actionId !== null) ?? first;
  const said = { text, buttons: undoRow(changed.answered) };
  // What asked has its answer now.
  return first.card === null || answers.length > 1
    ? said
    : { ...said, changes: { text, deliveryId: first.card, sourceMessageId: null } };
}

const gone: Answer = { text: 'That reminder is no longer there.' };

const noneAbout = (subject: string): string => `No reminder about “${subject}” is waiting for an answer.`;

function snoozeUntil(ctx: CommandContext, { until, minutes }: WordsAnswer, slot: string): Temporal.Instant {
  if (until === null) return ctx.now.add({ minutes: minutes ?? usualSnoozeMin });
  // A day alone means the same time of it.
  const local = until.includes('T') ? until : `${until}T${slot}`;
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zoneOf(ctx.user)).toInstant();
}

/** Answers, and owes the reminder again where it was put off. */
async function give(ctx: CommandContext, id: number, answer: OccurrenceAnswer): Promise<AnsweredOccurrence | null> {
  const answered = await answerOccurrence(ctx, id, answer);
  if (answered?.outcome !== 'snoozed' || answered.actionId === null) return answered;
  const { reminder, occurrence } = answered;
  const until = occurrence.snoozedUntil ?? ctx.now;
  await owe(ctx, await snoozedNotice(ctx, reminder, id, until), until);
  return answered;
}

function outcomeText(ctx: CommandContext, { outcome, reminder, occurrence }: AnsweredOccurrence): Text {
  const title = reminderTitle(reminder);
  const zone = zoneOf(ctx.user);
  switch (outcome) {
    case 'done':
      return `Done: ${title}.`;
    case 'skipped':
      return `Skipped: ${title}.`;
    case 'snoozed':
      return `Snoozed: ${title}. It comes again ${momentWords(occurrence.snoozedUntil ?? ctx.now, ctx.now, zone)}.`;
    case 'comes-anyway':
      return `Skipped: ${title}. It comes by itself ${momentWords(reminder.nextDueAt ?? ctx.now, ctx.now, zone)}.`;
    case 'removed':
      return `${title}: you removed that reminder, so it stays quiet.`;
    case 'over':
      return `${title}: that one was for ${longDay(occurrence.day.toString())} at ${occurrence.slot} and has gone by, so I left it as it was.`;
  }
}

const undoRow = ({ actionId }: AnsweredOccurrence): Button[][] => (actionId === null ? [] : [[undoButton(actionId)]]);

/** The card says what is so; one that said several things at once keeps them, and the buttons of the others. */
function inPlace(ctx: CommandContext, occurrenceId: number, answered: AnsweredOccurrence): Answer {
  const text = outcomeText(ctx, answered);
  const { text: before = '', buttons = [] } = ctx.pressed ?? {};
  const isDigest = buttons.length > 0 && buttons.every((row) => row.length === 1);
  if (!isDigest) return { text, buttons: undoRow(answered) };
  const isFirst = !/\n(?:Done|Skipped): /.test(plainText(before));
  return {
    text: lines(before, isFirst ? '' : null, text),
    buttons: buttons.filter((row) => row.some(({ action }) => asksOf(action.input) !== occurrenceId)),
  };
}

/** Which time of a reminder a button answers; null for any other button. */
const asksOf = (input: unknown): number | null =>
  typeof input === 'object' && input !== null && 'occurrenceId' in input && typeof input.occurrenceId === 'number'
    ? input.occurrenceId
    : null;
