import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Metric, plausible } from '../../domain/body/plausible.ts';

const item = z.object({
  foodId: z.number().nullable(),
  name: z.string(),
  words: z.string(),
  grams: z.number(),
  /** Whether they named an amount. */
  isAmountSaid: z.boolean(),
  energyKcal: z.number(),
  proteinG: z.number(),
  carbsG: z.number(),
  fatG: z.number(),
});

const metric = z.custom<Metric>((value) => typeof value === 'string' && Object.hasOwn(plausible, value));

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));

/** A question as it is kept and answered. */
export const askedSchema = z.object({
  about: z.enum([
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
  ]),
  figure: z.string(),
  subject: z.string().nullable(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  isPeriodSaid: z.boolean(),
  who: z.string().nullable(),
  /** Which of several clients of that name, chosen by a button. */
  clientId: z.number().optional(),
  nutrient: z.object({ key: z.string(), name: z.string() }).nullable(),
  metric: metric.nullable(),
  items: z.array(item),
  exercise: z.object({ exerciseId: z.number().nullable(), name: z.string() }).nullable(),
  muscles: z
    .object({ name: z.string(), of: z.array(z.string()) })
    .nullable()
    .default(null),
  distanceM: z.number().nullable(),
  number: z.number().nullable(),
  slot: z.string().nullable(),
});

export type AskedInput = z.infer<typeof askedSchema>;
export type AskedItem = AskedInput['items'][number];

/** A question with its days as days. */
export type Asked = Omit<AskedInput, 'from' | 'to'> & {
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
};

/** What was kept, ready to be answered. */
export const toAsked = (input: AskedInput): Asked => ({
  ...input,
  from: input.from === null ? null : day.parse(input.from),
  to: input.to === null ? null : day.parse(input.to),
});
