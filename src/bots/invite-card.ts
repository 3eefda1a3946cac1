import type { DeadInvite, FoundInvite, LiveInvite } from '../domain/coaching/redeem-invite.ts';
import type { Answer } from './command.ts';
import { consentLines, nameOr } from './scope-words.ts';
import { bold, code, lines, quoted, type Text } from './text.ts';

/** What somebody who holds an invitation is told: who invites them and what to, or why it leads nowhere. */
export function invitationAnswer(found: FoundInvite): Answer {
  return found.state === 'live' ? inviteCard(found.invite) : { text: deadInviteText(found.state, found.coachName) };
}

function inviteCard({ id, coachName, coachBio, current, canRead, canWrite }: LiveInvite): Answer {
  const coach = nameOr(coachName, 'A coach');
  const asked = { canRead, canWrite };
  const act = (input: object) => ({ command: 'coach', input: { inviteId: id, ...input } });
  return {
    text: lines(
      bold(`${coach} would like to coach you here.`),
      coachBio ? quoted(coachBio, 300) : null,
      canRead.length === 0 ? 'They ask to see nothing of yours.' : 'They ask to see:',
      ...consentLines(asked),
      ['Nothing is shown before you agree, and you can change or end it at any time with ', code('/coach'), '.'],
      current
        ? `${nameOr(current.coachName, 'Somebody else')} coaches you now; you can have one coach at a time.`
        : null,
    ),
    question: {
      about: 'consent',
      isRow: true,
      choices: [
        { label: 'Allow all of it', action: act({ do: 'accept', ...asked, isChange: false }) },
        { label: 'Choose', action: act({ do: 'choose', ...asked }) },
        { label: 'Decline', action: act({ do: 'decline' }) },
      ],
    },
  };
}

/** Why an invitation leads nowhere, and what to do about it. */
export function deadInviteText(state: DeadInvite, coachName: string | null): Text {
  const coach = nameOr(coachName, 'the coach');
  switch (state) {
    case 'unknown':
      return 'I do not know that invitation. Check that the link is whole, or ask your coach for a new one.';
    case 'expired':
      return `That invitation by ${coach} is too old: they hold for seven days. Ask for a new one.`;
    case 'revoked':
      return `${nameOr(coachName, 'The coach')} has taken that invitation back. Ask whether there is a new one.`;
    case 'used':
      return `Somebody has used that invitation by ${coach} already; each is for one person, once. Ask for one of your own.`;
    case 'used-by-you':
      return `You have used that invitation by ${coach} before, and that coaching has ended. Ask for a new one to go on.`;
    case 'own':
      return 'That is your own invitation: pass it on to the person you want to coach. Nobody coaches themselves here.';
    case 'already':
      return [`${nameOr(coachName, 'That coach')} coaches you already. `, code('/coach'), ' shows what you allow.'];
    case 'no-coach':
      return `${nameOr(coachName, 'Whoever invited you')} does not coach here any more, so that invitation leads nowhere.`;
  }
}
