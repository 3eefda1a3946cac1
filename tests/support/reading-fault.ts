import type { Command, Given } from '../../src/bots/command.ts';
import { contractFault } from './parse-contract.ts';

/**
 * What is wrong with a command's reading of a text, in words; null when nothing is: it does not throw, its input is what
 * its own schema takes after being kept as JSON, and what it would do is as the parse contract has it.
 */
export function readingFault(command: Command, text: string, given: Given): string | null {
  try {
    const reading = command.parse(text, given);
    if (!reading || 'problem' in reading) return null;
    if ('question' in reading) {
      const long = reading.question.choices.find(({ label }) => label.length > 80);
      return long ? `a choice is too long: ${long.label}` : null;
    }
    const kept = command.input.safeParse(JSON.parse(JSON.stringify(reading.input)));
    if (!kept.success) return `the input is not of its schema: ${kept.error.message}`;
    return (
      command
        .toContract(kept.data)
        .map(contractFault)
        .find((fault) => fault !== null) ?? null
    );
  } catch (error) {
    return String(error instanceof Error ? error.stack : error);
  }
}
