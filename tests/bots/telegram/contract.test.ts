import type { SendFailure } from '../../../src/bots/adapter.ts';
import { createTelegramAdapter, type TelegramAdapter } from '../../../src/bots/telegram/create-adapter.ts';
import { createHttpServer } from '../../../src/http.ts';
import { adapterContract, type ContractPlatform, type ContractTraits } from '../../support/adapter-contract.ts';
import { kept } from '../../support/telegram-html.ts';
import { marksOf, pingsOf } from '../../support/telegram-messages.ts';
import { type Fault, startTelegramSimulator, type TelegramSimulator } from '../../support/telegram-simulator.ts';

const faults: Readonly<Record<SendFailure, Fault>> = {
  later: { status: 429, description: 'Too Many Requests: retry after 3', parameters: { retry_after: 3 } },
  blocked: { status: 403, description: 'Forbidden: bot was blocked by the user' },
  gone: { status: 400, description: 'Bad Request: message to edit not found' },
  rejected: { status: 400, description: "Bad Request: can't parse entities: Unexpected end tag" },
  unknown: 'drop-before',
};

const traits: ContractTraits = {
  maxLength: 4096,
  has: ['presses', 'edits', 'redelivers', 'botWrites', 'images', 'files'],
  failures: ['later', 'blocked', 'gone', 'rejected', 'unknown'],
  retriesUncommitted: true,
  shows: kept,
  hostileRuns: Number(process.env.HOSTILE_RUNS ?? 150),
};

function platformOf(
  simulator: TelegramSimulator,
  adapter: TelegramAdapter,
  canTakeAgain: () => Promise<void>,
  close: () => Promise<void>,
): ContractPlatform {
  const person = simulator.person();
  const chat = { id: String(person.chatId), accountId: String(person.id) };
  return {
    adapter,
    chat,
    writes: async (text) => String(person.writes(text)),
    edits: async (messageId, text) => person.edits(Number(messageId), text),
    presses: async (messageId, label) => person.presses(Number(messageId), label),
    redelivers: async () => {
      await canTakeAgain();
      simulator.redeliver(simulator.lastUpdate());
    },
    botWrites: async (text) => {
      person.writes(text, { from: simulator.me });
    },
    sendsPicture: async (bytes, caption) => {
      const photo = [{ file_id: simulator.keeps(bytes), file_unique_id: 'u', width: 1, height: 1 }];
      return String(person.writes('', { text: undefined, photo, caption }));
    },
    losesFiles: () => simulator.losesFiles(),
    failsNext: (failure) => simulator.fails(faults[failure]),
    seen: () =>
      simulator.said(person.chatId).map((message) => ({
        messageId: String(message.messageId),
        text: message.text,
        marks: marksOf(message),
        pings: pingsOf(message),
        buttons: message.buttons.map((row) => row.map(({ label }) => label)),
        hasImage: message.photo !== null,
      })),
    forgets: () => simulator.forget(),
    close,
  };
}

adapterContract('Telegram by polling', traits, async () => {
  const simulator = await startTelegramSimulator();
  const { apiRoot, token } = simulator;
  const adapter = createTelegramAdapter({ token, apiRoot, menu: [], retryDelayMs: 1 });
  return platformOf(
    simulator,
    adapter,
    () => simulator.until(simulator.isPolled),
    () => simulator.close(),
  );
});

adapterContract('Telegram by webhook', { ...traits, hostileRuns: 20 }, async () => {
  const simulator = await startTelegramSimulator();
  const { apiRoot, token } = simulator;
  const server = await createHttpServer({
    port: 0,
    checks: {},
    routes: { '/telegram': (request) => adapter.webhook(request) },
    log: { error() {} },
  });
  const webhook = { url: `${server.url}/telegram`, secret: 'a-secret_1' };
  const adapter = createTelegramAdapter({ token, apiRoot, webhook, menu: [] });
  return platformOf(
    simulator,
    adapter,
    () => simulator.until(() => simulator.pending().length === 0),
    async () => {
      await simulator.close();
      await server.close();
    },
  );
});
