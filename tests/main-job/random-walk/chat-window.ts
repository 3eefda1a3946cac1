import type { Adapter } from '../../../src/bots/adapter.ts';
import { plainText } from '../../../src/bots/text.ts';

/** A message of ours as it can be seen in a chat now. */
export interface SeenMessage {
  readonly messageId: string;
  readonly chatId: string;
  /** The delivery that gave it this content. */
  readonly deliveryId: number;
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly id: string }[];
}

/** What people see of us: every message we sent, as it was last edited, by its id. */
export interface ChatWindow {
  readonly adapter: Adapter;
  /** In the order in which they were sent. */
  readonly messages: ReadonlyMap<string, SeenMessage>;
}

/** A platform that sends everything and keeps what can be seen. */
export function openWindow(): ChatWindow {
  const messages = new Map<string, SeenMessage>();
  const adapter: Adapter = {
    platform: 'discord',
    async start() {},
    async stop() {},
    fetch: () => Promise.reject(new Error('No file is fetched here')),
    split: (reply) => [reply],
    async send({ id, accountId }, { text, buttons }, { nonce }) {
      const deliveryId = Number(nonce.split('-')[1]);
      const sent = { chatId: id ?? accountId, messageId: `b${deliveryId}` };
      messages.set(sent.messageId, { ...sent, deliveryId, text: plainText(text), buttons: buttons.flat() });
      return sent;
    },
    async edit(sent, { text, buttons }, { nonce }) {
      const deliveryId = Number(nonce.split('-')[1]);
      messages.set(sent.messageId, { ...sent, deliveryId, text: plainText(text), buttons: buttons.flat() });
    },
  };
  return { adapter, messages };
}
