import { eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { appConfig } from '../../../db/schema/index.ts';

/** Under which it is kept how often the platforms said that we send too fast: a count for each minute of an hour. */
const key = 'too-many-requests';
const hourMin = 60;

const minuteOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 60_000);

/** Notes that a platform said (by status 429) that we send too fast. Runs as owner. */
export async function noteRefusal(db: Database, now: Temporal.Instant): Promise<void> {
  const c = appConfig;
  const minute = minuteOf(now);
  const count = sql`coalesce((${c.value} ->> ${String(minute)})::int, 0) + 1`;
  const recent = sql`(select coalesce(jsonb_object_agg(minute, count), '{}') from jsonb_each(${c.value}) as e (minute, count)
    where minute::bigint > ${minute - hourMin})`;
  await db
    .insert(c)
    .values({
      key,
      value: { [minute]: 1 },
      description: 'How often the platforms said that we send too fast, by minute',
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: c.key,
      set: { value: sql`${recent} || jsonb_build_object(${String(minute)}::text, ${count})`, updatedAt: now },
    });
}

/** How often they did within the last hour. Runs as owner. */
export async function recentRefusals(db: Database | Transaction, now: Temporal.Instant): Promise<number> {
  const [row] = await db.select({ value: appConfig.value }).from(appConfig).where(eq(appConfig.key, key));
  const byMinute = (row?.value ?? {}) as Record<string, number>;
  return Object.entries(byMinute)
    .filter(([minute]) => Number(minute) > minuteOf(now) - hourMin)
    .reduce((sum, [, count]) => sum + count, 0);
}
