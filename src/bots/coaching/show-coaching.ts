import { coachingHistory, myCoaching } from '../../domain/coaching/coaching-consent.ts';
import { isRunning } from '../../domain/coaching/coachings-of.ts';
import { coachingCard, coachingHistoryText, nobodyCoaches } from '../coaching-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { code, lines } from '../text.ts';

export const isCoach = ({ user }: CommandContext): boolean => user.role !== 'client';

/** Who coaches them and what that one sees; for a coach whom nobody coaches, how many they coach. */
export async function showCoaching(ctx: CommandContext): Promise<Answer> {
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

/** All coachings there were, as a client and as a coach. */
export async function showHistory(ctx: CommandContext): Promise<Answer> {
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
