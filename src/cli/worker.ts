import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { main } from './main.ts';
import { serve } from './serve.ts';

await main(async () => {
  const config = readConfig(process.env, { cwd: process.cwd() });
  const secrets = [config.telegramBotToken, config.discordBotToken, config.telegramWebhookSecret];
  const log = createLog({ level: config.logLevel, secrets, output: process.stderr });
  const halves = { bot: false, worker: true };
  await serve({ config, log, halves, announce: (line) => console.log(line) });
});
