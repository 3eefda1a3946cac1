import type { Command } from './command.ts';

/** Takes a command into the registry: what comes back from storage is checked by its own schema before it runs. */
export function defineCommand<Input>(command: Command<Input>): Command {
  return {
    ...command,
    run: (ctx, input) => command.run(ctx, command.input.parse(input)),
    toContract: (input) => command.toContract(command.input.parse(input)),
  };
}
