import { asOwner } from '../domain/as-owner.ts';
import { DomainError } from '../domain/domain-error.ts';
import type { AccountSide } from '../domain/users/account-side.ts';
import { findAccounts } from '../domain/users/find-accounts.ts';
import { setActive } from '../domain/users/set-active.ts';
import type { Answer, CommandContext } from './command.ts';
import { accountSince } from './link-words.ts';
import { lines, quoted } from './text.ts';

export interface Switching {
  readonly isOn: boolean;
  /** As the operator typed it; how we tell them of whom it is, once that is sure. */
  readonly name: string;
  /** Who it is, once that is sure. */
  readonly userId: number | null;
}

const mostAsked = 5;

/** Switches somebody off, or on again, for an operator: asked about first, by the name they typed. */
export async function switchPerson(ctx: CommandContext, { isOn, name, userId }: Switching): Promise<Answer> {
  if (userId !== null) return switchNow(ctx, isOn, name, userId);
  const found = await asOwner(ctx.db, () => findAccounts(ctx.db, name, mostAsked));
  if (found.length === 0) return { text: `Nobody called “${quoted(name, 40)}” has written to me.` };
  const open = found.filter(({ user }) => user.isActive !== isOn);
  if (open.length === 0) return { text: already(found.map(accountSince).join('; '), isOn) };
  const act = (one: AccountSide) => ({
    command: 'admin',
    input: { do: 'switch', isOn, name: accountSince(one), userId: one.user.id },
  });
  const leave = { label: 'Leave it', action: { command: 'admin', input: { do: 'leave' } } };
  const verb = isOn ? 'Switch on' : 'Switch off';
  return {
    text: lines(
      ...open.map((one, i) => (open.length === 1 ? `${accountSince(one)}.` : `${i + 1}. ${accountSince(one)}`)),
      isOn
        ? 'Switch them on again? I answer them as before.'
        : 'Switch them off? What they have recorded stays; I keep nothing more of them and only say that they are switched off.',
    ),
    question: {
      about: 'person',
      isRow: open.length === 1,
      choices: [
        ...open.map((one, i) => ({ label: open.length === 1 ? verb : `${verb} ${i + 1}`, action: act(one) })),
        leave,
      ],
    },
  };
}

const onOrOff = (isOn: boolean): string => (isOn ? 'on' : 'off');
const already = (who: string, isOn: boolean): string => `Switched ${onOrOff(isOn)} already: ${who}.`;

async function switchNow(ctx: CommandContext, isOn: boolean, name: string, userId: number): Promise<Answer> {
  if (userId === ctx.user.id) throw new DomainError('not-allowed', 'You cannot switch yourself off.');
  const isChanged = await asOwner(ctx.db, () => setActive(ctx.db, userId, isOn, ctx.now));
  const who = quoted(name, 120);
  if (!isChanged) return { text: already(who, isOn) };
  const back = { command: 'admin', input: { do: 'switch', isOn: !isOn, name, userId } };
  return { text: `Switched ${onOrOff(isOn)}: ${who}.`, buttons: [[{ label: 'Take it back', action: back }]] };
}
