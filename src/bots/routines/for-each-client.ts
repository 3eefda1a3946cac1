import type { Temporal } from 'temporal-polyfill';
import { ownName } from '../../domain/check-ins/partner.ts';
import { allReceivers, type Receiver } from '../../domain/coaching/find-receivers.ts';
import { recordAction } from '../../domain/conversation/record-action.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { CommandContext } from '../command.ts';
import type { Notice } from '../notices/notice.ts';
import type { Button } from '../reply.ts';
import { tellOther } from '../tell-other.ts';
import { quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';

interface Outcome {
  readonly line: string;
  readonly notice: { readonly receiver: Receiver; readonly notice: Notice } | null;
}

/**
 * Does something for each client, whole or not at all for each, all of it as one action, and tells those for whom it was
 * done. `what` is the plan.
 */
export async function forEach(
  ctx: CommandContext,
  clientIds: readonly number[],
  what: string,
  act: (ctx: CommandContext, receiver: Receiver, coachName: string) => Promise<Outcome>,
): Promise<{ rows: string[]; notifies: number[]; undo: Button[][] }> {
  const all = await allReceivers(ctx);
  const coachName = await ownName(ctx);
  const receivers = clientIds.map((id) => all.find(({ user }) => user.id === id));
  const names = receivers.flatMap((one) => one?.name ?? []);
  const actionId = await recordAction(ctx, `${what} for ${new Intl.ListFormat('en-GB').format(names)}`);
  const rows: string[] = [];
  const notifies: number[] = [];
  for (const receiver of receivers) {
    if (!receiver) {
      rows.push('One of them is no longer your client.');
      continue;
    }
    try {
      const { line, notice } = await ctx.db.transaction((tx) => act({ ...ctx, db: tx, actionId }, receiver, coachName));
      rows.push(line);
      if (!notice) continue;
      notifies.push(...(await tellOther(ctx, receiver.user, notice.notice)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      rows.push(`${quoted(receiver.name, 40)}: ${error.message}`);
    }
  }
  return { rows, notifies, undo: notifies.length > 0 ? [[undoButton(actionId)]] : [] };
}

/** The local day of a client. */
export const todayOfClient = (ctx: CommandContext, { user }: Receiver): Temporal.PlainDate =>
  localDay(ctx.now, zoneOf(user), user.dayStartHour);
