import { noteFailure } from '../domain/system/job-failures.ts';
import { rowJobs } from './due.ts';
import { type Job, type JobContext, type Queueing, rowJobNames, rowPayload } from './job.ts';
import { sweep } from './sweep.ts';

/** The jobs of this process, with what they act by. */
export interface Jobs {
  /**
   * Checks the payload and runs the job. Throws what the job throws, having noted it for a row, which is then left alone
   * for a while; and for a name or payload that no job takes.
   */
  run(name: string, payload: unknown, queueing: Queueing): Promise<void>;
}

/** Binds the jobs to what they act by. Throws when a name has no handler, or two. */
export function createJobs(ctx: JobContext, definitions: readonly Job[] = [...rowJobs, sweep]): Jobs {
  const handlers = new Map<string, Job>();
  for (const job of definitions) {
    if (handlers.has(job.name)) throw new Error(`Two handlers for the job ${job.name}.`);
    handlers.set(job.name, job);
  }
  const orphan = [...rowJobNames, sweep.name].find((name) => !handlers.has(name));
  if (orphan) throw new Error(`No handler for the job ${orphan}.`);
  return {
    async run(name, payload, queueing) {
      const job = handlers.get(name);
      if (!job) throw new Error(`No handler for the job ${name}.`);
      const checked = job.payload.parse(payload);
      try {
        await job.run({ ...ctx, ...queueing }, checked);
      } catch (error) {
        const about = rowPayload.safeParse(checked);
        // Where not even that can be written, the sweep finds the row once it can be.
        if (about.success) await noteFailure(ctx.db, { job: name, ...about.data }, error, ctx.now()).catch(() => {});
        throw error;
      }
    },
  };
}
