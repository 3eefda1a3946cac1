import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { platformPace } from '../../../db/schema/index.ts';

/**
 * Takes the next of a platform's sending slots, `spacingMs` apart for all processes together. Returns in how many
 * milliseconds it comes: 0 for now. It counts by the database's clock, the one that all processes share.
 */
export async function reserveSlot(
  db: Database,
  platform: (typeof platformPace.$inferSelect)['platform'],
  spacingMs: number,
): Promise<number> {
  const p = platformPace;
  const spacing = sql`${spacingMs} * interval '1 millisecond'`;
  const [row] = await db
    .insert(p)
    .values({ platform, nextAt: sql`clock_timestamp() + ${spacing}` })
    .onConflictDoUpdate({
      target: p.platform,
      set: { nextAt: sql`greatest(${p.nextAt}, clock_timestamp()) + ${spacing}` },
    })
    .returning({ waitMs: sql<string>`extract(epoch from ${p.nextAt} - ${spacing} - clock_timestamp()) * 1000` });
  return Math.max(0, Number(row?.waitMs ?? 0));
}
