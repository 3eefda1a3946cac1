import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Adapter,
  type Chat,
  FetchError,
  SendError,
  type SendFailure,
  type SendOptions,
} from '../../src/bots/adapter.ts';
import { type Message, messageSchema } from '../../src/bots/message.ts';
import type { OutgoingReply, Reply } from '../../src/bots/reply.ts';
import { bold, code, italic, lines, plainText } from '../../src/bots/text.ts';
import { hostileSamples, hostileText } from './hostile-text.ts';

/** What a person sees of one message of ours: the markup as the platform understands it, not as it was sent. */
export interface Seen {
  readonly messageId: string;
  /** Without markup. */
  readonly text: string;
  /** Every formatted piece, whatever the platform would make of it: `bold:breakfast`, `italic:…`, `code:…`, `link:…`. */
  readonly marks: readonly string[];
  /** Whom it would ping. */
  readonly pings: readonly string[];
  readonly buttons: readonly (readonly string[])[];
  readonly hasImage: boolean;
}

/** One platform, simulated, with one person in a private chat with us and an adapter that is not started. */
export interface ContractPlatform {
  readonly adapter: Adapter;
  readonly chat: Chat;
  /** The person writes; gives the platform's message id. The event may still be on its way. */
  writes(text: string): Promise<string>;
  /** Everything of ours in that chat, oldest first, as it looks now. */
  seen(): readonly Seen[];
  /** The person presses the button with this label under that message of ours. */
  presses?(messageId: string, label: string): Promise<void>;
  /** The person changes a message of theirs. */
  edits?(messageId: string, text: string): Promise<void>;
  /** The person removes a message of theirs. */
  removes?(messageId: string): Promise<void>;
  /** The platform delivers the last event once more. */
  redelivers?(): Promise<void>;
  /** A bot writes in that chat: we ourselves where the platform tells us of that, else another. */
  botWrites?(text: string): Promise<void>;
  /** The next request to send or edit is answered so that it means this failure. */
  failsNext?(failure: SendFailure): void;
  /** The person sends a picture with a caption. */
  sendsPicture?(bytes: Buffer, caption: string): Promise<string>;
  /** The platform no longer has any of the files. */
  losesFiles?(): void;
  /** Empties `seen`, which keeps long runs quick. */
  forgets?(): void;
  close(): Promise<void>;
}

export interface ContractTraits {
  /** The longest text of one message, in UTF-16 code units. */
  readonly maxLength: number;
  /** Optional hooks this platform has; their tests are not made for the others. */
  readonly has: readonly ('presses' | 'edits' | 'removes' | 'redelivers' | 'botWrites' | 'images' | 'files')[];
  /** What a platform of plain lines does without: formatting, a longest message, several lines in one message. */
  readonly lacks?: readonly ('marks' | 'limit' | 'lines')[];
  /** Failures the platform can answer with. */
  readonly failures: readonly SendFailure[];
  /** Whether an event whose `onMessage` rejected is handed over again. */
  readonly retriesUncommitted: boolean;
  /** How the platform changes a text that it shows (characters it drops, ends it trims). */
  readonly shows?: (text: string) => string;
  /** Hostile strings to send through, 300 unless told. */
  readonly hostileRuns?: number;
}

const onePixelPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let nonce = 0;
const options = (): SendOptions => ({ nonce: `contract-${++nonce}`, respondTo: null, isEphemeral: false });
const outgoing = (text: Reply['text'], buttons: OutgoingReply['buttons'] = []): OutgoingReply => ({ text, buttons });
const press = (label: string) => ({ label, action: { command: 'undo', input: null } });

/** A promise to be resolved from outside. */
function gate() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

/** A receiver whose messages can be awaited one by one. */
function receiver(commit: (message: Message) => Promise<void> = async () => {}) {
  const waiting: ((message: Message) => void)[] = [];
  const queue: Message[] = [];
  return {
    all: [] as Message[],
    async onMessage(message: Message) {
      await commit(message);
      this.all.push(message);
      const wanted = waiting.shift();
      if (wanted === undefined) queue.push(message);
      else wanted(message);
    },
    next(): Promise<Message> {
      const ready = queue.shift();
      return ready === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(ready);
    },
  };
}

/** What every adapter promises, whatever the platform. `open` is called anew for each test. */
export function adapterContract(name: string, traits: ContractTraits, open: () => Promise<ContractPlatform>): void {
  const shows = traits.shows ?? ((text: string) => text);
  const lacks = (trait: NonNullable<ContractTraits['lacks']>[number]) => traits.lacks?.includes(trait) ?? false;
  const has = (hook: ContractTraits['has'][number]) => traits.has.includes(hook);

  describe(`${name} keeps the adapter's contract`, () => {
    let platform: ContractPlatform;
    let adapter: Adapter;
    beforeEach(async () => {
      platform = await open();
      adapter = platform.adapter;
    });
    afterEach(async () => {
      await adapter.stop();
      await platform.close();
    });

    const start = async (commit?: (message: Message) => Promise<void>) => {
      const received = receiver(commit);
      await adapter.start((message) => received.onMessage(message));
      return received;
    };
    const send = (reply: OutgoingReply) => adapter.send(platform.chat, reply, options());
    const lastSeen = () => {
      const last = platform.seen().at(-1);
      if (last === undefined) throw new Error('nothing was sent');
      return last;
    };

    it('hands a text over as a storable Message', async () => {
      const received = await start();
      const messageId = await platform.writes('ate 200g rice lunch');
      const message = await received.next();
      expect(messageSchema.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
      expect(message).toMatchObject({
        kind: 'text',
        platform: adapter.platform,
        text: 'ate 200g rice lunch',
        messageId,
        isPrivate: true,
        sender: { id: platform.chat.accountId },
        media: [],
        replyToId: null,
      });
      if (platform.chat.id !== null) expect(message.chatId).toBe(platform.chat.id);
    });

    it('gives each event its own key and keeps the order of a chat, however slow the first is', async () => {
      const slow = gate();
      const received = await start(async (message) => {
        if (message.kind === 'text' && message.text === 'number 0') await slow.promise;
      });
      const texts = Array.from({ length: 20 }, (_, i) => `number ${i}`);
      for (const text of texts) await platform.writes(text);
      slow.resolve();
      const messages: Message[] = [];
      while (messages.length < texts.length) messages.push(await received.next());
      expect(messages.map((message) => (message.kind === 'text' ? message.text : message.kind))).toEqual(texts);
      expect(new Set(messages.map((message) => message.eventKey)).size).toBe(texts.length);
    });

    if (has('redelivers'))
      it('gives a redelivered event the same key', async () => {
        const received = await start();
        await platform.writes('coffee');
        const first = await received.next();
        await platform.redelivers?.();
        expect(await received.next()).toEqual(first);
      });

    if (traits.retriesUncommitted)
      it('hands an event over again when it could not be committed', async () => {
        let isFirst = true;
        const received = await start(async () => {
          if (!isFirst) return;
          isFirst = false;
          throw new Error('the database is away');
        });
        await platform.writes('two eggs');
        expect(await received.next()).toMatchObject({ kind: 'text', text: 'two eggs' });
      });

    if (has('edits'))
      it("hands an edit over under the original's message id and a key of its own", async () => {
        const received = await start();
        const messageId = await platform.writes('100g rice');
        const original = await received.next();
        await platform.edits?.(messageId, '200g rice');
        const edit = await received.next();
        expect(messageSchema.parse(edit)).toMatchObject({ kind: 'edit', messageId, text: '200g rice' });
        expect(edit.eventKey).not.toBe(original.eventKey);
      });

    if (has('removes'))
      it('hands a deletion over', async () => {
        const received = await start();
        const messageId = await platform.writes('100g rice');
        await received.next();
        await platform.removes?.(messageId);
        const removal = await received.next();
        expect(messageSchema.parse(removal)).toMatchObject({ kind: 'delete', messageId });
      });

    if (has('botWrites'))
      it('does not hear bots', async () => {
        const received = await start();
        await platform.botWrites?.('Recorded.');
        await platform.writes('after the bot');
        expect(await received.next()).toMatchObject({ text: 'after the bot' });
      });

    it('does not hear what it sends itself', async () => {
      const received = await start();
      await send(outgoing('Recorded.'));
      await platform.writes('thanks');
      expect(await received.next()).toMatchObject({ text: 'thanks' });
      expect(received.all).toHaveLength(1);
    });

    it('sends without being started, and says what the message is called', async () => {
      const sent = await send(outgoing('Good morning'));
      expect(lastSeen()).toMatchObject({ messageId: sent.messageId, text: 'Good morning', marks: [], buttons: [] });
      if (platform.chat.id !== null) expect(sent.chatId).toBe(platform.chat.id);
    });

    it('finds the private chat of an account by itself', async () => {
      await adapter.send({ id: null, accountId: platform.chat.accountId }, outgoing('Time to weigh in'), options());
      expect(lastSeen().text).toBe('Time to weigh in');
    });

    it('shows formatting as formatting', async () => {
      const text = lines([bold('Lunch'), ' 200 g ', italic('rice')], ['Write ', code('undo'), ' to take it back']);
      await send(outgoing(text));
      expect(lastSeen().text).toBe(plainText(text));
      if (!lacks('marks')) expect([...lastSeen().marks].sort()).toEqual(['bold:Lunch', 'code:undo', 'italic:rice']);
    });

    if (has('presses'))
      it('hands a press over with the id of the button', async () => {
        const received = await start();
        const sent = await send(
          outgoing('Recorded', [[{ label: 'Undo', id: '0198c0de-7a11-7000-8000-000000000001.0' }]]),
        );
        expect(lastSeen().buttons).toEqual([['Undo']]);
        await platform.presses?.(sent.messageId, 'Undo');
        const message = await received.next();
        expect(messageSchema.parse(JSON.parse(JSON.stringify(message)))).toMatchObject({
          kind: 'press',
          messageId: sent.messageId,
          buttonId: '0198c0de-7a11-7000-8000-000000000001.0',
          sender: { id: platform.chat.accountId },
        });
      });

    it('changes a message in place, twice the same without complaint', async () => {
      const sent = await send(outgoing('100 g rice', [[{ label: 'Undo', id: 'a.0' }]]));
      await adapter.edit(sent, outgoing(bold('200 g rice')), options());
      await adapter.edit(sent, outgoing(bold('200 g rice')), options());
      expect(platform.seen()).toHaveLength(1);
      expect(lastSeen()).toMatchObject({ text: '200 g rice', buttons: [] });
      if (!lacks('marks')) expect(lastSeen().marks).toEqual(['bold:200 g rice']);
    });

    if (has('files')) {
      const sent = async (bytes: Buffer) => {
        const received = await start();
        await platform.sendsPicture?.(bytes, 'front');
        const message = await received.next();
        expect(messageSchema.parse(JSON.parse(JSON.stringify(message)))).toMatchObject({ kind: 'text', text: 'front' });
        const media = message.kind === 'text' ? message.media : [];
        expect(media).toMatchObject([{ kind: 'photo' }]);
        await adapter.stop();
        return (signal = AbortSignal.timeout(5000)) =>
          Promise.all(media.map((one) => adapter.fetch(one, signal))).then(([file]) => file);
      };
      const failureOf = (work: Promise<unknown>) =>
        work.then(
          () => null,
          (error: unknown) => (error instanceof FetchError ? error.failure : error),
        );

      it('brings the picture of a message, byte for byte, without being started', async () => {
        const fetch = await sent(onePixelPng);
        expect(Buffer.from((await fetch()) ?? [])).toEqual(onePixelPng);
      });

      it('brings no file that is too large', async () => {
        const fetch = await sent(Buffer.alloc(20_000_001));
        expect(await failureOf(fetch())).toBe('too-large');
      });

      it('says that a file is gone', async () => {
        const fetch = await sent(onePixelPng);
        platform.losesFiles?.();
        expect(await failureOf(fetch())).toBe('gone');
      });

      it('gives up on a file when it is told to, and says that the outcome is unknown', async () => {
        const fetch = await sent(onePixelPng);
        expect(await failureOf(fetch(AbortSignal.abort()))).toBe('unknown');
      });
    }

    for (const failure of traits.failures)
      it(`says ${failure} when that is what the platform means`, async () => {
        platform.failsNext?.(failure);
        const error = await send(outgoing('Hello')).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(SendError);
        if (!(error instanceof SendError)) return;
        expect(error.failure).toBe(failure);
        if (failure === 'later') expect(error.retryAfterMs).toBeGreaterThan(0);
      });

    if (!lacks('limit'))
      it('cuts a long reply into messages the platform takes, with buttons and image on the last', async () => {
        const entries = Array.from({ length: 400 }, (_, i) => [bold(`Entry ${i}`), ': 200 g rice & beans <3 😀\n']);
        const reply: Reply = { text: entries, buttons: [[press('Undo')]] };
        const image = has('images') ? { mediaIds: [1], alt: 'Weight over a month' } : null;
        const parts = adapter.split(image === null ? reply : { ...reply, image });
        expect(parts.length).toBeGreaterThan(1);
        expect(parts.slice(0, -1).every((part) => !part.buttons?.length && part.image === undefined)).toBe(true);
        for (const { text, buttons, image: picture } of parts)
          await send({
            text,
            buttons: (buttons ?? []).map((row) => row.map(({ label }, i) => ({ label, id: `a.${i}` }))),
            ...(picture === undefined ? {} : { image: { bytes: onePixelPng, mime: 'image/png', alt: picture.alt } }),
          });
        const seen = platform.seen();
        expect(seen.every((message) => message.text.length <= traits.maxLength)).toBe(true);
        const joined = seen.map((message) => message.text).join('\n');
        expect(joined.match(/Entry \d+: 200 g rice & beans <3 😀/gu)).toEqual(
          entries.map((_, i) => `Entry ${i}: 200 g rice & beans <3 😀`),
        );
        expect(seen.flatMap((message) => message.marks).filter((mark) => mark.startsWith('bold:'))).toHaveLength(400);
        expect(lastSeen()).toMatchObject({ buttons: [['Undo']], hasImage: image !== null });
      });

    it('leaves a short reply in one piece', () => {
      const reply: Reply = { text: ['Recorded ', bold('rice')], buttons: [[press('Undo')]] };
      const parts = adapter.split(reply);
      expect(parts).toHaveLength(1);
      expect(parts.map((part) => plainText(part.text))).toEqual(['Recorded rice']);
      expect(parts[0]?.buttons).toEqual(reply.buttons);
    });

    const repeats = async (words: string) => {
      platform.forgets?.();
      const before = platform.seen().length;
      const parts = adapter.split({ text: ['You wrote: ', words, ' ', bold(words), ' ', code(words), '.'] });
      for (const part of parts) await send(outgoing(part.text));
      const seen = platform.seen().slice(before);
      expect(seen).toHaveLength(parts.length);
      expect(seen.flatMap((message) => message.pings)).toEqual([]);
      expect(seen.flatMap((message) => message.marks).filter((mark) => !/^(?:bold|code):/.test(mark))).toEqual([]);
      for (const [i, message] of seen.entries()) {
        expect(message.text.length).toBeLessThanOrEqual(traits.maxLength);
        expect(message.text).toBe(shows(plainText(parts[i]?.text ?? '')));
      }
      const said = (text: string) => text.replace(/\s+/gu, '');
      expect(said(seen.map((message) => message.text).join(''))).toBe(
        said(shows(`You wrote: ${words} ${words} ${words}.`)),
      );
    };

    it('repeats hostile words without markup of theirs and without pinging anybody', async () => {
      for (const words of hostileSamples) await repeats(words);
    });

    it('repeats whatever is made up at random', { timeout: 120_000 }, async () => {
      await fc.assert(fc.asyncProperty(hostileText(), repeats), { numRuns: traits.hostileRuns ?? 300 });
    });

    if (!lacks('lines'))
      it('hands hostile words over as they came, fit to be stored', { timeout: 120_000 }, async () => {
        const received = await start();
        const words = [...hostileSamples, ...fc.sample(hostileText(), traits.hostileRuns ?? 300)];
        for (const text of words.filter((word) => word.trim() !== '')) {
          await platform.writes(text);
          const message = await received.next();
          expect(message.kind === 'text' ? message.text : message.kind).toBe(
            text.replace(/\0/g, '').replace(/\p{Surrogate}/gu, '\ufffd'),
          );
        }
      });

    it('lets what is in hand finish when it stops, and hears nothing afterwards', async () => {
      const isInHand = gate();
      const finish = gate();
      const received = await start(async () => {
        isInHand.resolve();
        await finish.promise;
      });
      await platform.writes('the last one');
      await isInHand.promise;
      let isStopped = false;
      const stopped = adapter.stop().then(() => {
        isStopped = true;
      });
      await new Promise((resolve) => setImmediate(resolve));
      expect(isStopped).toBe(false);
      finish.resolve();
      await stopped;
      await platform.writes('too late');
      expect(received.all.map((message) => message.kind)).toEqual(['text']);
    });

    it('stops within a second while nothing happens', async () => {
      await start();
      const begunAt = performance.now();
      await adapter.stop();
      expect(performance.now() - begunAt).toBeLessThan(1000);
    });
  });
}
