import { z } from 'zod';
import { noteOnEntry } from '../../domain/entries/note-on-entry.ts';
import { onDay, todayOf } from '../ask-card.ts';
import { defineCommand } from '../define-command.ts';
import { readRemark } from '../language/read-remark.ts';
import { bold, code, italic, lines, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';

const input = z.object({
  words: z.string(),
  /** The exercise it is about; null: what was just recorded, or replied to. */
  exercise: z.object({ id: z.number().nullable(), words: z.string() }).nullable(),
});

export const remark = defineCommand<z.infer<typeof input>>({
  name: 'remark',
  summary: 'Your own words on what you just recorded, or reply to',
  examples: ['note: slept badly', 'note on bench: left shoulder clicked'],
  effect: 'record',
  options: z.object({ words: z.string().max(500).describe('What to keep with it') }),
  input,
  cues: /note|remark|comment/,
  parse(text, { exercises }) {
    const read = readRemark(text);
    if (!read)
      return /^\s*\/remark\b/i.test(text) ? { problem: ['Write it like ', code('note: slept badly'), '.'] } : null;
    const { words, about } = read;
    if (about === null) return { input: { words, exercise: null } };
    const known = exercises.lookup(about);
    return known ? { input: { words, exercise: { id: known.id, words: about } } } : null;
  },
  async run(ctx, { words, exercise }) {
    const { actionId, day, name } = await noteOnEntry(ctx, ctx.repliesToId, { words, exercise });
    const when = day.equals(todayOf(ctx)) ? '' : ` ${onDay(day, todayOf(ctx))}`;
    return {
      text: lines(bold(`Noted on your ${quoted(name, 60)}${when}:`), italic(quoted(words, 500))),
      buttons: [[undoButton(actionId)]],
    };
  },
  toContract: (value) => [{ do: 'command', name: 'remark', input: value }],
});
