import { dueMessages } from '../domain/conversation/due-messages.ts';
import { defineJob, rowPayload } from './job.ts';

/** Answers a message whose receiver did not get to it: it crashed, or lost the database. */
export const respond = defineJob({
  name: 'respond',
  payload: rowPayload,
  due: dueMessages,
  run: (ctx, { row }) => ctx.respond(row),
});
