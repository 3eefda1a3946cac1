import { myCoaching } from '../../domain/coaching/coaching-consent.ts';
import { lookAtInvite, redeemInvite } from '../../domain/coaching/redeem-invite.ts';
import type { Consent } from '../../domain/coaching/scopes.ts';
import { coachingBegunCard, nobodyCoaches } from '../coaching-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { consentChooser } from '../consent-chooser.ts';
import { deadInviteText } from '../invite-card.ts';
import { coachingBegunNotice } from '../notices/coaching-begun.ts';
import { coachingEndedNotice } from '../notices/coaching-ended.ts';
import { nameOr } from '../scope-words.ts';
import { tellOther } from '../tell-other.ts';
import { bold, lines } from '../text.ts';

/** What the coach of an invitation, or of the coaching that runs, is to see: one scope after the other. */
export async function chooseConsent(
  ctx: CommandContext,
  { inviteId, canRead, canWrite }: Consent & { inviteId: number | null },
): Promise<Answer> {
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

/** Agrees to an invitation. Somebody else's coaching ends by it only where they say that they mean to change. */
export async function acceptInvite(
  ctx: CommandContext,
  { inviteId, canRead, canWrite, isChange }: Consent & { inviteId: number; isChange: boolean },
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
    ...(await tellOther(ctx, newCoach, coachingBegunNotice(coaching))),
    ...(ended ? await tellOther(ctx, ended.coach, coachingEndedNotice(ended, 'coach', true)) : []),
  ];
  return { ...coachingBegunCard(ctx, coaching), notifies };
}
