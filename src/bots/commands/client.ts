import { z } from 'zod';
import { clientCard } from '../../domain/coaching/client-card.ts';
import { clientOf } from '../../domain/coaching/clients.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { messageButtons } from '../client-actions.ts';
import { clientCardAnswer } from '../client-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readCoaching } from '../language/read-coaching.ts';
import { quoted } from '../text.ts';
import { noCoach, whichClient } from '../which-client.ts';

/** By name where it was written, by id behind a button; both are looked up among the clients of whoever asks. */
const input = z.object({ who: z.string().nullable(), clientId: z.number().nullable() });

export const client = defineCommand<z.infer<typeof input>>({
  name: 'client',
  summary: 'One of your clients at a glance (for coaches)',
  examples: ['/client anna', 'how is anna doing'],
  effect: 'read',
  isForCoaches: true,
  isOfClients: true,
  options: z.object({ name: z.string().max(80).describe('Which client') }),
  input,
  parse(text, { clients }) {
    const [, slash, name = ''] = /^(\/client\b)\s*(.*)$/isu.exec(text) ?? [];
    if (slash && !clients) return { problem: noCoach };
    if (slash && name.trim() === '') return { problem: 'Which client? Write it like: /client anna' };
    if (slash) return { input: { who: quoted(name), clientId: null } };
    const read = clients ? readCoaching(text, clients) : null;
    return read?.about === 'client' ? { input: { who: read.who, clientId: null } } : null;
  },
  async run(ctx, { who, clientId }): Promise<Answer> {
    if (clientId !== null) {
      const known = await clientOf(ctx, clientId);
      if (!known) throw notYours;
      return show(ctx, known);
    }
    const found = await whichClient(ctx, who ?? '', ({ user }) => ({
      command: 'client',
      input: { who: null, clientId: user.id },
    }));
    return 'answer' in found ? found.answer : show(ctx, found.client);
  },
  toContract: ({ who }) => [{ do: 'command', name: 'client', input: { who } }],
});

const notYours = new DomainError('not-found', 'That is none of your clients now.');

async function show(ctx: CommandContext, known: Parameters<typeof clientCard>[1]): Promise<Answer> {
  const { image, ...answer } = clientCardAnswer(ctx, await clientCard(ctx, known), messageButtons(known));
  // A message of text cannot become one with a picture.
  return image && ctx.pressed === undefined ? { ...answer, image } : answer;
}
