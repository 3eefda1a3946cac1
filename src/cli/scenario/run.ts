import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { OperatorError } from '../../../db/operator-error.ts';
import { commands } from '../../bots/commands/index.ts';
import { splitReply as splitForDiscord } from '../../bots/discord/split.ts';
import type { Message } from '../../bots/message.ts';
import { splitReply as splitForTelegram } from '../../bots/telegram/split.ts';
import { accountOfDue } from '../../domain/conversation/account-of-due.ts';
import { loadFoodIndex } from '../../domain/foods/load-food-index.ts';
import { createFileStore } from '../../domain/media/file-store.ts';
import { keepTelegramLink } from '../../domain/system/telegram-link.ts';
import { loadExerciseIndex } from '../../domain/training/load-exercise-index.ts';
import { makeCoach } from '../../domain/users/make-coach.ts';
import type { Log } from '../../log.ts';
import { runDue } from '../run-due.ts';
import { createRuntime } from '../runtime.ts';
import type { Store } from '../store.ts';
import type { readScenario, ScenarioLine } from './line.ts';
import { testImage } from './test-image.ts';
import { accountOf, chatOf, createWire, personOf } from './wire.ts';

export interface ScenarioOptions {
  readonly store: Store;
  readonly log: Log;
  readonly print: (line: object) => void;
}

const scenarioPlatforms = ['telegram', 'discord'] as const;

type Numbered = ReturnType<typeof readScenario>[number];
type Said = Extract<ScenarioLine, { from: string }>;

/**
 * Runs a conversation through the paths of the real platforms; only the wire and the clock are ours. Throws an
 * OperatorError that names the line it could not do.
 */
export async function runScenario(lines: readonly Numbered[], { store, log, print }: ScenarioOptions): Promise<void> {
  const mediaDir = mkdtempSync(join(tmpdir(), 'spotter-media-'));
  const run = randomBytes(4).toString('hex');
  let now = Temporal.Instant.fromEpochMilliseconds(0);
  const files = new Map<string, Buffer>();
  const wire = createWire(print, () => now, files);
  await keepTelegramLink(store.db, 'https://t.me/spotter_bot', () => now);
  const runtime = createRuntime({
    db: store.db,
    foods: await loadFoodIndex(store.db),
    exercises: await loadExerciseIndex(store.db),
    adapters: [wire.adapter('telegram', splitForTelegram), wire.adapter('discord', splitForDiscord)],
    files: createFileStore(mediaDir),
    clock: () => now,
    log,
    operators: {
      accounts: scenarioPlatforms.map((platform) => ({ platform, accountId: accountOf('admin', run) })),
      version: 'of the scenario',
      queueCounts: null,
    },
  });
  /** What was handed over, by the scenario's own names. */
  const delivered = new Map<string, Message>();

  /** Lets time pass: whatever is due by then happens, each thing at its own time. */
  async function pass(until: Temporal.Instant): Promise<void> {
    await runtime.respond.idle();
    await runDue(store.db, runtime.jobs, until, {
      at(moment) {
        if (Temporal.Instant.compare(moment, now) > 0) now = moment;
      },
      // Another run may share the database; its people are not ours.
      isOurs: async ({ job, row }) => (await accountOfDue(store.db, job, row))?.endsWith(`~${run}`) ?? false,
    });
    await runtime.respond.idle();
    now = until;
  }

  async function happen(line: ScenarioLine, number: number): Promise<void> {
    if ('tick' in line) return;
    if ('fail' in line) return wire.fail(line.fail, accountOf(line.for, run), line.with, line.times);
    if ('make_coach' in line) {
      const accountId = accountOf(line.make_coach, run);
      for (const platform of scenarioPlatforms) if (await makeCoach(store.db, { platform, accountId }, now)) return;
      throw new OperatorError(`Line ${number}: ${line.make_coach} has not written yet.`);
    }
    if ('redeliver' in line) {
      const message = delivered.get(line.redeliver);
      if (!message) throw new OperatorError(`Line ${number}: no message ${line.redeliver} was sent before.`);
      return runtime.respond.receive(message);
    }
    const message = toMessage(line, number);
    if (!message) return;
    const { messageId } = message;
    delivered.set(('id' in line && line.id) || `line${number}`, message);
    if (messageId === null) throw new OperatorError(`Line ${number} has no message.`);
    await runtime.respond.receive(message);
  }

  /** A line as the Message its platform's adapter would make of it; null where the platform tells us nothing. */
  function toMessage(line: Said, number: number): Message | null {
    const account = accountOf(line.from, run);
    const name = ('id' in line && line.id) || `line${number}`;
    const common = {
      platform: line.on,
      eventKey: `${run}-${number}`,
      chatId: chatOf(account),
      isPrivate: true,
      sender: { id: account, name: line.from, locale: null },
      sentAt: now.toString(),
      timeZone: null,
      respondTo: name,
    };
    const id = (of: string) => (/^b\d+$/.test(of) ? of : `${run}-${of}`);
    if ('edit' in line) {
      const text = fill(line.text, number);
      // Whoever changes the words of a picture sends it along.
      const original = delivered.get(line.edit);
      const media = original && 'media' in original ? original.media : [];
      return { ...common, kind: 'edit', messageId: id(line.edit), text, media, replyToId: null };
    }
    if ('delete' in line)
      return line.on === 'discord' ? { ...common, kind: 'delete', sender: null, messageId: id(line.delete) } : null;
    if ('press' in line) return { ...common, kind: 'press', ...findButton(line, account, number) };
    if ('submit' in line) {
      const form = wire.forms.findLast((open) => open.account === account && open.on === line.on);
      const formId = form ? { formId: form.id } : {};
      return { ...common, kind: 'submit', messageId: id(name), ...formId, fields: line.submit };
    }
    if ('command' in line)
      return { ...common, kind: 'command', messageId: id(name), ...readCommand(fill(line.command, number)) };
    const media = sentAlong(line).map(({ kind, fileName, bytes }) => {
      const handle = `${number}/${fileName}`;
      files.set(handle, bytes);
      return { kind, handle, fileName };
    });
    const album = 'album' in line && line.album !== undefined ? { albumId: `${run}-${line.album}` } : {};
    const replyToId = line.reply_to === undefined ? null : id(line.reply_to);
    const text = 'text' in line && line.text !== undefined ? fill(line.text, number) : '';
    return { ...common, kind: 'text', messageId: id(name), text, media, ...album, replyToId };
  }

  function findButton(line: Extract<Said, { press: string }>, account: string, number: number) {
    const message = wire.messages.findLast(
      ({ id, account: to, on, buttons }) =>
        to === account &&
        on === line.on &&
        (line.of === undefined || id === line.of) &&
        buttons.some(({ label }) => label === line.press),
    );
    const button = message?.buttons.find(({ label }) => label === line.press);
    if (!message || !button) throw new OperatorError(`Line ${number}: ${line.from} sees no button "${line.press}".`);
    return { messageId: message.id, buttonId: button.id };
  }

  /** Puts what the bot said in the place of `{{person:/pattern/}}`. */
  function fill(text: string, number: number): string {
    return text.replace(/\{\{([^:{}]+):\/(.*?)\/\}\}/g, (_, person: string, pattern: string) => {
      const group = wire.messages
        .filter(({ account }) => personOf(account) === person)
        .map((message) => new RegExp(pattern).exec(message.text)?.[1])
        .findLast((found) => found !== undefined);
      if (group === undefined)
        throw new OperatorError(`Line ${number}: nothing said to ${person} matches /${pattern}/.`);
      return group;
    });
  }

  try {
    for (const { number, line } of lines) {
      const at = line.at ? Temporal.Instant.from(line.at) : now;
      await pass(at);
      await happen(line, number);
      await pass(at);
    }
  } finally {
    rmSync(mediaDir, { recursive: true, force: true });
  }
}

interface Along {
  readonly kind: 'photo' | 'voice' | 'file';
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** What comes with the words: a picture made for its name, a voice message that begins as one, or the file itself. */
function sentAlong(line: Said): Along[] {
  const along: Along[] = [];
  if ('photo' in line && line.photo !== undefined)
    along.push({ kind: 'photo', fileName: line.photo, bytes: testImage(line.photo) });
  if ('voice' in line && line.voice !== undefined)
    along.push({ kind: 'voice', fileName: line.voice, bytes: Buffer.from(`OggS ${line.voice}`) });
  if ('file' in line) along.push({ kind: 'file', fileName: line.file, bytes: Buffer.from(line.content) });
  return along;
}

/** `/remind what:weigh in at:07:10`: options by name, and words before the first of them are the first option's. */
function readCommand(text: string): { name: string; options: Record<string, string> } {
  const [, name = '', rest = ''] = /^\/([a-z_]+)\s*(.*)$/su.exec(text) ?? [];
  const known = Object.keys(commands.find((command) => command.name === name)?.options.shape ?? {});
  const starts = [...rest.matchAll(/(?<=^|\s)([a-z_]+):/g)].filter(([, option = '']) => known.includes(option));
  const options: Record<string, string> = {};
  const bare = rest.slice(0, starts[0]?.index ?? rest.length).trim();
  if (bare !== '') options[known[0] ?? 'text'] = bare;
  for (const [i, start] of starts.entries()) {
    const from = start.index + start[0].length;
    options[start[1] ?? ''] = rest.slice(from, starts[i + 1]?.index ?? rest.length).trim();
  }
  return { name, options };
}
