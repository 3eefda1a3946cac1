import { z } from 'zod';

const day = z.iso.date();
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const amount = z.number().min(0).nullable();
const text = z.string().min(1).nullable();
const figures = { energyKcal: amount, proteinG: amount, carbsG: amount, fatG: amount };

const subjects = [
  'day',
  'week',
  'remaining',
  'food',
  'weight',
  'streak',
  'achievements',
  'records',
  'workouts',
  'reminders',
  'goals',
  'plan',
  'why',
  'help',
] as const;

const change = z.strictObject({
  quantity: z.number().min(0).optional(),
  unit: z.string().min(1).optional(),
  food: z.string().min(1).optional(),
  slot: z.string().min(1).optional(),
  day: day.optional(),
  reps: z.number().min(0).optional(),
  weightKg: z.number().optional(),
  sets: z.number().min(0).optional(),
  remove: z.literal(true).optional(),
});

/** The parse contract: what each `do` looks like. A field too many, or a number that is none, is a fault. */
const commandSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('log-meal'),
    slot: text,
    day,
    time: time.nullable(),
    items: z
      .array(
        z.strictObject({
          quantity: amount,
          unit: text,
          food: z.string().min(1),
          foodName: text,
          grams: amount,
          ...figures,
        }),
      )
      .min(1),
  }),
  z.strictObject({ do: z.literal('quick-add'), slot: text, day, ...figures, note: text }),
  z.strictObject({
    do: z.literal('log-workout'),
    day,
    title: text,
    durationMin: amount,
    exercises: z.array(
      z.strictObject({
        exercise: z.string().min(1),
        exerciseName: text,
        sets: z.array(
          z.strictObject({
            reps: z.number().int().min(0).nullable(),
            // Help by a band or a machine is weight taken away.
            weightKg: z.number().nullable(),
            durationS: amount,
            distanceM: amount,
            rpe: z.number().min(0).max(10).nullable(),
            kind: z.enum(['working', 'warmup', 'drop', 'failure']),
          }),
        ),
      }),
    ),
  }),
  z.strictObject({
    do: z.literal('log-metric'),
    day,
    metric: z.string().min(1),
    value: z.number(),
    value2: z.number().nullable(),
    unit: text,
  }),
  z.strictObject({
    do: z.literal('set-reminder'),
    what: z.string().min(1),
    schedule: z.strictObject({
      at: z.array(time).nullable(),
      days: z.array(z.number().int().min(1).max(7)).nullable(),
      everyMinutes: z.number().int().min(1).nullable(),
      from: time.nullable(),
      to: time.nullable(),
      on: day.nullable(),
    }),
  }),
  z.strictObject({
    do: z.literal('manage-reminder'),
    action: z.enum(['list', 'pause', 'resume', 'remove', 'snooze', 'done']),
    subject: text,
    until: text,
    minutes: amount,
  }),
  z.strictObject({
    do: z.literal('ask'),
    about: z.enum(subjects),
    subject: text,
    from: day.nullable(),
    to: day.nullable(),
    who: text,
  }),
  z.strictObject({ do: z.literal('correct'), target: text, change }),
  z.strictObject({ do: z.literal('repeat'), slot: text, from: day.nullable(), day: day.nullable() }),
  z.strictObject({ do: z.literal('undo') }),
  z.strictObject({ do: z.literal('redo') }),
  z.strictObject({
    do: z.literal('set-goal'),
    metric: z.string().min(1),
    target: z.number(),
    unit: text,
    by: day.nullable(),
  }),
  z.strictObject({ do: z.literal('set-target'), ...figures, waterMl: amount }),
  z.strictObject({ do: z.literal('command'), name: z.string().min(1), input: z.unknown() }),
  z.strictObject({ do: z.literal('message'), to: text, body: z.string().min(1) }),
]);

/** Each `do` with its fields, for whoever describes them. */
export const contractFields: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  commandSchema.options.map(({ shape }) => [shape.do.value, Object.keys(shape).filter((field) => field !== 'do')]),
);

/** What `ask` can be about. */
export const contractSubjects: readonly string[] = subjects;

/** What is wrong with a row of the parse door, in words; null when nothing is. */
export function contractFault(row: unknown): string | null {
  const parsed = commandSchema.safeParse(row);
  return parsed.success ? null : z.prettifyError(parsed.error);
}
