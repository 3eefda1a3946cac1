import { z } from 'zod';
import { defineCommand } from '../define-command.ts';
import { readMessage } from '../language/read-message.ts';
import { code, quoted } from '../text.ts';

/** `to` null: one's own coach. */
const input = z.object({ to: z.string().nullable(), body: z.string() });

export const message = defineCommand<z.infer<typeof input>>({
  name: 'message',
  summary: 'Messages to your coach: I understand them, but cannot pass any on yet',
  examples: ['tell my coach my knee hurts'],
  effect: 'act',
  options: z.object({
    body: z.string().max(2000).describe('What to say to your coach'),
  }),
  input,
  parse(text) {
    const [, slash, rest = ''] = /^(\/message\b)?\s*(.*)$/isu.exec(text) ?? [];
    const read = readMessage(slash ? `message my coach: ${rest}` : text);
    if (read) return { input: read };
    return slash ? { problem: ['Write it like ', code('tell my coach my knee hurts'), '.'] } : null;
  },
  run: async (_, { to, body }) => ({
    text: `I understood: a message to ${to === null ? 'your coach' : quoted(to)}, “${quoted(body, 200)}”. I cannot pass messages on yet, so nothing was sent.`,
  }),
  toContract: ({ to, body }) => [{ do: 'message', to, body }],
});
