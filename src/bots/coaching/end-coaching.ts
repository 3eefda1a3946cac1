import { coachingHistory, myCoaching } from '../../domain/coaching/coaching-consent.ts';
import { type Coaching, isRunning } from '../../domain/coaching/coachings-of.ts';
import { endCoaching } from '../../domain/coaching/end-coaching.ts';
import { nobodyCoaches } from '../coaching-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { coachingEndedNotice } from '../notices/coaching-ended.ts';
import { nameOr } from '../scope-words.ts';
import { tellOther } from '../tell-other.ts';
import { bold, code, lines, quoted } from '../text.ts';
import { isCoach } from './show-coaching.ts';

/** Which coaching is to end, and why: by its id, by the other one's name, or the one they are in as a client. */
export interface Ending {
  readonly coachingId: number | null;
  readonly who: string | null;
  readonly reason: string | null;
  readonly isSure: boolean;
}

/** Ends a coaching, once they are sure. The other one is told. */
export async function endOne(ctx: CommandContext, wanted: Ending): Promise<Answer> {
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
          {
            label: 'End it',
            action: { command: 'coach', input: { do: 'end', ...wanted, coachingId: found.id, isSure: true } },
          },
          { label: 'Go on', action: { command: 'coach', input: { do: 'keep' } } },
        ],
      },
    };
  const { coaching, other: person } = await endCoaching(ctx, found.id, reason);
  const notifies = await tellOther(ctx, person, coachingEndedNotice(coaching, isClient ? 'coach' : 'client'));
  return {
    text: isClient
      ? lines(`Ended: ${other} sees nothing of yours any more. Everything you logged is still here, and so am I.`, [
          'Your plans and reminders stay as well. Say ',
          code('my reminders'),
          ' to stop what you no longer want.',
        ])
      : `Ended: ${other} is no longer your client, and has been told.`,
    notifies,
  };
}

/** The coaching that is meant: by its id, as a coach by the client's name, or the one a client is in. */
async function whichToEnd(ctx: CommandContext, id: number | null, who: string | null): Promise<Coaching | Answer> {
  const own = await myCoaching(ctx);
  const clients = isCoach(ctx) ? (await coachingHistory(ctx, 'coach')).filter((one) => isRunning(one, ctx.now)) : [];
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
      : { text: isCoach(ctx) ? 'You coach nobody at the moment, and nobody coaches you.' : nobodyCoaches };
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
