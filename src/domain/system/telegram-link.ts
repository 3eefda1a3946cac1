import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { appConfig } from '../../../db/schema/index.ts';
import type { Database, Transaction } from '../context.ts';
import { appFact } from './app-fact.ts';

const key = 'telegram.link';

/** Keeps where people find the bot on Telegram, which only a process that is connected knows. Runs as owner. */
export async function keepTelegramLink(db: Database, link: string, clock: () => Temporal.Instant): Promise<void> {
  const fact = appFact(db, key, 'Where people find the bot on Telegram', clock);
  if ((await fact.read()) !== link) await fact.write(link);
}

/** Where people find the bot on Telegram, such as `https://t.me/spotter_bot`; null where it was never connected there. */
export async function telegramLink(db: Transaction): Promise<string | null> {
  const [row] = await db.select({ value: appConfig.value }).from(appConfig).where(eq(appConfig.key, key));
  return typeof row?.value === 'string' ? row.value : null;
}
