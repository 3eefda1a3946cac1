import type { AccountSide } from '../../domain/users/account-side.ts';
import { accountWords } from '../link-words.ts';
import { bold, lines } from '../text.ts';
import type { Notice } from './notice.ts';

/** Asks whoever made a code whether the account that typed it is theirs. They are at it, so it comes at once. */
export function linkRequestNotice(linkId: number, claimer: AccountSide, at: number): Notice {
  const act = (what: 'finish' | 'refuse') => ({ command: 'link', input: { do: what, linkId } });
  return {
    key: `link-${linkId}-${at}`,
    type: 'info',
    title: 'Is this account yours?',
    text: lines(
      bold('Is this account yours?'),
      accountWords(claimer),
      'Your code was typed there. Say yes only if it was you: both accounts become one, with everything in them, and that cannot be taken back.',
    ),
    buttons: [
      [
        { label: 'Yes, that is me', action: act('finish') },
        { label: 'No', action: act('refuse') },
      ],
    ],
    ignoresQuietHours: true,
    aboutUserId: claimer.user.id,
  };
}
