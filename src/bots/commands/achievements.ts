import { z } from 'zod';
import { currentAchievements } from '../achievements-card.ts';
import { defineCommand } from '../define-command.ts';

const input = z.object({ page: z.int().min(0) });

export const achievements = defineCommand<z.infer<typeof input>>({
  name: 'achievements',
  summary: 'What you have earned, and what is nearest',
  examples: ['my achievements', 'badges'],
  effect: 'read',
  options: z.object({}),
  input,
  cues: /(?!)/,
  // In words it is a question, which `ask` reads.
  parse: (text) => (/^\/achievements\s*$/i.test(text) ? { input: { page: 0 } } : null),
  async run(ctx, { page }) {
    const card = await currentAchievements(ctx, page);
    return ctx.pressedId === undefined ? card : { ...card, replaces: ctx.pressedId };
  },
  toContract: () => [{ do: 'ask', about: 'achievements', subject: null, from: null, to: null, who: null }],
});
