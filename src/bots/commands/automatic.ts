import { z } from 'zod';
import { whoWorded } from '../../domain/messages/who-worded.ts';
import { defineCommand } from '../define-command.ts';
import { lines, quoted } from '../text.ts';

/** Whether a message of one's coach was written by them: "was this automatic?", also as a reply to it. */
export const automatic = defineCommand({
  name: 'automatic',
  summary: 'Whether a message of your coach was worded by me',
  examples: ['was this automatic?'],
  effect: 'read',
  isHidden: true,
  options: z.object({}),
  input: z.object({}),
  cues: /^(?:auto|bot$|machine$|computer$|robot$|ai$|template$|write$|wrote$|written$|send$|make$)/,
  parse(text, { hasCoach }) {
    const said = text.trim().replace(/\s+/g, ' ');
    return /^\/automatic\b/i.test(said) || (hasCoach && said.length <= longestQuestion && words.test(said))
      ? { input: {} }
      : null;
  },
  async run(ctx) {
    const { message } = ctx;
    const replyToId = message.kind === 'text' ? message.replyToId : null;
    const { platform, chatId } = message;
    const place = replyToId === null ? null : { platform, chatId, messageId: replyToId };
    const worded = (place && (await whoWorded(ctx, place))) ?? (await whoWorded(ctx, null));
    if (!worded) return { text: 'There is no message of your coach here that I could tell you about.' };
    const name = quoted(worded.senderName, 60);
    return {
      text: lines(
        `“${quoted(worded.content, 160)}”`,
        worded.isDrafted
          ? `I worded that for ${name}, who read it and chose to send it. Nothing goes out in their name without them.`
          : `${name} wrote that. I only passed it on.`,
      ),
    };
  },
  toContract: () => [{ do: 'command', name: 'automatic', input: {} }],
});

const longestQuestion = 80;
const it = '(?:this|that|it|(?:the|this|that|your|his|her|their)(?: last)? message)';
const bot =
  '(?:automatic(?:ally (?:sent|written|generated))?|automated|auto(?:-| )?generated|(?:sent |written |made |generated )?(?:by |from )?(?:a |an |the )?(?:bot|machine|computer|robot|ai)|a template)';
const words = new RegExp(
  `^(?:hey,? |hi,? |so,? )?(?:(?:was|is|were|wasn't|isn't) ${it} (?:really |just )?${bot}|did (?:you|a bot|the bot|an ai|a machine) (?:write|send|make) ${it}|did (?:my coach|he|she|they|[\\p{L}]{2,20}) (?:really |actually )?write ${it}(?: (?:him|her|them)sel(?:f|ves))?|who (?:really |actually )?wrote ${it})[?!. ]*$`,
  'iu',
);
