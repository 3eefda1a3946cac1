import { asOwner } from '../domain/as-owner.ts';
import { findAccounts } from '../domain/users/find-accounts.ts';
import type { NamedAccount } from '../domain/users/make-coach.ts';
import { appointCoach } from './appoint-coach.ts';
import type { Answer, CommandContext } from './command.ts';
import { accountName, accountSince } from './link-words.ts';
import { lines, quoted } from './text.ts';

/** Who is to be a coach, or no coach any more: an account, or a name as the operator typed it. */
export interface Appointing {
  readonly isCoach: boolean;
  readonly account: NamedAccount | null;
  readonly name: string;
}

const mostAsked = 5;
const longestLabel = 80;

/** Does it for an account, and asks about a name: two people may have it. */
export async function appoint(ctx: CommandContext, wanted: Appointing): Promise<Answer> {
  const { isCoach, account, name } = wanted;
  if (account) return appointAccount(ctx, account, isCoach);
  const found = await asOwner(ctx.db, () => findAccounts(ctx.db, name, mostAsked));
  const called = quoted(name, 40);
  if (found.length === 0)
    return {
      text: `Nobody called “${called}” has written to me. Let them send me a message first, or name their account, like telegram:123456789.`,
    };
  const act = ({ platform, accountId }: NamedAccount) => ({
    command: 'admin',
    input: { do: 'coach', isCoach, account: { platform, accountId }, name },
  });
  const leave = { label: 'Leave it', action: { command: 'admin', input: { do: 'leave' } } };
  const [only, ...others] = found;
  if (only && others.length === 0)
    return {
      text: lines(`${accountSince(only)}.`, isCoach ? 'Make them a coach?' : 'Take their being a coach from them?'),
      question: {
        about: 'person',
        isRow: true,
        choices: [{ label: isCoach ? 'Make them a coach' : 'No coach any more', action: act(only) }, leave],
      },
    };
  return {
    text: `Which “${called}”?`,
    question: {
      about: 'person',
      choices: [...found.map((one) => ({ label: accountSince(one).slice(0, longestLabel), action: act(one) })), leave],
    },
  };
}

async function appointAccount(ctx: CommandContext, account: NamedAccount, isCoach: boolean): Promise<Answer> {
  const done = await asOwner(ctx.db, () => appointCoach(ctx.db, account, isCoach, ctx.now));
  if (!done) return { text: notWrittenYet(`${account.platform}:${account.accountId}`) };
  const { isChanged, name, notifies } = done;
  const who = accountName({ ...account, displayName: name, name: null });
  if (!isChanged) return { text: isCoach ? `${who} is a coach already.` : `${who} is no coach.` };
  const back = { command: 'admin', input: { do: 'coach', isCoach: !isCoach, account, name: '' } };
  return {
    text: `${who} is ${isCoach ? 'a coach now' : 'no coach any more'}, and has been told.`,
    buttons: [[{ label: 'Take it back', action: back }]],
    notifies,
  };
}

/** For an account that nobody has written from. */
export const notWrittenYet = (named: string): string =>
  `Nobody has written from ${named} yet: let them send the bot a message first.`;
