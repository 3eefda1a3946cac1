import type { PersonContext } from '../../domain/context.ts';
import { type Copy, copiesOf, rewordNotification } from '../../domain/messages/copies.ts';
import { storeDelivery } from '../../domain/notifications/deliveries.ts';
import type { Adapter } from '../adapter.ts';
import { messageReplies } from '../notices/message.ts';
import type { Reply } from '../reply.ts';
import { plainText } from '../text.ts';

/**
 * Makes the copies of a message say what it says now, or takes them away with it. One that has not been said yet needs
 * nothing: it is said as it is by then. Runs as owner under the lock of whoever has the copies. Returns the deliveries.
 */
export async function changeCopies(
  { db: tx, now, user }: PersonContext,
  messageId: number,
  split: Adapter['split'],
): Promise<number[]> {
  const { copies, notificationId, isDeleted, senderName } = await copiesOf(tx, user.id, messageId);
  if (copies.length === 0) return [];
  const parts = isDeleted ? [] : ((await messageReplies(tx, messageId)) ?? []).flatMap(split);
  const gone: Reply = { text: `(${senderName} took this message back.)`, isRemoval: true };
  await rewordNotification(tx, notificationId, plainText((parts[0] ?? gone).text));
  const [first] = copies;
  const ids: number[] = [];
  for (let i = 0; i < Math.max(copies.length, parts.length); i++) {
    const copy: Copy | undefined = copies[i];
    const place = copy ?? first;
    if (!place) continue;
    const { platform, accountId, chatId, aboutUserId } = place;
    ids.push(
      await storeDelivery(tx, {
        ...{ userId: user.id, platform, accountId, chatId, aboutUserId, inboundMessageId: null, sourceMessageId: null },
        editsId: copy?.id ?? null,
        // What did not fit before is a further part of the message.
        notificationId: copy ? null : notificationId,
        reply: parts[i] ?? gone,
        now,
      }),
    );
  }
  return ids;
}
