import { dueProgress } from '../domain/progress/due-progress.ts';
import { defineJob, rowPayload } from './job.ts';

/** Derives what a person has reached from their entries, once these have changed. Its row is the person. */
export const progress = defineJob({
  name: 'progress',
  payload: rowPayload,
  due: dueProgress,
  run: (ctx, { row }) => ctx.progress(row),
});
