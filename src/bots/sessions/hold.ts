import { Temporal } from 'temporal-polyfill';
import { findPartner, forPartner, ownName } from '../../domain/check-ins/partner.ts';
import { inAction } from '../../domain/conversation/record-action.ts';
import { type ActionItem, giveActionItems } from '../../domain/sessions/give-action-items.ts';
import {
  coachOnly,
  completeSession,
  noteSession,
  rateSession,
  type SessionNotes,
} from '../../domain/sessions/hold-session.ts';
import { type CoachingSession, listSessions, sessionOf } from '../../domain/sessions/session.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { ReadItem } from '../language/read-session.ts';
import { completedNotice, feedbackNotice, itemsNotice, sessionAction } from '../notices/session.ts';
import { scheduleWords } from '../schedule-words.ts';
import { owe } from '../speak.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';
import { undoButton, withUndo } from '../undo-button.ts';
import { otherName, otherOf, sessionCard } from './session-card.ts';

/** Writes something of a session down: both see it on its card. */
export async function keepNotes(ctx: CommandContext, id: number, notes: SessionNotes): Promise<Answer> {
  const acting = await inAction(ctx, 'what was noted of a session');
  return withUndo(await sessionCard(ctx, await noteSession(acting, id, notes), 'Kept.'), acting.actionId);
}

/** Shows feedback as it would reach the client: it is theirs once the coach sends it. */
export async function offerFeedback(ctx: CommandContext, id: number, text: string): Promise<Answer> {
  const session = await sessionOf(ctx, id);
  coachOnly(ctx, session);
  const name = otherName(await otherOf(ctx, session), true);
  return {
    text: lines(bold(`To ${name}:`), quoted(text, 1500), 'Nothing has been sent yet.'),
    buttons: [[{ label: 'Send', action: sessionAction({ do: 'send', id, text }) }]],
  };
}

export async function sendFeedback(ctx: CommandContext, id: number, text: string): Promise<Answer> {
  const session = await noteSession(ctx, id, { coachFeedback: text });
  const name = await ownName(ctx);
  const key = String(ctx.now.epochMilliseconds);
  const notified = await forPartner(ctx, session.clientId, (person) => owe(person, feedbackNotice(session, name, key)));
  return {
    text: `Sent to ${otherName(await otherOf(ctx, session), true)}: “${quoted(text, 300)}”`,
    ...(notified === null ? {} : { notifies: [notified] }),
  };
}

/** Gives the client what they are to do; what has a time reminds them. */
export async function giveItems(ctx: CommandContext, id: number, items: readonly ReadItem[]): Promise<Answer> {
  const acting = await inAction(ctx, 'what is to be done until the next session');
  const session = await giveActionItems(acting, id, items.map(toItem));
  const name = await ownName(ctx);
  const rows = items.map(itemLine);
  const key = String(ctx.now.epochMilliseconds);
  const notified = await forPartner(ctx, session.clientId, (person) =>
    owe(person, itemsNotice(session, name, rows, key)),
  );
  return {
    text: lines(bold(`${otherName(await otherOf(ctx, session), true)} has it now:`), ...rows),
    buttons: [[undoButton(acting.actionId)]],
    ...(notified === null ? {} : { notifies: [notified] }),
  };
}

function toItem({ text, when }: ReadItem): ActionItem {
  const at = Temporal.PlainTime.from(when?.at?.[0] ?? '09:00');
  if (when?.on) return { text, when: { on: Temporal.PlainDate.from(when.on), at } };
  return { text, when: when?.days ? { weekdays: when.days, at } : null };
}

function itemLine({ text, when }: ReadItem, place: number): Text {
  const schedule = when && { ...when, everyMinutes: null, from: null, to: null };
  return `${place + 1}. ${quoted(text, 200)}${schedule ? ` (${scheduleWords(schedule)})` : ''}`;
}

/** The session was held: the client is asked how it was. */
export async function done(
  ctx: CommandContext,
  id: number,
  text: string,
  nextDay: string | null = null,
): Promise<Answer> {
  const acting = await inAction(ctx, 'a session held');
  if (nextDay !== null) await noteSession(acting, id, { nextSessionDay: Temporal.PlainDate.from(nextDay) });
  const session = await completeSession(acting, id, text.trim() || null);
  const name = await ownName(ctx);
  const notified = await forPartner(ctx, session.clientId, (person) => owe(person, completedNotice(session, name)));
  return {
    ...withUndo(await sessionCard(ctx, session, await nextHint(ctx, session)), acting.actionId),
    ...(notified === null ? {} : { notifies: [notified] }),
  };
}

/** How a next session that has a day gets its time; null where it is planned already. */
async function nextHint(ctx: CommandContext, { clientId, nextSessionDay }: CoachingSession): Promise<Text | null> {
  if (!nextSessionDay || (await listSessions(ctx, clientId, 1)).coming.length > 0) return null;
  const name = (await findPartner(ctx, clientId))?.name ?? 'anna';
  const day = nextSessionDay.toLocaleString('en-GB', { day: 'numeric', month: 'long' });
  return ['Plan the next with a time, like ', code(`/session ${quoted(name, 40)} ${day} 17:00`), '.'];
}

/** One tap of the client's; another changes it. */
export async function rate(ctx: CommandContext, id: number, rating: number): Promise<Answer> {
  const session = await rateSession(ctx, id, rating);
  return {
    text: `Noted: ${session.rating} of 10 for the session with ${otherName(await otherOf(ctx, session), false)}. Thank you.`,
  };
}
