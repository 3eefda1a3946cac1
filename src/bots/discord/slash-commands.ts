import { createHash } from 'node:crypto';
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { MenuEntry, MenuOption } from '../menu.ts';

const maxDescriptionLength = 100;
const maxChoices = 25;

/** The menu as Discord's application commands, for servers and for private chats with us. */
export function toSlashCommands(menu: readonly MenuEntry[]): RESTPutAPIApplicationCommandsJSONBody {
  return menu.map(({ name, summary, options }) => ({
    type: ApplicationCommandType.ChatInput,
    name,
    description: described(summary, name),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    // Discord wants the required ones first.
    options: [...options].sort((a, b) => Number(b.isRequired) - Number(a.isRequired)).map(toOption),
  }));
}

/** Changes whenever the commands do, or the bot they belong to. */
export const menuHash = (applicationId: string, commands: RESTPutAPIApplicationCommandsJSONBody): string =>
  createHash('sha256')
    .update(JSON.stringify([applicationId, commands]))
    .digest('hex');

function toOption(option: MenuOption): APIApplicationCommandBasicOption {
  const common = {
    name: option.name,
    description: described(option.summary, option.name),
    required: option.isRequired,
  };
  if (option.type === 'boolean') return { ...common, type: ApplicationCommandOptionType.Boolean };
  const choices = option.choices?.slice(0, maxChoices) ?? null;
  if (option.type === 'text')
    return choices === null
      ? { ...common, type: ApplicationCommandOptionType.String, autocomplete: option.hasSuggestions }
      : {
          ...common,
          type: ApplicationCommandOptionType.String,
          choices: choices.map((value) => ({ name: value, value })),
        };
  const numbers = choices === null ? {} : { choices: choices.map((value) => ({ name: value, value: Number(value) })) };
  return option.type === 'integer'
    ? { ...common, ...numbers, type: ApplicationCommandOptionType.Integer }
    : { ...common, ...numbers, type: ApplicationCommandOptionType.Number };
}

/** Discord takes no empty description. */
const described = (summary: string, name: string) =>
  [...(summary.trim() || name)].slice(0, maxDescriptionLength).join('');
