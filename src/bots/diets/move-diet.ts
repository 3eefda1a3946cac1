import { Temporal } from 'temporal-polyfill';
import { clientOf, clientsOf, type KnownClient } from '../../domain/coaching/clients.ts';
import { holdersOf } from '../../domain/diets/assignments.ts';
import { dietVersion } from '../../domain/diets/find-diet.ts';
import { todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { lines, quoted, type Text } from '../text.ts';
import { act, leave, type Of } from './diet-actions.ts';
import { type Gift, giveAll } from './give-diet.ts';

/** How many clients have a button of their own. */
const mostChoices = 6;

/** The clients who have an older version of a diet. */
export async function heldBefore(ctx: CommandContext, templateId: number, version: number): Promise<KnownClient[]> {
  const older = (await holdersOf(ctx, { templateId })).filter((one) => one.version < version);
  return (await clientsOf(ctx)).filter(({ user }) => older.some(({ clientId }) => clientId === user.id));
}

/** Asks who is to move to the newest version. */
export function askMove(templateId: number, held: readonly KnownClient[], text: Text): Answer {
  const ids = held.map(({ user }) => user.id);
  const each = held.slice(0, mostChoices).map(({ user, name }) =>
    act(quoted(name, 60), {
      kind: 'move',
      templateId,
      clientIds: [user.id],
      rest: ids.filter((id) => id !== user.id),
    }),
  );
  const all = act(`All ${held.length}`, { kind: 'move', templateId, clientIds: ids, rest: [] });
  return {
    text,
    question: { about: 'diet', choices: [...(held.length > 1 ? [all] : []), ...each, leave('Nobody')] },
  };
}

/** Moves clients to the newest version, and asks about those who are left. */
export async function move(ctx: CommandContext, { templateId, clientIds, rest }: Of<'move'>): Promise<Answer> {
  const known = await dietVersion(ctx, templateId);
  const held = await holdersOf(ctx, { templateId });
  const gifts: Gift[] = [];
  for (const id of clientIds) {
    const client = await clientOf(ctx, id);
    const holder = held.findLast(({ clientId }) => clientId === id);
    if (!client || !holder) continue;
    const today = todayOf({ now: ctx.now, user: client.user });
    const isAhead = Temporal.PlainDate.compare(holder.assignedDay, today) > 0;
    gifts.push({ client, fromDay: isAhead ? holder.assignedDay : today, weeks: null, endedAt: holder.endedAt });
  }
  const report = await giveAll(ctx, known, gifts);
  const left = (await clientsOf(ctx)).filter(({ user }) => rest.includes(user.id));
  if (left.length === 0) return report;
  const asked = askMove(templateId, left, lines(report.text, 'Whom else?'));
  return { ...report, ...asked };
}
