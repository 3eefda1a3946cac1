import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { coachings, users } from '../../../db/schema/index.ts';
import type { Transaction } from '../context.ts';
import type { Consent } from './scopes.ts';

/** A coaching as either of the two is told of it. */
export interface Coaching extends Consent {
  readonly id: number;
  readonly coachId: number;
  readonly coachName: string | null;
  readonly clientId: number;
  readonly clientName: string | null;
  readonly startedAt: Temporal.Instant;
  readonly until: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endedById: number | null;
  readonly endReason: string | null;
  /** A floor for energy targets: what the coach asks for, and what holds since the client agreed. */
  readonly floorOfferedKcal: number | null;
  readonly energyFloorKcal: number | null;
}

/** Which coachings: one, or all of somebody's as a client or as a coach. */
export type WhichCoachings = { readonly id: number } | { readonly clientId: number } | { readonly coachId: number };

/**
 * Coachings, newest first: with names, which people keep from each other once a coaching has ended, so it runs as owner
 * and for one of the two only.
 */
export async function coachingsOf(db: Transaction, which: WhichCoachings): Promise<Coaching[]> {
  const c = coachings;
  const rows = await db
    .select({ coaching: c, clientName: users.fullName })
    .from(c)
    .innerJoin(users, eq(users.id, c.clientId))
    .where(
      'id' in which
        ? eq(c.id, which.id)
        : 'clientId' in which
          ? eq(c.clientId, which.clientId)
          : eq(c.coachId, which.coachId),
    )
    .orderBy(desc(c.startedAt), desc(c.id));
  const names = await namesOf(
    db,
    rows.map(({ coaching }) => coaching.coachId),
  );
  return rows.map(({ coaching, clientName }) => ({
    ...coaching,
    clientName,
    coachName: names.get(coaching.coachId) ?? null,
  }));
}

async function namesOf(db: Transaction, ids: readonly number[]): Promise<Map<number, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.fullName })
    .from(users)
    .where(or(...[...new Set(ids)].map((id) => eq(users.id, id))));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether a coaching runs at a moment. */
export const isRunning = ({ endedAt, until }: Pick<Coaching, 'endedAt' | 'until'>, now: Temporal.Instant): boolean =>
  endedAt === null && (until === null || until.epochNanoseconds > now.epochNanoseconds);

/** The id of the coaching that somebody is in as a client, or null. */
export async function runningCoachingId(
  db: Transaction,
  clientId: number,
  now: Temporal.Instant,
): Promise<number | null> {
  const c = coachings;
  const [row] = await db
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.clientId, clientId), isNull(c.endedAt), or(isNull(c.until), gt(c.until, now))));
  return row?.id ?? null;
}
