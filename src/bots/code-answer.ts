import { readCode } from '../domain/users/typed-code.ts';
import { useCode } from '../domain/users/use-code.ts';
import { lockMinutes } from '../domain/users/wrong-codes.ts';
import type { Answer, CommandContext } from './command.ts';
import { invitationAnswer } from './invite-card.ts';
import { accountWords } from './link-words.ts';
import { bold, code, lines } from './text.ts';

/** Answers a typed code, whichever it is: a coach's invitation, or the way to link accounts. */
export async function codeAnswer(ctx: CommandContext, words: string): Promise<Answer> {
  const typed = readCode(words);
  if (typed === null) return { text: ['A code looks like ', code('ABCD-EFGH'), ': eight letters and figures.'] };
  const { platform } = ctx.message;
  const used = await useCode(ctx, { platform, accountId: ctx.accountId }, typed);
  switch (used.kind) {
    case 'locked':
      return { text: waitText(used.until.since(ctx.now).total('minutes')) };
    case 'wrong':
      return used.left === 0
        ? { text: `That is no code of mine either. Let us wait ${lockMinutes} minutes before the next try.` }
        : {
            text: `I do not know that code. Check each letter and figure${used.left < 3 ? `; you can try ${used.left === 1 ? 'once' : 'twice'} more before we wait a while` : ''}.`,
          };
    case 'invite':
      return invitationAnswer(used.found);
    case 'link':
      return linkAnswer(used.found);
  }
}

const waitText = (minutes: number): string =>
  `There were too many wrong codes, so I take none for now. Try again in ${Math.ceil(minutes)} minutes, please. Links go on working.`;

type FoundLink = Extract<Awaited<ReturnType<typeof useCode>>, { kind: 'link' }>['found'];

function linkAnswer(found: FoundLink): Answer {
  switch (found.state) {
    case 'expired':
      return {
        text: [
          'That code is too old: it holds for ten minutes. ',
          code('/link'),
          ' on your other account makes a new one.',
        ],
      };
    case 'same-account':
      return {
        text: 'That code was made here. Type it on the other platform, in the account you want to join to this one.',
      };
    case 'already-linked':
      return { text: 'These two accounts are one already: what you log on either is in the same log.' };
    case 'claimed-by-another':
      return { text: 'Another account has typed that code. If that was not you, make a new one with /link.' };
    case 'claimed': {
      const act = (what: 'claim' | 'refuse') => ({ command: 'link', input: { do: what, linkId: found.linkId } });
      return {
        text: lines(
          bold('Is this account yours as well?'),
          accountWords(found.other),
          'Both become one: one log, with everything that either has. Settings stay as they are in the older account. This cannot be taken back.',
        ),
        buttons: [
          [
            { label: 'Yes, link them', action: act('claim') },
            { label: 'No', action: act('refuse') },
          ],
        ],
      };
    }
  }
}
