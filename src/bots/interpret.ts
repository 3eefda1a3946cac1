import type { Command, Given, Reading } from './command.ts';
import { cuedCommands } from './cued-commands.ts';
import { withApostrophes } from './language/read-coaching.ts';

/** A command that knows what to make of some words. */
export interface Interpretation {
  readonly command: Command;
  readonly reading: NonNullable<Reading<unknown>>;
}

/** "hi, im in madrid": greetings before what is said, which no command reads by itself. */
const greeted =
  /^\s*(?:(?:hi|hey|hello|hiya|yo|hola|good (?:morning|afternoon|evening)|morning|ok|okay|btw|by the way|oh|ah)(?: (?:there|spotter|again|so|and))?(?:\s*[,.!:;-]+\s*|\s+))+(\S.*)$/isu;

/**
 * Asks each command that the text may be meant for, in order, what it makes of the words; the first that makes anything
 * of them has them. Where none does, they are asked once more without the greetings before it.
 */
export function interpret(commands: readonly Command[], text: string, given: Given): Interpretation | null {
  const read = firstReading(commands, text, given);
  const rest = read ? undefined : greeted.exec(text)?.[1];
  return read ?? (rest === undefined ? null : firstReading(commands, rest, given));
}

function firstReading(commands: readonly Command[], text: string, given: Given): Interpretation | null {
  const spelt = given.clients ? withApostrophes(text, given.clients) : null;
  for (const command of cuedCommands(commands, text, given)) {
    const reading =
      command.parse(text, given) ?? (spelt !== null && command.isOfClients ? command.parse(spelt, given) : null);
    if (reading) return { command, reading };
  }
  return null;
}
