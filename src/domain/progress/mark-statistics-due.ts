import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { statisticsVersion } from './statistics.ts';

/** Under which the conditions by which people were judged last are kept. */
const key = 'achievements-judged';

/**
 * Has everybody judged anew whose figures are of other rules than ours, or were never computed though they have entries;
 * and everybody once the catalogue's conditions have changed. Belongs to the start, after the catalogue is in. Runs as
 * owner, and changes nothing the second time. Returns how many people fall due.
 */
export async function markStatisticsDue(db: Database, now: Temporal.Instant): Promise<number> {
  const at = now.toString();
  return await db.transaction(async (tx) => {
    const { rows: changed } = await tx.execute(sql`
      insert into app_config (key, value, description, created_at, updated_at)
      select ${key}, to_jsonb(md5(string_agg(concat_ws(' ', id, condition_type, condition_value, is_repeatable), ';' order by id))),
        'Of the conditions that people’s figures were last held against', ${at}, ${at}
      from achievements having count(*) > 0
      on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at
      where app_config.value <> excluded.value
      returning key`);
    const { rowCount } = await tx.execute(sql`
      insert into user_statistics as s (user_id, due_at, created_at, updated_at)
      select id, ${at}, ${at}, ${at} from users u
      where exists (select from meal_logs where user_id = u.id) or exists (select from workout_sessions where user_id = u.id)
        or exists (select from measurements where user_id = u.id) or exists (select from user_statistics where user_id = u.id)
      on conflict (user_id) do update set due_at = excluded.due_at
      where s.due_at is null and (s.version <> ${statisticsVersion} or ${changed.length > 0})`);
    return rowCount ?? 0;
  });
}
