import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { asOwner } from '../../domain/as-owner.ts';
import { changeConsent, coachingHistory, myCoaching } from '../../domain/coaching/coaching-consent.ts';
import { type Coaching, isRunning } from '../../domain/coaching/coachings-of.ts';
import { endCoaching } from '../../domain/coaching/end-coaching.ts';
import { lookAtInvite, redeemInvite } from '../../domain/coaching/redeem-invite.ts';
import {
  type Consent,
  isSameConsent,
  levelOf,
  scopes,
  withLevel,
  writableScopes,
} from '../../domain/coaching/scopes.ts';
import { findUser } from '../../domain/users/find-user.ts';
import { type User, zoneOf } from '../../domain/users/user.ts';
import { coachingCard, coachingHistoryText, lastDayOf, nobodyCoaches } from '../coaching-card.ts';
import { codeAnswer } from '../code-answer.ts';
import type { Answer, CommandContext } from '../command.ts';
import { consentChooser } from '../consent-chooser.ts';
import { defineCommand } from '../define-command.ts';
import { deadInviteText } from '../invite-card.ts';
import { readConsent } from '../language/read-consent.ts';
import { coachingBegunNotice } from '../notices/coaching-begun.ts';
import { coachingChangedNotice } from '../notices/coaching-changed.ts';
import { coachingEndedNotice } from '../notices/coaching-ended.ts';
import type { Notice } from '../notices/notice.ts';
import { nameOr } from '../scope-words.ts';
import { owe } from '../speak.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';

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
type Wanted<Do extends Input['do']> = Extract<Input, { do: Do }>;

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
      .describe('code ABCD-EFGH, food write, photos off, until 30 June, end, history'),
  }),
  input,
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
        return { input: { do: 'set', scopes: [...read.scopes] } };
      case 'until':
        return { input: { do: 'until', day: read.day?.toString() ?? null } };
      case 'end':
        return { input: { do: 'end', coachingId: null, who: read.who, reason: read.reason, isSure: false } };
    }
  },
  async run(ctx, wanted) {
    switch (wanted.do) {
      case 'show':
        return show(ctx);
      case 'history':
        return history(ctx);
      case 'code':
        return codeAnswer(ctx, wanted.words);
      case 'choose':
        return choose(ctx, wanted);
      case 'accept':
        return accept(ctx, wanted);
      case 'decline':
        return { text: 'All right: nothing was agreed to, and nothing is shown to anybody.' };
      case 'keep':
        return { text: 'All right, nothing changes.' };
      case 'allow':
        return allow(ctx, wanted);
      case 'set':
        return set(ctx, wanted);
      case 'until':
        return until(ctx, wanted);
      case 'end':
        return end(ctx, wanted);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'coach', input: value }],
});

const isCoach = ({ user }: CommandContext): boolean => user.role !== 'client';

async function show(ctx: CommandContext): Promise<Answer> {
  const coaching = await myCoaching(ctx);
  if (coaching) return coachingCard(ctx, coaching);
  if (!isCoach(ctx)) return { text: nobodyCoaches };
  const clients = (await coachingHistory(ctx, 'coach')).filter((one) => isRunning(one, ctx.now));
  return {
    text: lines(
      clients.length === 0
        ? 'You coach nobody yet.'
        : [
            `You coach ${clients.length === 1 ? 'one person' : `${clients.length} people`}: `,
            code('clients'),
            ' shows how they do.',
          ],
      [code('/invite anna'), ' invites somebody. Nobody coaches you.'],
    ),
  };
}

async function history(ctx: CommandContext): Promise<Answer> {
  const own = await coachingHistory(ctx, 'client');
  const theirs = isCoach(ctx) ? await coachingHistory(ctx, 'coach') : [];
  if (own.length + theirs.length === 0) return { text: nobodyCoaches };
  return {
    text: lines(
      own.length > 0 ? coachingHistoryText(ctx, own, 'client') : null,
      theirs.length > 0 ? coachingHistoryText(ctx, theirs, 'coach') : null,
    ),
  };
}

async function choose(ctx: CommandContext, { inviteId, canRead, canWrite }: Wanted<'choose'>): Promise<Answer> {
  const chosen = { canRead, canWrite };
  if (inviteId === null) {
    const coaching = await myCoaching(ctx);
    return coaching
      ? consentChooser({ inviteId, coachName: coaching.coachName, consent: chosen })
      : { text: nobodyCoaches };
  }
  const found = await lookAtInvite(ctx, { id: inviteId });
  return found.state === 'live'
    ? consentChooser({ inviteId, coachName: found.invite.coachName, consent: chosen })
    : { text: deadInviteText(found.state, found.coachName) };
}

async function accept(
  ctx: CommandContext,
  { inviteId, canRead, canWrite, isChange }: Wanted<'accept'>,
): Promise<Answer> {
  const redeemed = await redeemInvite(ctx, inviteId, { canRead, canWrite }, isChange);
  if (redeemed.state === 'coached') {
    const { coachName, current } = redeemed.invite;
    const [former, next] = [nameOr(current?.coachName ?? null, 'Somebody else'), nameOr(coachName, 'the new coach')];
    return {
      text: lines(
        bold(`${former} coaches you now. Change to ${next}?`),
        `From that moment ${former} sees nothing of yours any more. They are told that the coaching has ended, and no more.`,
      ),
      question: {
        about: 'consent',
        isRow: true,
        choices: [
          {
            label: `Change to ${next}`,
            action: { command: 'coach', input: { do: 'accept', inviteId, canRead, canWrite, isChange: true } },
          },
          { label: `Stay with ${former}`, action: { command: 'coach', input: { do: 'keep' } } },
        ],
      },
    };
  }
  if (redeemed.state !== 'begun') return { text: deadInviteText(redeemed.state, redeemed.coachName) };
  const { coaching, coach: newCoach, ended } = redeemed;
  const notifies = [
    ...(await tell(ctx, newCoach, coachingBegunNotice(coaching))),
    ...(ended ? await tell(ctx, ended.coach, coachingEndedNotice(ended, 'coach', true)) : []),
  ];
  return {
    ...coachingCard(
      ctx,
      coaching,
      'Agreed. Just write to me what you eat, train and weigh, and I keep count for both of you.',
    ),
    notifies,
  };
}

/** Owes another person a notice. */
async function tell({ db, now }: CommandContext, user: User, notice: Notice): Promise<number[]> {
  const id = await asOwner(db, () => owe({ db, now, user }, notice));
  return id === null ? [] : [id];
}

async function allow(ctx: CommandContext, chosen: Consent): Promise<Answer> {
  const before = await myCoaching(ctx);
  if (!before) return { text: nobodyCoaches };
  if (isSameConsent(before, chosen)) return coachingCard(ctx, before, 'Nothing was to change.');
  const coaching = await changeConsent(ctx, { consent: chosen });
  return changed(ctx, coaching, false);
}

async function set(ctx: CommandContext, { scopes: said }: Wanted<'set'>): Promise<Answer> {
  const before = await myCoaching(ctx);
  if (!before) return { text: nobodyCoaches };
  // A scope without more is to be seen; what may be changed already stays so.
  const chosen = said.reduce<Consent>((sum, { scope, level }) => {
    const wanted = level ?? (levelOf(sum, scope) === 'write' ? 'write' : 'read');
    return withLevel(sum, scope, wanted === 'write' && !writableScopes.includes(scope) ? 'read' : wanted);
  }, before);
  return allow(ctx, chosen);
}

async function until(ctx: CommandContext, { day }: Wanted<'until'>): Promise<Answer> {
  const zone = zoneOf(ctx.user);
  const lastDay = day === null ? null : Temporal.PlainDate.from(day);
  const end = lastDay?.add({ days: 1 }).toZonedDateTime(zone).toInstant() ?? null;
  if (!(await myCoaching(ctx))) return { text: nobodyCoaches };
  return changed(ctx, await changeConsent(ctx, { until: end }), true);
}

async function changed(ctx: CommandContext, coaching: Coaching, isOfTime: boolean): Promise<Answer> {
  const lastDay = coaching.until && lastDayOf(coaching.until, zoneOf(ctx.user));
  const theirs = await asOwner(ctx.db, () => findUser(ctx.db, coaching.coachId));
  const notice = coachingChangedNotice(coaching, ctx.now, lastDay, isOfTime);
  const notifies = theirs ? await tell(ctx, theirs, notice) : [];
  return { ...coachingCard(ctx, coaching, 'Changed, and it holds from now on.'), notifies };
}

async function end(ctx: CommandContext, wanted: Wanted<'end'>): Promise<Answer> {
  const { coachingId, who, reason, isSure } = wanted;
  const found = await whichToEnd(ctx, coachingId, who);
  if ('text' in found) return found;
  const isClient = found.clientId === ctx.user.id;
  const other = isClient ? nameOr(found.coachName, 'your coach') : nameOr(found.clientName, 'this client');
  if (!isSure)
    return {
      text: lines(
        bold(`End the coaching with ${other}?`),
        isClient
          ? 'From that moment they see nothing of yours any more. What you logged stays with you.'
          : 'From that moment you see nothing of theirs any more. They are told, with your reason if you gave one.',
      ),
      question: {
        about: 'consent',
        isRow: true,
        choices: [
          { label: 'End it', action: { command: 'coach', input: { ...wanted, coachingId: found.id, isSure: true } } },
          { label: 'Go on', action: { command: 'coach', input: { do: 'keep' } } },
        ],
      },
    };
  const { coaching, other: person } = await endCoaching(ctx, found.id, reason);
  const notifies = await tell(ctx, person, coachingEndedNotice(coaching, isClient ? 'coach' : 'client'));
  return {
    text: isClient
      ? `Ended: ${other} sees nothing of yours any more. Everything you logged is still here, and so am I.`
      : `Ended: ${other} is no longer your client, and has been told.`,
    notifies,
  };
}

/** The coaching that is meant: by its id, as a coach by the client's name, or the one a client is in. */
async function whichToEnd(ctx: CommandContext, id: number | null, who: string | null): Promise<Coaching | Answer> {
  const own = await myCoaching(ctx);
  const clients = isCoach(ctx) ? (await coachingHistory(ctx, 'coach')).filter(({ endedAt }) => endedAt === null) : [];
  if (id !== null) {
    const found = [...(own ? [own] : []), ...clients].find((one) => one.id === id);
    return found ?? { text: 'That coaching has ended already.' };
  }
  const isCalled = (name: string | null, wanted: string) =>
    name !== null && [name.toLowerCase(), ...name.toLowerCase().split(' ')].includes(wanted.toLowerCase());
  if (who === null) {
    if (own) return own;
    return clients.length > 0
      ? { text: ['With whom? Write it like ', code('/coach end anna'), '.'] }
      : { text: nobodyCoaches };
  }
  const named = [
    ...(own && isCalled(own.coachName, who) ? [own] : []),
    ...clients.filter((one) => isCalled(one.clientName, who)),
  ];
  const [found] = named;
  if (!found) return { text: `I know no coaching of yours with ${quoted(who, 40)} that is going on.` };
  if (named.length === 1) return found;
  const choices = named.map((one) => ({
    label: nameOr(one.clientId === ctx.user.id ? one.coachName : one.clientName, 'Somebody'),
    action: { command: 'coach', input: { do: 'end', coachingId: one.id, who: null, reason: null, isSure: false } },
  }));
  return { text: `With which ${quoted(who, 40)}?`, question: { about: 'client', choices } };
}
