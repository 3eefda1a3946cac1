import { z } from 'zod';
import type { Command, Given } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { remind } from './remind.ts';

/** What its words mean to `remind`, which reads and does them. */
const input = z.object({ said: z.unknown() });

/** The list of reminders: what is said after its name changes them. */
export const reminders: Command = defineCommand<z.infer<typeof input>>({
  name: 'reminders',
  summary: 'See, change, pause or remove your reminders',
  examples: ['my reminders', 'pause reminders until monday', 'move the gym reminder to 19:00'],
  effect: 'act',
  options: z.object({
    change: z
      .string()
      .max(100)
      .optional()
      .describe('pause until monday, remove gym, move gym to 19:00, bring back water'),
  }),
  input,
  cues: /(?!)/,
  parse(text, given) {
    const [, slash, rest = ''] = /^(\/reminders\b)\s*(.*)$/isu.exec(text) ?? [];
    if (!slash) return null;
    if (rest === '') return { input: { said: { kind: 'list', of: 'standing' } } };
    const read = moved(rest, given) ?? remind.parse(rest, given) ?? remind.parse(named(rest), given);
    if (read && 'input' in read) return { input: { said: read.input } };
    return read ?? { problem: 'Write it like: pause until monday, move gym to 19:00, or remove gym.' };
  },
  run: (ctx, { said }) => remind.run(ctx, said),
  toContract: ({ said }) => remind.toContract(said),
});

/** "change gym to london time" leaves out what it changes as well. */
function moved(words: string, given: Given): ReturnType<Command['parse']> {
  const [, verb, about, to] =
    /^(move|change|keep|set|shift|put)\s+(?:the\s|my\s)?\s*(\S.{0,60}?)\s+((?:to|in|at)\s.*)$/iu.exec(words) ?? [];
  return verb && !/\breminders?\b/i.test(words) ? remind.parse(`${verb} the ${about} reminder ${to}`, given) : null;
}

/** "pause until monday" leaves out what it pauses: the word stands in after the verb. */
function named(words: string): string {
  const [, verb = '', about = ''] = /^(pause|resume|mute|bring back|remove|delete|stop)\b\s*(.*)$/iu.exec(words) ?? [];
  const isLimit = about === '' || /^(?:all|until|till|for)\b/i.test(about);
  return isLimit ? `${verb} reminders ${about.replace(/^all\b\s*/i, '')}` : `${verb} the ${about} reminder`;
}
