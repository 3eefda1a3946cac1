import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { testImage } from '../../../src/cli/scenario/test-image.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { createFileStore } from '../../../src/domain/media/file-store.ts';
import { storeFile } from '../../../src/domain/media/keep-media.ts';
import { inOneRow, toPicture } from '../../../src/domain/media/picture.ts';

const secret = 'Hidden-Valley-17';

/** A picture, left half red and right half blue, with all that cameras and programs write beside it. */
function told(format: 'jpeg' | 'png' | 'webp', orientation = 1) {
  const half = { create: { width: 40, height: 40, channels: 3 as const, background: '#0000ff' } };
  return sharp({ create: { width: 80, height: 40, channels: 3, background: '#ff0000' } })
    .composite([{ input: half, left: 40, top: 0 }])
    .withExif({
      IFD0: { Make: secret, Copyright: secret },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 25/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '3/1 42/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${secret}</a></x:xmpmeta>`)
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();
}

/** Every byte of the file is picture: between its markers a JPEG has only what is needed to draw it. */
function segmentsOf(jpeg: Buffer): number[] {
  const found: number[] = [];
  for (let at = 2; jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] ?? 0;
    found.push(marker);
    if (marker === 0xda) break;
  }
  return found;
}

describe('a file that is passed on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-files-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const store = createFileStore(folder);

  it('is cleaned where it is a picture, whatever it is called, and otherwise kept as it is', async () => {
    const picture = await storeFile(store, await told('jpeg'));
    expect([picture.mime, picture.widthPx]).toEqual(['image/jpeg', 80]);
    const kept = await store.read(picture.path);
    for (const trace of [secret, 'Exif', 'GPS']) expect(kept?.includes(trace), trace).toBe(false);
    const words = await storeFile(store, Buffer.from('%PDF-1.7 a plan'));
    expect([words.mime, words.widthPx]).toEqual(['application/pdf', null]);
    expect((await store.read(words.path))?.toString()).toBe('%PDF-1.7 a plan');
  });

  it.each([
    ['TIFF, as raw files are', Buffer.from('II*\0________________')],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic________')],
    ['AVIF', Buffer.from('\0\0\0\x18ftypavif________')],
  ])('is not passed on where it is a picture that cannot be cleaned: %s', async (_, file) => {
    await expect(storeFile(store, file)).rejects.toThrow(DomainError);
  });
});

describe('a picture that somebody sent', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('keeps nothing of what a %s tells beside the picture', async (format) => {
    const sent = await told(format);
    const before = await sharp(sent).metadata();
    expect(before.exif?.includes(secret)).toBe(true);
    const { bytes, mime } = await toPicture(sent);
    const after = await sharp(bytes).metadata();
    expect([after.exif, after.xmp, after.icc, after.iptc, after.comments]).toEqual(Array(5).fill(undefined));
    for (const trace of [secret, 'Exif', 'GPS', 'xmpmeta', 'ICC_PROFILE'])
      expect(bytes.includes(trace), trace).toBe(false);
    // JFIF (e0), tables (db, c4), frame (c0), scan (da); no other application segments (e1–ef) and no comments (fe).
    expect(segmentsOf(bytes).filter((marker) => ![0xe0, 0xdb, 0xc4, 0xc0, 0xda].includes(marker))).toEqual([]);
    expect([after.format, mime]).toEqual(['jpeg', 'image/jpeg']);
  });

  it('loses what is hidden in chunks and comments that no library knows, and behind its end', async () => {
    const png = testImage('x');
    const sent = Buffer.concat([png.subarray(0, 33), chunkOf('tEXt', `Comment\0${secret}`), png.subarray(33)]);
    const { bytes } = await toPicture(Buffer.concat([sent, Buffer.from(`<script>${secret}</script>`)]));
    expect(bytes.includes(secret)).toBe(false);
  });

  it('is turned upright before what says so is taken away', async () => {
    // Orientation 6: the camera was held so that what it took as the left is on top.
    const { bytes, widthPx, heightPx } = await toPicture(await told('jpeg', 6));
    expect([widthPx, heightPx]).toEqual([40, 80]);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
    const [top, bottom] = [at(20, 10), at(20, 70)];
    expect([Number(top[0]) > 200, Number(top[2]) < 60]).toEqual([true, true]);
    expect([Number(bottom[0]) < 60, Number(bottom[2]) > 200]).toEqual([true, true]);
  });

  it('is made no larger than a screen, and a small one stays as it is', async () => {
    const wide = await sharp({ create: { width: 6000, height: 1000, channels: 3, background: '#808080' } })
      .jpeg()
      .toBuffer();
    expect(await toPicture(wide)).toMatchObject({ widthPx: 2560, heightPx: 427 });
    expect(await toPicture(testImage('small'))).toMatchObject({ widthPx: 60, heightPx: 80 });
  });

  it('shows white where it was transparent', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const sent = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const [point] = await sharp((await toPicture(sent)).bytes)
      .raw()
      .toBuffer();
    expect(point).toBeGreaterThan(250);
  });
});

describe('what is no picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
  const cases: [name: string, bytes: Buffer, says: RegExp][] = [
    ['a drawing that could read files', Buffer.from(svg), /JPEG, PNG and WebP/],
    ['a document', Buffer.from('%PDF-1.7 …'), /JPEG, PNG and WebP/],
    ['an animation', Buffer.from('GIF89a…'), /JPEG, PNG and WebP/],
    ['nothing', Buffer.alloc(0), /JPEG, PNG and WebP/],
    ['a HEIC photo', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), /HEIC.*as a photo instead/],
    ['a broken JPEG', Buffer.from('\xff\xd8\xff\xe0 and then nothing', 'latin1'), /JPEG, PNG and WebP/],
    ['a picture cut off', testImage('cut').subarray(0, 60), /JPEG, PNG and WebP/],
    ['a small file with a huge picture', hugePng(20_000), /smaller version/],
    ['a file that is too large', Buffer.alloc(20_000_001, 0xff), /up to 20 MB/],
  ];
  it.each(cases)('%s is refused with a kind sentence', async (_name, bytes, says) => {
    const error = await toPicture(bytes).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DomainError);
    expect(String(error)).toMatch(says);
  });
});

describe('several pictures', () => {
  it('stand in a row, equally high', async () => {
    const wide = await sharp({ create: { width: 160, height: 80, channels: 3, background: '#00ff00' } })
      .jpeg()
      .toBuffer();
    const row = await inOneRow([(await toPicture(testImage('a'))).bytes, wide]);
    expect(await sharp(row).metadata()).toMatchObject({ format: 'jpeg', width: 720 + 12 + 1920, height: 960 });
  });
});

function chunkOf(type: string, data: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // Nobody checks the sum of a chunk that can be left out.
  return Buffer.concat([length, Buffer.from(type + data, 'latin1'), Buffer.alloc(4)]);
}

/** A file of some kilobytes that says it holds `side` × `side` points. */
function hugePng(side: number): Buffer {
  const png = Buffer.from(testImage('huge'));
  const header = Buffer.from(png.subarray(16, 29));
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const data = deflateSync(Buffer.alloc(1_000_000));
  const chunk = (type: string, body: Buffer) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    const whole = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    sum.writeUInt32BE(crc32(whole));
    return Buffer.concat([length, whole, sum]);
  };
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
