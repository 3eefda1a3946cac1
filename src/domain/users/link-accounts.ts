import { and, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { linkCodes } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import { type Coaching, coachingsOf, runningCoachingId } from '../coaching/coachings-of.ts';
import type { Context, Transaction } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { type AccountSide, accountSide } from './account-side.ts';
import { personLock } from './lock-person.ts';
import { type Merged, mergePeople } from './merge-people.ts';
import { createCode, hashOf } from './typed-code.ts';
import { accountRow, type TypingAccount } from './wrong-codes.ts';

/** How long a code can be typed, and how long each of the confirmations that follow is waited for. */
const linkMinutes = 10;

/** Makes a code that joins another account to the asker's; the one before it is no longer good. */
export function beginLink(
  ctx: Context,
  account: TypingAccount,
): Promise<{ code: string; expiresAt: Temporal.Instant }> {
  const { db, now, user } = ctx;
  return asOwner(db, async () => {
    await db.delete(linkCodes).where(eq(linkCodes.userId, user.id));
    const code = createCode();
    const expiresAt = now.add({ minutes: linkMinutes });
    const fromAccountId = await accountRow(db, account);
    await db
      .insert(linkCodes)
      .values({ userId: user.id, codeHash: hashOf(code), fromAccountId, expiresAt, createdAt: now });
    return { code, expiresAt };
  });
}

export type ClaimedLink =
  | { readonly state: 'claimed'; readonly linkId: number; readonly other: AccountSide }
  | { readonly state: 'unknown' }
  | { readonly state: 'expired' | 'same-account' | 'already-linked' | 'claimed-by-another' };

/** Takes a code typed on another account. Runs as owner. Nothing is joined before both sides have confirmed it. */
export async function claimLink(ctx: Context, accountRowId: number, code: string): Promise<ClaimedLink> {
  const { db, now, user } = ctx;
  const [link] = await db
    .select()
    .from(linkCodes)
    .where(eq(linkCodes.codeHash, hashOf(code)))
    .for('update');
  if (!link) return { state: 'unknown' };
  if (link.userId === user.id)
    return { state: link.fromAccountId === accountRowId ? 'same-account' : 'already-linked' };
  if (isOver(link, now)) return { state: 'expired' };
  if (link.claimedByAccountId !== null && link.claimedByAccountId !== accountRowId)
    return { state: 'claimed-by-another' };
  await db
    .update(linkCodes)
    .set({ claimedByAccountId: accountRowId, claimedAt: now, expiresAt: now.add({ minutes: linkMinutes }) })
    .where(eq(linkCodes.id, link.id));
  return { state: 'claimed', linkId: link.id, other: await accountSide(db, link.fromAccountId) };
}

/**
 * Confirms for the side that typed the code. Returns whom the other side's confirmation is now asked of, and what they
 * are told. Throws DomainError.
 */
export function confirmClaim(
  ctx: Context,
  account: TypingAccount,
  linkId: number,
): Promise<{ owner: AccountSide; claimer: AccountSide }> {
  const { db, now } = ctx;
  return asOwner(db, async () => {
    const link = await openLink(db, linkId, now);
    const accountRowId = await accountRow(db, account);
    if (link.claimedByAccountId !== accountRowId) throw gone();
    await db
      .update(linkCodes)
      .set({ confirmedAt: now, expiresAt: now.add({ minutes: linkMinutes }) })
      .where(eq(linkCodes.id, linkId));
    return { owner: await accountSide(db, link.fromAccountId), claimer: await accountSide(db, accountRowId) };
  });
}

/**
 * Drops a code on whichever side it is refused. Returns the side that had said yes to it and waits for the other's; null
 * where none had.
 */
export function refuseLink(ctx: Context, account: TypingAccount, linkId: number): Promise<AccountSide | null> {
  const { db, user } = ctx;
  return asOwner(db, async () => {
    const accountRowId = await accountRow(db, account);
    const [dropped] = await db
      .delete(linkCodes)
      .where(
        and(
          eq(linkCodes.id, linkId),
          sql`(${linkCodes.userId} = ${user.id} or ${linkCodes.claimedByAccountId} = ${accountRowId})`,
        ),
      )
      .returning();
    const waits = dropped?.confirmedAt != null && dropped.claimedByAccountId !== accountRowId;
    return waits && dropped.claimedByAccountId ? accountSide(db, dropped.claimedByAccountId) : null;
  });
}

export type Linked =
  | { readonly state: 'linked'; readonly merged: Merged; readonly claimer: AccountSide }
  /** Each side has a coach of its own: which one stays has to be said, by the coaching's id. */
  | { readonly state: 'two-coaches'; readonly coachings: readonly Coaching[] };

/**
 * Confirms for the side that made the code, which is the last word: both become one person. The request goes on as that
 * person. Throws DomainError.
 */
export async function finishLink(ctx: Context, linkId: number, keepCoachingId: number | null): Promise<Linked> {
  const { db, now, user } = ctx;
  return asOwner(db, async () => {
    const link = await openLink(db, linkId, now);
    if (link.userId !== user.id || link.confirmedAt === null || link.claimedByAccountId === null) throw gone();
    const claimer = await accountSide(db, link.claimedByAccountId);
    const other = claimer.user;
    if (other.id === user.id) throw gone();
    await lockAsWell(db, user.id, other.id);
    const coachings = await runningOf(db, [user.id, other.id], now);
    const [one, two] = coachings;
    const isTwo = one !== undefined && two !== undefined && one.coachId !== two.coachId;
    if (isTwo && !coachings.some(({ id }) => id === keepCoachingId)) return { state: 'two-coaches', coachings };
    const merged = await mergePeople(ctx, other.id, isTwo ? keepCoachingId : null);
    return { state: 'linked', merged, claimer };
  });
}

/** The coachings both are in as clients, leaving out one of the two by the other. */
async function runningOf(db: Transaction, ids: readonly number[], now: Temporal.Instant): Promise<Coaching[]> {
  const found = [];
  for (const clientId of ids) {
    const id = await runningCoachingId(db, clientId, now);
    if (id !== null) found.push(...(await coachingsOf(db, { id })));
  }
  return found.filter(({ coachId }) => !ids.includes(coachId));
}

/**
 * Waits for what is being done about the other person as well. A request has its own person's lock already: where that
 * is not the first of the two in order, it must not wait, or two requests could wait for each other.
 */
async function lockAsWell(db: Transaction, ownId: number, otherId: number): Promise<void> {
  if (ownId < otherId) {
    await db.execute(sql`select ${personLock(otherId)}`);
    return;
  }
  const lock = sql`hashtextextended(${`person:${otherId}`}, 0)`;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const { rows } = await db.execute<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(${lock}) as got`);
    if (rows[0]?.got) return;
    await db.execute(sql`select pg_sleep(0.05)`);
  }
  throw new DomainError(
    'too-late',
    'Something is just being done on your other account. Press the button again, please.',
  );
}

type Link = typeof linkCodes.$inferSelect;

const isOver = ({ expiresAt }: Link, now: Temporal.Instant) => expiresAt.epochNanoseconds <= now.epochNanoseconds;

async function openLink(db: Transaction, id: number, now: Temporal.Instant): Promise<Link> {
  const [link] = await db.select().from(linkCodes).where(eq(linkCodes.id, id)).for('update');
  if (!link || isOver(link, now)) throw gone();
  return link;
}

const gone = () =>
  new DomainError('too-late', 'That took too long, or was called off. Begin again with “/link” when you like.');
