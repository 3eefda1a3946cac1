import { readFileSync } from 'node:fs';
import { dataFolder } from './food-rows.ts';

/** What people type, and the keys of what must come first: any one of them. */
export interface Query {
  typed: string;
  slugs: string[];
}

/** The tables that searching is judged by, each with the share of its queries that must be answered rightly. */
export const queryTables = { 'plain-foods': 0.98, dishes: 0.95, exercises: 0.98 } as const;

/** One of the tables, as written by hand in `queries/`. */
export function readQueries(table: keyof typeof queryTables): Query[] {
  const lines = readFileSync(new URL(`queries/${table}.tsv`, dataFolder), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [typed = '', slugs = ''] = line.split('\t');
    return { typed, slugs: slugs.split('|') };
  });
}
