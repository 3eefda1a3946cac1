import { z } from 'zod';
import { lookAtInvite } from '../../domain/coaching/redeem-invite.ts';
import { lastDoneAt } from '../../domain/conversation/newest-action.ts';
import { type Brand, readBrand } from '../../domain/system/brand.ts';
import { brandLines } from '../brand-card.ts';
import type { Answer } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { invitationAnswer } from '../invite-card.ts';
import { bold, code, lines } from '../text.ts';

const input = z.object({ payload: z.string().nullable(), isGreeting: z.boolean().optional() });

export const start = defineCommand<z.infer<typeof input>>({
  name: 'start',
  summary: 'What I am and how to begin',
  examples: ['hello'],
  effect: 'read',
  options: z.object({}),
  input,
  cues: /^(?:hi|hello|hey|hiya|yo|hola|good|morning)$/,
  parse(text) {
    const deepLink = /^\/start(?:\s+([\w-]{1,64}))?$/.exec(text.trim());
    if (deepLink) return { input: { payload: deepLink[1] ?? null } };
    return /^(?:hi|hello|hey|hiya|yo|hola|morning|good (?:morning|afternoon|evening))(?: (?:there|spotter))?[.!]*$/i.test(
      text.trim(),
    )
      ? { input: { payload: null, isGreeting: true } }
      : null;
  },
  async run(ctx, { payload, isGreeting }) {
    if (payload !== null) return invitationAnswer(await lookAtInvite(ctx, { token: payload }));
    return isGreeting && (await lastDoneAt(ctx)) !== null ? again : welcome(await readBrand(ctx.db));
  },
  toContract: ({ payload }) => [{ do: 'command', name: 'start', input: { payload } }],
});

/** Whoever has logged before knows how it goes. */
const again: Answer = {
  text: ['Hello again. Tell me what you had or did; ', code('today'), ' shows your day so far.'],
};

const welcome = (brand: Brand | null): Answer => ({
  text: lines(
    [bold(`Hi, I am ${brand?.brandName ?? 'Spotter'}.`), ' Tell me what you eat, train and weigh, and I keep count.'],
    ['Just write it, like ', code('ate 200g rice lunch'), ' or ', code('bench 3x8 80'), '. No set-up needed.'],
    [
      code('today'),
      ' shows your day, ',
      code('undo'),
      ' takes the last thing back, ',
      code('help'),
      ' shows the rest.',
    ],
    ...brandLines(brand),
  ),
});
