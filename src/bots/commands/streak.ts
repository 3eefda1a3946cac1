import { z } from 'zod';
import { defineCommand } from '../define-command.ts';
import { streakCard } from '../streak-card.ts';

export const streak = defineCommand({
  name: 'streak',
  summary: 'Your runs of days and weeks, and how strong they are',
  examples: ['my streak'],
  effect: 'read',
  options: z.object({}),
  input: z.object({}),
  cues: /(?!)/,
  // In free text it is a question like the others.
  parse: (text) => (/^\/streaks?\s*$/i.test(text) ? { input: {} } : null),
  run: (ctx) => streakCard(ctx),
  toContract: () => [{ do: 'ask', about: 'streak', subject: null, from: null, to: null, who: null }],
});
