import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { figures } from '../../../db/catalogue/achievements.ts';
import type { Transaction } from '../context.ts';
import type { User } from '../users/user.ts';
import { bestRuns } from './best-runs.ts';
import { gains } from './statistics-gains.ts';

export type Figure = keyof typeof figures;
export type Figures = Readonly<Record<Figure, number>>;

/** What a verb about one person is given outside their own requests: a transaction of the owner. */
export interface PersonContext {
  readonly db: Transaction;
  readonly now: Temporal.Instant;
  readonly user: User;
}

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
