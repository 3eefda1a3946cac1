import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../db/client.ts';
import { leaseDelivery } from '../../src/domain/notifications/deliveries.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { openQueue } from '../../src/jobs/queue.ts';
import { createWorker } from '../../src/jobs/worker.ts';
import { createLog } from '../../src/log.ts';

// A worker in a process of its own, to be killed: `worker-process.ts DATABASE_URL REDIS_URL NAMESPACE LEASED`. It takes
// deliveries and never finishes one; the one numbered LEASED it leases first, with a second left to run.
const [, , databaseUrl = '', redisUrl = '', namespace = '', leasedId = ''] = process.argv;
const log = createLog({ level: 'warn', output: process.stderr });
const { db } = await openDatabase({ url: databaseUrl, maxConnections: 2 });
const queue = await openQueue({ databaseUrl, redisUrl: redisUrl || null, namespace, log });
const nothing = async () => {};
const jobs = createJobs({
  db,
  now: Temporal.Now.instant,
  respond: nothing,
  remind: nothing,
  notify: nothing,
  progress: nothing,
  async deliver(id) {
    if (id === Number(leasedId))
      await leaseDelivery(db, id, ['telegram', 'discord'], Temporal.Now.instant().subtract({ seconds: 29 }));
    console.log(id);
    await new Promise(() => {});
  },
});
await createWorker({ queue, jobs, log, lockMs: 500 });
queue.wake();
