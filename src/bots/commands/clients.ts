import { z } from 'zod';
import { type Attention, attention } from '../../domain/coaching/attention.ts';
import { dismissReason } from '../../domain/coaching/briefing.ts';
import { clientOf, type KnownClient } from '../../domain/coaching/clients.ts';
import { reasonKinds } from '../../domain/coaching/reason-kinds.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { listSnippets } from '../../domain/messages/snippets.ts';
import { draftFor, hiddenText, reasonText } from '../attention-words.ts';
import { draftButton, draftRow, firstName, messageButtons, openButton } from '../client-actions.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readCoaching } from '../language/read-coaching.ts';
import type { Button } from '../reply.ts';
import { sendDrafted } from '../send-drafted.ts';
import { bold, code, italic, lines, quoted, type Text } from '../text.ts';
import { noClients, noCoach } from '../which-client.ts';

const id = z.number();
const reason = z.enum(reasonKinds);
const longestDraft = 1000;

const input = z.discriminatedUnion('do', [
  z.object({ do: z.literal('list'), from: z.number() }),
  z.object({ do: z.literal('draft'), clientId: id, reason }),
  /** Only by a button under the very words that are sent. */
  z.object({ do: z.literal('send'), clientId: id, reason, text: z.string().max(longestDraft) }),
  z.object({ do: z.literal('edit'), clientId: id, text: z.string().max(longestDraft) }),
  z.object({ do: z.literal('dismiss'), clientId: id, reason }),
]);
type Input = z.infer<typeof input>;

/** Each client has a row of buttons, and the last of five is for the next ones. */
const perPage = 4;
const mostReasons = 3;
const mostWell = 20;

export const clients = defineCommand<Input>({
  name: 'clients',
  summary: 'Your clients, those who need you first (for coaches)',
  examples: ['my clients', 'who needs me'],
  effect: 'act',
  isForCoaches: true,
  options: z.object({}),
  input,
  parse(text, { clients: known }) {
    const isSlash = /^\/clients\b/i.test(text);
    if (isSlash && !known) return { problem: noCoach };
    if (isSlash) return { input: { do: 'list', from: 0 } };
    return known && readCoaching(text, known)?.about === 'clients' ? { input: { do: 'list', from: 0 } } : null;
  },
  async run(ctx, wanted) {
    if (wanted.do === 'list') return list(ctx, wanted.from);
    const client = await clientOf(ctx, wanted.clientId);
    if (!client) throw new DomainError('not-found', 'That is none of your clients now.');
    switch (wanted.do) {
      case 'draft':
        return draft(ctx, client, wanted.reason);
      case 'send':
        return send(ctx, client, wanted);
      case 'edit':
        return {
          text: lines('Copy it, change it and send it:', code(`/msg ${handle(client)} ${wanted.text}`)),
          isBelow: true,
        };
      case 'dismiss':
        await dismissReason(ctx, client.user.id, wanted.reason);
        return below(ctx, `${firstName(client.name)}: put aside for a week.`, client);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'clients', input: value }],
});

async function list(ctx: CommandContext, from: number): Promise<Answer> {
  const all = await attention(ctx);
  if (all.length === 0) return { text: noClients };
  const needing = all.filter(({ reasons }) => reasons.length > 0);
  const well = all.filter((one) => one.reasons.length === 0 && !one.isHidden);
  const hidden = all.filter((one) => one.reasons.length === 0 && one.isHidden);
  const page = needing.slice(from, from + perPage);
  const rows = page.map((one): Button[] => rowOf(one));
  const next = from + perPage;
  const paging: Button[] = [
    ...(from > 0 ? [pageButton('Before', Math.max(0, from - perPage))] : []),
    ...(next < needing.length ? [pageButton(`More (${needing.length - next})`, next)] : []),
  ];
  return {
    text: lines(
      bold(
        needing.length === 0
          ? 'Nobody needs you right now'
          : `${needing.length} of ${all.length} need${needing.length === 1 ? 's' : ''} you`,
      ),
      ...page.map((one, i) => needLine(ctx, one, from + i + 1)),
      well.length > 0 ? `Doing well: ${namesOf(well)}` : null,
      hidden.length > 0 ? `Not shared, so I cannot tell: ${namesOf(hidden)}` : null,
    ),
    buttons: [...rows, ...(paging.length > 0 ? [paging] : [])],
  };
}

function namesOf(list: readonly Attention[]): string {
  const names = list.slice(0, mostWell).map(({ client }) => quoted(client.name, 40));
  return `${names.join(', ')}${list.length > mostWell ? ` and ${list.length - mostWell} more` : ''}`;
}

function needLine(ctx: CommandContext, one: Attention, number: number): Text {
  const why = one.reasons.slice(0, mostReasons).map((reason) => reasonText(reason, ctx.user.unitSystem));
  const hidden = hiddenText(one);
  return [
    bold(`${number}. ${quoted(one.client.name, 60)}`),
    `: ${why.join('; ')}`,
    hidden === null ? '' : italic(` (${hidden})`),
  ];
}

function rowOf({ client, reasons }: Attention): Button[] {
  const [first] = reasons;
  return [openButton(client), ...messageButtons(client), ...(first ? [draftButton(client, first, 'Draft')] : [])];
}

const pageButton = (label: string, from: number): Button => ({
  label,
  action: { command: 'clients', input: { do: 'list', from } },
});

/** A reply worded by us, as it would be sent. Nothing is sent by showing it. */
async function draft(ctx: CommandContext, client: KnownClient, kind: (typeof reasonKinds)[number]): Promise<Answer> {
  const mine = (await attention(ctx)).find((one) => one.client.user.id === client.user.id);
  const why = mine?.reasons.find((one) => one.kind === kind);
  if (!why) return { text: `${quoted(client.name, 60)}: that has settled itself.`, buttons: [[openButton(client)]] };
  const text = draftFor(why, client.name, await listSnippets(ctx));
  return {
    text: lines([bold(quoted(client.name, 60)), `: ${reasonText(why, ctx.user.unitSystem)}`], '', italic(`“${text}”`)),
    buttons: [draftRow(client, kind, text), [openButton(client)]],
    isBelow: true,
    aboutUserId: client.user.id,
  };
}

async function send(ctx: CommandContext, client: KnownClient, said: Extract<Input, { do: 'send' }>): Promise<Answer> {
  const sent = await sendDrafted(ctx, client, said.text);
  if (!sent.isSent) return below(ctx, sent.text, null);
  await dismissReason(ctx, client.user.id, said.reason);
  return { ...(await below(ctx, sent.text, client)), notifies: sent.notifies };
}

/** The card that was pressed with a line below it, and without the buttons of a client who is seen to. */
function below(ctx: CommandContext, text: Text, done: KnownClient | null): Answer {
  const { pressed } = ctx;
  if (!pressed) return { text };
  const isAbout = ({ action }: Button) =>
    (action.input as { clientId?: unknown } | null)?.clientId === done?.user.id && action.command === 'clients';
  const buttons = (pressed.buttons ?? [])
    .map((row) => row.filter((button) => done === null || !isAbout(button)))
    .filter((row) => row.length > 0);
  return { text: lines(pressed.text, '', text), buttons };
}

/** How a client is named in a command. */
const handle = ({ name }: KnownClient): string => firstName(name).toLowerCase();
