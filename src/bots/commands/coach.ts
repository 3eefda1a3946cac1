import { z } from 'zod';
import { scopes } from '../../domain/coaching/scopes.ts';
import { acceptInvite, chooseConsent } from '../coaching/accept-invite.ts';
import { agreeUntil, allowOnly, setScopes } from '../coaching/change-consent.ts';
import { endOne } from '../coaching/end-coaching.ts';
import { showCoaching, showHistory } from '../coaching/show-coaching.ts';
import { codeAnswer } from '../code-answer.ts';
import { defineCommand } from '../define-command.ts';
import { readConsent } from '../language/read-consent.ts';
import { code, quoted, type Text } from '../text.ts';

const consent = { canRead: z.array(z.enum(scopes)), canWrite: z.array(z.enum(scopes)) };
const input = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['show', 'history']) }),
  z.object({ do: z.literal('code'), words: z.string() }),
  /** `inviteId` null: of the coaching that runs. */
  z.object({ do: z.literal('choose'), inviteId: z.number().nullable(), ...consent }),
  z.object({ do: z.literal('accept'), inviteId: z.number(), ...consent, isChange: z.boolean() }),
  z.object({ do: z.literal('decline'), inviteId: z.number() }),
  z.object({ do: z.literal('keep') }),
  z.object({ do: z.literal('allow'), ...consent }),
  z.object({
    do: z.literal('set'),
    /** The coach by name, where that was said. */
    who: z.string().nullable().default(null),
    scopes: z.array(z.object({ scope: z.enum(scopes), level: z.enum(['none', 'read', 'write']).nullable() })),
  }),
  /** The last day; null: until somebody ends it. */
  z.object({ do: z.literal('until'), day: z.iso.date().nullable() }),
  z.object({
    do: z.literal('end'),
    coachingId: z.number().nullable(),
    who: z.string().nullable(),
    reason: z.string().nullable(),
    isSure: z.boolean(),
  }),
]);
type Input = z.infer<typeof input>;

const howTo: Text = [
  'Write it like ',
  code('/coach code ABCD-EFGH'),
  ', ',
  code('/coach photos off'),
  ', ',
  code('/coach until 30 June'),
  ' or ',
  code('/coach end'),
  '.',
];

export const coach = defineCommand<Input>({
  name: 'coach',
  summary: 'Your coach: what they see, and how to change or end it',
  examples: ['my coach', 'stop sharing my photos with my coach', 'end coaching'],
  effect: 'act',
  options: z.object({
    what: z
      .string()
      .max(200)
      .optional()
      .describe('code ABCD-EFGH, food write, photos off, until 30 June, end, history; coaches: here, elsewhere'),
  }),
  input,
  cues: /coach|^(?:hide|shar(?:e|ing)|show(?:ing)?|see|seeing|know|knowing|view|access|keep|get|look|remove|drop|fire|let|working|training)$/,
  parse(text, given) {
    const { role = 'client', hasCoach = false } = given;
    const read = readConsent(text, { ...given, isCoach: role !== 'client', hasCoach });
    switch (read?.kind) {
      case undefined:
        return null;
      case 'unknown':
        return { problem: howTo };
      case 'show':
      case 'history':
        return { input: { do: read.kind } };
      case 'code':
        return { input: { do: 'code', words: read.words } };
      case 'set':
        return { input: { do: 'set', who: read.who && quoted(read.who, 60), scopes: [...read.scopes] } };
      case 'until':
        return { input: { do: 'until', day: read.day?.toString() ?? null } };
      case 'end':
        return { input: { do: 'end', coachingId: null, who: read.who, reason: read.reason, isSure: false } };
    }
  },
  async run(ctx, wanted) {
    switch (wanted.do) {
      case 'show':
        return showCoaching(ctx);
      case 'history':
        return showHistory(ctx);
      case 'code':
        return codeAnswer(ctx, wanted.words);
      case 'choose':
        return chooseConsent(ctx, wanted);
      case 'accept':
        return acceptInvite(ctx, wanted);
      case 'decline':
        return { text: 'All right: nothing was agreed to, and nothing is shown to anybody.' };
      case 'keep':
        return { text: 'All right, nothing changes.' };
      case 'allow':
        return allowOnly(ctx, wanted);
      case 'set':
        return setScopes(ctx, wanted.scopes, wanted.who);
      case 'until':
        return agreeUntil(ctx, wanted.day);
      case 'end':
        return endOne(ctx, wanted);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'coach', input: value }],
});
