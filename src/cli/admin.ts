import { Temporal } from 'temporal-polyfill';
import { appointCoach } from '../bots/appoint-coach.ts';
import { notWrittenYet } from '../bots/operator-coaches.ts';
import { failuresText, retriedText, statusText } from '../bots/operator-words.ts';
import { plainText, type Text } from '../bots/text.ts';
import { type Config, readConfig } from '../config.ts';
import { rowJobs } from '../domain/conversation/account-of-due.ts';
import { DomainError } from '../domain/domain-error.ts';
import { OperatorError } from '../domain/operator-error.ts';
import { listFailures, retryFailures } from '../domain/system/failures.ts';
import { systemStatus } from '../domain/system/system-status.ts';
import { openQueue } from '../jobs/queue.ts';
import { createLog, type Log } from '../log.ts';
import { main } from './main.ts';
import { openStore, type Store } from './store.ts';
import { version } from './version.ts';

const usage = `Write one of:
  npm run admin -- status
  npm run admin -- failures
  npm run admin -- retry deliver 17 (or another of ${rowJobs.join(', ')}; or: retry all)
  npm run admin -- make-coach telegram:123456789 (or discord:…), the id of who has written to the bot
  npm run admin -- unmake-coach telegram:123456789`;

const mostShown = 200;

interface Given {
  readonly store: Store;
  readonly config: Config;
  readonly log: Log;
  readonly now: Temporal.Instant;
}

type Run = (given: Given) => Promise<Text>;

/** What the words ask for. Throws an OperatorError that says what could be asked. */
function read([action, ...rest]: readonly string[]): Run {
  if (action === 'status' && rest.length === 0) return status;
  if (action === 'failures' && rest.length === 0) return failures;
  if (action === 'retry') return retry(rest);
  if (action === 'make-coach' || action === 'unmake-coach') return coach(rest, action === 'make-coach');
  throw new OperatorError(usage);
}

async function status({ store, config, log, now }: Given): Promise<Text> {
  const queue = await openQueue({ redisUrl: config.redisUrl, databaseUrl: store.url, log });
  try {
    return statusText(await systemStatus(store.db, now), version, await queue.counts());
  } finally {
    await queue.close();
  }
}

async function failures({ store, now }: Given): Promise<Text> {
  const found = await listFailures(store.db, mostShown + 1);
  return failuresText(found.slice(0, mostShown), found.length > mostShown, now);
}

function retry([job = '', row = '', ...rest]: readonly string[]): Run {
  const isOne = rowJobs.some((known) => known === job) && /^\d{1,15}$/.test(row) && rest.length === 0;
  if (!isOne && (job !== 'all' || row !== '')) throw new OperatorError(usage);
  const which = isOne ? { job, row: Number(row) } : 'all';
  return async ({ store, now }) => retriedText(await retryFailures(store.db, which, now));
}

function coach([named = '']: readonly string[], isCoach: boolean): Run {
  const [, platform, accountId = ''] = /^(telegram|discord):(\d+)$/.exec(named) ?? [];
  if (platform !== 'telegram' && platform !== 'discord') throw new OperatorError(usage);
  return async ({ store, now }) => {
    const done = await store.db
      .transaction((tx) => appointCoach(tx, { platform, accountId }, isCoach, now))
      .catch((error: unknown) => {
        throw error instanceof DomainError ? new OperatorError(error.message) : error;
      });
    if (!done) throw new OperatorError(notWrittenYet(named));
    if (!done.isChanged) return isCoach ? `${named} is a coach already.` : `${named} is no coach.`;
    return isCoach ? `${named} is a coach now.` : `${named} is no coach any more.`;
  };
}

await main(async () => {
  const run = read(process.argv.slice(2));
  const config = readConfig(process.env, { cwd: process.cwd() });
  const log = createLog({ level: 'warn', output: process.stderr });
  const store = await openStore(config, log);
  try {
    console.log(plainText(await run({ store, config, log, now: Temporal.Now.instant() })));
  } finally {
    await store.close();
  }
});
