import { Temporal } from 'temporal-polyfill';
import type { Adapter } from '../../src/bots/adapter.ts';
import { commands } from '../../src/bots/commands/index.ts';
import { createDeliver } from '../../src/bots/deliver.ts';
import { type Message, messageSchema } from '../../src/bots/message.ts';
import type { OutgoingReply } from '../../src/bots/reply.ts';
import { createRespond } from '../../src/bots/respond.ts';
import { createSpeak } from '../../src/bots/speak.ts';
import { plainText } from '../../src/bots/text.ts';
import type { Database } from '../../src/domain/context.ts';
import type { FoodIndex } from '../../src/domain/foods/food-index.ts';
import type { FileStore } from '../../src/domain/media/file-store.ts';
import { dueNotifications } from '../../src/domain/notifications/due-notifications.ts';
import { silentLog } from './silent-log.ts';

const platforms = ['telegram', 'discord'] as const;
type Platform = (typeof platforms)[number];

/** What somebody is told. */
export interface Told {
  readonly account: string;
  readonly text: string;
  readonly buttons: OutgoingReply['buttons'];
}

/** Somebody who writes from one account. */
export interface Writer {
  readonly account: string;
  /** All they were told, the oldest first. */
  told(): string[];
  write(text: string, more?: object): Promise<void>;
  /** Presses the newest button with this label that they were shown; an id presses any other. */
  press(label: string): Promise<void>;
  send(what: object): Promise<void>;
}

let events = 0;

/** Several people who write to the program, with everything between the platforms' wires. The clock stands until it is set. */
export function openTalk({
  db,
  foods,
  files,
  fetch = () => Promise.reject(new Error('No file is fetched here')),
}: {
  readonly db: Database;
  readonly foods: FoodIndex;
  readonly files?: FileStore;
  readonly fetch?: Adapter['fetch'];
}) {
  let now = Temporal.Instant.from('2026-03-02T12:30:00Z');
  const said: Told[] = [];
  const adapterOf = (platform: Platform): Adapter => ({
    platform,
    async start() {},
    async stop() {},
    fetch,
    split: (reply) => [reply],
    async send({ accountId }, { text, buttons }, { nonce }) {
      said.push({ account: accountId, text: plainText(text), buttons });
      return { chatId: accountId, messageId: nonce };
    },
    async edit({ chatId }, { text, buttons }) {
      said.push({ account: chatId, text: plainText(text), buttons });
    },
  });
  const adapters = new Map(platforms.map((platform) => [platform, adapterOf(platform)]));
  const common = { db, adapters, clock: () => now, log: silentLog, ...(files ? { files } : {}) };
  const deliver = createDeliver(common);
  const { notify } = createSpeak({ ...common, deliver });
  const respond = createRespond({ ...common, commands, foods, deliver, notify });

  function writer(name: string, platform: Platform): Writer {
    events += 1;
    const account = `${name.toLowerCase()}-${events}`;
    const message = (what: object): Message => {
      events += 1;
      return messageSchema.parse({
        ...{ platform, eventKey: `event-${events}`, chatId: account, isPrivate: true },
        ...{ sender: { id: account, name, locale: null }, sentAt: now.toString(), timeZone: null, respondTo: null },
        ...{ messageId: `m${events}`, media: [], replyToId: null, ...what },
      });
    };
    const send = async (what: object) => {
      await respond.receive(message(what));
      await respond.idle();
    };
    return {
      account,
      send,
      told: () => said.filter((one) => one.account === account).map(({ text }) => text),
      write: (text, more = {}) => send({ kind: 'text', text, ...more }),
      press(label) {
        const all = said.filter((one) => one.account === account).flatMap(({ buttons }) => buttons.flat());
        const button = all.findLast((one) => one.label === label);
        return send({ kind: 'press', buttonId: button?.id ?? label });
      },
    };
  }

  return {
    said,
    writer,
    respond,
    now: () => now,
    /** Lets time pass, and whatever somebody is owed by then be said. */
    async passTo(at: string) {
      now = Temporal.Instant.from(at);
      for (const { id } of await dueNotifications(db, { until: now, limit: 100 })) await notify(id);
    },
  };
}
