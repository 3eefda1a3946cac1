import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { appConfig } from '../../../db/schema/index.ts';

/** A text the application keeps about itself under a key. Runs as owner. */
export function appFact(db: Database, key: string, description: string, clock: () => Temporal.Instant) {
  return {
    /** Null when it was never written. */
    async read(): Promise<string | null> {
      const [row] = await db.select({ value: appConfig.value }).from(appConfig).where(eq(appConfig.key, key));
      return typeof row?.value === 'string' ? row.value : null;
    },
    async write(value: string): Promise<void> {
      const now = clock();
      await db
        .insert(appConfig)
        .values({ key, value, description, createdAt: now, updatedAt: now })
        .onConflictDoUpdate({ target: appConfig.key, set: { value, updatedAt: now } });
    },
  };
}
