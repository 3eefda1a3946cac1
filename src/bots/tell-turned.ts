import { findPartner, forPartner, ownName } from '../domain/check-ins/partner.ts';
import type { TurnedAction } from '../domain/conversation/undo-action.ts';
import type { CommandContext } from './command.ts';
import { turnedNotice } from './notices/turned.ts';
import { owe } from './speak.ts';

/** Tells those whose rows an undo or a redo has changed, as far as the two still work together. Returns what is owed. */
export async function tellTurned(
  ctx: CommandContext,
  { actionId, others }: TurnedAction,
  isUndone: boolean,
): Promise<number[]> {
  const by = { id: ctx.user.id, name: await ownName(ctx) };
  const owed: number[] = [];
  for (const id of new Set(others.map(({ userId }) => userId))) {
    if (!(await findPartner(ctx, id))) continue;
    const changes = others.filter(({ userId }) => userId === id);
    const notified = await forPartner(ctx, id, async (person, { isCoach }) =>
      owe(person, await turnedNotice(person, { actionId, isUndone, by, isToCoach: isCoach, changes })),
    );
    if (notified !== null) owed.push(notified);
  }
  return owed;
}
