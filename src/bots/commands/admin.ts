import { z } from 'zod';
import { rowJobs } from '../../domain/conversation/account-of-due.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { asOwner } from '../../domain/system/as-owner.ts';
import { listFailures, retryFailures } from '../../domain/system/failures.ts';
import { systemStatus } from '../../domain/system/system-status.ts';
import { defineCommand } from '../define-command.ts';
import { failuresText, retriedText, statusText } from '../operator-words.ts';
import { code, lines } from '../text.ts';

const input = z.union([
  z.object({ do: z.enum(['status', 'failures', 'usage']) }),
  z.object({
    do: z.literal('retry'),
    which: z.union([z.literal('all'), z.object({ job: z.string(), row: z.number() })]),
  }),
]);

const mostShown = 20;

/** For those who look after Spotter. Nobody else is told that there is such a thing. */
export const admin = defineCommand<z.infer<typeof input>>({
  name: 'admin',
  summary: 'How Spotter stands, what has failed, and trying it again',
  examples: ['/admin status'],
  effect: 'act',
  isHidden: true,
  options: z.object({}),
  input,
  parse: (text, { isOperator }) => (isOperator && /^\/admin\b/i.test(text) ? { input: read(text) } : null),
  async run(ctx, wanted) {
    const { operators, now } = ctx;
    // Who looked after it once may still have the buttons and the words.
    if (!operators) throw new DomainError('not-found', 'I no longer know that; please write what you want.');
    switch (wanted.do) {
      case 'status': {
        const counts = (await operators.queueCounts?.().catch(() => null)) ?? null;
        return { text: statusText(await asOwner(ctx, (tx) => systemStatus(tx, now)), operators.version, counts) };
      }
      case 'failures': {
        const failures = await asOwner(ctx, (tx) => listFailures(tx, mostShown + 1));
        const text = failuresText(failures.slice(0, mostShown), failures.length > mostShown, now);
        const retry = { label: 'Try all again', action: { command: 'admin', input: { do: 'retry', which: 'all' } } };
        return { text, buttons: failures.length > 0 ? [[retry]] : [] };
      }
      case 'retry':
        return { text: retriedText(await asOwner(ctx, (tx) => retryFailures(tx, wanted.which, now))) };
      case 'usage':
        return {
          text: lines(
            code('/admin status'),
            code('/admin failures'),
            code('/admin retry deliver 17'),
            code('/admin retry all'),
          ),
        };
    }
  },
  toContract: (value) => [{ do: 'command', name: 'admin', input: value }],
});

function read(text: string): z.infer<typeof input> {
  const [, what = '', rest = ''] = text
    .trim()
    .toLowerCase()
    .split(/^\/admin\s*(\S*)\s*/);
  if (what === 'status' || what === 'failures') return { do: what };
  const [, job, row] = /^([a-z]+)[\s-]+(\d{1,15})$/.exec(rest) ?? [];
  if (what === 'retry' && rest === 'all') return { do: 'retry', which: 'all' };
  if (what === 'retry' && job !== undefined && rowJobs.some((known) => known === job))
    return { do: 'retry', which: { job, row: Number(row) } };
  return { do: 'usage' };
}
