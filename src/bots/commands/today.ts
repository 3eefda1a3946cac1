import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dayOverview } from '../../domain/meals/day-overview.ts';
import { dayCard } from '../day-card.ts';
import { defineCommand } from '../define-command.ts';
import { readDayQuestion } from '../language/read-day-question.ts';

const input = z.object({ day: z.iso.date(), about: z.enum(['day', 'remaining']) });

export const today = defineCommand<z.infer<typeof input>>({
  name: 'today',
  summary: 'What you ate, and what is left',
  examples: ['today', 'what did i eat yesterday'],
  effect: 'read',
  options: z.object({ day: z.string().max(40).optional().describe('Another day: yesterday, monday') }),
  input,
  parse(text, given) {
    const asked = readDayQuestion(text, given);
    return asked ? { input: { day: asked.day.toString(), about: asked.about } } : null;
  },
  async run(ctx, { day, about }) {
    return dayCard(ctx, await dayOverview(ctx, Temporal.PlainDate.from(day)), about);
  },
  toContract: ({ day, about }) => [{ do: 'ask', about, subject: null, from: day, to: day, who: null }],
});
