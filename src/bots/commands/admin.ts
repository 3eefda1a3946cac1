import { z } from 'zod';
import { asOwner } from '../../domain/as-owner.ts';
import { rowJobs } from '../../domain/conversation/account-of-due.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { changeBrand, readBrand } from '../../domain/system/brand.ts';
import { listFailures, retryFailures } from '../../domain/system/failures.ts';
import { systemStatus } from '../../domain/system/system-status.ts';
import { brandCard, readBrandChange } from '../brand-card.ts';
import { defineCommand } from '../define-command.ts';
import { platforms } from '../message.ts';
import { appoint } from '../operator-coaches.ts';
import { failuresText, retriedText, statusText } from '../operator-words.ts';
import { switchPerson } from '../switch-off.ts';
import { code, lines } from '../text.ts';

const part = z.string().nullable().optional();
const brandChange = z.object({
  ...{ brandName: part, tagline: part, logoUrl: part, websiteUrl: part, instagramUrl: part, facebookUrl: part },
  ...{ twitterUrl: part, linkedinUrl: part, youtubeUrl: part, tiktokUrl: part },
});

const input = z.union([
  z.object({ do: z.enum(['status', 'failures', 'usage', 'leave']) }),
  z.object({
    do: z.literal('coach'),
    isCoach: z.boolean(),
    account: z.object({ platform: z.enum(platforms), accountId: z.string() }).nullable(),
    name: z.string(),
  }),
  z.object({ do: z.literal('brand'), change: brandChange.nullable() }),
  z.object({ do: z.literal('switch'), isOn: z.boolean(), name: z.string(), userId: z.number().nullable() }),
  z.object({
    do: z.literal('retry'),
    which: z.union([z.literal('all'), z.object({ job: z.string(), row: z.number() })]),
  }),
]);

const mostShown = 20;

/** For those who look after Spotter. Nobody else is told that there is such a thing. */
export const admin = defineCommand<z.infer<typeof input>>({
  name: 'admin',
  summary: 'How Spotter stands, what has failed, trying it again, who coaches, the name it goes by',
  examples: ['/admin status'],
  effect: 'act',
  isHidden: true,
  options: z.object({}),
  input,
  cues: /(?!)/,
  parse: (text, { isOperator }) => (isOperator && /^\/admin\b/i.test(text) ? { input: read(text) } : null),
  async run(ctx, wanted) {
    const { operators, db, now } = ctx;
    // Who looked after it once may still have the buttons and the words.
    if (!operators) throw new DomainError('not-found', 'I no longer know that; please write what you want.');
    switch (wanted.do) {
      case 'status': {
        const counts = (await operators.queueCounts?.().catch(() => null)) ?? null;
        return { text: statusText(await asOwner(db, () => systemStatus(db, now)), operators.version, counts) };
      }
      case 'failures': {
        const failures = await asOwner(db, () => listFailures(db, mostShown + 1));
        const text = failuresText(failures.slice(0, mostShown), failures.length > mostShown, now);
        const retry = { label: 'Try all again', action: { command: 'admin', input: { do: 'retry', which: 'all' } } };
        return { text, buttons: failures.length > 0 ? [[retry]] : [] };
      }
      case 'retry':
        return { text: retriedText(await asOwner(db, () => retryFailures(db, wanted.which, now))) };
      case 'coach':
        return appoint(ctx, wanted);
      case 'brand': {
        const { change } = wanted;
        if (change === null) return { text: brandCard(await readBrand(db), { isWithHelp: true }) };
        return { text: brandCard(await asOwner(db, () => changeBrand(db, change, now)), { isWithHelp: false }) };
      }
      case 'switch':
        return switchPerson(ctx, wanted);
      case 'leave':
        return { text: 'All right, nothing changes.' };
      case 'usage':
        return {
          text: lines(
            code('/admin status'),
            code('/admin failures'),
            code('/admin retry deliver 17'),
            code('/admin retry all'),
            code('/admin make coach anna'),
            code('/admin unmake coach telegram:123456789'),
            code('/admin switch off anna'),
            code('/admin brand name Iron House'),
          ),
        };
    }
  },
  toContract: (value) => [{ do: 'command', name: 'admin', input: value }],
});

function read(text: string): z.infer<typeof input> {
  const words = text.trim().replace(/^\/admin\s*/i, '');
  const [, what = '', rest = ''] = words.toLowerCase().split(/^(\S*)\s*/);
  if (what === 'status' || what === 'failures') return { do: what };
  const [, job, row] = /^([a-z]+)[\s-]+(\d{1,15})$/.exec(rest) ?? [];
  if (what === 'retry' && rest === 'all') return { do: 'retry', which: 'all' };
  if (what === 'retry' && job !== undefined && rowJobs.some((known) => known === job))
    return { do: 'retry', which: { job, row: Number(row) } };
  const [, state, name = ''] = /^switch (on|off) (.{1,100})$/iu.exec(words) ?? [];
  if (state !== undefined) return { do: 'switch', isOn: /on/i.test(state), name, userId: null };
  if (what === 'brand' && rest === '') return { do: 'brand', change: null };
  const change = what === 'brand' ? readBrandChange(words.replace(/^brand\s+/i, '')) : null;
  if (change) return { do: 'brand', change };
  return readCoach(words) ?? { do: 'usage' };
}

/** "make coach anna", "make-coach telegram:17", "make anna a coach" */
function readCoach(words: string): z.infer<typeof input> | null {
  const [, un, behind, before] =
    /^(un)?make(?:[\s-]+coach\s+(.{1,100})|\s+(.{1,100}?)\s+an?\s+coach)$/iu.exec(words) ?? [];
  const name = behind ?? before;
  if (name === undefined) return null;
  const [, platform, accountId = ''] = /^([a-z]+):(\S+)$/iu.exec(name) ?? [];
  const known = platforms.find((one) => one === platform?.toLowerCase());
  return { do: 'coach', isCoach: un === undefined, account: known ? { platform: known, accountId } : null, name };
}
