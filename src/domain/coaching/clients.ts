import { type SQL, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../context.ts';
import type { User } from '../users/user.ts';
import { runsAt } from './runs-at.ts';
import type { Scope } from './scopes.ts';

/** A client of this coach's, with what they agreed to show, and since when. */
export interface KnownClient {
  readonly user: User;
  readonly name: string;
  readonly canRead: readonly Scope[];
  readonly canWrite: readonly Scope[];
  readonly startedAt: Temporal.Instant;
}

/** The active clients of the person who asks, by name; only those for whom `which` holds of `known_people k`. */
export async function clientsOf(ctx: PersonContext, which: SQL = sql`true`): Promise<KnownClient[]> {
  const { rows } = await ctx.db.execute<{ client: Omit<KnownClient, 'startedAt'>; startedMs: string }>(sql`
    select json_build_object('name', coalesce(k.full_name, 'Client ' || k.id), 'canRead', c.can_read, 'canWrite', c.can_write,
      'user', json_build_object('id', k.id, 'role', k.role, 'timeZone', k.time_zone, 'zoneAskedAt', null,
        'onboardingAskedAt', null, 'dayStartHour', k.day_start_hour, 'unitSystem', k.unit_system, 'isGentle', false,
        'locale', k.locale)
      ) as client, floor(extract(epoch from c.started_at) * 1000) as "startedMs"
    from known_people k join coachings c on c.client_id = k.id
    where c.coach_id = ${ctx.user.id} and ${runsAt(ctx.now)} and ${which}
    order by lower(k.full_name), k.id`);
  return rows.map(({ client, startedMs }) => ({
    ...client,
    startedAt: Temporal.Instant.fromEpochMilliseconds(Number(startedMs)),
  }));
}

/** One active client of the person who asks, by id; null for anybody else. */
export async function clientOf(ctx: PersonContext, clientId: number): Promise<KnownClient | null> {
  const [client] = await clientsOf(ctx, sql`k.id = ${clientId}`);
  return client ?? null;
}
