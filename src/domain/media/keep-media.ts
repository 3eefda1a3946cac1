import { createHash } from 'node:crypto';
import { media } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import type { FileStore } from './file-store.ts';
import { toPicture } from './picture.ts';

/** A picture that lies in the store already, and is nobody's until a request keeps it. */
export interface StoredPicture {
  readonly path: string;
  readonly mime: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Puts a picture somebody sent into the store, cleaned. What no request keeps is to be removed again; the sweep finds
 * what a crash left. Throws DomainError for what is no picture.
 */
export async function storePicture(store: FileStore, file: Uint8Array): Promise<StoredPicture> {
  const { bytes, mime, widthPx, heightPx } = await toPicture(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path: await store.write(bytes), mime, sha256, sizeBytes: bytes.length, widthPx, heightPx };
}

/** Keeps a stored picture as the asker's, in their request's transaction. Returns its id. */
export async function keepMedia(
  ctx: Context,
  kind: (typeof media.$inferSelect)['kind'],
  file: StoredPicture,
): Promise<number> {
  const [row] = await ctx.db
    .insert(media)
    .values({ userId: ctx.user.id, kind, ...file, createdAt: ctx.now })
    .returning({ id: media.id });
  if (!row) throw new Error('The picture was not returned');
  return row.id;
}
