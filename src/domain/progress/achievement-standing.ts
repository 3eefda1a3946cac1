import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { achievements } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { earnedTimes } from './earned-times.ts';
import type { Figure } from './statistics.ts';

type Rarity = (typeof achievements.$inferSelect)['rarity'];

export interface EarnedAchievement {
  readonly name: string;
  readonly description: string;
  readonly rarity: Rarity;
  /** How often: 1 unless it repeats. */
  readonly times: number;
  /** The last time. */
  readonly day: Temporal.PlainDate;
}

/** One that is not earned yet, or not yet again: so much of the figure of what it takes. */
export interface NextAchievement {
  readonly name: string;
  readonly figure: Figure;
  readonly reached: number;
  readonly threshold: number;
}

export interface AchievementStanding {
  /** In gentle mode nothing is earned, and there are no figures to look at. */
  readonly isGentle: boolean;
  /** What was earned and kept, the newest first. */
  readonly earned: readonly EarnedAchievement[];
  /** The nearest first, one of a figure. */
  readonly next: readonly NextAchievement[];
  /** How many are there to be found. */
  readonly hiddenCount: number;
}

const mostNext = 5;
/** So many are shown even where nothing has been done towards them. */
const fewestNext = 3;

/** Where a person stands with the achievements, by what was derived last. */
export async function achievementStanding(ctx: Context): Promise<AchievementStanding> {
  const { rows } = await ctx.db.execute<StandingRow>(sql`
    select a.name, a.description, a.rarity, a.is_hidden as "isHidden", a.is_repeatable as "isRepeatable",
      a.condition_type as figure, a.condition_value as value, coalesce(u.times, 0)::int as times, u.day::text as day,
      coalesce((s.figures ->> a.condition_type)::numeric, 0) as reached,
      (select is_gentle from users where id = ${ctx.user.id}) as "isGentle"
    from achievements a
      left join (
        select achievement_id, count(*) as times, max(day) as day, max(id) as id from user_achievements
        where user_id = ${ctx.user.id} and revoked_at is null group by achievement_id
      ) u on u.achievement_id = a.id
      left join user_statistics s on s.user_id = ${ctx.user.id}
    order by u.day desc nulls last, u.id desc, a.id`);
  const all = rows.map(({ value, reached, ...row }) => ({ ...row, value: Number(value), reached: Number(reached) }));
  const isGentle = rows[0]?.isGentle ?? false;
  return {
    isGentle,
    earned: all.flatMap(({ name, description, rarity, times, day }) =>
      day === null ? [] : [{ name, description, rarity, times, day: Temporal.PlainDate.from(day) }],
    ),
    next: isGentle ? [] : nearest(all.filter(({ isHidden }) => !isHidden)),
    hiddenCount: all.filter(({ isHidden, times }) => isHidden && times === 0).length,
  };
}

interface Candidate {
  readonly name: string;
  readonly isRepeatable: boolean;
  readonly figure: Figure;
  readonly value: number;
  readonly times: number;
  readonly reached: number;
}

type StandingRow = Omit<Candidate, 'value' | 'reached'> & {
  description: string;
  rarity: Rarity;
  isHidden: boolean;
  day: string | null;
  value: string;
  reached: string;
  isGentle: boolean | null;
};

/** By how much of the way is done since the last time; of one figure the one that comes first. */
function nearest(all: readonly Candidate[]): NextAchievement[] {
  const open = all
    .filter(({ isRepeatable, times }) => isRepeatable || times === 0)
    .map((one) => {
      const done = earnedTimes(one.reached, one);
      return { ...one, threshold: (done + 1) * one.value, share: one.reached / one.value - done };
    })
    .sort((a, b) => b.share - a.share || a.threshold - b.threshold);
  const firsts = open.filter((one) => !open.some((other) => other.figure === one.figure && comesBefore(other, one)));
  const begun = firsts.filter(({ share }) => share > 0);
  return [...begun, ...firsts.filter(({ share }) => share === 0).slice(0, Math.max(0, fewestNext - begun.length))]
    .slice(0, mostNext)
    .map(({ name, figure, reached, threshold }) => ({ name, figure, reached, threshold }));
}

const comesBefore = (a: { threshold: number }, b: { threshold: number }): boolean => a.threshold < b.threshold;
