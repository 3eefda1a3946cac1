import { z } from 'zod';
import { findGroup } from '../../domain/messages/client-groups.ts';
import { talkPartners } from '../../domain/messages/talk-partners.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { english } from '../language/vocabulary/en/index.ts';
import { namePartner } from '../messages/name-partner.ts';
import { passedAnswer, passOn } from '../messages/pass-on.ts';
import { readPassing } from '../messages/read-passing.ts';
import { code } from '../text.ts';
import { broadcast } from './broadcast.ts';

const input = z.object({
  /** A name as typed; null: one's own coach. */
  to: z.string().nullable(),
  /** Somebody chosen by a button. */
  toId: z.number().optional(),
  body: z.string(),
  /** All that was written, where the first word may be no name after all. */
  whole: z.string().optional(),
  /** Whether Spotter worded it. */
  isDrafted: z.boolean().optional(),
});
type Input = z.infer<typeof input>;

export const message = defineCommand<Input>({
  name: 'msg',
  summary: 'Write to your coach, or to a client of yours',
  examples: ['tell my coach my knee hurts', '/msg anna great week'],
  effect: 'act',
  options: z.object({
    to: z.string().max(80).describe('Whom: a name, or coach'),
    text: z.string().max(2000).describe('What to say'),
  }),
  input,
  cues: english.messages.hint,
  parse(text) {
    const read = readPassing(text);
    if (read && (read.body !== '' || read.whole)) return { input: { ...read } };
    return /^\/(?:msg|message)\b/i.test(text) ? { problem: how } : null;
  },
  run: send,
  toContract: ({ to, body }) => [{ do: 'message', to, body }],
});

const how = ['Write it like ', code('/msg anna great week'), ' or ', code('tell my coach my knee hurts'), '.'];

async function send(ctx: CommandContext, said: Input): Promise<Answer> {
  const { to, toId, body, isDrafted = false } = await meant(ctx, said);
  const named = await namePartner(ctx, { to, toId, rest: body }, ({ id }, rest) => ({
    command: 'msg',
    input: { to, toId: id, body: rest, isDrafted },
  }));
  if ('answer' in named) return (await toGroup(ctx, to, body)) ?? named.answer;
  const media = ctx.message.kind === 'text' && ctx.sourceMessageId === ctx.eventId ? ctx.message.media : [];
  if (named.rest.trim() === '' && media.length === 0) return { text: how };
  return passedAnswer(await passOn(ctx, { partner: named.partner, body: named.rest, media, isDrafted }));
}

/** A coach may call a group of theirs by its name as well. */
async function toGroup(ctx: CommandContext, to: string | null, body: string): Promise<Answer | null> {
  if (to === null || ctx.user.role === 'client' || !(await findGroup(ctx, to))) return null;
  return broadcast.run(ctx, { kind: 'preview', group: to, text: body });
}

/** For somebody who can only mean their coach, the first word need be no name: "/msg my knee hurts". */
async function meant(ctx: CommandContext, said: Input): Promise<Input> {
  if (said.whole === undefined || said.to === null || said.toId !== undefined) return said;
  const [coach, ...others] = await talkPartners(ctx);
  if (coach?.side !== 'coach' || others.length > 0) return said;
  const isNamed = coach.name.toLowerCase().split(/\s+/u).includes(said.to.toLowerCase());
  return isNamed ? said : { to: null, body: said.whole };
}
