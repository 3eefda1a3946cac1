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
  const spacing = sql`${spacingMs}::float8 * interval '1 millisecond'`;
  // A slot must not wait for a disk: lost in a crash of the server, it is in the past by then.
  const { rows } = await db.execute<{ wait_ms: number }>(sql`
    with hurried as materialized (select set_config('synchronous_commit', 'off', true))
    insert into ${p} as pace (platform, next_at) select ${platform}::platform, clock_timestamp() + ${spacing} from hurried
    on conflict (platform) do update set next_at = greatest(pace.next_at, clock_timestamp()) + ${spacing}
    returning (extract(epoch from pace.next_at - ${spacing} - clock_timestamp()) * 1000)::float8 as wait_ms`);
  return Math.max(0, rows[0]?.wait_ms ?? 0);
}
