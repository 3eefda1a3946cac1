import { z } from 'zod';
import { asOwner } from '../../domain/as-owner.ts';
import { storeDelivery } from '../../domain/notifications/deliveries.ts';
import type { AccountSide } from '../../domain/users/account-side.ts';
import { beginLink, confirmClaim, finishLink, refuseLink } from '../../domain/users/link-accounts.ts';
import { codeAnswer } from '../code-answer.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readBareCode } from '../language/read-code.ts';
import { platformNames } from '../link-words.ts';
import { coachingEndedNotice } from '../notices/coaching-ended.ts';
import { linkRequestNotice } from '../notices/link-request.ts';
import type { Reply } from '../reply.ts';
import { nameOr } from '../scope-words.ts';
import { owe } from '../speak.ts';
import { bold, code, lines } from '../text.ts';

const input = z.discriminatedUnion('do', [
  z.object({ do: z.literal('begin') }),
  z.object({ do: z.literal('code'), words: z.string() }),
  /** The side that typed the code says yes, then the side that made it. */
  z.object({ do: z.literal('claim'), linkId: z.number() }),
  z.object({ do: z.literal('finish'), linkId: z.number(), keepCoachingId: z.number().nullable().default(null) }),
  z.object({ do: z.literal('refuse'), linkId: z.number() }),
]);
type Input = z.infer<typeof input>;

export const link = defineCommand<Input>({
  name: 'link',
  summary: 'Telegram and Discord as one: join your other account to this one',
  examples: ['/link'],
  effect: 'act',
  options: z.object({ code: z.string().max(20).optional().describe('The code that your other account was given') }),
  input,
  cues: /^(?:link|connect|join)$|-/,
  parse(text) {
    const [, slash, rest = ''] = /^(\/link)\b\s*(.*)$/isu.exec(text.trim()) ?? [];
    if (slash) return { input: rest === '' ? { do: 'begin' } : { do: 'code', words: rest.replace(/^code\s+/i, '') } };
    if (
      /^(?:please )?(?:link|connect|join) my (?:other )?(?:accounts?|discord|telegram)(?: account)?[.!]*$/i.test(
        text.trim(),
      )
    )
      return { input: { do: 'begin' } };
    const bare = readBareCode(text);
    return bare ? { input: { do: 'code', words: bare } } : null;
  },
  async run(ctx, wanted) {
    const account = { platform: ctx.message.platform, accountId: ctx.accountId };
    switch (wanted.do) {
      case 'begin': {
        const { code: typed } = await beginLink(ctx, account);
        return {
          text: lines(
            bold('One log on both platforms'),
            ['Within ten minutes, write this to me from your other account: ', code(`/link ${typed}`)],
            'Both accounts then say who they are, and nothing is joined before you have agreed on both.',
          ),
          isSecret: true,
        };
      }
      case 'code':
        return codeAnswer(ctx, wanted.words);
      case 'claim':
        return claim(ctx, account, wanted.linkId);
      case 'refuse':
        return refuse(ctx, account, wanted.linkId);
      case 'finish':
        return finish(ctx, wanted);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'link', input: value }],
});

async function claim(
  ctx: CommandContext,
  account: Parameters<typeof confirmClaim>[1],
  linkId: number,
): Promise<Answer> {
  const { db, now } = ctx;
  const { owner, claimer } = await confirmClaim(ctx, account, linkId);
  const notice = linkRequestNotice(linkId, claimer, now.epochMilliseconds);
  const id = await asOwner(db, () => owe({ db, now, user: owner.user }, notice));
  return {
    text: `Good. Now say yes on ${platformNames[owner.platform]} as well: I have asked there.`,
    notifies: id === null ? [] : [id],
  };
}

async function refuse(ctx: CommandContext, account: Parameters<typeof refuseLink>[1], linkId: number): Promise<Answer> {
  const waiting = await refuseLink(ctx, account, linkId);
  const text = 'Nothing was linked: your other account said no.';
  return {
    text: 'All right: nothing was linked, and that code is no longer good.',
    delivers: waiting ? [await sayThere(ctx, waiting, { text })] : [],
  };
}

/** Says something to the other side's account, wherever its person writes at the moment. */
function sayThere({ db, now }: CommandContext, side: AccountSide, reply: Reply): Promise<number> {
  const { platform, accountId, chatId } = side;
  const place = { platform, accountId, chatId, inboundMessageId: null, sourceMessageId: null, editsId: null };
  return asOwner(db, () => storeDelivery(db, { userId: side.user.id, ...place, reply, now }));
}

async function finish(
  ctx: CommandContext,
  { linkId, keepCoachingId }: Extract<Input, { do: 'finish' }>,
): Promise<Answer> {
  const done = await finishLink(ctx, linkId, keepCoachingId);
  if (done.state === 'two-coaches') {
    const names = done.coachings.map(({ coachName }) => nameOr(coachName, 'a coach without a name'));
    return {
      text: lines(
        bold('Which coach stays?'),
        `One account is coached by ${names.join(', the other by ')}. You can have one coach at a time; the other coaching ends.`,
      ),
      buttons: [
        done.coachings.map(({ id }, i) => ({
          label: `Keep ${names[i]}`,
          action: { command: 'link', input: { do: 'finish', linkId, keepCoachingId: id } },
        })),
      ],
    };
  }
  const { merged, claimer } = done;
  const { user, ended } = merged;
  const { db, now } = ctx;
  const told =
    ended &&
    (await asOwner(db, () => owe({ db, now, user: ended.coach }, coachingEndedNotice(ended.coaching, 'coach', true))));
  const text = lines(bold('Your accounts are one now.'), [
    'Everything from both is in one log, and you can write from either. ',
    code('today'),
    ' shows your day.',
  ]);
  return {
    text,
    to: user,
    notifies: told === null ? [] : [told],
    delivers: [await sayThere(ctx, { ...claimer, user }, { text })],
  };
}
