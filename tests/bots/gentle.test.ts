import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/cli/scenario/line.ts';
import { runScenario } from '../../src/cli/scenario/run.ts';
import { testDatabase } from '../support/database.ts';
import { silentLog } from '../support/silent-log.ts';

const folder = join(import.meta.dirname, '..', 'scenarios');

/** Figures of food and body, as any card of ours words them. What a training lifted is none. */
const kept =
  /\d\s?(?:kcal|cal)\b|\b(?:protein|carbs|fat|fibre|trend|weight:?|goal:?) \d|\d % of\b|\b(?:lighter|heavier)\b/i;

type Lines = ReturnType<typeof readScenario>;

/** The same conversation with everybody in gentle mode from the beginning. */
function gently(lines: Lines): Lines {
  const seen = new Set<string>();
  return lines.flatMap((one) => {
    const { line } = one;
    if (!('from' in line) || seen.has(line.from)) return [one];
    seen.add(line.from);
    const { at, from, on } = line;
    return [{ number: 1000 + seen.size, line: { at, from, on, text: 'gentle mode' } }, one];
  });
}

describe('gentle mode', async () => {
  const store = await testDatabase();

  it.each(['a-week', 'questions', 'recipes', 'repeats', 'photos', 'why', 'meal-plan'])(
    'keeps all figures of food and body back in the conversation “%s”',
    async (name) => {
      const lines = readScenario(readFileSync(join(folder, `${name}.jsonl`), 'utf8'));
      const said: string[] = [];
      const print = (line: object) => {
        const { text = '', buttons = [] } = line as { text?: string; buttons?: string[][] };
        said.push(...text.split('\n'), ...buttons.flat());
      };
      await runScenario(gently(lines), { store, log: silentLog, print });
      expect(said).toContain('Gentle mode is on.');
      expect(said.filter((line) => kept.test(line) && !/\b(?:like|new food)\b/i.test(line))).toEqual([]);
    },
  );
});
