import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../../db/operator-error.ts';
import { readConfig } from '../config.ts';
import { hasNumberedAccounts } from '../domain/users/has-numbered-accounts.ts';
import { createLog } from '../log.ts';
import { main } from './main.ts';
import { readScenario } from './scenario/line.ts';
import { runScenario } from './scenario/run.ts';
import { openStore } from './store.ts';

await main(async () => {
  const [file, ...rest] = process.argv.slice(2);
  if (!file || rest.length > 0)
    throw new OperatorError('Say which scenario to run: npm run scenario -- FILE (- reads from standard input).');
  const lines = readScenario(read(file));
  const config = readConfig(process.env, { cwd: process.cwd() });
  const log = createLog({ level: process.env.LOG_LEVEL ? config.logLevel : 'warn', output: process.stderr });
  const dataDir = mkdtempSync(join(tmpdir(), 'spotter-scenario-'));
  // Under root the server runs as another user, who has to get in.
  chmodSync(dataDir, 0o711);
  try {
    const store = await openStore({ databaseUrl: config.databaseUrl, dataDir }, log, { durable: false });
    try {
      if (await hasNumberedAccounts(store.db))
        throw new OperatorError(
          'DATABASE_URL holds real people: give a scenario a database of its own, or leave it out.',
        );
      await runScenario(lines, { store, log, print: (line) => process.stdout.write(`${JSON.stringify(line)}\n`) });
    } finally {
      await store.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new OperatorError(`Cannot read the scenario ${file}: name a file that is there, or - for standard input.`, {
      cause: error,
    });
  }
}
