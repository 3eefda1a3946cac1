import type { Coaching } from '../../domain/coaching/coachings-of.ts';
import { grantedWords, nameOr } from '../scope-words.ts';
import { bold, code, lines } from '../text.ts';
import type { Notice } from './notice.ts';

/** Tells a coach that an invitation of theirs was accepted, and with what. */
export function coachingBegunNotice(coaching: Coaching): Notice {
  const { id, clientId, clientName } = coaching;
  const client = nameOr(clientName, 'Your new client');
  return {
    key: `coaching-begun-${id}`,
    type: 'info',
    title: `${client} has accepted`,
    text: lines(
      bold(`${client} has accepted your invitation.`),
      grantedWords(coaching),
      clientName && coaching.canWrite.includes('messages')
        ? ['Say hello with ', code(`/msg ${client} …`), '; ', code(`/client ${client}`), ' shows how they are doing.']
        : [code(clientName ? `/client ${client}` : '/clients'), ' shows how they are doing.'],
    ),
    aboutUserId: clientId,
  };
}
