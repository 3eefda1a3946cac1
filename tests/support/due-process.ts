/**
 * One process of several that are killed: a worker, a bot that receives what lies in a file, or one that receives what
 * its platforms deliver, as their holder. Run as `due-process.ts <settings as JSON>`. Prints `ready` once it works; ends
 * with its input.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { openDatabase } from '../../db/client.ts';
import { hold } from '../../db/holder.ts';
import { createDiscordAdapter } from '../../src/bots/discord/create-adapter.ts';
import { messageSchema } from '../../src/bots/message.ts';
import { createTelegramAdapter } from '../../src/bots/telegram/create-adapter.ts';
import { createRuntime } from '../../src/cli/runtime.ts';
import { lastSeen } from '../../src/domain/conversation/last-seen.ts';
import { openQueue } from '../../src/jobs/queue.ts';
import { createWorker } from '../../src/jobs/worker.ts';
import { createLog } from '../../src/log.ts';
import { fast } from '../bots/discord/open-discord.ts';
import { fewFoods } from './few-foods.ts';

const place = z.object({ apiRoot: z.string(), token: z.string() });
const settings = z
  .object({
    role: z.enum(['worker', 'bot', 'receiver']),
    databaseUrl: z.string(),
    redisUrl: z.string().nullable(),
    telegram: place,
    discord: place,
    /** Holds what the platforms deliver to a bot until it is confirmed. */
    messageFile: z.string().nullable(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const { role, databaseUrl, redisUrl, telegram, discord, messageFile } = settings;
process.stdin.on('end', () => process.exit()).resume();
const log = createLog({ level: process.env.DUE_LOG ? 'warn' : 'silent', output: process.stderr });
const { db, pool } = await openDatabase({ url: databaseUrl, maxConnections: 8 });
const adapters = [
  createTelegramAdapter({ ...telegram, menu: [] }),
  createDiscordAdapter({
    ...discord,
    menu: [],
    suggest: async () => [],
    lastSeen: () => lastSeen(db, 'discord'),
    registeredMenu: { read: async () => null, write: async () => {} },
    client: fast,
    log,
  }),
];
const clock = () => Temporal.Now.instant();
const { respond, jobs } = createRuntime({ db, foods: await fewFoods(db), adapters, clock, log });

if (role === 'worker') {
  const queue = await openQueue({ redisUrl, databaseUrl, log });
  await createWorker({ queue, jobs, log, lockMs: 2_000 });
  queue.wake();
  console.log('ready');
} else if (messageFile === null) {
  for (const adapter of adapters)
    hold(databaseUrl, adapter.platform, {
      onAcquired: () => adapter.start((message) => respond.receive(message)),
      onLost: () => adapter.stop(),
      retryMs: 100,
    });
  console.log('ready');
} else {
  console.log('ready');
  for (;;) {
    // What is not known to the database yet is delivered again.
    try {
      const { rows } = await pool.query<{ key: string }>('select event_key as key from inbound_messages');
      const known = new Set(rows.map(({ key }) => key));
      for (const message of z.array(messageSchema).parse(JSON.parse(readFileSync(messageFile, 'utf8')))) {
        if (known.has(message.eventKey) || Temporal.Instant.compare(message.sentAt, clock()) > 0) continue;
        await respond.receive(message);
      }
    } catch {
      // The database is away.
    }
    await sleep(100);
  }
}
