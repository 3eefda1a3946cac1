import { asOwner } from '../../domain/as-owner.ts';
import { talkPartners } from '../../domain/messages/talk-partners.ts';
import { canBeReached } from '../../domain/users/can-be-reached.ts';
import { findUser } from '../../domain/users/find-user.ts';
import { nameOfUser } from '../../domain/users/name-of-user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { crisisNotice } from '../notices/message-crisis.ts';
import { owe } from '../speak.ts';
import { lines, quoted } from '../text.ts';

/**
 * What is done for somebody who speaks of ending their life: they read at once where help is, and their coach is called,
 * at whatever hour and whatever the scopes. What they wrote goes along only where they let their coach read messages.
 * They are told of it only where the coach can be reached: nobody is to wait for somebody who does not hear of them.
 */
export async function helpInCrisis(ctx: CommandContext, text: string): Promise<Answer> {
  const coach = (await talkPartners(ctx)).find(({ side }) => side === 'coach');
  if (!coach) return { text: ctx.crisisText };
  const { isReached, paged } = await asOwner(ctx.db, async () => {
    const user = await findUser(ctx.db, coach.id);
    const isReached = await canBeReached(ctx.db, coach.id);
    const name = await nameOfUser(ctx.db, ctx.user.id);
    const words = coach.hasAgreed ? text : null;
    const notice = crisisNotice({ eventId: ctx.eventId, clientId: ctx.user.id, name, words, isReached });
    return { isReached, paged: user && (await owe({ db: ctx.db, now: ctx.now, user }, notice)) };
  });
  return {
    text: lines(
      ctx.crisisText,
      isReached ? `I have also asked ${quoted(coach.name, 60)} to get in touch with you now.` : null,
    ),
    notifies: paged ? [paged] : [],
  };
}
