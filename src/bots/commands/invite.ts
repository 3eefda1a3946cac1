import { z } from 'zod';
import { inviteClient } from '../../domain/coaching/invite-client.ts';
import { openInvites, revokeInvite } from '../../domain/coaching/invites-of.ts';
import { type Consent, scopes, usualConsent, writableScopes } from '../../domain/coaching/scopes.ts';
import { telegramLink } from '../../domain/system/telegram-link.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { longDate } from '../coaching-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readInvite } from '../language/read-invite.ts';
import type { SaidScope } from '../language/read-scopes.ts';
import { askedWords } from '../scope-words.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';

const scope = z.enum(scopes);
const input = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('invite'),
    name: z.string().nullable(),
    email: z.string().nullable(),
    canRead: z.array(scope),
    canWrite: z.array(scope),
  }),
  z.object({ do: z.literal('list') }),
  z.object({ do: z.literal('revoke'), inviteId: z.number() }),
]);

const mostShown = 12;
const perRow = 3;

export const invite = defineCommand<z.infer<typeof input>>({
  name: 'invite',
  summary: 'Invite somebody to be coached by you (for coaches)',
  examples: ['/invite anna', '/invite list'],
  effect: 'act',
  options: z.object({
    name: z.string().max(100).optional().describe('Whom: a name or an e-mail address; “list” shows open invitations'),
    scopes: z
      .string()
      .max(100)
      .optional()
      .describe('What you ask to see: food, training, body, photos, mood, messages; read or write'),
  }),
  input,
  cues: /^(?:invites?|invitations|client)$/,
  parse(text, { role = 'client' }) {
    const read = readInvite(text, role !== 'client');
    if (!read) return null;
    if (read.kind === 'list') return { input: { do: 'list' } };
    const { name, email, scopes: asked } = read;
    return { input: { do: 'invite', name, email, ...mutable(asked ? consentOf(asked) : usualConsent) } };
  },
  async run(ctx, wanted) {
    if (wanted.do === 'list') return list(ctx);
    if (wanted.do === 'revoke') {
      await revokeInvite(ctx, wanted.inviteId);
      return list(ctx, 'Taken back: it no longer works.');
    }
    return begin(ctx, wanted);
  },
  toContract: (value) => [{ do: 'command', name: 'invite', input: value }],
});

/** What is named without more is seen, and changed as far as is usual. */
function consentOf(said: readonly SaidScope[]): Consent {
  const asked = said.filter(({ level }) => level !== 'none');
  return {
    canRead: asked.map(({ scope: one }) => one),
    canWrite: asked
      .filter(({ scope: one, level }) =>
        level === null ? usualConsent.canWrite.includes(one) : level === 'write' && writableScopes.includes(one),
      )
      .map(({ scope: one }) => one),
  };
}

const mutable = ({ canRead, canWrite }: Consent) => ({ canRead: [...canRead], canWrite: [...canWrite] });

async function begin(
  ctx: CommandContext,
  { name, email, canRead, canWrite }: Extract<z.infer<typeof input>, { do: 'invite' }>,
): Promise<Answer> {
  const { id, token, code: typed, expiresAt } = await inviteClient(ctx, { name, email, canRead, canWrite });
  const bot = await telegramLink(ctx.db);
  const link = bot && `${bot}?start=${token}`;
  const whom = name ?? email;
  return {
    text: lines(
      bold(whom ? `An invitation for ${quoted(whom, 60)}` : 'An invitation'),
      'Pass on either of these, whichever suits them. It works once:',
      link ? ['On Telegram: ', { link, label: link }] : ['On Telegram, send me ', code(`/start ${token}`)],
      ['On Discord, or to type anywhere: ', code(`/coach code ${typed}`)],
      `You ask ${askedWords({ canRead, canWrite })}. They decide what they allow, and you hear from me. It holds until ${longDate(expiresAt, zoneOf(ctx.user))}.`,
    ),
    isSecret: true,
    buttons: [[{ label: 'Take it back', action: { command: 'invite', input: { do: 'revoke', inviteId: id } } }]],
  };
}

async function list(ctx: CommandContext, lead: Text | null = null): Promise<Answer> {
  const open = await openInvites(ctx);
  const invites = open.slice(0, mostShown);
  if (invites.length === 0)
    return { text: lines(lead, ['No invitation of yours is open. ', code('/invite anna'), ' makes one.']) };
  const zone = zoneOf(ctx.user);
  const whom = (one: (typeof invites)[number]) => quoted(one.name ?? one.email ?? 'nobody in particular', 40);
  const buttons = invites.map((one, i) => ({
    label: `Take back ${i + 1}`,
    action: { command: 'invite', input: { do: 'revoke', inviteId: one.id } },
  }));
  return {
    text: lines(
      lead,
      bold('Open invitations'),
      ...invites.map(
        (one, i) =>
          `${i + 1}. ${whom(one)}: made ${longDate(one.createdAt, zone)}, holds until ${longDate(one.expiresAt, zone)}, asks ${askedWords(one)}`,
      ),
      open.length > invites.length ? `And ${open.length - invites.length} older ones.` : null,
    ),
    buttons: Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, i) =>
      buttons.slice(i * perRow, (i + 1) * perRow),
    ),
  };
}
