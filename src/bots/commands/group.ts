import { z } from 'zod';
import {
  addToGroup,
  type ClientGroup,
  findGroup,
  listGroups,
  removeFromGroup,
  removeGroup,
} from '../../domain/messages/client-groups.ts';
import { type Partner, talkPartners } from '../../domain/messages/talk-partners.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readGroup } from '../language/read-group.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';

const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('show'), group: z.string() }),
  z.object({ kind: z.literal('add'), group: z.string(), names: z.array(z.string()) }),
  z.object({ kind: z.literal('take'), group: z.string(), names: z.array(z.string()) }),
  z.object({ kind: z.literal('delete'), group: z.string() }),
]);
type Input = z.infer<typeof input>;

export const group = defineCommand<Input>({
  name: 'group',
  aliases: ['groups'],
  summary: 'Groups of your clients, to write to at once (for coaches)',
  examples: ['/group beginners add anna, ben', '/group beginners remove ben', '/groups'],
  effect: 'act',
  options: z.object({
    group: z.string().max(60).optional().describe('Its name'),
    change: z.string().max(300).optional().describe('add anna, ben; remove ben; delete'),
  }),
  input,
  cues: /^groups?$/,
  parse(text, { role = 'client' }) {
    const [, slash, rest = ''] = /^(\/groups?)\b\s*(.*)$/isu.exec(text.trim()) ?? [];
    if (!slash) {
      const read = role === 'client' ? null : readGroup(text);
      return read && { input: read };
    }
    if (/^(?:list|show)?$/i.test(rest)) return { input: { kind: 'list' } };
    const gone = /^(?:delete|remove)\s+(\S+)$/iu.exec(rest) ?? /^(\S+)\s+delete$/iu.exec(rest);
    if (gone?.[1]) return { input: { kind: 'delete', group: gone[1] } };
    const [, name, verb, list = ''] =
      /^([^\s:,]{1,40})[\s:,]*(?:(add|with|remove|without|minus)\b[\s:,]*(.*))?$/isu.exec(rest) ?? [];
    if (name === undefined) return { problem: how };
    if (!verb) return { input: { kind: 'show', group: name } };
    const names = list.split(/\s*(?:,|;|\band\b|&)\s*/iu).filter(Boolean);
    if (names.length === 0) return { problem: how };
    return { input: { kind: /^(?:add|with)$/i.test(verb) ? 'add' : 'take', group: name, names } };
  },
  async run(ctx, said) {
    if (said.kind === 'list') return list(ctx);
    const clients = (await talkPartners(ctx)).filter(({ side }) => side === 'client');
    if (clients.length === 0) return { text: 'Groups are for the clients of a coach, and you have none yet.' };
    if (said.kind === 'add') return add(ctx, clients, said.group, said.names);
    const known = await findGroup(ctx, said.group);
    if (!known) return { text: [`You have no group “${quoted(said.group, 40)}”. `, how] };
    if (said.kind === 'take') return take(ctx, clients, known, said.names);
    if (said.kind === 'show') return { text: groupLine(known, clients) };
    await removeGroup(ctx, known.id);
    return { text: `The group “${known.name}” is gone. Its people stay your clients.` };
  },
  toContract: (said) => [{ do: 'command', name: 'group', input: said }],
});

const how: Text = ['Write it like ', code('/group beginners add anna, ben'), '.'];

function groupLine({ name, clientIds }: ClientGroup, clients: readonly Partner[]): Text {
  const names = clients.filter(({ id }) => clientIds.includes(id)).map((one) => quoted(one.name, 40));
  return [bold(name), `: ${names.length > 0 ? names.join(', ') : 'nobody yet'}`];
}

async function list(ctx: CommandContext): Promise<Answer> {
  const groups = await listGroups(ctx);
  if (groups.length === 0) return { text: ['You have no groups yet. ', how] };
  const clients = await talkPartners(ctx);
  return {
    text: lines(bold('Your groups'), ...groups.map((one) => groupLine(one, clients)), [
      'Write to one with ',
      code(`/broadcast ${groups[0]?.name}: …`),
      '.',
    ]),
  };
}

async function add(
  ctx: CommandContext,
  clients: readonly Partner[],
  name: string,
  names: readonly string[],
): Promise<Answer> {
  if (/^(?:all|everybody|everyone)$/i.test(name))
    return { text: ['All your clients are a group already: ', code('/broadcast all: …'), '.'] };
  const { ids, problem } = idsOf(clients, names);
  if (problem) return { text: problem };
  await addToGroup(ctx, name, ids);
  const known = await findGroup(ctx, name);
  return { text: known ? groupLine(known, clients) : how };
}

async function take(
  ctx: CommandContext,
  clients: readonly Partner[],
  known: ClientGroup,
  names: readonly string[],
): Promise<Answer> {
  const { ids, problem } = idsOf(clients, names);
  if (problem) return { text: problem };
  await removeFromGroup(ctx, known.id, ids);
  return { text: groupLine({ ...known, clientIds: known.clientIds.filter((id) => !ids.includes(id)) }, clients) };
}

/** The clients that names mean, or what is wrong with one of them: then nothing is done. */
function idsOf(clients: readonly Partner[], names: readonly string[]): { ids: number[]; problem: Text | null } {
  const ids: number[] = [];
  for (const name of names) {
    const wanted = name.toLowerCase().replace(/^@/u, '');
    const exact = clients.filter((one) => one.name.toLowerCase() === wanted);
    const found =
      exact.length > 0 ? exact : clients.filter((one) => one.name.toLowerCase().split(/\s+/u).includes(wanted));
    const [only] = found;
    if (!only) return { ids, problem: `I find no client “${quoted(name, 40)}”, so the group stays as it was.` };
    if (found.length > 1)
      return {
        ids,
        problem: `“${quoted(name, 40)}” may be ${found.map((one) => quoted(one.name, 40)).join(' or ')}: write the whole name, please.`,
      };
    ids.push(only.id);
  }
  return { ids, problem: null };
}
