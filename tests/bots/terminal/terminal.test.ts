import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/bots/message.ts';
import type { OutgoingReply } from '../../../src/bots/reply.ts';
import { createTerminalAdapter } from '../../../src/bots/terminal/create-adapter.ts';
import { renderReply } from '../../../src/bots/terminal/render.ts';
import { bold, code, italic } from '../../../src/bots/text.ts';

const folder = mkdtempSync(join(tmpdir(), 'spotter-terminal-'));
const historyFile = join(folder, 'history');
afterEach(() => rmSync(historyFile, { force: true }));

const options = { nonce: 'n', respondTo: null, isEphemeral: false };
const chat = { id: null, accountId: 'me' };
const reply = (text: OutgoingReply['text'], ...labels: string[]): OutgoingReply => ({
  text,
  buttons: labels.length > 0 ? [labels.map((label, i) => ({ label, id: `7.${i}` }))] : [],
});

/** A terminal with a person at it, or with lines piped into it. */
function open(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode() {} });
  const output = Object.assign(new PassThrough(), { isTTY, columns: 80, rows: 24 });
  let printed = '';
  output.setEncoding('utf8').on('data', (chunk) => {
    printed += chunk;
  });
  const adapter = createTerminalAdapter({
    input,
    output,
    historyFile: isTTY ? historyFile : null,
    timeZone: 'Asia/Tokyo',
  });
  const received: Message[] = [];
  return {
    input,
    adapter,
    received,
    printed: () => printed,
    keep: async (message: Message) => void received.push(message),
  };
}

describe('a person at a terminal', () => {
  it('sees formatting, numbered buttons, and the line being typed below', async () => {
    const { adapter, input, keep, printed } = open(true);
    await adapter.start(keep);
    input.write('ate 2');
    await adapter.send(chat, reply([bold('Logged'), ' ', italic('rice'), ' ', code('undo')], 'Undo', 'More'), options);
    expect(printed()).toContain(
      '\u001B[1mLogged\u001B[22m \u001B[3mrice\u001B[23m \u001B[36mundo\u001B[39m\n[1] Undo  [2] More\n',
    );
    expect(printed()).toMatch(/> ate 2/);
    await adapter.stop();
  });

  it('finds what was typed before in the next session, and nobody else can read it', async () => {
    const first = open(true);
    await first.adapter.start(first.keep);
    first.input.write('ate 200g rice\r');
    await first.adapter.stop();
    expect(readFileSync(historyFile, 'utf8')).toBe('ate 200g rice');
    expect(statSync(historyFile).mode & 0o777).toBe(0o600);
    const second = open(true);
    await second.adapter.start(second.keep);
    const upAndEnter = '\u001B[A\r';
    second.input.write(upAndEnter);
    await second.adapter.stop();
    expect(second.received).toMatchObject([{ kind: 'text', text: 'ate 200g rice', timeZone: 'Asia/Tokyo' }]);
  });

  it('who has been erased finds nothing of what was typed before, then or later', async () => {
    const first = open(true);
    await first.adapter.start(first.keep);
    first.input.write('ate 200g rice\rdelete me\r');
    await first.adapter.send(chat, { ...reply('All is gone.'), isFarewell: true }, options);
    expect(existsSync(historyFile)).toBe(false);
    first.input.write('hello\r');
    await first.adapter.stop();
    expect(readFileSync(historyFile, 'utf8')).toBe('hello');
  });
});

describe('lines piped in', () => {
  it('are messages, the last one too, and empty ones are not', async () => {
    const { adapter, input, keep, received } = open(false);
    await adapter.start(keep);
    input.end('one\n\n   \r\ntwo\r\nthree');
    await adapter.ended;
    expect(received).toMatchObject([{ text: 'one' }, { text: 'two' }, { text: 'three' }]);
  });

  it('press a button by its number in brackets; a bare number is words', async () => {
    const { adapter, input, keep, received } = open(false);
    await adapter.start(keep);
    const { messageId } = await adapter.send(chat, reply('Which?', 'London', 'Chicago'), options);
    // What has no buttons leaves those of the message before it.
    await adapter.send(chat, reply('Well?'), options);
    input.end('[2]\n#1\n2\n[3]\n');
    await adapter.ended;
    expect(received).toMatchObject([
      { kind: 'press', messageId, buttonId: '7.1' },
      { kind: 'press', messageId, buttonId: '7.0' },
      { kind: 'text', text: '2' },
      { kind: 'text', text: '[3]' },
    ]);
  });

  it('that could not be kept are named, and those behind them go on', async () => {
    const { adapter, input, keep, received, printed } = open(false);
    await adapter.start(async (message) => {
      if (message.kind === 'text' && message.text === 'one') throw new Error('the database is away');
      await keep(message);
    });
    input.end('one\ntwo\n');
    await adapter.ended;
    expect(received).toMatchObject([{ text: 'two' }]);
    expect(printed()).toBe('This could not be kept, please write it again: one\n');
  });
});

it('shows nothing that a terminal would act upon, wherever it stands', () => {
  const evil = 'a\u001B[2J\u0007\u009B31mb';
  const shown = renderReply(
    {
      text: [evil, bold(evil), code(evil), { link: `https://x.example/${evil}`, label: evil }],
      buttons: [[{ label: evil, id: '1' }]],
      image: { bytes: Buffer.alloc(0), mime: 'image/png', alt: evil },
    },
    1,
    true,
  );
  const ourColours = ['1', '22', '36', '39'].map((colour) => `\u001B[${colour}m`);
  const rest = ourColours.reduce((text, colour) => text.replaceAll(colour, ''), shown);
  expect(rest).not.toMatch(/[\p{Cc}--\n]/v);
});
