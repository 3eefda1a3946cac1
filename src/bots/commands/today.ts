import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { notesOn } from '../../domain/entries/notes-on.ts';
import { dayOverview } from '../../domain/meals/day-overview.ts';
import { dayCard } from '../day-card.ts';
import { defineCommand } from '../define-command.ts';
import { capital } from '../format.ts';
import { aloneDayEnds, dayQuestionOpenings, readDayQuestion } from '../language/read-day-question.ts';
import { italic, lines, quoted } from '../text.ts';

const input = z.object({ day: z.iso.date(), about: z.enum(['day', 'remaining']) });

export const today = defineCommand<z.infer<typeof input>>({
  name: 'today',
  summary: 'What you ate, and what is left',
  examples: ['today', 'what did i eat yesterday'],
  effect: 'read',
  options: z.object({ day: z.string().max(40).optional().describe('Another day: yesterday, monday') }),
  input,
  cues: { test: (word) => aloneDayEnds.has(word) },
  opens: dayQuestionOpenings,
  parse(text, given) {
    const asked = readDayQuestion(text, given);
    return asked ? { input: { day: asked.day.toString(), about: asked.about } } : null;
  },
  async run(ctx, { day, about }) {
    const on = Temporal.PlainDate.from(day);
    const card = dayCard(ctx, await dayOverview(ctx, on), about);
    const notes = about === 'day' ? await notesOn(ctx, on) : [];
    const said = notes.map(({ name, words, isPlan }) =>
      italic(`${capital(quoted(name, 60))}${isPlan ? ', as planned' : ''}: ${quoted(words, 500)}`),
    );
    return { ...card, text: lines(card.text, ...said) };
  },
  toContract: ({ day, about }) => [{ do: 'ask', about, subject: null, from: day, to: day, who: null }],
});
