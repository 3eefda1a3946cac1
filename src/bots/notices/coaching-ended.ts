import type { Coaching } from '../../domain/coaching/coachings-of.ts';
import { nameOr } from '../scope-words.ts';
import { bold, code, lines, quoted } from '../text.ts';
import type { Notice } from './notice.ts';

/**
 * Tells one of the two that the other has ended the coaching. A coach who is followed by another is told that it ended,
 * and no more.
 */
export function coachingEndedNotice(coaching: Coaching, to: 'coach' | 'client', isHandedOver = false): Notice {
  const { id, coachId, clientId, coachName, clientName, endReason } = coaching;
  const key = `coaching-ended-${id}`;
  const reason = endReason && !isHandedOver ? `Their words: “${quoted(endReason, 200)}”` : null;
  if (to === 'coach') {
    const client = nameOr(clientName, 'A client');
    return {
      ...{ key, type: 'info', title: `The coaching of ${client} has ended`, aboutUserId: clientId },
      text: lines(
        bold(isHandedOver ? `Your coaching of ${client} has ended.` : `${client} has ended the coaching with you.`),
        reason,
        'You no longer see what they log. What you wrote each other stays with both of you.',
      ),
    };
  }
  const coach = nameOr(coachName, 'Your coach');
  return {
    ...{ key, type: 'info', title: `The coaching by ${coach} has ended`, aboutUserId: coachId },
    text: lines(
      bold(`${coach} has ended the coaching.`),
      reason,
      'They no longer see anything of yours. Everything you logged stays with you, and so do your plans and your reminders.',
      ['Say ', code('my reminders'), ' to see them and stop what you no longer want.'],
    ),
  };
}
