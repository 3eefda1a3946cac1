import { deliveriesBehind, dueDeliveries } from '../domain/notifications/due-deliveries.ts';
import { defineJob, rowPayload } from './job.ts';

/** Sends a message of ours that is due. Neither it, if it was put off, nor the next one to the same account waits for a sweep. */
export const deliver = defineJob({
  name: 'deliver',
  payload: rowPayload,
  due: dueDeliveries,
  async run(ctx, { row }) {
    await ctx.deliver(row);
    const behind = await deliveriesBehind(ctx.db, row, ctx.now());
    await ctx.enqueue(behind.map(({ id, dueAt, isAwaited }) => ({ job: 'deliver', row: id, dueAt, isAwaited })));
  },
});
