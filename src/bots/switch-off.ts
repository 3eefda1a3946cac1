import { DomainError } from '../domain/domain-error.ts';
import { asOwner } from '../domain/system/as-owner.ts';
import { findAccounts } from '../domain/users/find-accounts.ts';
import { setActive } from '../domain/users/set-active.ts';
import type { Answer, CommandContext } from './command.ts';
import { accountWords } from './link-words.ts';
import { lines, quoted } from './text.ts';

export interface Switching {
  readonly isOn: boolean;
  readonly name: string;
  /** Who it is, once that is sure. */
  readonly userId: number | null;
}

const mostAsked = 5;

/** Switches somebody off, or on again, for an operator: asked about first, by the name they typed. */
export async function switchPerson(ctx: CommandContext, { isOn, name, userId }: Switching): Promise<Answer> {
  if (userId !== null) return switchNow(ctx, isOn, name, userId);
  const found = await asOwner(ctx, (tx) => findAccounts(tx, name, mostAsked));
  if (found.length === 0) return { text: `Nobody called “${quoted(name, 40)}” has written to me.` };
  const act = (id: number) => ({ command: 'admin', input: { do: 'switch', isOn, name, userId: id } });
  const leave = { label: 'Leave it', action: { command: 'admin', input: { do: 'leave' } } };
  const verb = isOn ? 'Switch on' : 'Switch off';
  return {
    text: lines(
      ...found.map((one, i) => (found.length === 1 ? `${accountWords(one)}.` : `${i + 1}. ${accountWords(one)}`)),
      isOn
        ? 'Switch them on again? I answer them as before.'
        : 'Switch them off? What they have recorded stays; I keep nothing more of them and only say that they are switched off.',
    ),
    question: {
      about: 'person',
      isRow: found.length === 1,
      choices: [
        ...found.map(({ user }, i) => ({
          label: found.length === 1 ? verb : `${verb} ${i + 1}`,
          action: act(user.id),
        })),
        leave,
      ],
    },
  };
}

async function switchNow(ctx: CommandContext, isOn: boolean, name: string, userId: number): Promise<Answer> {
  if (userId === ctx.user.id) throw new DomainError('not-allowed', 'You cannot switch yourself off.');
  const isChanged = await asOwner(ctx, (tx) => setActive(tx, userId, isOn, ctx.now));
  const who = quoted(name, 40);
  const state = isOn ? 'on' : 'off';
  if (!isChanged) return { text: `${who} is switched ${state} already.` };
  const back = { command: 'admin', input: { do: 'switch', isOn: !isOn, name, userId } };
  return { text: `${who} is switched ${state} now.`, buttons: [[{ label: 'Take it back', action: back }]] };
}
