import { asOwner } from '../domain/as-owner.ts';
import type { KnownClient } from '../domain/coaching/clients.ts';
import { keepMessage } from '../domain/messages/keep-message.ts';
import { findUser } from '../domain/users/find-user.ts';
import { firstName } from './client-actions.ts';
import type { CommandContext } from './command.ts';
import { messageNotice } from './notices/message.ts';
import { owe } from './speak.ts';

export interface SentDraft {
  readonly isSent: boolean;
  readonly text: string;
  readonly notifies: readonly number[];
}

/**
 * Sends a client words of ours that their coach has just chosen to send. They are kept as drafted, so that the client is
 * told when they ask.
 */
export async function sendDrafted(ctx: CommandContext, client: KnownClient, content: string): Promise<SentDraft> {
  const name = firstName(client.name);
  if (!client.canRead.includes('messages'))
    return { isSent: false, text: `${name} has not agreed to messages through me, so nothing was sent.`, notifies: [] };
  const { db, now } = ctx;
  const receiverId = client.user.id;
  // What goes wrong with it is told where it was sent from.
  const id = await keepMessage({ ...ctx, sourceMessageId: ctx.eventId }, { receiverId, content, isDrafted: true });
  const notified = await asOwner(db, async () => {
    const [user, notice] = [await findUser(db, receiverId), await messageNotice(db, id)];
    return user && notice ? owe({ db, now, user }, notice) : null;
  });
  return { isSent: true, text: `Sent to ${name}.`, notifies: notified === null ? [] : [notified] };
}
