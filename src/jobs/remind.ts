import { dueReminders } from '../domain/reminders/due-reminders.ts';
import { defineJob, rowPayload } from './job.ts';

/** Fires a reminder at its time. */
export const remind = defineJob({
  name: 'remind',
  payload: rowPayload,
  due: dueReminders,
  run: (ctx, { row }) => ctx.remind(row),
});
