import { z } from 'zod';
import { asOwner } from '../../domain/as-owner.ts';
import { markRead } from '../../domain/messages/find-message.ts';
import { firstName, type Partner, talkPartners } from '../../domain/messages/talk-partners.ts';
import { talkTo } from '../../domain/messages/talk-to.ts';
import { leaveThreads, openThreadsIn } from '../../domain/messages/threads.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { namePartner } from '../messages/name-partner.ts';
import { tellSeen } from '../messages/pass-on.ts';
import { bold, code, lines, quoted } from '../text.ts';

const input = z.discriminatedUnion('kind', [
  /** `to` null and no `toId`: the only one there is, or one's coach. */
  z.object({ kind: z.literal('open'), to: z.string().nullable(), toId: z.number().optional() }),
  z.object({ kind: z.literal('done') }),
  /** A thread for each client in the chat it is said in. */
  z.object({ kind: z.literal('threads'), isOn: z.boolean() }),
]);
type Input = z.infer<typeof input>;

export const chat = defineCommand<Input>({
  name: 'chat',
  aliases: ['done'],
  summary: 'Talk with your coach or a client: all you write goes there until /done',
  examples: ['/chat anna', '/chat', '/done', '/coach here'],
  effect: 'act',
  options: z.object({ with: z.string().max(80).optional().describe('Whom: a name; done ends it') }),
  input,
  cues: /^(?:chat|conversation)$/,
  parse(text) {
    const words = text.trim();
    if (/^\/done\b/i.test(words) || ending.test(words)) return { input: { kind: 'done' } };
    const here = /^\/coach\s+(here|elsewhere|nowhere|not here)\s*$/i.exec(words);
    if (here) return { input: { kind: 'threads', isOn: here[1]?.toLowerCase() === 'here' } };
    const [, slash, free] = /^(?:\/chat\b\s*(.*)|(?:open (?:a )?)?chat with (.+))$/isu.exec(words) ?? [];
    const name = (slash ?? free)?.replace(/^(?:with|to)\s+/i, '').replace(/[.!]+$/u, '');
    if (name === undefined) return null;
    if (/^(?:done|end|off|stop)$/i.test(name)) return { input: { kind: 'done' } };
    const isCoach = name === '' || /^(?:my )?coach$/i.test(name);
    return { input: { kind: 'open', to: isCoach ? null : name } };
  },
  async run(ctx, said) {
    switch (said.kind) {
      case 'open':
        return open(ctx, said);
      case 'done':
        return done(ctx);
      case 'threads':
        return threads(ctx, said.isOn);
    }
  },
  toContract: (said) => [{ do: 'command', name: 'chat', input: said }],
});

const ending = /^(?:end|close|stop) (?:the |this |our )?(?:chat|conversation)[.!]*$/i;

async function open(ctx: CommandContext, { to, toId }: Extract<Input, { kind: 'open' }>): Promise<Answer> {
  const chosen = ({ id }: Partner) => ({ command: 'chat', input: { kind: 'open', to: null, toId: id } });
  if (to === null && toId === undefined) {
    const partners = await talkPartners(ctx);
    const [only] = partners;
    if (partners.length > 1) return whom(partners, chosen);
    if (only) return begin(ctx, only);
  }
  const named = await namePartner(ctx, { to, toId, rest: '' }, chosen);
  return 'answer' in named ? named.answer : begin(ctx, named.partner);
}

const mostButtons = 5;

function whom(partners: readonly Partner[], chosen: (partner: Partner) => { command: string; input: unknown }): Answer {
  const more = partners.length > mostButtons ? [' Others by name: ', code('/chat anna'), '.'] : '';
  return {
    text: ['With whom?', more],
    question: {
      about: 'person',
      choices: partners
        .slice(0, mostButtons)
        .map((partner) => ({ label: quoted(partner.name, 80), action: chosen(partner) })),
    },
  };
}

async function begin(ctx: CommandContext, partner: Partner): Promise<Answer> {
  const name = quoted(partner.name, 60);
  if (partner.side === 'client' && !partner.hasAgreed)
    return { text: `${name} has not agreed to messages through me. They can with /coach.` };
  if (!ctx.message.isPrivate) return { text: 'A conversation like that runs in our private chat. Write to me there.' };
  await talkTo(ctx, { platform: ctx.message.platform, accountId: ctx.accountId }, partner.id);
  const seen = await markRead(ctx, partner.id);
  const delivers = await asOwner(ctx.db, () => tellSeen(ctx, seen));
  return {
    text: lines(
      [bold(`You are talking with ${name}.`), ' All you write here goes to them until you write ', code('/done'), '.'],
      ['Only commands stay with me, like ', code('/log 200g rice'), '.'],
    ),
    buttons: [[{ label: 'End conversation', action: { command: 'chat', input: { kind: 'done' } } }]],
    delivers,
    isBelow: true,
  };
}

async function done(ctx: CommandContext): Promise<Answer> {
  const { talkingToId } = ctx;
  if (talkingToId === null) return { text: 'No conversation is running: what you write stays between you and me.' };
  const partner = (await talkPartners(ctx)).find(({ id }) => id === talkingToId);
  await talkTo(ctx, { platform: ctx.message.platform, accountId: ctx.accountId }, null);
  const name = partner ? ` with ${quoted(firstName(partner.name), 40)}` : '';
  return { text: `The conversation${name} is over. What you write stays between you and me again.` };
}

async function threads(ctx: CommandContext, isOn: boolean): Promise<Answer> {
  const { platform, chatId } = ctx.message;
  if (!isOn) {
    const had = await leaveThreads(ctx, platform);
    return {
      text: had ? 'From now on clients write to you in our private chat.' : 'Your clients have no threads here.',
    };
  }
  if (!(await talkPartners(ctx)).some(({ side }) => side === 'client'))
    return { text: 'Threads are for the clients of a coach, and you have none yet.' };
  if (!(await openThreadsIn(ctx, platform, chatId)))
    return { text: 'Another coach has their threads in this chat. Choose another one, please.' };
  // On Discord threads are private; topics on Telegram are as open as their group.
  const isOpen = platform === 'telegram' && !ctx.message.isPrivate;
  return {
    text: lines(
      'From now on each client has a thread of their own here. It opens with the next thing they write.',
      isOpen
        ? bold('Whoever is in this group can read them all, so let it be one with nobody in it but you and me.')
        : null,
      'In a thread, reply to a message of mine or mention me, and it goes to that client.',
      [
        'Where no threads can be opened, they write to you in our private chat. ',
        code('/coach elsewhere'),
        ' ends it.',
      ],
    ),
  };
}
