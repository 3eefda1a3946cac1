import { z } from 'zod';
import { findSnippet, listSnippets, removeSnippet, saveSnippet } from '../../domain/messages/snippets.ts';
import { firstName } from '../../domain/messages/talk-partners.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { filled } from '../messages/filled.ts';
import { namePartner } from '../messages/name-partner.ts';
import { passedAnswer, passOn } from '../messages/pass-on.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';

const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('save'), name: z.string(), text: z.string() }),
  z.object({ kind: z.literal('remove'), name: z.string() }),
  z.object({ kind: z.literal('show'), name: z.string() }),
  z.object({ kind: z.literal('send'), name: z.string(), to: z.string().nullable(), toId: z.number().optional() }),
]);
type Input = z.infer<typeof input>;

export const snippet = defineCommand<Input>({
  name: 'snippet',
  aliases: ['snippets'],
  summary: 'Words you use often: save them under a name and send them (for coaches)',
  examples: ['/snippet save rest Take it easy today, {name}', '/snippet rest anna', '/snippets'],
  effect: 'act',
  options: z.object({
    name: z.string().max(200).optional().describe('Its name, and whom to send it to; or: save NAME TEXT, delete NAME'),
  }),
  input,
  cues: /(?!)/,
  parse(text) {
    const [, slash, all = ''] = /^(\/snippets?)\b\s*(.*)$/isu.exec(text.trim()) ?? [];
    if (!slash) return null;
    if (/^(?:list|show)?$/i.test(all)) return { input: { kind: 'list' } };
    const [, verb, name = '', rest = ''] =
      /^(?:(save|add|delete|remove)\s+)?([\p{L}\p{N}_-]{1,40})[\s:,]*(.*)$/isu.exec(all) ?? [];
    if (name === '') return { problem: how };
    if (/^(?:save|add)$/i.test(verb ?? ''))
      return rest === '' ? { problem: how } : { input: { kind: 'save', name, text: rest } };
    if (verb) return { input: { kind: 'remove', name } };
    if (rest === '') return { input: { kind: 'show', name } };
    return { input: { kind: 'send', name, to: rest.replace(/^(?:to|for)\s+/i, '') } };
  },
  async run(ctx, said) {
    switch (said.kind) {
      case 'list':
        return list(ctx);
      case 'save':
        return save(ctx, said.name, said.text);
      case 'remove':
        return { text: (await removeSnippet(ctx, said.name)) ? `“${quoted(said.name)}” is gone.` : unknown(said.name) };
      case 'show': {
        const found = await findSnippet(ctx, said.name);
        return { text: found ? lines(bold(found.name), found.text) : unknown(said.name) };
      }
      case 'send':
        return send(ctx, said);
    }
  },
  toContract: (said) => [{ do: 'command', name: 'snippet', input: said }],
});

const how: Text = [
  'Write it like ',
  code('/snippet save rest Take it easy today, {name}'),
  ', then ',
  code('/snippet rest anna'),
  '.',
];
const unknown = (name: string): Text => [
  `You have no words under “${quoted(name)}”. `,
  code('/snippets'),
  ' shows those you have.',
];
const mostKept = 100;

async function list(ctx: CommandContext): Promise<Answer> {
  const kept = await listSnippets(ctx);
  if (kept.length === 0) return { text: ['You have kept no words yet. ', how] };
  return {
    text: lines(bold('Your words'), ...kept.map(({ name, text }): Text => [bold(name), `: ${quoted(text, 100)}`])),
  };
}

async function save(ctx: CommandContext, name: string, text: string): Promise<Answer> {
  if (/^(?:save|add|delete|remove|list|show)$/i.test(name))
    return { text: ['That word means something else here. ', how] };
  if ((await listSnippets(ctx)).length >= mostKept)
    return { text: `You have ${mostKept} of these, which is the most I keep.` };
  const isChanged = await saveSnippet(ctx, name, text);
  return {
    text: lines(`${isChanged ? 'Changed' : 'Saved'} under “${name}”: ${quoted(text, 200)}`, [
      'Send it with ',
      code(`/snippet ${name} anna`),
      '.',
    ]),
  };
}

async function send(ctx: CommandContext, { name, to, toId }: Extract<Input, { kind: 'send' }>): Promise<Answer> {
  const found = await findSnippet(ctx, name);
  if (!found) return { text: unknown(name) };
  // The whole of what follows may be a name of several words.
  const named = await namePartner(ctx, { to, toId, rest: '' }, ({ id }) => ({
    command: 'snippet',
    input: { kind: 'send', name, to: null, toId: id },
  }));
  if ('answer' in named) return named.answer;
  const body = filled(found.text, firstName(named.partner.name));
  return passedAnswer(await passOn(ctx, { partner: named.partner, body, isShown: true }));
}
