import { broadcast } from './broadcast.ts';
import { dueItems } from './due-items.ts';
import { foodSearch } from './food-search.ts';
import { fuzz } from './fuzz.ts';
import { language } from './language.ts';
import { messagePath } from './message-path.ts';

/** Each benchmark prints its figures and returns whether they are within its stated limit. */
const benchmarks: Record<string, () => Promise<boolean>> = {
  broadcast,
  'due-items': dueItems,
  'food-search': foodSearch,
  fuzz,
  language,
  'message-path': messagePath,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const [name, run] of Object.entries(benchmarks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n${name}`);
    if (!(await run())) process.exitCode = 1;
  }
}
