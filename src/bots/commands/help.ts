import { z } from 'zod';
import type { Command } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { bold, code, lines } from '../text.ts';

/** Made from the registry, which it is part of. */
export const help = (registry: () => readonly Command[]): Command =>
  defineCommand<Record<string, never>>({
    name: 'help',
    summary: 'What you can say',
    examples: ['help'],
    effect: 'read',
    options: z.object({}),
    input: z.object({}),
    parse: (text) =>
      /^\/?(?:help|help me|commands|what can (?:i say|you do)|how does this work)[?.!]*$/i.test(text.trim())
        ? { input: {} }
        : null,
    run: async () => ({
      text: lines(
        bold('You can just write, for example:'),
        ...registry()
          .filter(({ isHidden }) => !isHidden)
          .toReversed()
          .map(({ summary, examples }) => [
            ...examples.flatMap((example, i) => (i === 0 ? [code(example)] : [' or ', code(example)])),
            ` – ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`,
          ]),
        'Edit your message and the entry follows.',
      ),
    }),
    toContract: () => [{ do: 'ask', about: 'help', subject: null, from: null, to: null, who: null }],
  });
