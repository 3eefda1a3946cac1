import { z } from 'zod';
import type { PlannedExercise } from '../../domain/routines/routine.ts';

const figure = z.number().nullable();

/** A compiled line of a template, as a command keeps it. */
const plannedSchema: z.ZodType<PlannedExercise> = z.object({
  week: figure,
  phase: z.string().nullable(),
  day: z.number(),
  dayName: z.string().nullable(),
  weekday: figure,
  words: z.string(),
  exerciseName: z.string().nullable(),
  exerciseId: figure,
  sets: z.number(),
  reps: figure,
  repsMax: figure,
  isAmrap: z.boolean(),
  durationS: figure,
  distanceM: figure,
  weightKg: figure,
  loadValue: figure,
  loadUnit: z.enum(['kg', 'lb']).nullable(),
  percent: figure,
  rpe: figure,
  restS: figure,
  superset: z.string().nullable(),
  notes: z.string().nullable(),
});

const id = z.number();
const start = {
  from: z.iso.date().nullable(),
  weeks: figure,
  weekdays: z.array(z.number()),
  /** `18:00` */
  time: z.string().nullable(),
};
const content = {
  name: z.string(),
  text: z.string(),
  description: z.string().nullable(),
  exercises: z.array(plannedSchema),
  /** Whom it was written for, as typed. */
  forWhom: z.string().optional(),
};

/** What can be done with training templates. */
export const templateInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('preview'), ...content }),
  z.object({ kind: z.literal('save'), ...content }),
  z.object({ kind: z.enum(['show', 'edit', 'forget']), name: z.string() }),
  z.object({ kind: z.literal('diff'), name: z.string(), from: figure, to: figure }),
  /** `isTraining`: they were asked whether it is a training or a diet of that name. */
  z.object({
    kind: z.literal('assign'),
    name: z.string(),
    to: z.array(z.string()),
    isTraining: z.boolean().optional(),
    ...start,
  }),
  z.object({ kind: z.literal('end'), name: z.string(), to: z.array(z.string()), isTraining: z.boolean().optional() }),
  /** Buttons. */
  z.object({ kind: z.literal('open'), id }),
  z.object({ kind: z.literal('give'), versionId: id, templateId: id, clientIds: z.array(id), ...start }),
  z.object({ kind: z.literal('finish'), templateId: id, clientIds: z.array(id) }),
  z.object({ kind: z.literal('move'), templateId: id, versionId: id, clientIds: z.array(id) }),
  z.object({ kind: z.literal('leave') }),
]);

export type TemplateInput = z.infer<typeof templateInput>;
