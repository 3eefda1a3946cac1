import { z } from 'zod';
import { findDue, forgetSettled } from './due.ts';
import { defineJob } from './job.ts';

/** How often it runs, and how far it looks ahead: far enough that a late sweep makes nothing late. */
export const sweepEveryMs = 5_000;
const horizonMs = 60_000;

/** Lists what falls due soon and adds a job for each row, to run at its time. */
export const sweep = defineJob({
  name: 'sweep',
  payload: z.strictObject({}),
  async run(ctx) {
    await forgetSettled(ctx.db, ctx.now());
    await ctx.enqueue(await findDue(ctx.db, { now: ctx.now(), horizonMs }));
  },
});
