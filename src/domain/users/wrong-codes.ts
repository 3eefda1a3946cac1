import { and, count, eq, gt, lt, max } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { chatAccounts, wrongCodes } from '../../../db/schema/index.ts';
import type { Transaction } from '../context.ts';

/** The chat account something is typed from. */
export interface TypingAccount {
  readonly platform: (typeof chatAccounts.$inferSelect)['platform'];
  readonly accountId: string;
}

/** So many wrong codes of one account within the time lock it: a code is one of 2^40 and lives for minutes. */
const mostWrong = 5;
export const lockMinutes = 15;
const keptHours = 24;

/** The row of a chat account. Runs as owner. */
export async function accountRow(db: Transaction, { platform, accountId }: TypingAccount): Promise<number> {
  const a = chatAccounts;
  const [row] = await db
    .select({ id: a.id })
    .from(a)
    .where(and(eq(a.platform, platform), eq(a.accountId, accountId)));
  if (!row) throw new Error('The account was not found');
  return row.id;
}

/** Until when no code is taken from an account; null when one is. Runs as owner. */
export async function lockedUntil(
  db: Transaction,
  accountRowId: number,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const w = wrongCodes;
  const since = now.subtract({ minutes: lockMinutes });
  const [tried] = await db
    .select({ times: count(), last: max(w.triedAt) })
    .from(w)
    .where(and(eq(w.accountId, accountRowId), gt(w.triedAt, since)));
  return tried?.last && tried.times >= mostWrong ? tried.last.add({ minutes: lockMinutes }) : null;
}

/** Notes a wrong code. Returns how many more may be tried. Runs as owner. */
export async function noteWrongCode(db: Transaction, accountRowId: number, now: Temporal.Instant): Promise<number> {
  const w = wrongCodes;
  await db.delete(w).where(lt(w.triedAt, now.subtract({ hours: keptHours })));
  await db.insert(w).values({ accountId: accountRowId, triedAt: now });
  const [own] = await db
    .select({ times: count() })
    .from(w)
    .where(and(eq(w.accountId, accountRowId), gt(w.triedAt, now.subtract({ minutes: lockMinutes }))));
  return Math.max(0, mostWrong - (own?.times ?? 0));
}
