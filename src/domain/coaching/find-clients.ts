import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { User } from '../users/user.ts';

/** A client of this coach's, with what they agreed to show. */
export interface KnownClient {
  readonly user: User;
  readonly name: string;
  readonly canRead: readonly string[];
}

/** The active clients of the person who asks whose name, or a part of it, is this one. */
export async function findClients(ctx: Context, name: string): Promise<KnownClient[]> {
  const { rows } = await ctx.db.execute<{ client: KnownClient }>(sql`
    select json_build_object('name', k.full_name, 'canRead', c.can_read, 'user', json_build_object('id', k.id,
      'role', k.role, 'timeZone', k.time_zone, 'zoneAskedAt', null, 'onboardingAskedAt', null,
      'dayStartHour', k.day_start_hour, 'unitSystem', k.unit_system, 'locale', k.locale)) as client
    from known_people k join coachings c on c.client_id = k.id
    where c.coach_id = ${ctx.user.id} and c.ended_at is null and (c.until is null or c.until > ${ctx.now.toString()})
      and (lower(k.full_name) = lower(${name}) or lower(${name}) = any (string_to_array(lower(k.full_name), ' ')))
    order by k.full_name, k.id`);
  return rows.map(({ client }) => client);
}
