import { z } from 'zod';
import { asOwner } from '../../domain/as-owner.ts';
import { removeMessage } from '../../domain/messages/change-message.ts';
import { dropNotification } from '../../domain/messages/drop-notification.ts';
import { type PlannedMessage, plannedMessages } from '../../domain/messages/planned-messages.ts';
import { talkPartners } from '../../domain/messages/talk-partners.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readLater } from '../language/read-later.ts';
import { namePartner } from '../messages/name-partner.ts';
import { passedAnswer, passOn } from '../messages/pass-on.ts';
import { momentWords } from '../schedule-words.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';

const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('plan'), to: z.string().nullable(), toId: z.number().optional(), words: z.string() }),
  z.object({ kind: z.literal('cancel'), messageId: z.number() }),
]);
type Input = z.infer<typeof input>;

export const later = defineCommand<Input>({
  name: 'later',
  summary: 'Write now, send later: in the time of whoever gets it',
  examples: ['/later anna tomorrow 8:00 good luck today', '/later'],
  effect: 'act',
  options: z.object({
    to: z.string().max(80).optional().describe('Whom: a name, or coach'),
    when: z.string().max(60).optional().describe('tomorrow 8:00, friday 18:00, in 2 hours: in their time'),
    text: z.string().max(2000).optional().describe('What to say'),
  }),
  input,
  cues: /(?!)/,
  parse(text) {
    const [, slash, rest = ''] = /^(\/later\b)\s*(.*)$/isu.exec(text.trim()) ?? [];
    if (!slash) return null;
    if (/^(?:list|show)?$/i.test(rest)) return { input: { kind: 'list' } };
    const [, quotedName, name = '', words = ''] = /^(?:"([^"]+)"|@?([^\s:,]+))[\s:,]*(.*)$/su.exec(rest) ?? [];
    const to = quotedName ?? name;
    if (words === '') return { problem: how };
    return { input: { kind: 'plan', to: /^coach$/i.test(to) ? null : to, words } };
  },
  async run(ctx, said) {
    switch (said.kind) {
      case 'list':
        return list(ctx);
      case 'plan':
        return plan(ctx, said);
      case 'cancel':
        return cancel(ctx, said.messageId);
    }
  },
  toContract: (said) => [{ do: 'command', name: 'later', input: said }],
});

const how: Text = ['Write it like ', code('/later anna tomorrow 8:00 good luck today'), '.'];

async function plan(ctx: CommandContext, { to, toId, words }: Extract<Input, { kind: 'plan' }>): Promise<Answer> {
  const named = await namePartner(ctx, { to, toId, rest: words }, ({ id }, rest) => ({
    command: 'later',
    input: { kind: 'plan', to: null, toId: id, words: rest },
  }));
  if ('answer' in named) return named.answer;
  const { partner, rest } = named;
  const timeZone = partner.timeZone ?? zoneOf(ctx.user);
  const { at, body } = readLater(rest, { ...ctx.given, timeZone });
  if (!at) return { text: ['I found no time ahead in that, so nothing is planned. ', how] };
  if (body === '') return { text: ['What shall I send then? ', how] };
  const passed = await passOn(ctx, { partner, body, dueAt: at });
  const isTheirZone = partner.timeZone !== null && partner.timeZone !== zoneOf(ctx.user);
  const name = quoted(partner.name, 60);
  const when = momentWords(at, ctx.now, timeZone);
  return {
    ...passedAnswer(passed),
    text: lines(
      [bold(`I send it to ${name} ${when}`), isTheirZone ? ' in their time' : '', ':'],
      `“${quoted(body, 200)}”`,
      isTheirZone ? `For you that is ${momentWords(at, ctx.now, zoneOf(ctx.user))}.` : null,
    ),
    buttons: [[cancelling(passed.messageId, 'Cancel')]],
  };
}

const cancelling = (messageId: number, label: string) => ({
  label,
  action: { command: 'later', input: { kind: 'cancel', messageId } },
});

const mostListed = 5;

async function list(ctx: CommandContext, head?: string): Promise<Answer> {
  const planned = await plannedMessages(ctx);
  if (planned.length === 0) return { text: lines(head ?? null, ['Nothing is planned to be sent. ', how]) };
  const partners = await talkPartners(ctx);
  const line = ({ receiverId, content, dueAt }: PlannedMessage, i: number): Text => {
    const partner = partners.find(({ id }) => id === receiverId);
    const timeZone = partner?.timeZone ?? zoneOf(ctx.user);
    const isTheirs = timeZone !== zoneOf(ctx.user) ? ' their time' : '';
    const when = `${momentWords(dueAt, ctx.now, timeZone)}${isTheirs}`;
    return [`${i + 1}. `, bold(quoted(partner?.name ?? 'Somebody', 40)), `, ${when}: “${quoted(content, 80)}”`];
  };
  const shown = planned.slice(0, mostListed);
  const more = planned.length > shown.length ? `and ${planned.length - shown.length} more after that.` : null;
  return {
    text: lines(head ?? bold('Planned to be sent'), ...shown.map(line), more),
    buttons: [shown.map(({ id }, i) => cancelling(id, `Cancel ${i + 1}`))],
  };
}

async function cancel(ctx: CommandContext, messageId: number): Promise<Answer> {
  const planned = (await plannedMessages(ctx)).some(({ id }) => id === messageId);
  if (!planned) return { text: 'That one has been sent or cancelled already.' };
  await asOwner(ctx.db, async () => {
    await removeMessage(ctx, messageId);
    await dropNotification(ctx, messageId);
  });
  return list(ctx, 'Cancelled, nothing is sent.');
}
