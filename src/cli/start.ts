import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { main } from './main.ts';
import { serve } from './serve.ts';
import { talk } from './talk.ts';

await main(async () => {
  const config = readConfig(process.env, { cwd: process.cwd() });
  const secrets = [config.telegramBotToken, config.discordBotToken, config.telegramWebhookSecret];
  const hasBots = config.telegramBotToken !== null || config.discordBotToken !== null;
  if (hasBots) {
    const log = createLog({ level: config.logLevel, secrets, output: process.stderr });
    await serve({ config, log, halves: { bot: true, worker: true }, announce: (line) => console.log(line) });
  } else {
    const log = createLog({ level: process.env.LOG_LEVEL ? config.logLevel : 'warn', output: process.stderr });
    await talk({ config, log, input: process.stdin, output: process.stdout });
  }
});
