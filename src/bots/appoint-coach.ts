import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../domain/context.ts';
import { type ChangedRole, makeCoach, type NamedAccount, unmakeCoach } from '../domain/users/make-coach.ts';
import { coachMadeNotice } from './notices/coach-made.ts';
import { owe } from './speak.ts';

/**
 * Makes somebody a coach, or no coach any more, and owes them word of it, for the operator: runs as owner. Returns null
 * when nobody has written from that account; `notifies` is empty where nothing changed. Throws DomainError for a coach
 * who has clients.
 */
export async function appointCoach(
  db: Transaction,
  account: NamedAccount,
  isCoach: boolean,
  now: Temporal.Instant,
): Promise<(ChangedRole & { readonly notifies: readonly number[] }) | null> {
  const done = await (isCoach ? makeCoach : unmakeCoach)(db, account, now);
  if (!done?.isChanged) return done && { ...done, notifies: [] };
  const id = await owe({ db, now, user: done.user }, coachMadeNotice(isCoach, now));
  return { ...done, notifies: id === null ? [] : [id] };
}
