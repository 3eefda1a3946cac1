import { z } from 'zod';
import { changeHealth } from '../../domain/users/change-health.ts';
import { healthFlags, healthOf, noteHealthAsked } from '../../domain/users/health.ts';
import type { Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { changedHealthCard, healthCard } from '../health-card.ts';
import { readHealth } from '../language/read-health.ts';
import { code } from '../text.ts';

const flags = z.array(z.enum(healthFlags));
const input = z.discriminatedUnion('do', [
  z.object({ do: z.literal('show') }),
  /** Nothing of it applies, or is said. */
  z.object({ do: z.literal('skip') }),
  z.object({ do: z.literal('change'), add: flags, remove: flags, event: z.enum(['birth', 'loss']).nullable() }),
]);
type Input = z.infer<typeof input>;

export const health = defineCommand<Input>({
  name: 'health',
  summary: 'Pregnancy and other things that make eating less unsafe',
  examples: ['i am pregnant', 'i take insulin', 'i am not pregnant any more', 'forget my health notes'],
  effect: 'act',
  options: z.object({
    note: z.string().max(100).optional().describe('pregnant, breastfeeding, insulin, eating disorder, forget pregnant'),
  }),
  input,
  cues: /pregn|expecting|bab(?:y|ies)|birth|trimester|child|feed|nurs|lactat|wean|miscarr|abort|terminat|still|twins|born|here|insulin|metformin|gli|gly|sulfo|diabet|t[12]d|disorder|^ed$|anorex|bulimi|binge|orthorex|arfid|ednos|osfed|health/,
  parse(text): Reading<Input> {
    const read = readHealth(text);
    if (!read) return null;
    switch (read.do) {
      case 'unclear':
        return { problem: ['Write it like ', code('/health pregnant'), ' or ', code('/health forget pregnant'), '.'] };
      case 'which-medication':
        return {
          text: 'Do you take medication for it, like insulin or metformin? Then I would set nothing for you that is less than your body needs.',
          question: {
            about: 'meaning',
            isRow: true,
            choices: [
              { label: 'Yes', action: { command: 'health', input: { ...unchanged, add: ['diabetes-medication'] } } },
              { label: 'No', action: { command: 'health', input: { do: 'skip' } } },
            ],
          },
        };
      case 'change':
        return { input: { ...read, add: [...read.add], remove: [...read.remove] } };
      default:
        return { input: { do: read.do } };
    }
  },
  async run(ctx, said) {
    if (said.do === 'show') return healthCard(ctx, (await healthOf(ctx)).flags);
    if (said.do === 'skip') {
      await noteHealthAsked(ctx);
      return {
        text: ['All right, I keep nothing of that. Should it change, just tell me: ', code('/health'), ' says how.'],
      };
    }
    // The answer to a question is no part of the message that made us ask it.
    const own = ctx.sourceMessageId === ctx.eventId ? ctx : { ...ctx, sourceMessageId: null };
    return changedHealthCard(own, await changeHealth(own, said), said.event);
  },
  toContract: (value) => [{ do: 'command', name: 'health', input: value }],
});

const unchanged = { do: 'change', add: [], remove: [], event: null } as const;
