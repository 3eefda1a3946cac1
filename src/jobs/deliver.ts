import { deliveriesBehind, dueDeliveries } from '../domain/notifications/due-deliveries.ts';
import { defineJob, rowPayload } from './job.ts';

/** Sends a message of ours that is due. Once it is settled, the next one to the same account need not wait for a sweep. */
export const deliver = defineJob({
  name: 'deliver',
  payload: rowPayload,
  due: dueDeliveries,
  async run(ctx, { row }) {
    await ctx.deliver(row);
    const behind = await deliveriesBehind(ctx.db, row, ctx.now());
    await ctx.enqueue(behind.map(({ id, dueAt }) => ({ job: 'deliver', row: id, dueAt })));
  },
});
