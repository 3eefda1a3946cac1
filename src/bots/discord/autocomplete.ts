import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption as ApiOption,
  InteractionResponseType,
  Routes,
} from 'discord.js';
import type { Suggest } from '../menu.ts';
import type { Rest } from './rest.ts';

const maxSuggestions = 25;
const maxLength = 100;
/** Discord waits three seconds in all. */
const patienceMs = 2000;

/** Answers what is being typed into an option. Never throws: a person who gets no suggestions can type on. */
export async function answerAutocomplete(
  rest: Rest,
  interaction: APIApplicationCommandAutocompleteInteraction,
  suggest: Suggest,
): Promise<void> {
  const choices = await suggestions(interaction, suggest).catch(() => []);
  await rest('POST', Routes.interactionCallback(interaction.id, interaction.token), {
    isOpen: true,
    body: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } },
  }).catch(() => {});
}

async function suggestions(interaction: APIApplicationCommandAutocompleteInteraction, suggest: Suggest) {
  const option = focused(interaction.data.options);
  const accountId = (interaction.member?.user ?? interaction.user)?.id;
  if (option === null || accountId === undefined) return [];
  let timer: NodeJS.Timeout | undefined;
  const nothing = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => resolve([]), patienceMs);
  });
  try {
    const found = await Promise.race([suggest(interaction.data.name, option.name, option.typed, accountId), nothing]);
    const fit = found
      .map((text) => [...text].slice(0, maxLength).join('').slice(0, maxLength))
      .filter((text) => text.trim() !== '');
    return [...new Set(fit)].slice(0, maxSuggestions).map((text) => ({ name: text, value: text }));
  } finally {
    clearTimeout(timer);
  }
}

function focused(options: readonly ApiOption[] = []): { name: string; typed: string } | null {
  for (const option of options) {
    if ('options' in option) {
      const inner = focused(option.options);
      if (inner !== null) return inner;
    } else if ('focused' in option && option.focused === true && 'value' in option)
      return { name: option.name, typed: String(option.value) };
  }
  return null;
}
