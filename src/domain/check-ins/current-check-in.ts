import { and, desc, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { checkInForms, checkIns } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { type CheckIn, checkInOf } from './check-in.ts';
import { isLateOn, mondayOf, weekToCheckIn } from './check-in-week.ts';
import { findPartner } from './partner.ts';

/** Where the asking person's check-in stands. */
export interface CurrentCheckIn {
  readonly weekOf: Temporal.PlainDate;
  readonly isLate: boolean;
  /** Null where nothing of it was answered yet. */
  readonly checkIn: CheckIn | null;
  /** Whom it is for; null for oneself. */
  readonly coach: { readonly id: number; readonly name: string } | null;
}

/**
 * The check-in that is to be done now. The one of the week before comes first until Wednesday where it is begun, or is
 * awaited: by a coach they had by then, or as they have handed one in before. `week` names another.
 */
export async function currentCheckIn(ctx: Context, week: Temporal.PlainDate | null): Promise<CurrentCheckIn> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const weekOf = week ?? weekToCheckIn(today, await isAwaited(ctx, mondayOf(today).subtract({ days: 7 })));
  const coach = await findPartner(ctx, null);
  return { weekOf, isLate: isLateOn(weekOf, today), checkIn: await checkInOf(ctx, weekOf), coach };
}

async function isAwaited(ctx: Context, weekOf: Temporal.PlainDate): Promise<boolean> {
  const monday = weekOf.toString();
  const end = weekOf.add({ days: 7 }).toZonedDateTime(zoneOf(ctx.user)).toInstant().toString();
  const { rows } = await ctx.db.execute<{ is: boolean }>(sql`
    select not exists (select from check_ins where client_id = ${ctx.user.id} and week_of = ${monday} and state <> 'open')
      and (exists (select from check_ins where client_id = ${ctx.user.id}
          and (week_of = ${monday} or week_of < ${monday} and state <> 'open'))
        or exists (select from coachings where client_id = ${ctx.user.id} and ended_at is null and started_at < ${end}))
      as is`);
  return rows[0]?.is === true;
}

/**
 * Begins a week's check-in, or takes it up again. As long as it is open it is for the coach there is now, and asks what
 * their form asks now.
 */
export async function beginCheckIn(ctx: Context, weekOf: Temporal.PlainDate): Promise<CheckIn> {
  const coach = await findPartner(ctx, null);
  const coachId = coach?.id ?? null;
  const formId = coachId === null ? null : await activeFormOf(ctx, coachId);
  const { now } = ctx;
  const values = { clientId: ctx.user.id, coachId, formId, weekOf, createdAt: now, updatedAt: now };
  await ctx.db
    .insert(checkIns)
    .values(values)
    .onConflictDoUpdate({
      target: [checkIns.clientId, checkIns.weekOf],
      set: { coachId, formId, updatedAt: now },
      setWhere: sql`${checkIns.state} = 'open'
        and (${checkIns.coachId}, ${checkIns.formId}) is distinct from (${coachId}::bigint, ${formId}::bigint)`,
    });
  const begun = await checkInOf(ctx, weekOf);
  if (!begun) throw new Error('The check-in was not returned');
  return begun;
}

async function activeFormOf(ctx: Context, coachId: number): Promise<number | null> {
  const f = checkInForms;
  const [form] = await ctx.db
    .select({ id: f.id })
    .from(f)
    .where(and(eq(f.coachId, coachId), eq(f.isActive, true)))
    .orderBy(desc(f.updatedAt), desc(f.id))
    .limit(1);
  return form?.id ?? null;
}
