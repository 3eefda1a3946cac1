import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { users } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import { runsAt } from '../coaching/runs-at.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { findUser } from '../users/find-user.ts';
import type { User } from '../users/user.ts';

/** The other one of a coaching that runs. */
export interface Partner {
  readonly id: number;
  readonly name: string;
  /** Of the two the coach. */
  readonly isCoach: boolean;
  /** What the client agreed to, whoever of the two it is. */
  readonly canRead: readonly string[];
  readonly canWrite: readonly string[];
}

/** The asking person's coach or client with this id, or their coach where none is named; null when there is none. */
export async function findPartner(ctx: Context, id: number | null): Promise<Partner | null> {
  const me = ctx.user.id;
  const { rows } = await ctx.db.execute<{ partner: Partner }>(sql`
    select json_build_object('id', k.id, 'isCoach', c.coach_id = k.id, 'canRead', c.can_read, 'canWrite', c.can_write,
      'name', coalesce(k.full_name, case when c.coach_id = k.id then 'Your coach' else 'Client ' || k.id end)) as partner
    from coachings c join known_people k on k.id = case when c.coach_id = ${me} then c.client_id else c.coach_id end
    where ${runsAt(ctx.now)}
      and ${id === null ? sql`c.client_id = ${me}` : sql`${id}::bigint in (c.client_id, c.coach_id) and k.id = ${id}`}
    limit 1`);
  return rows[0]?.partner ?? null;
}

/** The same; throws DomainError `not-allowed` where the two have no coaching that runs. */
export async function partnerOf(ctx: Context, id: number): Promise<Partner> {
  const partner = await findPartner(ctx, id);
  if (!partner) throw new DomainError('not-allowed', 'You two do not work together here any more.');
  return partner;
}

/**
 * Does something for the other one of a coaching with the owner's rights, such as telling them. Throws DomainError
 * `not-allowed` before it, where that coaching does not run.
 */
export async function forPartner<T>(
  ctx: Context,
  id: number,
  run: (person: { db: Transaction; now: Context['now']; user: User }, partner: Partner) => Promise<T>,
): Promise<T> {
  const partner = await partnerOf(ctx, id);
  return asOwner(ctx.db, async () => {
    const user = await findUser(ctx.db, id);
    if (!user) throw new DomainError('not-found', 'That person is no longer here.');
    return run({ db: ctx.db, now: ctx.now, user }, partner);
  });
}

/** How the asking person is called, as the other one knows them. */
export async function ownName({ db, user }: Context): Promise<string> {
  const [row] = await db.select({ name: users.fullName }).from(users).where(eq(users.id, user.id));
  return row?.name?.trim() || (user.role === 'client' ? `Client ${user.id}` : 'Your coach');
}
