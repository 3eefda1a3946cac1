import { z } from 'zod';
import type { Command } from '../command.ts';
import type { MenuEntry, MenuOption } from '../menu.ts';

/** What platforms show of the registry, made from the commands' own schemas. */
export const menuOf = (commands: readonly Command[]): MenuEntry[] =>
  commands
    .filter(({ isHidden }) => !isHidden)
    .toReversed()
    .map(({ name, aliases, summary, options }) => ({
      name,
      ...(aliases ? { aliases } : {}),
      summary,
      options: Object.entries(options.shape).map(([option, schema]) => toOption(option, schema)),
    }));

function toOption(name: string, schema: z.core.$ZodType): MenuOption {
  const json = z.toJSONSchema(schema, { io: 'input' });
  return {
    name,
    summary: json.description ?? name,
    type: typeOf(json.type),
    isRequired: schema._zod.optin !== 'optional',
    choices: json.enum ? json.enum.map(String) : null,
    hasSuggestions: json.suggests === true,
  };
}

function typeOf(type: unknown): MenuOption['type'] {
  return type === 'number' || type === 'integer' || type === 'boolean' ? type : 'text';
}
