import { bold, lines, quoted } from '../text.ts';
import type { Notice } from './notice.ts';

/**
 * Calls a coach to a client who speaks of ending their life. `words` null: the client keeps them to themselves. `isReached`:
 * whether the coach can be reached now; else they read it when they are back, and the client was not told of it.
 */
export function crisisNotice({
  eventId,
  clientId,
  name,
  words,
  isReached,
}: {
  readonly eventId: number;
  readonly clientId: number;
  readonly name: string;
  readonly words: string | null;
  readonly isReached: boolean;
}): Notice {
  const who = quoted(name, 60);
  const answer = { label: 'Answer', action: { command: 'chat', input: { kind: 'open', to: null, toId: clientId } } };
  return {
    key: `crisis-${eventId}`,
    // It stands alone, is held for whoever cannot be reached, and makes its sound at any hour.
    type: 'message',
    title: `${who} may be in danger`,
    text: lines(
      bold(`${who} may be in danger.`),
      words === null ? null : `They wrote${isReached ? ' just now' : ''}: “${quoted(words, 500)}”`,
      `I have shown them where to find help${isReached ? ' and told them that I called you' : ''}. Please reach them now, best by phone, and call their local emergency number if you cannot.`,
    ),
    buttons: [[answer]],
    ignoresQuietHours: true,
    aboutUserId: clientId,
  };
}
