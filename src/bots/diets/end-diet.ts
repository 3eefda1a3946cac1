import { ownName } from '../../domain/check-ins/partner.ts';
import { clientOf } from '../../domain/coaching/clients.ts';
import { endDiet } from '../../domain/diets/assign-diet.ts';
import { dietVersion } from '../../domain/diets/find-diet.ts';
import { dayNamed, dayOfClient, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { dietEndedNotice } from '../notices/diet.ts';
import { adherenceText } from '../plan-card.ts';
import { tellOther } from '../tell-other.ts';
import { bold, lines, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { whichClient } from '../which-client.ts';
import type { Of } from './diet-actions.ts';

/** Ends what a client was given, and tells them. */
export async function end(ctx: CommandContext, value: Of<'end'>): Promise<Answer> {
  const which = await clientMeant(ctx, value);
  if ('answer' in which) return which.answer;
  const { user, name } = which.client;
  const today = todayOf({ now: ctx.now, user });
  const fromDay = dayOfClient(ctx, dayNamed(ctx, value.from), user);
  const diet = value.templateId === undefined ? null : await dietVersion(ctx, value.templateId);
  const { actionId, names } = await endDiet(ctx, user, name, fromDay, diet);
  const coachName = await ownName(ctx);
  const notice = dietEndedNotice({ actionId, coachId: ctx.user.id, coachName, names, today, fromDay });
  return {
    text: `${names.map((one) => quoted(one)).join(', ')} of ${quoted(name, 60)} ends ${onDay(fromDay, today)}. They are told, and what they logged stays.`,
    buttons: [[undoButton(actionId)]],
    notifies: await tellOther(ctx, user, notice),
  };
}

/** How near a client eats to their plan. */
export async function follow(ctx: CommandContext, value: Of<'follow'>): Promise<Answer> {
  const which = await clientMeant(ctx, value);
  if ('answer' in which) return which.answer;
  const { user, name, canRead } = which.client;
  if (!canRead.includes('food')) return { text: `${quoted(name, 60)} has not agreed to show you their food.` };
  const text = await adherenceText({ ...ctx, user: { ...user, unitSystem: ctx.user.unitSystem } });
  return { text: lines(bold(`${quoted(name, 60)}, plan and eaten:`), text ?? 'There is no plan yet.') };
}

async function clientMeant(ctx: CommandContext, value: Of<'end'> | Of<'follow'>) {
  const chosen = value.clientId === undefined ? null : await clientOf(ctx, value.clientId);
  if (chosen) return { client: chosen };
  return whichClient(ctx, value.who, ({ user }) => ({ command: 'diet', input: { ...value, clientId: user.id } }));
}
