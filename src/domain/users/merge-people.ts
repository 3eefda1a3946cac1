import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { refreshBodyDay } from '../body/refresh-body-day.ts';
import { type Coaching, coachingsOf } from '../coaching/coachings-of.ts';
import type { Context, Transaction } from '../context.ts';
import { refreshDay } from '../meals/refresh-day.ts';
import { refreshStreaks } from '../progress/refresh-streaks.ts';
import { replanReminders } from '../reminders/plan-reminder.ts';
import { refreshTrainingDay } from '../training/refresh-training-day.ts';
import { findUser } from './find-user.ts';
import { fillPerson } from './merge-person.ts';
import { dropBetween, inTheLogs, personColumnsOf, takeOver } from './merge-rows.ts';
import { renamed, twinRules } from './merge-rules.ts';
import { keepOneOf, rename } from './merge-twins.ts';
import { changeSettings } from './settings.ts';
import type { User } from './user.ts';

export interface Merged {
  /** Who both are from now on: the account that was there first. */
  readonly user: User;
  /** The coaching that ended with it, and whom that is to be told. */
  readonly ended: { readonly coaching: Coaching; readonly coach: User } | null;
}

/**
 * Makes one person of the asker and another: the older account takes over every row of the younger, which then is no
 * more. What both have alike is kept once, the older's; days, streaks and figures are derived anew. `keepCoachingId` says
 * which coaching stays where each has one. Runs as owner under both persons' locks; the request goes on as the person
 * that remains.
 */
export async function mergePeople(ctx: Context, otherId: number, keepCoachingId: number | null): Promise<Merged> {
  const { db, now } = ctx;
  const { older, younger } = await inOrder(db, ctx.user.id, otherId);
  const days = await daysOf(db, older, younger);
  const columns = await personColumnsOf(db);
  const ended = await settleCoachings(ctx, [older, younger], keepCoachingId);
  await db.execute(sql`select set_config('spotter.merging', 'on', true), set_config('spotter.erasing', 'on', true)`);
  await dropBetween(db, columns, older, younger);
  await settleByHand(db, now, older, younger);
  for (const rule of twinRules) await keepOneOf(db, rule, older, younger);
  for (const { table, owner, column } of renamed) await rename(db, { table, owner, column }, older, younger);
  await takeOver(db, columns, older, younger);
  await inTheLogs(db, columns, older, younger);
  const zone = await fillPerson(db, now, older, younger);
  await db.execute(sql`insert into audit_log (user_id, owner_id, action, table_name, record_id, old_values, new_values, created_at)
    select ${ctx.user.id}, ${older}, 'delete', 'users', id, to_jsonb(u), ${JSON.stringify({ mergedInto: older })}::jsonb,
      ${now.toString()} from users u where id = ${younger}`);
  await db.execute(sql`delete from job_failures where job = 'progress' and row_id = ${younger}`);
  await db.execute(sql`update audit_log set user_id = ${older} where user_id = ${younger}`);
  await db.execute(sql`delete from users where id = ${younger}`);
  await db.execute(sql`select set_config('spotter.merging', '', true), set_config('spotter.erasing', '', true),
    set_config('spotter.user_id', ${String(older)}, true)`);
  const user = await findUser(db, older);
  if (!user) throw new Error('The person was not found');
  return { user: await deriveAnew({ ...ctx, user }, days, zone), ended };
}

/** Who came first. */
async function inOrder(db: Transaction, one: number, other: number) {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from users where id in (${one}, ${other}) order by created_at, id for update`,
  );
  const [older, younger] = rows.map(({ id }) => Number(id));
  if (older === undefined || younger === undefined) throw new Error('One of the two was not found');
  return { older, younger };
}

/** Of two coachings one stays; what is between the two accounts themselves is no coaching. */
async function settleCoachings(
  { db, now, user }: Context,
  ids: readonly [number, number],
  keepId: number | null,
): Promise<Merged['ended']> {
  const running = [];
  for (const clientId of ids)
    running.push(...(await coachingsOf(db, { clientId })).filter(({ endedAt }) => endedAt === null));
  const between = running.filter(({ coachId }) => ids.some((id) => id === coachId));
  const [first, second] = running.filter((one) => !between.includes(one));
  // Of two by the same coach the older account's stays; one whose time is over gives way.
  const isOver = first?.until != null && first.until.epochNanoseconds <= now.epochNanoseconds;
  const kept = second && (keepId === second.id || (keepId === null && isOver)) ? second : first;
  const gone = second && (kept === second ? first : second);
  for (const { id } of [...between, ...(gone ? [gone] : [])])
    await db.execute(sql`update coachings set ended_at = ${now.toString()}, ended_by_id = ${user.id},
      end_reason = 'two accounts became one', updated_at = ${now.toString()} where id = ${id}`);
  const coach = gone && kept && gone.coachId !== kept.coachId ? await findUser(db, gone.coachId) : null;
  return gone && coach ? { coaching: gone, coach } : null;
}

/** What has a rule of its own. */
async function settleByHand(db: Transaction, now: Temporal.Instant, older: number, younger: number): Promise<void> {
  // The older account's target holds from its first day on.
  await db.execute(sql`delete from nutrition_targets y where y.user_id = ${younger} and exists (
    select from nutrition_targets o where o.user_id = ${older} and o.from_day <= y.from_day)`);
  await db.execute(sql`update user_goals set status = 'paused', updated_at = ${now.toString()}
    where user_id = ${younger} and status = 'active' and goal_type in ('weight_loss', 'weight_gain', 'maintain')
      and exists (select from user_goals o where o.user_id = ${older} and o.status = 'active'
        and o.goal_type in ('weight_loss', 'weight_gain', 'maintain'))`);
  await db.execute(sql`update reminders y set removed_at = ${now.toString()}, next_due_at = null, updated_at = ${now.toString()}
    where y.user_id = ${younger} and y.removed_at is null and exists (
      select from reminders o where o.user_id = ${older} and o.removed_at is null and o.kind = y.kind
        and o.subject is not distinct from y.subject
        and (o.kind not in ('own', 'check_in', 'coaching_session', 'workout')
          or (lower(o.what), o.at_times, o.weekdays, o.every_min, o.on_day, o.once_at)
            is not distinct from (lower(y.what), y.at_times, y.weekdays, y.every_min, y.on_day, y.once_at)))`);
  // Whether a day is complete was said, not derived.
  await db.execute(sql`update daily_logs o set is_complete = y.is_complete from daily_logs y
    where o.user_id = ${older} and y.user_id = ${younger} and y.day = o.day and o.is_complete is null`);
}

/**
 * The days that are to be derived anew: those on which both have something, and all of the younger's where what is
 * derived from the height changes.
 */
async function daysOf(db: Transaction, older: number, younger: number): Promise<Temporal.PlainDate[]> {
  const of = (userId: number) => sql`select day from meal_logs where user_id = ${userId}
    union select day from workout_sessions where user_id = ${userId}
    union select day from measurements where user_id = ${userId}
    union select day from daily_logs where user_id = ${userId}`;
  const { rows } = await db.execute<{ day: string }>(sql`
    select day::text as day from (${of(younger)}) as d
    where day in (${of(older)}) or (select count(distinct coalesce(height_cm, 0)) from users
      where id in (${older}, ${younger})) > 1
    order by 1`);
  return rows.map(({ day }) => Temporal.PlainDate.from(day));
}

/** Days, streaks and due times from the entries of both; achievements follow, and are told, within the next moments. */
async function deriveAnew(ctx: Context, days: readonly Temporal.PlainDate[], zone: string | null): Promise<User> {
  const { db, now } = ctx;
  const user = zone === null ? ctx.user : (await changeSettings(ctx, { timeZone: zone })).user;
  const person = { ...ctx, user };
  for (const day of days) {
    await refreshTrainingDay(person, day);
    await refreshBodyDay(person, day);
    await refreshDay(person, day);
  }
  await refreshStreaks(person);
  await replanReminders(person);
  const at = now.toString();
  await db.execute(sql`insert into user_statistics as s (user_id, due_at, created_at, updated_at)
    values (${user.id}, ${at}, ${at}, ${at}) on conflict (user_id) do update set due_at = excluded.due_at`);
  return user;
}
