import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { chatAccounts, coachings, users } from '../../../db/schema/index.ts';
import { DomainError } from '../domain-error.ts';
import { setNow } from '../set-now.ts';
import { personColumns, type User } from './user.ts';

/** A chat account as the operator names it. */
export interface NamedAccount {
  readonly platform: (typeof chatAccounts.$inferSelect)['platform'];
  readonly accountId: string;
}

/** Somebody whose role was to change, and whether it did: it may have been that already. */
export interface ChangedRole {
  readonly user: User;
  /** What they are called there; null where they gave no name. */
  readonly name: string | null;
  readonly isChanged: boolean;
}

/**
 * Makes the person behind a chat account a coach. Only the operator may: runs as owner. Returns null when nobody has
 * written from that account.
 */
export function makeCoach(
  db: Database | Transaction,
  account: NamedAccount,
  now: Temporal.Instant,
): Promise<ChangedRole | null> {
  return changeRole(db, account, now, { from: 'client', to: 'coach' });
}

/**
 * Makes a coach somebody who does not coach: their invitations lead nowhere from then on. Runs as owner. Returns null
 * when nobody has written from that account. Throws DomainError while they coach somebody.
 */
export function unmakeCoach(
  db: Database | Transaction,
  account: NamedAccount,
  now: Temporal.Instant,
): Promise<ChangedRole | null> {
  return changeRole(db, account, now, { from: 'coach', to: 'client' });
}

type Role = User['role'];

function changeRole(
  db: Database | Transaction,
  { platform, accountId }: NamedAccount,
  now: Temporal.Instant,
  { from, to }: { readonly from: Role; readonly to: Role },
): Promise<ChangedRole | null> {
  return db.transaction(async (tx) => {
    await setNow(tx, now);
    const [account] = await tx
      .select({ userId: chatAccounts.userId, name: chatAccounts.displayName })
      .from(chatAccounts)
      .where(and(eq(chatAccounts.platform, platform), eq(chatAccounts.accountId, accountId)));
    if (!account) return null;
    const { name } = account;
    const [user] = await tx.select(personColumns).from(users).where(eq(users.id, account.userId)).for('update');
    if (!user) return null;
    // Whoever runs Spotter may coach as it is, and stays what they are.
    if (user.role !== from) return { user, name, isChanged: false };
    if (to === 'client') await refuseWhileCoaching(tx, user.id, now);
    await tx.update(users).set({ role: to, updatedAt: now }).where(eq(users.id, user.id));
    return { user: { ...user, role: to }, name, isChanged: true };
  });
}

async function refuseWhileCoaching(tx: Transaction, coachId: number, now: Temporal.Instant): Promise<void> {
  const c = coachings;
  const running = await tx
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.coachId, coachId), isNull(c.endedAt), sql`(${c.until} is null or ${c.until} > ${now.toString()})`));
  if (running.length > 0)
    throw new DomainError(
      'not-allowed',
      `They coach ${running.length === 1 ? 'somebody' : `${running.length} people`} here. Those coachings have to end first: with “/coach end” and the name.`,
    );
}
