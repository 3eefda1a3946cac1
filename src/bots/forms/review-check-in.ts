import { type CheckIn, checkInBefore } from '../../domain/check-ins/check-in.ts';
import { checkInFacts } from '../../domain/check-ins/check-in-facts.ts';
import { type CheckInField, fieldsOf } from '../../domain/check-ins/check-in-fields.ts';
import { checkInQueue } from '../../domain/check-ins/check-in-queue.ts';
import { isLateOn } from '../../domain/check-ins/check-in-week.ts';
import { dropSteps } from '../../domain/check-ins/drop-steps.ts';
import { forPartner, ownName, partnerOf } from '../../domain/check-ins/partner.ts';
import { handedInTo, reviewCheckIn } from '../../domain/check-ins/review-check-in.ts';
import { clientOf } from '../../domain/coaching/clients.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { reviewedNotice, seenNotice } from '../notices/check-in.ts';
import { longDay } from '../schedule-words.ts';
import { owe } from '../speak.ts';
import { bold, code, italic, lines, quoted, type Text } from '../text.ts';
import { weekName } from './check-in-card.ts';
import { reviewAction } from './check-in-queue.ts';
import { factsLines } from './facts-lines.ts';
import { leadOf, valueWords } from './field-words.ts';
import type { Form } from './form.ts';

/** What a coach's answer to a check-in is called among the questions that are open. */
export const replyAbout = 'check-in-reply';
const replyTemplate = (id: number): string => `/checkins :reply ${id}`;

/** Which check-in words are to answer; null for another question. */
export function readReplyTo(template: string | null): number | null {
  const [, id] = /^\/checkins :reply (\d+)$/.exec(template ?? '') ?? [];
  return id ? Number(id) : null;
}

/** A client's check-in as the coach reads it, beside what they may see of the week. The client is told, once. */
export async function openForReview(ctx: CommandContext, id: number): Promise<Answer> {
  const checkIn = await handedInTo(ctx, id);
  const { row } = checkIn;
  const client = await clientOf(ctx, row.clientId);
  const { canRead } = await partnerOf(ctx, row.clientId);
  const before = await checkInBefore(ctx, row);
  const card = await reviewCard(ctx, checkIn, before, client?.user ?? null, client?.name ?? 'Your client', canRead);
  if (row.state === 'reviewed') return card;
  const name = await ownName(ctx);
  const notified = await forPartner(ctx, row.clientId, (person) => owe(person, seenNotice(row, name)));
  return { ...card, ...(notified === null ? {} : { notifies: [notified] }) };
}

async function reviewCard(
  ctx: CommandContext,
  checkIn: CheckIn,
  before: CheckIn | null,
  client: CommandContext['user'] | null,
  name: string,
  canRead: readonly string[],
): Promise<Answer> {
  const { row, answers } = checkIn;
  const facts = await checkInFacts(client ? { ...ctx, user: client } : ctx, row.weekOf);
  const units = ctx.user.unitSystem;
  // As it was asked then, whatever the form asks now.
  const asked = answers.map(
    ({ questionKey, kind, label, value, mediaId }): CheckInField => ({
      ...{ key: questionKey, kind, label, choices: [], isRequired: false, mediaId },
      value: mediaId === null ? value : true,
    }),
  );
  const fixed = fieldsOf({ ...checkIn, questions: [] }, facts, []).filter(({ key }) => key !== 'weight');
  const day = row.submittedAt && client && localDay(row.submittedAt, zoneOf(client), client.dayStartHour);
  const mediaIds = canRead.includes('photos')
    ? [...fixed, ...asked].flatMap(({ mediaId }) => (mediaId === null ? [] : [mediaId])).slice(0, 4)
    : [];
  const isWeightShown = row.weightKg !== null && canRead.includes('body') && !facts.isWeighed;
  return {
    text: lines(
      [bold(`${quoted(name, 60)}, week of ${weekName(row.weekOf)}`), stateWords(row.state)],
      day ? italic(`Handed in on ${longDay(day.toString())}${isLateOn(row.weekOf, day) ? ', late' : ''}.`) : null,
      ...(client ? factsLines(facts, units, canRead) : []),
      isWeightShown && row.weightKg !== null
        ? line('Weight: ', valueWords({ kind: 'weight', value: row.weightKg }, units), null)
        : null,
      ...[...fixed, ...asked].map((field) => compared(field, before, units)),
      row.coachReply ? [bold('You: '), quoted(row.coachReply, 1500)] : null,
    ),
    ...(mediaIds.length > 0
      ? { image: { mediaIds, alt: `Check-in photos of ${quoted(name, 60)}, week of ${weekName(row.weekOf)}` } }
      : {}),
    buttons: [
      [
        { label: row.coachReply ? 'Answer again' : 'Answer', action: reviewAction({ do: 'ask', id: row.id }) },
        ...(row.state === 'reviewed'
          ? []
          : [{ label: 'Reviewed', action: reviewAction({ do: 'reviewed', id: row.id }) }]),
        { label: 'Queue', action: reviewAction({ do: 'queue' }) },
      ],
    ],
  };
}

const stateWords = (state: CheckIn['row']['state']): string => (state === 'reviewed' ? ' · reviewed' : '');

const line = (lead: string, words: string | null, was: string | null): Text | null =>
  words === null ? null : [bold(lead), words, was === null || was === words ? '' : ` (was ${was})`];

/** An answer, with the one of the week before where a figure or a choice was another. */
function compared(field: CheckInField, before: CheckIn | null, units: 'metric' | 'us'): Text | null {
  if (field.kind === 'photo') return null;
  const earlier =
    field.kind === 'feeling'
      ? before?.row.feeling
      : field.kind === 'text'
        ? null
        : before?.answers.find(({ questionKey, kind }) => questionKey === field.key && kind === field.kind)?.value;
  const was =
    earlier === null || earlier === undefined ? null : valueWords({ kind: field.kind, value: earlier }, units);
  return line(leadOf(field), valueWords(field, units), was);
}

/**
 * Asks for the words of an answer: in a form where there are such, in the chat otherwise. Below a form that is closed
 * again nothing waits for words.
 */
export async function askReply(ctx: CommandContext, id: number): Promise<Answer> {
  const { row } = await handedInTo(ctx, id);
  const client = await clientOf(ctx, row.clientId);
  const name = quoted(client?.name ?? 'your client', 60);
  await dropSteps(ctx, replyAbout);
  if (ctx.message.platform === 'discord' && ctx.message.kind === 'press')
    return { ...(await openForReview(ctx, id)), form: replyForm(id, name, row.coachReply) };
  return {
    text: [`Write your answer to ${name} now. `, code('later'), ' leaves it for another time.'],
    question: { about: replyAbout, choices: [], template: replyTemplate(id) },
    buttons: [[{ label: 'Back', action: reviewAction({ do: 'open', id }) }]],
  };
}

function replyForm(id: number, name: string, value: string | null): Form {
  const field = { key: 'text', label: 'Your answer', hint: null, kind: 'paragraph' as const, choices: [] };
  return {
    title: `To ${name}`,
    fields: [{ ...field, value, isRequired: true }],
    action: reviewAction({ do: 'reply', id }),
  };
}

/** Reviewed, with an answer or without; the client is told. */
export async function review(ctx: CommandContext, id: number, reply: string | null): Promise<Answer> {
  await dropSteps(ctx, replyAbout);
  const { row } = await reviewCheckIn(ctx, id, reply?.trim() || null);
  const name = await ownName(ctx);
  const client = await clientOf(ctx, row.clientId);
  const notified = await forPartner(ctx, row.clientId, (person) =>
    owe(person, reviewedNotice(row, name, ctx.now.epochMilliseconds)),
  );
  const to = quoted(client?.name ?? 'Your client', 60);
  const { waiting } = await checkInQueue(ctx);
  const next = waiting[0];
  return {
    text: lines(
      reply ? `Sent to ${to}: “${quoted(reply, 300)}”` : `${to} is told that you have gone through it.`,
      next ? `Next: ${quoted(next.name, 60)}.` : 'No other check-in is waiting.',
    ),
    buttons: [
      [
        ...(next ? [{ label: 'Next', action: reviewAction({ do: 'open', id: next.id }) }] : []),
        { label: 'This one again', action: reviewAction({ do: 'open', id }) },
      ],
    ],
    ...(notified === null ? {} : { notifies: [notified] }),
  };
}
