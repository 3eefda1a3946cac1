import { sql } from 'drizzle-orm';
import type { PersonContext } from '../context.ts';
import { bestRuns } from './best-runs.ts';
import { type DayNumber, dayOf } from './day-number.ts';
import type { Figure } from './statistics.ts';
import { gains } from './statistics-gains.ts';

/** Occurrences of an achievement that are earned: from one up to another. */
export interface EarnedRange {
  readonly achievementId: number;
  readonly figure: Figure;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The day (ISO) on which each occurrence was earned by the entries as they stand, by `achievementId/occurrence`: the
 * first on which what came up to and with it was enough. None for what nothing accounts for any more.
 */
export async function achievementCrossings(
  ctx: PersonContext,
  ranges: readonly EarnedRange[],
): Promise<ReadonlyMap<string, string>> {
  const bests = new Map<string, readonly DayNumber[]>(Object.entries(await bestRuns(ctx)));
  const days = new Map<string, string>();
  for (const { achievementId, figure, value, from, to } of ranges.filter((range) => bests.has(range.figure)))
    for (let occurrence = from; occurrence <= to; occurrence += 1) {
      const day = bests.get(figure)?.at(Math.ceil(occurrence * value) - 1);
      if (day !== undefined) days.set(`${achievementId}/${occurrence}`, dayOf(day).toString());
    }
  const summed = JSON.stringify(ranges.filter((range) => !bests.has(range.figure)));
  const { rows } = await ctx.db.execute<{ id: string; occurrence: number; day: string }>(sql`
    select w."achievementId" as id, occurrence, g.day::text as day
    from jsonb_to_recordset(${summed}::jsonb) as w ("achievementId" bigint, figure text, value numeric, "from" int, "to" int)
      join (
        select figure, day, sum(amount) as amount, sum(sum(amount)) over (partition by figure order by day) as reached
        from (${gains(ctx)}) as gain (figure, day, amount) where amount > 0 group by figure, day
      ) g using (figure)
      cross join lateral generate_series(greatest(w."from", floor((reached - amount) / value)::int + 1),
        least(w."to", floor(reached / value)::int)) as occurrence`);
  for (const { id, occurrence, day } of rows) days.set(`${id}/${occurrence}`, day);
  return days;
}
