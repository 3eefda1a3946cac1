import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline';
import { Temporal } from 'temporal-polyfill';
import { type Adapter, FetchError, type SentMessage } from '../adapter.ts';
import type { Message } from '../message.ts';
import type { OutgoingReply } from '../reply.ts';
import { quoted } from '../text.ts';
import { renderReply } from './render.ts';

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { isTTY?: boolean };
  /** Where typed lines are remembered between sessions; null keeps none. */
  readonly historyFile: string | null;
  /** The person's IANA zone, which a terminal knows. */
  readonly timeZone: string | null;
  readonly clock?: () => Temporal.Instant;
}

export interface TerminalAdapter extends Adapter {
  /** Resolves at the end of input: when everything typed has been handed over. */
  readonly ended: Promise<void>;
}

/** The one chat and person at this terminal. */
const chatId = 'terminal';
const accountId = 'me';
/** Longer lines than any message may be are cut by the language; the terminal only guards its memory. */
const historyLines = 500;

/** A chat in the terminal: every line is a message, and the number of a button presses it. */
export function createTerminalAdapter(options: TerminalOptions): TerminalAdapter {
  const { input, output, historyFile, timeZone, clock = Temporal.Now.instant } = options;
  const isInteractive = input.isTTY === true && output.isTTY === true;
  let buttons: { id: string; messageId: string }[] = [];
  let prompt: Interface | undefined;
  /** The lines typed before, as the prompt holds them. */
  let typed: string[] = [];
  /** What was printed last. */
  let shown = { text: '', messageId: '' };
  let handingOver: Promise<void> = Promise.resolve();
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });

  const common = () => ({
    platform: 'terminal' as const,
    eventKey: randomUUID(),
    chatId,
    isPrivate: true,
    sender: { id: accountId, name: null, locale: null },
    sentAt: clock().toString(),
    timeZone,
    respondTo: null,
  });

  /** `[2]` or `#2` presses button 2; a bare number answers a question, like any text. */
  function toMessage(line: string): Message {
    const number = /^\s*(?:\[(\d{1,3})\]|#(\d{1,3}))\s*$/.exec(line);
    const button = number ? buttons[Number(number[1] ?? number[2]) - 1] : undefined;
    if (button) return { kind: 'press', ...common(), messageId: button.messageId, buttonId: button.id };
    return { kind: 'text', ...common(), messageId: randomUUID(), text: line, media: [], replyToId: null };
  }

  function show(reply: OutgoingReply, messageId: string): void {
    const ids = reply.buttons.flat().map(({ id }) => ({ id, messageId }));
    if (ids.length > 0) buttons = ids;
    const text = renderReply(reply, 1, isInteractive);
    shown = { text, messageId };
    if (isInteractive) output.write(`\r\u001B[J${text}\n`);
    else output.write(`${text}\n`);
    if (isInteractive) prompt?.prompt(true);
  }

  function notKept(line: string): void {
    output.write(`This could not be kept, please write it again: ${quoted(line)}\n`);
    if (isInteractive) prompt?.prompt(true);
  }

  function forget(): void {
    typed.length = 0;
    if (historyFile) rmSync(historyFile, { force: true });
  }

  return {
    platform: 'terminal',
    ended,
    async start(onMessage) {
      prompt = createInterface({
        input,
        ...(isInteractive
          ? { output, prompt: '> ', history: readHistory(historyFile), historySize: historyLines }
          : {}),
        terminal: isInteractive,
        crlfDelay: Number.POSITIVE_INFINITY,
      });
      prompt.on('line', (line) => {
        if (line.trim() === '') prompt?.prompt();
        else handingOver = handingOver.then(() => onMessage(toMessage(line))).catch(() => notKept(line));
      });
      prompt.on('history', (history: string[]) => {
        typed = history;
        writeHistory(historyFile, history);
      });
      prompt.on('close', () => void handingOver.finally(end));
      if (isInteractive) prompt.prompt();
    },
    split: (reply) => [reply],
    async send(_chat, reply) {
      const sent: SentMessage = { chatId, messageId: randomUUID() };
      if (reply.isFarewell) forget();
      show(reply, sent.messageId);
      return sent;
    },
    // A terminal cannot take back what it printed: a changed card is printed again, unless a new one just said the same.
    async edit({ messageId }, reply) {
      const isSaid = messageId !== shown.messageId && renderReply(reply, 1, isInteractive) === shown.text;
      if (!isSaid) show(reply, messageId);
    },
    // Lines bring no files.
    async fetch() {
      throw new FetchError('gone', 'A terminal has no files');
    },
    async stop() {
      prompt?.close();
      await handingOver;
    },
  };
}

function readHistory(file: string | null): string[] {
  return file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, historyLines) : [];
}

function writeHistory(file: string | null, history: readonly string[]): void {
  if (file) writeFileSync(file, history.join('\n'), { mode: 0o600 });
}
