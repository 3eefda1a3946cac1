import { bold, lines, quoted } from '../text.ts';
import type { Notice } from './notice.ts';

/** Calls a coach to a client who speaks of ending their life. `words` null: the client keeps them to themselves. */
export function crisisNotice({
  eventId,
  clientId,
  name,
  words,
}: {
  readonly eventId: number;
  readonly clientId: number;
  readonly name: string;
  readonly words: string | null;
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
      words === null ? null : `They wrote just now: “${quoted(words, 500)}”`,
      'I have shown them where to find help and told them that I called you. Please reach them now, best by phone, and call their local emergency number if you cannot.',
    ),
    buttons: [[answer]],
    ignoresQuietHours: true,
    aboutUserId: clientId,
  };
}
