import type { Temporal } from 'temporal-polyfill';
import { asOwner } from '../as-owner.ts';
import { type FoundInvite, lookAtInvite } from '../coaching/redeem-invite.ts';
import type { Context } from '../context.ts';
import { forgetSecret } from '../conversation/forget-secret.ts';
import { type ClaimedLink, claimLink } from './link-accounts.ts';
import { accountRow, lockedUntil, noteWrongCode, type TypingAccount } from './wrong-codes.ts';

/** What a typed code turns out to be. */
export type UsedCode =
  | { readonly kind: 'invite'; readonly found: FoundInvite }
  | { readonly kind: 'link'; readonly found: Exclude<ClaimedLink, { state: 'unknown' }> }
  /** It is none; so many more may be tried before the account has to wait. */
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'locked'; readonly until: Temporal.Instant };

/**
 * Takes a code that was typed, for whichever it is: one to link accounts, or a coach's invitation. Who tries too many
 * that are none is locked out for a while, and learns nothing about any code meanwhile.
 */
export async function useCode(ctx: Context, account: TypingAccount, code: string): Promise<UsedCode> {
  const { db, now } = ctx;
  const rowId = await asOwner(db, () => accountRow(db, account));
  const until = await asOwner(db, () => lockedUntil(db, rowId, now));
  if (until) return { kind: 'locked', until };
  await asOwner(db, () => forgetSecret(db, ctx.eventId));
  const link = await asOwner(db, () => claimLink(ctx, rowId, code));
  if (link.state !== 'unknown') return { kind: 'link', found: link };
  const found = await lookAtInvite(ctx, { code });
  if (found.state !== 'unknown') return { kind: 'invite', found };
  return { kind: 'wrong', left: await asOwner(db, () => noteWrongCode(db, rowId, now)) };
}
