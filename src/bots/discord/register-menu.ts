import { Routes } from 'discord.js';
import type { DiscordConfig } from './config.ts';
import type { Rest } from './rest.ts';
import { reasonOf } from './send-failure.ts';
import { menuHash, toSlashCommands } from './slash-commands.ts';

interface Registration extends Pick<DiscordConfig, 'menu' | 'registeredMenu' | 'log'> {
  readonly rest: Rest;
  readonly applicationId: string;
}

/** Registers the slash commands unless they are as last time. Failing is no reason not to run: words work without. */
export async function registerMenu({ menu, registeredMenu, log, rest, applicationId }: Registration): Promise<void> {
  const commands = toSlashCommands(menu);
  const hash = menuHash(applicationId, commands);
  try {
    if ((await registeredMenu?.read()) === hash) return;
    await rest('PUT', Routes.applicationCommands(applicationId), { body: commands });
    await registeredMenu?.write(hash);
  } catch (error) {
    log?.warn(
      { platform: 'discord', reason: reasonOf(error) },
      'slash commands could not be registered; the next start tries again',
    );
  }
}
