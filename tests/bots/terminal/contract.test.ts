import { PassThrough } from 'node:stream';
import { expect } from 'vitest';
import type { Adapter } from '../../../src/bots/adapter.ts';
import { createTerminalAdapter } from '../../../src/bots/terminal/create-adapter.ts';
import { adapterContract, type Seen } from '../../support/adapter-contract.ts';

/** What a terminal would act upon instead of showing it. */
const shows = (text: string) => text.replace(/[\p{Cc}--\n]/gv, '').toWellFormed();

adapterContract(
  'the terminal, piped',
  {
    maxLength: Number.POSITIVE_INFINITY,
    has: ['presses', 'images'],
    lacks: ['marks', 'limit', 'lines'],
    failures: [],
    retriesUncommitted: false,
    shows,
    hostileRuns: Number(process.env.HOSTILE_RUNS ?? 150),
  },
  async () => {
    const input = new PassThrough();
    let printed = '';
    const output = new PassThrough();
    output.setEncoding('utf8').on('data', (chunk) => {
      printed += chunk;
    });
    const terminal = createTerminalAdapter({ input, output, historyFile: null, timeZone: 'UTC' });
    const seen = new Map<string, Seen>();

    /** What it prints while it says something, as the message it stands for. */
    async function watched(reply: Parameters<Adapter['send']>[1], say: () => Promise<string>): Promise<void> {
      printed = '';
      const messageId = await say();
      const lines = printed.replace(/\n$/, '').split('\n');
      const labels = reply.buttons.length > 0 ? (lines.pop() ?? '').split('  ') : [];
      if (reply.image) lines.pop();
      const buttons = reply.buttons.length > 0 ? [labels.map((label) => label.replace(/^\[\d+\] /, ''))] : [];
      seen.set(messageId, { messageId, text: lines.join('\n'), marks: [], pings: [], buttons, hasImage: false });
    }

    return {
      adapter: {
        ...terminal,
        async send(chat, reply, options) {
          let sent = { chatId: '', messageId: '' };
          await watched(reply, async () => {
            sent = await terminal.send(chat, reply, options);
            return sent.messageId;
          });
          return sent;
        },
        edit: (sent, reply, options) =>
          watched(reply, async () => {
            await terminal.edit(sent, reply, options);
            return sent.messageId;
          }),
      },
      chat: { id: 'terminal', accountId: 'me' },
      async writes(text) {
        input.write(`${text}\n`);
        // A terminal has no names for lines; the adapter makes one.
        return expect.any(String);
      },
      presses: async (messageId, label) => {
        const place = seen.get(messageId)?.buttons.flat().indexOf(label) ?? -1;
        input.write(`[${place + 1}]\n`);
      },
      seen: () => [...seen.values()],
      forgets: () => seen.clear(),
      async close() {
        input.end();
      },
    };
  },
);
