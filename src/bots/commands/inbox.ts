import { z } from 'zod';
import { type InboxEntry, readInbox } from '../../domain/notifications/read-inbox.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { capital, dayName } from '../format.ts';
import { bold, italic, lines, quoted, type Text } from '../text.ts';

/** Entries before this one; null: the newest. */
const input = z.object({ before: z.number().nullable() });

const perPage = 8;
const longestMessage = 160;

export const inbox = defineCommand<z.infer<typeof input>>({
  name: 'inbox',
  summary: 'What I have told you by myself',
  examples: ['inbox'],
  effect: 'read',
  options: z.object({}),
  input,
  cues: /^(?:inbox|notifications|you)$/,
  parse: (text) => (words.test(text.trim()) ? { input: { before: null } } : null),
  async run(ctx, { before }) {
    const { entries, hasMore } = await readInbox(ctx, { before, limit: perPage });
    const last = entries.at(-1);
    if (!last)
      return {
        text: before === null ? 'I have not told you anything by myself yet.' : 'There is nothing older.',
      };
    const older = { label: 'Older', action: { command: 'inbox', input: { before: last.id } } };
    return {
      text: lines(bold('What I told you'), ...entries.map((entry) => lineOf(ctx, entry))),
      buttons: hasMore ? [[older]] : [],
    };
  },
  toContract: () => [{ do: 'command', name: 'inbox', input: {} }],
});

const words =
  /^\/?(?:(?:show |open |check )?(?:me )?(?:my )?(?:inbox|notifications)|what did you (?:tell|send|say to) me)(?: please| pls)?[?.!]*$/i;

/** Kinds whose words are ours and full of figures. */
const telling: ReadonlySet<InboxEntry['type']> = new Set<InboxEntry['type']>(['info', 'achievement']);

/** "Today 07:10: Weigh in", with what it said where the title does not say it all. */
function lineOf(ctx: CommandContext, { type, title, message, linkUrl, dueAt, isNew }: InboxEntry): Text {
  const zone = zoneOf(ctx.user);
  const today = localDay(ctx.now, zone, ctx.user.dayStartHour);
  const local = dueAt.toZonedDateTimeISO(zone);
  const when = `${capital(dayName(local.toPlainDate(), today))} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  const rest = quoted(message.split('\n').filter(Boolean).join(' · '), longestMessage);
  // What was told of figures before is not told again to whoever wants to see none.
  const isKept = ctx.user.isGentle && telling.has(type);
  const said: Text = isKept ? title : rest.startsWith(title) ? rest : `${title} · ${rest}`;
  const link: Text = linkUrl === null || rest.includes(linkUrl) ? '' : [' ', { link: linkUrl, label: linkUrl }];
  return [`${when}  `, isNew ? bold(said) : said, isNew ? italic(' (new)') : '', link];
}
