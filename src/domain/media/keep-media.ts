import { createHash } from 'node:crypto';
import { media } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { FileStore } from './file-store.ts';
import { kindOfPicture, maxFileBytes, toPicture } from './picture.ts';

/** A file that lies in the store already, and is nobody's until a request keeps it. */
export interface StoredFile {
  readonly path: string;
  readonly mime: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Null for what is no picture. */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}

/** One of them that is a picture of ours. */
export type StoredPicture = StoredFile;

/**
 * Puts a picture somebody sent into the store, cleaned. What no request keeps is to be removed again; the sweep finds
 * what a crash left. Throws DomainError for what is no picture.
 */
export async function storePicture(store: FileStore, file: Uint8Array): Promise<StoredPicture> {
  const { bytes, mime, widthPx, heightPx } = await toPicture(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path: await store.write(bytes), mime, sha256, sizeBytes: bytes.length, widthPx, heightPx };
}

/**
 * Puts a file somebody sent into the store as it is: a voice message, a document. Nothing ever looks into it but for its
 * first bytes: what they say is a picture is cleaned as one, whatever it is called. Throws DomainError for one that is too
 * large or empty, and for a picture that cannot be cleaned.
 */
export async function storeFile(store: FileStore, file: Uint8Array): Promise<StoredFile> {
  if (file.length > maxFileBytes) throw new DomainError('invalid', 'That file is too large for me: 20 MB is the most.');
  if (file.length === 0) throw new DomainError('invalid', 'That file is empty, so I kept nothing.');
  if (kindOfPicture(file) !== null) return storePicture(store, file);
  const sha256 = createHash('sha256').update(file).digest('hex');
  const path = await store.write(file, 'bin');
  return { path, mime: mimeOf(file), sha256, sizeBytes: file.length, widthPx: null, heightPx: null };
}

/** What platforms have to know to play or show a file; anything else is just bytes. */
function mimeOf(file: Uint8Array): string {
  const start = Buffer.from(file.subarray(0, 12)).toString('latin1');
  if (start.startsWith('OggS')) return 'audio/ogg';
  if (start.startsWith('%PDF-')) return 'application/pdf';
  if (start.startsWith('ID3')) return 'audio/mpeg';
  return start.slice(4, 8) === 'ftyp' ? 'video/mp4' : 'application/octet-stream';
}

/** Keeps a stored file as the asker's, in their request's transaction. Returns its id. */
export async function keepMedia(
  ctx: Context,
  kind: (typeof media.$inferSelect)['kind'],
  file: StoredFile,
  altText: string | null = null,
): Promise<number> {
  const [row] = await ctx.db
    .insert(media)
    .values({ userId: ctx.user.id, kind, ...file, altText, createdAt: ctx.now })
    .returning({ id: media.id });
  if (!row) throw new Error('The file was not returned');
  return row.id;
}
