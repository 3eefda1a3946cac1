import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { partnerOf } from '../../domain/check-ins/partner.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { listSessions, nearestSession, sessionOf } from '../../domain/sessions/session.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { nameFirst, readSession, readSessionWords, type SessionReading } from '../language/read-session.ts';
import { readSessionChange } from '../language/read-session-change.ts';
import { nameAhead } from '../name-ahead.ts';
import { sessionAction } from '../notices/session.ts';
import { changeSaid } from '../sessions/change-said.ts';
import { done, giveItems, keepNotes, offerFeedback, rate, sendFeedback } from '../sessions/hold.ts';
import { askFor, askToMove, cancel, decline, move, plan } from '../sessions/plan.ts';
import { sessionCard, sessionList } from '../sessions/session-card.ts';
import { code, quoted, type Text } from '../text.ts';
import { whichClient } from '../which-client.ts';

const id = z.number();
const instant = z.iso.datetime({ offset: true });
const topics = z.array(z.string());
const durationMin = z.number().nullable();
/** Whether the client had asked for that time. */
const isAsked = z.boolean().default(false);

const change = {
  verb: z.enum(['move', 'cancel']),
  who: z.string().nullable(),
  clientId: z.number().optional(),
  id: id.optional(),
  on: z.iso.date().nullable(),
  toDay: z.iso.date().nullable(),
  /** `19:00` */
  toTime: z.string().nullable(),
};

const input = z.discriminatedUnion('do', [
  /** Words as they were said: whose session is found out first. */
  z.object({ do: z.literal('said'), words: z.string(), clientId: z.number().nullable() }),
  /** What was said of a session that is planned, which is found out first; by `id` once it was chosen. */
  z.object({ do: z.literal('change'), ...change }),
  z.object({ do: z.literal('list'), clientId: z.number().nullable() }),
  z.object({ do: z.literal('show'), id }),
  z.object({ do: z.literal('plan'), clientId: z.number(), startsAt: instant, durationMin, topics, isAsked }),
  z.object({ do: z.literal('move'), id, startsAt: instant, isAsked }),
  z.object({ do: z.literal('cancel'), id }),
  z.object({ do: z.literal('decline'), clientId: z.number(), startsAt: instant }),
  z.object({ do: z.literal('send'), id, text: z.string() }),
  z.object({ do: z.literal('done'), id, text: z.string() }),
  z.object({ do: z.literal('rate'), id, rating: z.number().int() }),
]);
type Input = z.infer<typeof input>;

/** What was said of a session that is planned. */
export type SessionChangeInput = Extract<Input, { do: 'change' }>;

export const session = defineCommand<Input>({
  name: 'session',
  summary: 'Coaching sessions: plan, move, note, what to do until the next',
  examples: ['my sessions', '/session anna friday 17:00 topics squats, sleep', '/session friday 17:00'],
  effect: 'act',
  options: z.object({
    what: z
      .string()
      .max(1500)
      .optional()
      .describe('anna friday 17:00 topics …; anna move …; cancel, notes, todo, feedback, done'),
  }),
  input,
  cues: /^(?:sessions?|call|book|schedule|plan|arrange|pencil|seeing|meeting|meet|see|move|reschedule|shift|postpone|change|cancel|push|bring)$/,
  parse: (text, given): Reading<Input> => {
    const { role = 'client', hasCoach = false } = given;
    const [, slash, rest = ''] = /^\s*(\/sessions?\b)?\s*(.*?)\s*$/isu.exec(text) ?? [];
    if (slash)
      return { input: rest === '' ? { do: 'list', clientId: null } : { do: 'said', words: rest, clientId: null } };
    if (listing.test(rest) || (role !== 'client' && listingOfCoach.test(rest)))
      return { input: { do: 'list', clientId: null } };
    const changed = readSessionChange(rest, given);
    if (changed) {
      const { on, toDay } = changed;
      const days = { on: on?.toString() ?? null, toDay: toDay?.toString() ?? null };
      return { input: { do: 'change', ...changed, ...days, who: changed.who && quoted(changed.who, 60) } };
    }
    const words = readSessionWords(rest, { isCoach: role !== 'client', hasCoach, clients: given.clients ?? [] });
    return words === null ? null : { input: { do: 'said', words, clientId: null } };
  },
  async run(ctx, said) {
    switch (said.do) {
      case 'said':
        return hear(ctx, said.words, said.clientId);
      case 'change':
        return changeSaid(ctx, said);
      case 'list':
        return sessionList(ctx, await listSessions(ctx, said.clientId));
      case 'show':
        return sessionCard(ctx, await sessionOf(ctx, said.id));
      case 'plan':
        return plan(ctx, { ...said, startsAt: Temporal.Instant.from(said.startsAt) }, said.isAsked);
      case 'move':
        return move(ctx, said.id, Temporal.Instant.from(said.startsAt), said.isAsked);
      case 'cancel':
        return cancel(ctx, said.id);
      case 'decline':
        return decline(ctx, said.clientId, Temporal.Instant.from(said.startsAt));
      case 'send':
        return sendFeedback(ctx, said.id, said.text);
      case 'done':
        return done(ctx, said.id, said.text);
      case 'rate':
        return rate(ctx, said.id, said.rating);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'session', input: value }],
});

/** "my sessions", "when is my next coaching session?" */
const listing =
  /^(?:(?:show(?: me)? )?(?:my |the |all )?(?:coming |upcoming |next |past )?(?:coaching sessions?|sessions with my coach|coach sessions?)|my (?:coaching )?sessions|(?:when(?: is|['’]?s)|what time(?: is|['’]?s)) (?:my|the|our)(?: next)? (?:coaching session|session with my coach|session with \p{L}+|call(?: with \p{L}+)?)|(?:when(?: is|['’]?s)|what time(?: is|['’]?s)) our(?: next)? session)[.!?]*$/iu;
/** By a coach, whose sessions are with clients: "my sessions this week", "when am i seeing tom". */
const listingOfCoach =
  /^(?:(?:show(?: me)? )?(?:my |the |all )?(?:coming |upcoming |next )?sessions?(?: with \p{L}+)?(?: today| tomorrow| this week| next week)?|when (?:am i|do i) (?:see|seeing|meet|meeting|next see(?:ing)?) \p{L}+(?: next)?|(?:do i have|have i got) (?:any |a )?sessions?(?: with \p{L}+)?(?: today| tomorrow| this week| next week)?)[.!?]*$/iu;

const how: Text = [
  'Write it like ',
  code('/session anna friday 17:00 topics squats, sleep'),
  ', and later ',
  code('/session anna move saturday 10:00'),
  ', ',
  code('notes …'),
  ', ',
  code('todo …'),
  ', ',
  code('feedback …'),
  ', ',
  code('next 12 june'),
  ', ',
  code('done'),
  ' or ',
  code('cancel'),
  '.',
];

/** A coach's words begin with a client's name; whoever is coached means their coach. */
async function hear(ctx: CommandContext, words: string, clientId: number | null): Promise<Answer> {
  if (clientId !== null) return act(ctx, clientId, words);
  if (ctx.user.role === 'client') return act(ctx, null, words);
  const { words: ahead, verb } = nameFirst(words);
  const { name, rest } = await nameAhead(ctx, ahead);
  const more = verb === '' ? rest : `${verb} ${rest}`;
  const found = await whichClient(ctx, name, ({ user }) =>
    sessionAction({ do: 'said', words: more, clientId: user.id }),
  );
  return 'answer' in found ? found.answer : act(ctx, found.client.user.id, more);
}

async function act(ctx: CommandContext, clientId: number | null, words: string): Promise<Answer> {
  const { now, dayStartHour } = ctx.given;
  const said = readSession(words, { now, timeZone: zoneOf(ctx.user), dayStartHour });
  if ('problem' in said) return { text: [said.problem, ' ', ctx.user.role === 'client' ? '' : how] };
  if (said.do === 'list') return sessionList(ctx, await listSessions(ctx, clientId));
  if (said.do === 'plan') return clientId === null ? askFor(ctx, said) : plan(ctx, { ...said, clientId });
  const meant = await nearestSession(ctx, clientId);
  if (!meant) throw new DomainError('not-found', 'There is no session yet that this could be about.');
  return changeKnown(ctx, meant.id, said);
}

type Change = Exclude<SessionReading, { readonly problem: string } | { readonly do: 'list' | 'plan' }>;

async function changeKnown(ctx: CommandContext, sessionId: number, said: Change): Promise<Answer> {
  const { coachId, clientId } = await sessionOf(ctx, sessionId);
  const isCoach = coachId === ctx.user.id;
  await partnerOf(ctx, isCoach ? clientId : coachId);
  switch (said.do) {
    case 'move':
      return isCoach ? move(ctx, sessionId, said.startsAt) : askToMove(ctx, sessionId, said.startsAt);
    case 'cancel':
      return cancel(ctx, sessionId);
    case 'topics':
      return keepNotes(ctx, sessionId, { topics: said.topics });
    case 'notes':
      return keepNotes(ctx, sessionId, { discussionNotes: said.text });
    case 'next':
      return keepNotes(ctx, sessionId, { nextSessionDay: Temporal.PlainDate.from(said.day) });
    case 'feedback':
      return offerFeedback(ctx, sessionId, said.text);
    case 'items':
      return giveItems(ctx, sessionId, said.items);
    default:
      return done(ctx, sessionId, said.text, said.day);
  }
}
