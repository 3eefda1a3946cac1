import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { achievements } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { achievementCrossings, type EarnedRange } from './achievement-crossings.ts';
import { earnedTimes } from './earned-times.ts';
import { computeStatistics, type Figure, type Figures, statisticsVersion } from './statistics.ts';

/** An achievement that came or went just now. */
export interface ChangedAchievement {
  /** Of the row of `user_achievements`. */
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly rarity: (typeof achievements.$inferSelect)['rarity'];
  readonly isRepeatable: boolean;
  /** 1, and on for a repeatable one. */
  readonly occurrence: number;
  readonly day: Temporal.PlainDate;
  /** By what it was earned: the figure, and how much of it was asked for. */
  readonly figure: Figure;
  readonly threshold: number;
}

export interface RefreshedAchievements {
  /** Earned for the first time, in the catalogue's order: what is announced. */
  readonly earned: readonly ChangedAchievement[];
  /** Earned once, undone, and earned again. */
  readonly restored: readonly ChangedAchievement[];
  readonly revoked: readonly ChangedAchievement[];
}

/**
 * Computes a person's figures anew, keeps them, and brings their achievements in line: earned is what the figures reach,
 * no more and no less, whatever was kept before. While somebody is in gentle mode nothing is earned; what is undone goes.
 * Belongs under the person's lock, with the owner's rights. Doing it twice changes nothing.
 */
export async function refreshAchievements(ctx: PersonContext): Promise<RefreshedAchievements> {
  const isGentle = await beginStatistics(ctx);
  const figures = await computeStatistics(ctx);
  await keepStatistics(ctx, figures);
  const kept = await keptAchievements(ctx);
  const judged = kept.flatMap((one) => {
    const value = figures[one.figure];
    return value === undefined ? [] : [{ ...one, times: earnedTimes(value, one) }];
  });
  const revoked = await revoke(
    ctx,
    judged.filter(({ keptTimes, times }) => keptTimes > times),
  );
  const risen = isGentle ? [] : judged.filter(({ keptTimes, times }) => times > keptTimes);
  if (risen.length === 0) return { earned: [], restored: [], revoked };
  const { earned, restored } = await earn(ctx, risen, figures);
  return { earned, restored, revoked };
}

/**
 * Waits for whoever is changing the person's entries, and holds off who begins: what falls due from here on is not taken
 * for done below. Says whether they are in gentle mode.
 */
async function beginStatistics({ db, now, user }: PersonContext): Promise<boolean> {
  const at = now.toString();
  const { rows } = await db.execute<{ isGentle: boolean }>(sql`
    insert into user_statistics (user_id, created_at, updated_at) values (${user.id}, ${at}, ${at})
    on conflict (user_id) do update set updated_at = excluded.updated_at
    returning (select is_gentle from users where id = ${user.id}) as "isGentle"`);
  return rows[0]?.isGentle ?? false;
}

async function keepStatistics({ db, user }: PersonContext, figures: Figures): Promise<void> {
  await db.execute(sql`update user_statistics set figures = ${JSON.stringify(figures)}::jsonb,
    version = ${statisticsVersion}, due_at = null where user_id = ${user.id}`);
}

/** An achievement of the catalogue, and how often it is earned and kept. */
interface KeptAchievement {
  achievementId: number;
  figure: Figure;
  value: number;
  isRepeatable: boolean;
  keptTimes: number;
}

async function keptAchievements({ db, user }: PersonContext): Promise<KeptAchievement[]> {
  const { rows } = await db.execute<
    Omit<KeptAchievement, 'achievementId' | 'value'> & { id: string; value: string }
  >(sql`
    select a.id, a.condition_type as figure, a.condition_value as value, a.is_repeatable as "isRepeatable",
      coalesce(max(u.occurrence), 0) as "keptTimes"
    from achievements a
      left join user_achievements u on u.achievement_id = a.id and u.user_id = ${user.id} and u.revoked_at is null
    group by a.id order by a.id`);
  return rows.map(({ id, value, ...row }) => ({ ...row, achievementId: Number(id), value: Number(value) }));
}

type Judged = KeptAchievement & { readonly times: number };

async function revoke({ db, now, user }: PersonContext, fallen: readonly Judged[]): Promise<ChangedAchievement[]> {
  if (fallen.length === 0) return [];
  const { rows } = await db.execute<ChangedRow>(sql`
    update user_achievements u set revoked_at = ${now.toString()}
    from jsonb_to_recordset(${JSON.stringify(fallen)}::jsonb) as w ("achievementId" bigint, times int)
      join achievements a on a.id = w."achievementId"
    where u.user_id = ${user.id} and u.achievement_id = w."achievementId" and u.occurrence > w.times
      and u.revoked_at is null
    returning ${changed}`);
  return rows.map(toChanged);
}

async function earn(ctx: PersonContext, risen: readonly Judged[], figures: Figures) {
  const { db, now, user } = ctx;
  const ranges: EarnedRange[] = risen.map(({ keptTimes, times, ...one }) => ({
    ...one,
    from: keptTimes + 1,
    to: times,
  }));
  const crossed = await achievementCrossings(ctx, ranges);
  const today = localDay(now, zoneOf(user), user.dayStartHour).toString();
  const wanted = ranges.flatMap(({ achievementId, figure, value, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, i) => {
      const occurrence = from + i;
      const day = crossed.get(`${achievementId}/${occurrence}`) ?? null;
      const evidence = { figure, value: figures[figure], threshold: occurrence * value, day };
      return { achievementId, occurrence, day: day ?? today, evidence };
    }),
  );
  const rows = sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
    as w ("achievementId" bigint, occurrence int, day date, evidence jsonb)`;
  const restored = await db.execute<ChangedRow>(sql`
    update user_achievements u set revoked_at = null, unlocked_at = ${now.toString()}, day = w.day, evidence = w.evidence
    from ${rows} join achievements a on a.id = w."achievementId"
    where u.user_id = ${user.id} and u.achievement_id = w."achievementId" and u.occurrence = w.occurrence
      and u.revoked_at is not null
    returning ${changed}`);
  const earned = await db.execute<ChangedRow>(sql`
    with u as (
      insert into user_achievements (user_id, achievement_id, occurrence, unlocked_at, day, evidence)
      select ${user.id}, "achievementId", occurrence, ${now.toString()}, day, evidence from ${rows}
      order by "achievementId", occurrence
      on conflict (user_id, achievement_id, occurrence) do nothing
      returning *
    )
    select ${changed} from u join achievements a on a.id = u.achievement_id order by u.id`);
  return { earned: earned.rows.map(toChanged), restored: restored.rows.map(toChanged) };
}

type ChangedRow = Omit<ChangedAchievement, 'id' | 'day' | 'threshold'> & { id: string; day: string; threshold: string };

const changed = sql.raw(`u.id, a.key, a.name, a.description, a.rarity, a.is_repeatable as "isRepeatable", u.occurrence,
  u.day::text as day, a.condition_type as figure, u.occurrence * a.condition_value as threshold`);

const toChanged = ({ id, day, threshold, ...row }: ChangedRow): ChangedAchievement => ({
  ...row,
  id: Number(id),
  day: Temporal.PlainDate.from(day),
  threshold: Number(threshold),
});
