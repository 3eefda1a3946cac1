import { sql } from 'drizzle-orm';
import { figures } from '../../../db/catalogue/achievements.ts';
import type { PersonContext } from '../context.ts';
import { bestRuns } from './best-runs.ts';
import { gains } from './statistics-gains.ts';

export type { PersonContext } from '../context.ts';

export type Figure = keyof typeof figures;
export type Figures = Readonly<Record<Figure, number>>;

/** Of the rules by which figures are computed. Raised with them, all kept ones are computed anew. */
export const statisticsVersion = 1;

/**
 * Every figure of `figures`, in the unit told there, from the person's rows as they stand: 0 where there are none. Two
 * statements.
 */
export async function computeStatistics(ctx: PersonContext): Promise<Figures> {
  const { rows } = await ctx.db.execute<{ figure: string; value: string }>(
    sql`select figure, sum(amount) as value from (${gains(ctx)}) as gain (figure, day, amount) group by figure`,
  );
  const summed = new Map(rows.map(({ figure, value }) => [figure, Number(value)]));
  for (const [figure, bests] of Object.entries(await bestRuns(ctx))) summed.set(figure, bests.length);
  return Object.fromEntries(Object.keys(figures).map((name) => [name, summed.get(name) ?? 0])) as Figures;
}
