import { Temporal } from 'temporal-polyfill';
import { type CoachingSession, listSessions, sessionOf } from '../../domain/sessions/session.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { SessionChangeInput } from '../commands/session.ts';
import { sessionAction } from '../notices/session.ts';
import { longDay } from '../schedule-words.ts';
import { code, type Text } from '../text.ts';
import { whichClient } from '../which-client.ts';
import { askToMove, cancel, move } from './plan.ts';
import { bothTimes, otherName, otherOf } from './session-card.ts';

const mostChoices = 5;

/** Moves or calls off the one coming session that words mean; several are asked about. */
export async function changeSaid(ctx: CommandContext, said: SessionChangeInput): Promise<Answer> {
  if (said.id !== undefined) return changeOne(ctx, await sessionOf(ctx, said.id), said);
  const found =
    said.who === null || said.clientId !== undefined
      ? null
      : await whichClient(ctx, said.who, ({ user }) => sessionAction({ ...said, clientId: user.id }));
  if (found && 'answer' in found) return found.answer;
  const { coming } = await listSessions(ctx, found?.client.user.id ?? said.clientId ?? null);
  const zone = zoneOf(ctx.user);
  const isOn = ({ startsAt }: CoachingSession) =>
    said.on === null || startsAt.toZonedDateTimeISO(zone).toPlainDate().toString() === said.on;
  const meant = coming.filter(isOn);
  const [only, another] = meant;
  if (only && !another) return changeOne(ctx, only, said);
  if (!only) return { text: noneText(ctx, said, coming.length > 0) };
  const choices: { label: string; action: ReturnType<typeof sessionAction> }[] = [];
  for (const one of meant.slice(0, mostChoices)) {
    const partner = await otherOf(ctx, one);
    const label = `${otherName(partner, one.coachId === ctx.user.id)} ${await bothTimes(ctx, one.startsAt, null)}`;
    choices.push({ label: label.slice(0, 80), action: sessionAction({ ...said, id: one.id }) });
  }
  return { text: 'Which session?', question: { about: 'session', choices } };
}

function noneText(ctx: CommandContext, { who, on }: SessionChangeInput, isAnyComing: boolean): Text {
  const whose = who === null ? '' : ` with ${who}`;
  if (on !== null && isAnyComing)
    return [`No session${whose} is planned on ${longDay(on)}. `, code('my sessions'), ' shows what is.'];
  return ctx.user.role === 'client'
    ? ['No session is planned. Ask your coach for one: ', code('/session friday 17:00'), '.']
    : [`No session${whose} is planned. Plan one: `, code(`/session ${who ?? 'anna'} friday 17:00`), '.'];
}

/** What was not said of the new time stays as it was: its day, or its time of the day. */
async function changeOne(ctx: CommandContext, session: CoachingSession, said: SessionChangeInput): Promise<Answer> {
  if (said.verb === 'cancel') return cancel(ctx, session.id);
  const now = session.startsAt.toZonedDateTimeISO(zoneOf(ctx.user));
  if (said.toDay === null && said.toTime === null) {
    const { id } = session;
    return {
      text: ['To when? Say it like ', code('move the session to friday 17:00'), '.'],
      buttons: [[{ label: 'Show it', action: sessionAction({ do: 'show', id }) }]],
    };
  }
  const day = said.toDay === null ? now.toPlainDate() : Temporal.PlainDate.from(said.toDay);
  const time = said.toTime === null ? now.toPlainTime() : Temporal.PlainTime.from(said.toTime);
  const startsAt = day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: time }).toInstant();
  return session.coachId === ctx.user.id ? move(ctx, session.id, startsAt) : askToMove(ctx, session.id, startsAt);
}
