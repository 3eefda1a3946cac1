import type { Temporal } from 'temporal-polyfill';
import { asOwner } from '../../domain/as-owner.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { allReceivers, findReceivers, type Receiver } from '../../domain/routines/find-receivers.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { nameOfUser } from '../../domain/users/name-of-user.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Notice } from '../notices/notice.ts';
import { owe } from '../speak.ts';
import { lines, quoted } from '../text.ts';

/** The clients that are meant, or what to say where some are not found. */
export async function receiversOf(
  ctx: CommandContext,
  names: readonly string[],
): Promise<{ receivers: readonly Receiver[] } | { answer: Answer }> {
  const { receivers, unknown, ambiguous } = await findReceivers(ctx, names);
  if (unknown.length === 0 && ambiguous.length === 0 && receivers.length > 0) return { receivers };
  const all = (await allReceivers(ctx)).map(({ name }) => quoted(name, 40));
  return {
    answer: {
      text: lines(
        unknown.length > 0
          ? `I know no client or group called ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(unknown.map((one) => `“${quoted(one, 40)}”`))}.`
          : null,
        ...ambiguous.map(
          ({ name, fits }) =>
            `“${quoted(name, 40)}” may be ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(fits.map((one) => quoted(one, 40)))}; write the whole name.`,
        ),
        unknown.length === 0 && ambiguous.length === 0 ? 'That group has nobody in it.' : null,
        all.length > 0 ? `Your clients: ${all.slice(0, 20).join(', ')}.` : 'You have no clients now.',
      ),
    },
  };
}

interface Outcome {
  readonly line: string;
  readonly notice: { readonly receiver: Receiver; readonly notice: Notice } | null;
}

/** Does something for each client, whole or not at all for each, and tells those for whom it was done. */
export async function forEach(
  ctx: CommandContext,
  clientIds: readonly number[],
  act: (ctx: CommandContext, receiver: Receiver, coachName: string) => Promise<Outcome>,
): Promise<{ rows: string[]; notifies: number[] }> {
  const all = await allReceivers(ctx);
  const coachName = await nameOfUser(ctx.db, ctx.user.id);
  const rows: string[] = [];
  const notifies: number[] = [];
  for (const clientId of clientIds) {
    const receiver = all.find(({ user }) => user.id === clientId);
    if (!receiver) {
      rows.push('One of them is no longer your client.');
      continue;
    }
    try {
      const { line, notice } = await ctx.db.transaction((tx) => act({ ...ctx, db: tx }, receiver, coachName));
      rows.push(line);
      if (!notice) continue;
      const person = { db: ctx.db, now: ctx.now, user: receiver.user };
      const id = await asOwner(ctx.db, () => owe(person, notice.notice));
      if (id !== null) notifies.push(id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      rows.push(`${quoted(receiver.name, 40)}: ${error.message}`);
    }
  }
  return { rows, notifies };
}

/** The local day of a client. */
export const todayOfClient = (ctx: CommandContext, { user }: Receiver): Temporal.PlainDate =>
  localDay(ctx.now, zoneOf(user), user.dayStartHour);
