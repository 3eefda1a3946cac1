import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Adapter, FetchError, type FetchFailure } from '../../src/bots/adapter.ts';
import { type Media, type Message, messageSchema } from '../../src/bots/message.ts';
import type { OutgoingPicture, OutgoingReply } from '../../src/bots/reply.ts';
import { plainText } from '../../src/bots/text.ts';
import { createRuntime } from '../../src/cli/runtime.ts';
import { testImage } from '../../src/cli/scenario/test-image.ts';
import { createFileStore } from '../../src/domain/media/file-store.ts';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { silentLog } from '../support/silent-log.ts';

const { db } = await testDatabase();
const foods = await fewFoods(db);
let now = Temporal.Instant.from('2026-03-02T12:30:00Z');
let folder = '';
let events = 0;
let chat = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spotter-photos-'));
  chat += 1;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The bot, with what it fetched and said; `fetch` is what the platform does about files. */
function open(fetch: Adapter['fetch'] = async ({ handle }) => testImage(handle), keepsFiles = true) {
  const fetched: string[] = [];
  const said: { text: string; image: OutgoingPicture | undefined; buttons: OutgoingReply['buttons']; id: string }[] =
    [];
  const adapter: Adapter = {
    platform: 'telegram',
    async start() {},
    async stop() {},
    fetch(media, signal) {
      fetched.push(media.handle);
      return fetch(media, signal);
    },
    split: (reply) => [reply],
    async send({ accountId }, { text, image, buttons }, { nonce }) {
      said.push({ text: plainText(text), image, buttons, id: nonce });
      return { chatId: accountId, messageId: nonce };
    },
    async edit({ messageId }, { text, image, buttons }) {
      said.push({ text: plainText(text), image, buttons, id: messageId });
    },
  };
  const files = keepsFiles ? { files: createFileStore(folder) } : {};
  const { respond } = createRuntime({ db, foods, adapters: [adapter], ...files, clock: () => now, log: silentLog });
  const hears = async (message: Message) => {
    await respond.receive(message);
    await respond.idle();
    return said.at(-1);
  };
  return { fetched, said, hears, presses: (label: string) => hears(pressed(said.at(-1), label)) };
}

function event(rest: object): Message {
  now = now.add({ seconds: 30 });
  events += 1;
  return messageSchema.parse({
    platform: 'telegram',
    eventKey: `update:${events}`,
    chatId: `chat-${chat}`,
    isPrivate: true,
    sender: { id: `chat-${chat}`, name: null, locale: null },
    sentAt: now.toString(),
    timeZone: null,
    respondTo: null,
    messageId: `${events}`,
    ...rest,
  });
}

const photo = (handle: string): Media => ({ kind: 'photo', handle, fileName: null });
const written = (text: string, ...media: Media[]) => event({ kind: 'text', text, media, replyToId: null });
const pressed = (under: { buttons: OutgoingReply['buttons']; id: string } | undefined, label: string) =>
  event({
    kind: 'press',
    messageId: under?.id,
    buttonId: under?.buttons.flat().find((button) => button.label === label)?.id,
  });

const filesKept = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jpg'));
async function rows(table: 'media' | 'progress_photos'): Promise<number> {
  const { rows: found } = await db.execute<{ n: string }>(
    sql`select count(*) as n from ${sql.identifier(table)} where user_id = (
      select user_id from chat_accounts where platform = 'telegram' and account_id = ${`chat-${chat}`})`,
  );
  return Number(found[0]?.n);
}

describe('a picture that is to be kept', () => {
  it('is fetched once, kept as one file, and shown again without its hidden data', async () => {
    const camera = await sharp(testImage('me'))
      .withExif({ IFD0: { Make: 'Secret-Maker' } })
      .jpeg()
      .toBuffer();
    const { hears, fetched, said } = open(async () => camera);
    await hears(written('front', photo('me')));
    expect([fetched, filesKept().length, await rows('progress_photos')]).toEqual([['me'], 1, 1]);
    const shown = await hears(written('my photos'));
    expect(shown?.image).toMatchObject({ mime: 'image/jpeg', alt: 'Progress photo: front, 2 March 2026' });
    const { width, height, exif } = await sharp(shown?.image?.bytes).metadata();
    expect([width, height, exif]).toEqual([60, 80, undefined]);
    expect(shown?.image?.bytes.includes('Secret-Maker')).toBe(false);
    expect(said).toHaveLength(2);
  });

  it('is in no stored reply, only its reference is', async () => {
    const { hears } = open();
    await hears(written('front', photo('me')));
    await hears(written('my photos'));
    const { rows: stored } = await db.execute<{ image: object }>(
      sql`select reply -> 'image' as image from deliveries where account_id = ${`chat-${chat}`} and reply ? 'image'`,
    );
    expect(stored).toEqual([{ image: { mediaIds: [expect.any(Number)], alt: 'Progress photo: front, 2 March 2026' } }]);
  });

  it('can come as several of one message, named in order', async () => {
    const { hears } = open();
    const card = await hears(written('back and front', photo('1'), photo('2'), photo('3')));
    expect(card?.text).toContain('3 progress photos kept for today: back, front, back.');
    expect([filesKept().length, await rows('progress_photos')]).toEqual([3, 3]);
    const shown = await hears(written('my photos'));
    expect(await sharp(shown?.image?.bytes).metadata()).toMatchObject({ height: 960, width: 2 * 720 + 12 });
  });

  it('is taken for a picture when it was sent as a file', async () => {
    const { hears } = open();
    const card = await hears(written('side', { kind: 'file', handle: 'x', fileName: 'IMG_1.JPG' }));
    expect(card?.text).toContain('side');
  });

  it('is asked about without words, and fetched only when the answer needs it', async () => {
    const { hears, presses, fetched } = open();
    const question = await hears(written('', photo('what')));
    expect(question?.text).toMatch(/^What is this picture for\? I do not look at what it shows/);
    expect([fetched, filesKept()]).toEqual([[], []]);
    await presses('Progress photo');
    expect([fetched, filesKept().length, await rows('progress_photos')]).toEqual([['what'], 1, 1]);
  });

  it('is not fetched when its words are a meal', async () => {
    const { hears, fetched } = open();
    expect((await hears(written('200g rice lunch', photo('lunch'))))?.text).toContain('Rice');
    expect(fetched).toEqual([]);
  });
});

describe('a picture that cannot be kept', () => {
  const sentences: [FetchFailure, RegExp][] = [
    ['too-large', /^That file is too large for me: pictures may have up to 20 MB\.$/],
    ['gone', /^I can no longer get at that picture, so I kept nothing/],
    ['unknown', /^I could not load that picture just now, so I kept nothing/],
  ];
  it.each(sentences)('is told of when the platform says %s', async (failure, sentence) => {
    const { hears } = open(() => Promise.reject(new FetchError(failure, 'so it is')));
    expect((await hears(written('front', photo('x'))))?.text).toMatch(sentence);
    expect([filesKept(), await rows('progress_photos')]).toEqual([[], 0]);
  });

  it('is told of when it is none, and leaves no file of those before it', async () => {
    const { hears } = open(async ({ handle }) => (handle === 'good' ? testImage('x') : Buffer.from('%PDF-1.7')));
    const answer = await hears(written('front and side', photo('good'), photo('bad')));
    expect(answer?.text).toBe('I cannot read that as a picture. JPEG, PNG and WebP work.');
    expect([filesKept(), await rows('progress_photos')]).toEqual([[], 0]);
  });

  it('is told of where no files are kept', async () => {
    const { hears, fetched } = open(undefined, false);
    expect((await hears(written('profile photo', photo('x'))))?.text).toBe('I cannot keep pictures here.');
    expect(fetched).toEqual([]);
  });
});

describe('pictures that go', () => {
  it('are erased with the person, at once', async () => {
    const { hears, presses } = open();
    await hears(written('front', photo('1')));
    await hears(written('this is my profile photo', photo('2')));
    expect(filesKept()).toHaveLength(2);
    await hears(written('delete me'));
    await presses('Delete everything');
    expect(filesKept()).toEqual([]);
  });

  it('are said in words where a reply had one', async () => {
    const { hears } = open();
    await hears(written('front', photo('1')));
    rmSync(folder, { recursive: true });
    const shown = await hears(written('my photos'));
    expect(shown?.image).toBeUndefined();
    expect(shown?.text).toContain('(This picture is no longer there: Progress photo: front, 2 March 2026)');
  });

  it('come back with redo', async () => {
    const { hears } = open();
    await hears(written('front', photo('1')));
    await hears(written('undo'));
    expect([filesKept().length, await rows('progress_photos')]).toEqual([1, 0]);
    await hears(written('redo'));
    expect((await hears(written('my photos')))?.image).toBeDefined();
  });
});
