import { inArray, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { media } from '../../../db/schema/index.ts';
import type { FileStore } from './file-store.ts';

/** A request that is under way may be about to use what it has just stored. */
const graceHours = 1;
/** How long what was taken back can come back with "redo". */
const redoHours = 30 * 24;
const batch = 500;

/**
 * Removes what nothing points at any more: rows of `media` (a photo that was undone or removed 30 days ago, a profile
 * photo that another one replaced) with their files, and files that no row knows (of a request that failed, of somebody
 * erased). Several processes may do it at once. Returns how many files went.
 */
export async function sweepMedia(db: Database, store: FileStore, now: Temporal.Instant): Promise<number> {
  const paths = await db.transaction((tx) => forgetUnused(tx, now));
  const before = now.subtract({ hours: graceHours }).epochMilliseconds;
  let unknown: string[] = [];
  for await (const path of store.writtenBefore(before)) {
    unknown.push(path);
    if (unknown.length < batch) continue;
    paths.push(...(await withoutRow(db, unknown)));
    unknown = [];
  }
  paths.push(...(await withoutRow(db, unknown)));
  for (const path of paths) await store.remove(path);
  return paths.length;
}

interface Link extends Record<string, unknown> {
  readonly child: string;
  readonly name: string;
}

async function forgetUnused(tx: Transaction, now: Temporal.Instant): Promise<string[]> {
  // Whatever points at a file keeps it, now and after the next migration.
  const { rows: links } = await tx.execute<Link>(sql`
    select c.conrelid::regclass::text as child, a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.confrelid = 'media'::regclass and c.contype = 'f'`);
  const isPointedAt = links.map(
    ({ child, name }) => sql`exists (select from ${sql.identifier(child)} x where x.${sql.identifier(name)} = m.id)`,
  );
  const told = links.map(
    ({ child, name }) => sql`c.table_name = ${child} and m.id::text in (c.before ->> ${name}, c.after ->> ${name})`,
  );
  const { rows } = await tx.execute<{ id: string; path: string }>(sql`
    select m.id, m.path from ${media} m
    where m.created_at < ${now.subtract({ hours: graceHours }).toString()}
      and not (${sql.join(isPointedAt, sql` or `)})
      and not exists (
        select from deliveries d where d.state = 'due' and d.reply -> 'image' -> 'mediaIds' @> to_jsonb(m.id))
      and not exists (
        select from action_changes c join actions a on a.id = c.action_id
        where c.user_id = m.user_id and (${sql.join(told, sql` or `)})
          and greatest(a.done_at, a.undone_at) > ${now.subtract({ hours: redoHours }).toString()})
    for update`);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => Number(id));
  const files = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  // What cannot come back is not offered for it.
  await tx.execute(sql`delete from action_changes c using media m where m.id in (${files})
    and c.user_id = m.user_id and (${sql.join(told, sql` or `)})`);
  await tx.delete(media).where(inArray(media.id, ids));
  return rows.map(({ path }) => path);
}

async function withoutRow(db: Database, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const rows = await db
    .select({ path: media.path })
    .from(media)
    .where(inArray(media.path, [...paths]));
  const known = new Set(rows.map(({ path }) => path));
  return paths.filter((path) => !known.has(path));
}
