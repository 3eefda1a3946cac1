import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../src/bots/define-command.ts';
import { interpret } from '../../src/bots/interpret.ts';
import { catalogueExerciseIndex } from '../../src/domain/training/catalogue-exercise-index.ts';
import { given as mealGiven } from './language/given.ts';

const given = { ...mealGiven, locale: 'en', exercises: catalogueExerciseIndex() };

/** A command that understands one word, and what it was asked. */
function listener(word: string) {
  const heard: string[] = [];
  const command = defineCommand({
    name: 'listen',
    summary: 'Listens',
    examples: [],
    effect: 'read',
    options: z.object({}),
    input: z.null(),
    parse(text) {
      heard.push(text);
      return text === word ? { input: null } : null;
    },
    run: async () => ({ text: 'Heard.' }),
    toContract: () => [],
  });
  return { heard, commands: [command] };
}

describe('greetings before what is said', () => {
  it.each(['hi, gym', 'hey there, gym', 'ok so gym', 'good morning! gym', 'oh hi gym'])('are passed: %s', (text) => {
    expect(interpret(listener('gym').commands, text, given)?.reading).toEqual({ input: null });
  });

  it('are passed all at once, however many there are', () => {
    const { heard, commands } = listener('gym');
    expect(interpret(commands, `${'ok hi, '.repeat(1000)}rice`, given)).toBeNull();
    expect(heard).toHaveLength(2);
    expect(heard[1]).toBe('rice');
  });
});
