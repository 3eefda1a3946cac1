import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../src/cli/scenario/line.ts';
import { runScenario } from '../src/cli/scenario/run.ts';
import { columnsFilled } from './support/columns-filled.ts';
import { testDatabase } from './support/database.ts';
import { documentedPlaces } from './support/documented-places.ts';
import { silentLog } from './support/silent-log.ts';

const folder = join(import.meta.dirname, 'scenarios');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.slice(0, -'.jsonl'.length))
  // What is said of the brand is said to everybody from then on.
  .sort((a, b) => Number(a === 'brand') - Number(b === 'brand'));

/** Tables and columns that no conversation fills, and who does. */
const filledElsewhere: Readonly<Record<string, string>> = {
  user_credentials: 'signing in outside chat',
  sessions: 'signing in outside chat',
  'users.last_login_at': 'signing in outside chat',
  'audit_log.ip_address': 'a change made outside chat',
  'audit_log.user_agent': 'a change made outside chat',
  achievements: 'the catalogue',
  'brand_settings.id': 'its default: there is one row',
};

/**
 * Every conversation is a file of what people do, `NAME.jsonl`, beside what the bot then says, `NAME.out`. The second is
 * written by `npm test -- scenarios -u`, and is to be read aloud before it is committed.
 */
describe('conversations', async () => {
  const store = await testDatabase();
  const places = new Set([...documentedPlaces().values()].flatMap((fields) => [...fields.values()].flat()));
  const before = await columnsFilled(store.pool, places);
  const held = new Set<string>();

  // The longest tells five weeks of two people.
  it.each(names)('%s', { timeout: 120_000 }, async (name) => {
    const lines = readScenario(readFileSync(join(folder, `${name}.jsonl`), 'utf8'));
    const said: string[] = [];
    await runScenario(lines, { store, log: silentLog, print: (line) => said.push(`${JSON.stringify(line)}\n`) });
    held.add(name);
    // What nobody can guess is never the same twice.
    const same = said
      .join('')
      .replace(/\bstart=[\w-]{22}/g, 'start=TOKEN')
      .replace(/\b[\dA-HJKMNP-TV-Z]{4}-[\dA-HJKMNP-TV-Z]{4}\b/g, 'CODE-CODE');
    await expect(same).toMatchFileSnapshot(join(folder, `${name}.out`));
  });

  it('fill every place of the schema documents’ fields', async () => {
    // Some of them alone prove nothing.
    if (held.size < names.length) return;
    const after = await columnsFilled(store.pool, places);
    const empty = [...places].filter((place) => (after.get(place) ?? 0) <= (before.get(place) ?? 0));
    const isExcused = (place: string) => place in filledElsewhere || (place.split('.')[0] ?? '') in filledElsewhere;
    expect(empty.filter((place) => !isExcused(place))).toEqual([]);
    const isNeeded = (excuse: string) => empty.some((place) => place === excuse || place.startsWith(`${excuse}.`));
    expect(Object.keys(filledElsewhere).filter((excuse) => !isNeeded(excuse))).toEqual([]);
  });
});
