import type { Command } from './command.ts';

/**
 * Takes a command into the registry: what comes back from storage is checked by its own schema before it runs. What is
 * shown as the parse contract was just read, and needs no check. Written out, all of them are objects of one shape:
 * every message goes through many, and properties of many shapes are found slowly.
 */
export function defineCommand<Input>(command: Command<Input>): Command {
  const { name, aliases, summary, examples, effect, isHidden, isOfClients, isForCoaches } = command;
  const { options, sayOption, input, cues, opens, parse } = command;
  return {
    name,
    aliases,
    summary,
    examples,
    effect,
    isHidden,
    isOfClients,
    isForCoaches,
    options,
    sayOption,
    input,
    cues,
    opens,
    parse,
    run: (ctx, value) => command.run(ctx, input.parse(value)),
    toContract: (value) => command.toContract(value as Input),
  };
}
