import { Temporal } from 'temporal-polyfill';
import { readConfig } from '../config.ts';
import { OperatorError } from '../domain/operator-error.ts';
import { makeCoach } from '../domain/users/make-coach.ts';
import { createLog } from '../log.ts';
import { main } from './main.ts';
import { openStore } from './store.ts';

const usage =
  'Write: npm run admin -- make-coach telegram:123456789 (or discord:…), the id of who has written to the bot.';

await main(async () => {
  const [action, account = ''] = process.argv.slice(2);
  const [, platform, accountId = ''] = /^(telegram|discord):(\d+)$/.exec(account) ?? [];
  if (action !== 'make-coach' || (platform !== 'telegram' && platform !== 'discord')) throw new OperatorError(usage);
  const config = readConfig(process.env, { cwd: process.cwd() });
  const store = await openStore(config, createLog({ level: 'warn', output: process.stderr }));
  try {
    if (!(await makeCoach(store.db, { platform, accountId }, Temporal.Now.instant())))
      throw new OperatorError(`Nobody has written from ${account} yet: let them send the bot a message first.`);
    console.log(`${account} is a coach now.`);
  } finally {
    await store.close();
  }
});
