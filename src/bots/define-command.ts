import type { Command } from './command.ts';

/**
 * Takes a command into the registry: what comes back from storage is checked by its own schema before it runs. What is
 * shown as the parse contract was just read, and needs no check.
 */
export function defineCommand<Input>(command: Command<Input>): Command {
  return {
    ...command,
    run: (ctx, input) => command.run(ctx, command.input.parse(input)),
    toContract: (input) => command.toContract(input as Input),
  };
}
