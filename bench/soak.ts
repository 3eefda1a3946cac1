import { OperatorError } from '../db/operator-error.ts';
import { dueItems } from './soak/due-items.ts';
import { hostileStrings } from './soak/hostile-strings.ts';
import { killedProcesses } from './soak/killed-processes.ts';
import { relay } from './soak/relay.ts';
import { year } from './soak/year.ts';

/** Each soak prints its figures and returns whether all was well. */
const soaks: Record<string, () => Promise<boolean>> = {
  'due-items': dueItems,
  'killed-processes': killedProcesses,
  relay,
  'hostile-strings': hostileStrings,
  year,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in soaks));
if (unknown.length > 0) {
  console.error(`There is no soak ${unknown.join(', ')}. There are: ${Object.keys(soaks).join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const [name, run] of Object.entries(soaks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const startMs = performance.now();
    console.log(`\n${name}`);
    const isWell = await run().catch((error: unknown) => {
      console.error(error instanceof OperatorError ? error.message : error);
      return false;
    });
    console.log(`  ${isWell ? 'all well' : 'FAILED'} after ${((performance.now() - startMs) / 1000).toFixed(0)} s`);
    if (!isWell) process.exitCode = 1;
  }
}
