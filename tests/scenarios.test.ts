import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../src/cli/scenario/line.ts';
import { runScenario } from '../src/cli/scenario/run.ts';
import { testDatabase } from './support/database.ts';
import { silentLog } from './support/silent-log.ts';

const folder = join(import.meta.dirname, 'scenarios');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.slice(0, -'.jsonl'.length));

/**
 * Every conversation is a file of what people do, `NAME.jsonl`, beside what the bot then says, `NAME.out`. The second is
 * written by `npm test -- scenarios -u`, and is to be read aloud before it is committed.
 */
describe('conversations', async () => {
  const store = await testDatabase();

  it.each(names)('%s', async (name) => {
    const lines = readScenario(readFileSync(join(folder, `${name}.jsonl`), 'utf8'));
    const said: string[] = [];
    await runScenario(lines, { store, log: silentLog, print: (line) => said.push(`${JSON.stringify(line)}\n`) });
    // What nobody can guess is never the same twice.
    const same = said
      .join('')
      .replace(/\bstart=[\w-]{22}/g, 'start=TOKEN')
      .replace(/\b[\dA-HJKMNP-TV-Z]{4}-[\dA-HJKMNP-TV-Z]{4}\b/g, 'CODE-CODE');
    await expect(same).toMatchFileSnapshot(join(folder, `${name}.out`));
  });
});
