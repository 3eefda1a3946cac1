import { z } from 'zod';
import { erasePerson } from '../../domain/users/erase-person.ts';
import { defineCommand } from '../define-command.ts';
import { bold, lines } from '../text.ts';

const input = z.object({ step: z.enum(['ask', 'erase', 'keep']) });

export const deleteMe = defineCommand<z.infer<typeof input>>({
  name: 'delete_me',
  summary: 'Erase everything I know about you',
  examples: ['delete me'],
  effect: 'act',
  options: z.object({}),
  input,
  cues: /^(?:delete|erase)$/,
  parse: (text) =>
    /^(?:\/delete_me|(?:please )?(?:delete|erase) (?:me|my (?:data|account)|all my data|everything about me|everything you (?:know|have) (?:about|on) me))[.!]*$/i.test(
      text.trim(),
    )
      ? { input: { step: 'ask' } }
      : null,
  async run(ctx, { step }) {
    if (step === 'keep') return { text: 'Nothing was deleted.' };
    if (step === 'erase') {
      ctx.files.remove(await erasePerson(ctx));
      return {
        text: 'Done: everything you told me is gone. If you write again, we start from the beginning. Take care!',
        isFarewell: true,
      };
    }
    return {
      text: lines(
        bold('Delete everything I know about you?'),
        'Every entry, message and setting goes, on every platform, and cannot be brought back.',
        'Press a button below, or write its words in full.',
      ),
      question: {
        about: 'meaning',
        isStrict: true,
        choices: [
          { label: 'Keep everything', action: { command: 'delete_me', input: { step: 'keep' } } },
          { label: 'Delete everything', action: { command: 'delete_me', input: { step: 'erase' } } },
        ],
      },
    };
  },
  toContract: (value) => [{ do: 'command', name: 'delete_me', input: value }],
});
