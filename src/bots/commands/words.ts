import { z } from 'zod';
import { defineCommand } from '../define-command.ts';
import { type OwnWordsInput, ownWordsInput, readOwnWordsInput, tellOwnWords } from '../own-words.ts';

/** What a person's own words mean: shows them, learns them as they are told, and forgets them. */
export const words = defineCommand<OwnWordsInput>({
  name: 'words',
  summary: 'What I have learnt of your words',
  examples: ['my words', 'when I say shake I mean protein shake', 'a bowl of porridge is 420 g', 'forget shake'],
  effect: 'record',
  options: z.object({
    change: z
      .string()
      .max(100)
      .optional()
      .describe('shake means protein shake, a bowl is 420 g, forget shake; empty: all of them'),
  }),
  input: ownWordsInput,
  cues: /^(?:words?|forget|unlearn|means?|meant|short|vocabulary|learn(?:ed|t)|holds?|fits?|is|are|was|were|weighs?|contains|has|=)$/,
  parse(text, given) {
    const [, slash, rest = ''] = /^(\/words\b)?\s*(.*)$/isu.exec(text) ?? [];
    if (!slash) return readOwnWordsInput(text, given);
    if (rest === '') return { input: { kind: 'list' } };
    return (
      readOwnWordsInput(rest, given) ?? {
        problem: 'Write it like: shake means protein shake, a bowl of porridge is 420 g, or forget shake.',
      }
    );
  },
  run: tellOwnWords,
  toContract: (value) => [correctionOf(value) ?? { do: 'command', name: 'words', input: value }],
});

/** "The bowl was 420 g" mends what was logged in it. */
function correctionOf(value: OwnWordsInput) {
  if (value.kind !== 'measure' || !value.isPast || value.food) return null;
  const { unit, grams, ml } = value;
  const change = ml === null ? { quantity: grams, unit: 'g' } : { quantity: ml, unit: 'ml' };
  return { do: 'correct', target: unit, change };
}
