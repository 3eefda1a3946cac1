import type { Temporal } from 'temporal-polyfill';
import type { Coaching } from '../domain/coaching/coachings-of.ts';
import { levelOf, scopes } from '../domain/coaching/scopes.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { Answer, CommandContext } from './command.ts';
import { longDay } from './schedule-words.ts';
import { consentLines, nameOr, scopeTexts, sharedWords } from './scope-words.ts';
import { bold, code, lines, quoted, type Text } from './text.ts';

/** "2 March 2026" */
export const longDate = (at: Temporal.Instant, timeZone: string): string =>
  at
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** The last day of a coaching that ends at midnight. */
export const lastDayOf = (until: Temporal.Instant, timeZone: string): Temporal.PlainDate =>
  until.subtract({ seconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate();

/** What a client is told who has just agreed: they have read what they allow, so that is said in a line. */
export function coachingBegunCard(ctx: CommandContext, coaching: Coaching): Answer {
  const coach = nameOr(coaching.coachName, 'Your coach');
  return {
    text: lines(
      bold(`Agreed: ${coach} is your coach now.`),
      ['They see ', sharedWords(coaching), '. ', code('/coach'), ' shows it, and changes or ends it at any time.'],
      'Just write to me what you eat, train and weigh, and I keep count for both of you.',
      ['To write to them, begin with ', code('tell my coach'), '.'],
    ),
    buttons: coachingCard(ctx, coaching).buttons ?? [],
  };
}

/** A client's coaching: who, since when, for how long, what they see and what they do not. */
export function coachingCard(ctx: CommandContext, coaching: Coaching, lead: Text | null = null): Answer {
  const { id, coachName, startedAt, until, canRead, canWrite } = coaching;
  const zone = zoneOf(ctx.user);
  const coach = nameOr(coachName, 'Your coach');
  const hidden = scopes
    .filter((scope) => levelOf(coaching, scope) === 'none')
    .map((scope) => scopeTexts[scope].name.toLowerCase());
  return {
    text: lines(
      lead,
      [bold(`${coach} is your coach`), `, since ${longDate(startedAt, zone)}.`],
      until ? `The last day is ${longDay(lastDayOf(until, zone).toString())}.` : null,
      canRead.length === 0 ? 'They see nothing of yours.' : 'They see:',
      ...consentLines(coaching),
      hidden.length > 0 && canRead.length > 0 ? `Not: ${hidden.join(', ')}.` : null,
    ),
    buttons: [
      [
        {
          label: 'Change what they see',
          action: { command: 'coach', input: { do: 'choose', inviteId: null, canRead, canWrite } },
        },
        {
          label: 'End coaching',
          action: { command: 'coach', input: { do: 'end', coachingId: id, who: null, reason: null, isSure: false } },
        },
      ],
    ],
  };
}

/** All coachings of somebody, newest first, with how each ended. */
export function coachingHistoryText(ctx: CommandContext, all: readonly Coaching[], as: 'client' | 'coach'): Text {
  const zone = zoneOf(ctx.user);
  return lines(
    bold(as === 'client' ? 'Your coaches' : 'Those you coached'),
    ...all.map((one): Text => {
      const name = as === 'client' ? nameOr(one.coachName, 'A coach') : nameOr(one.clientName, 'A client');
      const from = longDate(one.startedAt, zone);
      const endedAt =
        one.endedAt ?? (one.until && one.until.epochNanoseconds <= ctx.now.epochNanoseconds ? one.until : null);
      if (!endedAt) return `${name}: since ${from}, still going on.`;
      if (one.until && one.until.epochNanoseconds <= endedAt.epochNanoseconds)
        return `${name}: from ${from} to ${longDate(one.until.subtract({ seconds: 1 }), zone)}, as agreed.`;
      const why = one.endReason ? ` (${quoted(one.endReason, 100)})` : '';
      const by = one.endedById === ctx.user.id ? 'you' : 'them';
      return `${name}: from ${from} to ${longDate(endedAt, zone)}, ended by ${by}${why}.`;
    }),
  );
}

/** For whoever has no coach. */
export const nobodyCoaches: Text = [
  'Nobody coaches you at the moment. When a coach invites you, open their link, or type their code: ',
  code('/coach code ABCD-EFGH'),
  '.',
];
