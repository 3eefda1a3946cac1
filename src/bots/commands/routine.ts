import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Given, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { type RoutineReading, readRoutine, routineHint } from '../language/routine-words.ts';
import { doWithRoutine } from '../routines/do-with-routine.ts';
import { planSchema, readPlan } from '../routines/read-plan.ts';
import { howToWrite } from '../routines/routine-card.ts';
import { code, quoted } from '../text.ts';

const id = z.number();
const name = z.string().nullable();
const day = z.iso.date();

const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('new'), name: z.string(), plan: planSchema }),
  z.object({ kind: z.enum(['show', 'start', 'done', 'skip', 'remove', 'end']), name }),
  z.object({ kind: z.literal('rename'), name: z.string(), to: z.string() }),
  /** "change bench in push day to 5x5", "add dips 3x12 to push day": `exercise` empty adds. */
  z.object({ kind: z.literal('put'), name: z.string(), exercise: z.string(), plan: planSchema }),
  z.object({ kind: z.literal('take'), name: z.string(), exercise: z.string() }),
  z.object({
    kind: z.literal('schedule'),
    name,
    weekdays: z.array(z.number()),
    /** `18:00`; null: no time was said. */
    time: z.string().nullable(),
    from: day.nullable(),
    weeks: z.number().nullable(),
  }),
  z.object({ kind: z.literal('move'), name, from: day.nullable(), to: day }),
  /** Buttons. */
  z.object({ kind: z.enum(['open', 'begin', 'edit', 'when', 'drop', 'today']), id }),
  z.object({ kind: z.enum(['line', 'cut']), id, lineId: id }),
  z.object({
    kind: z.literal('nudge'),
    id,
    lineId: id,
    by: z.object({ sets: z.number().optional(), reps: z.number().optional(), weightKg: z.number().optional() }),
  }),
  z.object({ kind: z.literal('settle'), id, to: z.enum(['done', 'skipped', 'open']) }),
  z.object({ kind: z.literal('shift'), id, days: z.number() }),
  z.object({ kind: z.literal('card'), id }),
  /** Of what a coach gave: when to be reminded; null: not at all. */
  z.object({ kind: z.literal('hour'), ids: z.array(id), time: z.string().nullable() }),
]);

export type RoutineInput = z.infer<typeof input>;

export const routine = defineCommand<RoutineInput>({
  name: 'routine',
  summary: 'Your training routines: build, schedule, start, tick off',
  examples: [
    'new routine push day: bench 4x8 @ 70kg, dips 3x12',
    'schedule push day mon wed fri 18:00',
    'skip push day',
  ],
  effect: 'act',
  options: z.object({
    what: z
      .string()
      .max(2000)
      .optional()
      .describe('push day · new push day: bench 4x8, dips 3x12 · schedule push day mon 18:00 · start push day'),
  }),
  input,
  cues: routineHint,
  parse(text, given): Reading<RoutineInput> {
    const [, slash, rest = ''] = /^(\/routines?\b)?\s*([\s\S]*)$/iu.exec(text) ?? [];
    const read = readRoutine(rest, given, slash !== undefined);
    if (read) return toReading(read, given);
    return slash ? { problem: howToWrite } : null;
  },
  run: (ctx, said) => doWithRoutine(ctx, said),
  toContract: (said) => [{ do: 'command', name: 'routine', input: said }],
});

function toReading(read: RoutineReading, given: Given): Reading<RoutineInput> {
  switch (read.kind) {
    case 'new': {
      const plan = readPlan(read.plan, given);
      return 'problem' in plan ? plan : { input: { kind: 'new', name: quoted(read.name, 60), plan: plan.plan } };
    }
    case 'put': {
      const plan = readPlan(read.exercise === '' ? read.plan : `${read.exercise} ${read.plan}`, given);
      if ('problem' in plan) return plan;
      return { input: { kind: 'put', name: read.name, exercise: quoted(read.exercise), plan: plan.plan } };
    }
    case 'take':
      return { input: { kind: 'take', name: read.name, exercise: quoted(read.exercise) } };
    case 'rename':
      return { input: { ...read, to: quoted(read.to, 60) } };
    case 'schedule': {
      const { weekdays, time, on, from, weeks } = read.schedule;
      // "monday for 8 weeks" comes round; "monday" alone is the next one.
      const days = weekdays.length > 0 || on === null || weeks === null ? weekdays : [on.dayOfWeek];
      const start = days.length > 0 ? from : (from ?? on);
      if (days.length === 0 && start === null)
        return {
          problem: [
            'On which days? Write it like ',
            code(`schedule ${read.name ?? 'push day'} mon wed fri 18:00`),
            '.',
          ],
        };
      return {
        input: { kind: 'schedule', name: read.name, weekdays: [...days], time, from: start?.toString() ?? null, weeks },
      };
    }
    case 'move':
      return {
        input: {
          kind: 'move',
          name: read.name,
          from: read.from?.toString() ?? null,
          to: Temporal.PlainDate.from(read.to).toString(),
        },
      };
    default:
      return { input: read };
  }
}
