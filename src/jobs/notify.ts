import { dueNotifications } from '../domain/notifications/due-notifications.ts';
import { defineJob, rowPayload } from './job.ts';

/** Says what was held back, or could not be said where it was tried first. */
export const notify = defineJob({
  name: 'notify',
  payload: rowPayload,
  due: dueNotifications,
  run: (ctx, { row }) => ctx.notify(row),
});
