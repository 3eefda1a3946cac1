import { allReceivers, findReceivers, type Receiver } from '../domain/coaching/find-receivers.ts';
import type { Answer, CommandContext } from './command.ts';
import { lines, quoted } from './text.ts';

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
