import { inArray, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { media } from '../../../db/schema/index.ts';
import type { FileStore } from './file-store.ts';

/**
 * The files with these ids, in their order, as far as they are still there and this person may see them: asked under
 * their own rights at the moment of sending, so that a consent that has ended since holds.
 */
export async function readMedia(
  db: Database,
  store: FileStore,
  userId: number,
  ids: readonly number[],
  now: Temporal.Instant,
): Promise<Buffer[]> {
  const rows = await db.transaction(async (tx) => {
    await tx.execute(sql`
      select set_config('spotter.user_id', ${String(userId)}, true), set_config('spotter.now', ${now.toString()}, true),
        set_config('role', 'spotter_member', true)`);
    return tx
      .select({ id: media.id, path: media.path })
      .from(media)
      .where(inArray(media.id, [...ids]));
  });
  const paths = ids.flatMap((id) => rows.find((row) => row.id === id)?.path ?? []);
  const files = await Promise.all(paths.map((path) => store.read(path)));
  return files.filter((file) => file !== null);
}
