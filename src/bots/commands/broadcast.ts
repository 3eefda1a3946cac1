import { z } from 'zod';
import { asOwner } from '../../domain/as-owner.ts';
import { findGroup, listGroups } from '../../domain/messages/client-groups.ts';
import { holdClients } from '../../domain/messages/hold-clients.ts';
import { messageState } from '../../domain/messages/message-state.ts';
import { firstName, type Partner, talkPartners } from '../../domain/messages/talk-partners.ts';
import { switchedOffAmong } from '../../domain/users/switched-off-among.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readBroadcast } from '../language/read-broadcast.ts';
import { filled } from '../messages/filled.ts';
import { passOn } from '../messages/pass-on.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';

const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preview'), group: z.string(), text: z.string() }),
  /** To those it was shown for, as far as they are clients still. */
  z.object({
    kind: z.literal('send'),
    groupId: z.number().nullable(),
    clientIds: z.array(z.number()),
    text: z.string(),
  }),
  z.object({ kind: z.literal('drop') }),
]);
type Input = z.infer<typeof input>;

export const broadcast = defineCommand<Input>({
  name: 'broadcast',
  summary: 'Write to a group of your clients at once, to each by name (for coaches)',
  examples: ['/broadcast beginners: Great week, {name}', 'tell everyone no sessions on Friday'],
  effect: 'act',
  options: z.object({
    group: z.string().max(60).describe('A group of yours, or all'),
    text: z.string().max(2000).describe('What to say; {name} stands for each name'),
  }),
  input,
  cues: /^(?:everyone|everybody|every|all|clients|group|them)$/,
  parse(text, { role = 'client' }) {
    const [, slash, rest = ''] = /^(\/broadcast\b)\s*(.*)$/isu.exec(text.trim()) ?? [];
    if (!slash) {
      const read = role === 'client' ? null : readBroadcast(text);
      return read && { input: { kind: 'preview', ...read } };
    }
    const [, name, words = ''] = /^([^\s:,]{1,40})[\s:,]+(.*)$/su.exec(rest) ?? [];
    return name && words.trim() ? { input: { kind: 'preview', group: name, text: words.trim() } } : { problem: how };
  },
  async run(ctx, said) {
    switch (said.kind) {
      case 'preview':
        return preview(ctx, said.group, said.text);
      case 'send':
        return send(ctx, said);
      case 'drop':
        return { text: 'All right, nothing was sent.' };
    }
  },
  toContract: (said) => [{ do: 'command', name: 'broadcast', input: said }],
});

const how: Text = ['Write it like ', code('/broadcast beginners: Great week, {name}'), '.'];
const mostNamed = 30;

async function preview(ctx: CommandContext, name: string, text: string): Promise<Answer> {
  const { clients, refusing } = await takers(ctx);
  const isAll = /^(?:all|everybody|everyone)$/i.test(name);
  const group = isAll ? null : await findGroup(ctx, name);
  if (!isAll && !group) return noGroup(ctx, name);
  const members = group ? clients.filter(({ id }) => group.clientIds.includes(id)) : clients;
  const reached = members.filter(({ hasAgreed }) => hasAgreed);
  const left = members.filter(({ hasAgreed }) => !hasAgreed);
  const refusingHere = group ? refusing.filter(({ id }) => group.clientIds.includes(id)) : refusing;
  const [first] = reached;
  if (!first) return { text: 'Nobody in that group takes messages through me, so there is nobody to send it to.' };
  const clientIds = reached.map(({ id }) => id);
  return {
    text: lines(
      bold(`To ${reached.length} ${reached.length === 1 ? 'client' : 'clients'}: ${named(reached)}`),
      left.length > 0 ? `Not to ${named(left)}: they have not agreed to messages.` : null,
      refusesLine(refusingHere),
      `As ${quoted(firstName(first.name), 40)} will read it:`,
      filled(text, firstName(first.name)),
    ),
    question: {
      about: 'broadcast',
      isStrict: true,
      choices: [
        {
          label: `Send to ${reached.length}`,
          action: { command: 'broadcast', input: { kind: 'send', groupId: group?.id ?? null, clientIds, text } },
        },
        { label: 'Do not send', action: { command: 'broadcast', input: { kind: 'drop' } } },
      ],
    },
  };
}

/** The clients who take messages now, and those who do not, for a reason that is not their coach's to know. */
async function takers(ctx: CommandContext): Promise<{ clients: Partner[]; refusing: Partner[] }> {
  const clients = (await talkPartners(ctx)).filter(({ side }) => side === 'client');
  const ids = clients.map(({ id }) => id);
  const off = await asOwner(ctx.db, () => switchedOffAmong(ctx.db, ids));
  return { clients: clients.filter(({ id }) => !off.has(id)), refusing: clients.filter(({ id }) => off.has(id)) };
}

const refusesLine = (refusing: readonly Partner[]): string | null =>
  refusing.length > 0 ? `Not to ${named(refusing)}: they do not take messages through me now.` : null;

const named = (people: readonly Partner[]): string => {
  const names = people.slice(0, mostNamed).map(({ name }) => quoted(name, 40));
  return `${names.join(', ')}${people.length > names.length ? ` and ${people.length - names.length} more` : ''}`;
};

async function noGroup(ctx: CommandContext, name: string): Promise<Answer> {
  const groups = await listGroups(ctx);
  const known = groups.length > 0 ? `Yours: ${groups.map((one) => one.name).join(', ')}, or all.` : how;
  return { text: [`You have no group “${quoted(name, 40)}”. `, known] };
}

async function send(ctx: CommandContext, said: Extract<Input, { kind: 'send' }>): Promise<Answer> {
  await holdClients(ctx);
  const { clients, refusing } = await takers(ctx);
  const meant = ({ id }: Partner) => said.clientIds.includes(id);
  const reached = clients.filter((one) => meant(one) && one.hasAgreed);
  const notifies: number[] = [];
  const delivers: number[] = [];
  const unreached: Partner[] = [];
  for (const partner of reached) {
    const body = filled(said.text, firstName(partner.name));
    const passed = await passOn(ctx, { partner, body, groupId: said.groupId, isInTalk: true });
    notifies.push(...passed.notifies);
    delivers.push(...passed.delivers);
    const state = await asOwner(ctx.db, () => messageState(ctx.db, passed.messageId));
    if (state?.progress === 'held') unreached.push(partner);
  }
  return {
    text: lines(
      reached.length > 0 ? `On its way to ${named(reached)}.` : null,
      unreached.length > 0
        ? `⚠ I cannot reach ${named(unreached)} now. It is kept and passed on when they write to me again.`
        : null,
      refusesLine(refusing.filter(meant)),
    ),
    notifies,
    delivers,
  };
}
