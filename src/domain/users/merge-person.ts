import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../context.ts';
import { name } from './merge-rows.ts';

/** What the older account has not said of the person is taken from the younger. Returns the zone taken over, or null. */
export async function fillPerson(
  db: Transaction,
  now: Temporal.Instant,
  older: number,
  younger: number,
): Promise<string | null> {
  const given = [
    'username',
    'email',
    'full_name',
    'bio',
    'profile_photo_id',
    'gender',
    'date_of_birth',
    'height_cm',
  ].concat(['health_asked_at', 'office_hours', 'zone_asked_at', 'onboarding_asked_at', 'last_login_at']);
  const { rows } = await db.execute<{ zone: string | null }>(sql`select y.time_zone as zone from users y, users o
    where y.id = ${younger} and o.id = ${older} and o.time_zone is null`);
  // Of the two one may have the name or address.
  const { rows: taken } = await db.execute<{ username: string | null; email: string | null }>(
    sql`select username, email from users where id = ${younger}`,
  );
  await db.execute(sql`update users set username = null, email = null where id = ${younger}`);
  const { username = null, email = null } = taken[0] ?? {};
  const filled = given.map((column) => {
    const said = column === 'username' ? sql`${username}` : column === 'email' ? sql`${email}` : sql`y.${name(column)}`;
    return sql`${name(column)} = coalesce(o.${name(column)}, ${said})`;
  });
  await db.execute(sql`update users o set ${sql.join(filled, sql`, `)},
      role = greatest(o.role, y.role), is_gentle = o.is_gentle or y.is_gentle, is_active = o.is_active and y.is_active,
      health_flags = array(select distinct unnest(o.health_flags || y.health_flags) order by 1),
      onboarding_step = greatest(o.onboarding_step, y.onboarding_step), is_onboarded = o.is_onboarded or y.is_onboarded,
      updated_at = ${now.toString()}
    from users y where o.id = ${older} and y.id = ${younger}`);
  return rows[0]?.zone ?? null;
}
