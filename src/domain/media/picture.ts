import { DomainError } from '../domain-error.ts';

/** A picture as it is kept and sent: always a JPEG in sRGB, upright, and nothing in it but the picture. */
export interface Picture {
  readonly bytes: Buffer;
  readonly mime: 'image/jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the platforms give out at most. */
export const maxFileBytes = 20_000_000;
/** A small file can hold a picture that fills the memory; cameras make up to 50 million points. */
const maxPixels = 60_000_000;
/** More than a screen shows. */
const maxSidePx = 2560;
const quality = 85;
const workS = 10;

/** Side by side each is this high, and this far from the next. */
const rowHeightPx = 960;
const gapPx = 12;
const white = '#ffffff';

/**
 * Makes a picture of what somebody sent. It is drawn anew, so that neither hidden data (where and when it was taken,
 * with which camera) nor anything hostile stays; first it is turned the way its EXIF data says. Throws DomainError
 * `invalid` with a sentence for whoever sent it.
 */
export async function toPicture(file: Uint8Array): Promise<Picture> {
  const problem = problemOf(file);
  if (problem !== null) throw new DomainError('invalid', problem);
  const { default: sharp } = await import('sharp');
  try {
    const image = sharp(file, { limitInputPixels: maxPixels, failOn: 'error' })
      .timeout({ seconds: workS })
      .autoOrient()
      .resize({ width: maxSidePx, height: maxSidePx, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: white })
      .toColourspace('srgb');
    return toJpeg(await image.jpeg({ quality }).toBuffer({ resolveWithObject: true }));
  } catch (error) {
    // What the library says of a broken file is of no use to whoever sent it.
    throw new DomainError('invalid', isTooLarge(error) ? tooManyPixels : unreadable);
  }
}

/** Several pictures in a row, equally high. One alone is given back as it is. */
export async function inOneRow(pictures: readonly Buffer[]): Promise<Buffer> {
  const [only] = pictures;
  if (pictures.length === 1 && only) return only;
  const { default: sharp } = await import('sharp');
  const scaled = await Promise.all(
    pictures.map((bytes) =>
      sharp(bytes).resize({ height: rowHeightPx }).removeAlpha().toBuffer({ resolveWithObject: true }),
    ),
  );
  let left = 0;
  const placed = scaled.map(({ data, info }) => {
    const at = { input: data, left, top: 0 };
    left += info.width + gapPx;
    return at;
  });
  const size = { width: Math.max(left - gapPx, 1), height: rowHeightPx };
  return sharp({ create: { ...size, channels: 3, background: white } })
    .composite(placed)
    .jpeg({ quality })
    .toBuffer();
}

function toJpeg({ data, info }: { data: Buffer; info: { width: number; height: number } }): Picture {
  return { bytes: data, mime: 'image/jpeg', widthPx: info.width, heightPx: info.height };
}

/** Why a file is not even looked into: the library reads far more kinds than people take pictures in. */
function problemOf(file: Uint8Array): string | null {
  if (file.length > maxFileBytes) return tooManyBytes;
  const kind = kindOfPicture(file);
  if (kind === 'known') return null;
  return kind === 'heic' ? noHeic : unreadable;
}

/** What kind of picture a file is by its first bytes, whatever it is called; null for what is none. */
export function kindOfPicture(file: Uint8Array): 'known' | 'heic' | 'other' | null {
  const start = Buffer.from(file.subarray(0, 16)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n\x1a\n')) return 'known';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'known';
  if (/^.{4}ftyp(?:hei|hev|mif1|msf1)/su.test(start)) return 'heic';
  // What cameras write besides: TIFF, which raw files are as well, and AVIF.
  return /^(?:II\*\0|MM\0\*|.{4}ftypavi)/su.test(start) ? 'other' : null;
}

const isTooLarge = (error: unknown): boolean => error instanceof Error && /pixel limit/i.test(error.message);

export const tooManyBytes = 'That file is too large for me: pictures may have up to 20 MB.';
const tooManyPixels = 'That picture is too large for me. Send a smaller version of it, please.';
const noHeic = 'I cannot read that kind of picture (HEIC). Send it as a photo instead of as a file, please.';
const unreadable = 'I cannot read that as a picture. JPEG, PNG and WebP work.';
