import type { Line } from './line.ts';
import { phraseAt } from './phrases.ts';

/** Whether nothing follows at `at` that the words before could belong to: a mark, a tail, or the next thing said. */
export function endsClause(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (!token || token.kind === 'mark') return true;
  const { corrections, fillers } = line.language;
  const { tails, nots, itWas, buts } = corrections;
  return [fillers, tails, nots, itWas, buts].some((table) => phraseAt(table, line.tokens, at) !== null);
}
