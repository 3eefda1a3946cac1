import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../db/client.ts';
import type { User } from './users/user.ts';

export type { Database, Transaction };

/** Whose rows something is about, in which transaction, and when. All that reading and deriving needs. */
export interface PersonContext {
  readonly db: Transaction;
  readonly now: Temporal.Instant;
  readonly user: User;
}

/** What every verb is given: the transaction of this request, its moment, and whose request it is. */
export interface Context extends PersonContext {
  /** When it was said: earlier than `now` for a message that waited for us. */
  readonly saidAt: Temporal.Instant;
  /** The event being dealt with, by its row. */
  readonly eventId: number;
  /** The written message this request is about; what is recorded is tied to it. Null when nobody wrote. */
  readonly sourceMessageId: number | null;
  /** An action already open in this transaction, which takes up whatever is done. */
  readonly actionId: number | null;
}
