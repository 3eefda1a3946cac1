import { readAchievements } from '../../db/catalogue/achievements.ts';
import { buildCatalogue } from '../../db/catalogue/build.ts';
import { readExercises } from '../../db/catalogue/exercises.ts';
import { countsOf } from './catalogue/counts.ts';
import { dishLines } from './catalogue/dish-lines.ts';
import { missedQueries } from './catalogue/missed-queries.ts';
import { nameProblems } from './catalogue/name-problems.ts';
import { main } from './main.ts';

const mostChangesShown = 60;

/**
 * `npm run catalogue` draws every figure anew, checks all of it, writes the derived files and says what it holds and what
 * is new. `npm run catalogue dishes [count]` shows dishes with what they are made of, for a person to judge.
 */
await main(async () => {
  const [what, count = '100'] = process.argv.slice(2);
  const { foods, problems, changes } = buildCatalogue();
  const exercises = readExercises();
  if (problems.length === 0) problems.push(...nameProblems(foods, exercises));
  if (problems.length > 0) {
    process.exitCode = 1;
    for (const problem of problems) console.error(problem);
    console.error(`${problems.length} problems; nothing is built from a catalogue that is wrong.`);
    return;
  }
  if (what === 'dishes') {
    for (const line of dishLines(foods, Number(count))) console.log(line);
    return;
  }
  for (const line of countsOf(foods, exercises, readAchievements())) console.log(line);
  for (const { table, found, of, misses, least } of missedQueries(foods, exercises)) {
    console.log(`${table}: ${found} of ${of} first (${((100 * found) / of).toFixed(1)} %, at least ${least * 100} %)`);
    for (const miss of misses) console.log(`  ${miss}`);
    if (found < least * of) process.exitCode = 1;
  }
  console.log(changes.length === 0 ? 'Nothing has changed since the last build.' : 'Since the last build:');
  for (const change of changes.slice(0, mostChangesShown)) console.log(`  ${change}`);
  if (changes.length > mostChangesShown) console.log(`  and ${changes.length - mostChangesShown} more`);
});
