import type { Telegram } from 'telegraf';
import type { MenuEntry } from '../menu.ts';
import type { Signal } from './deadline.ts';

/** Telegram shows at most 100. */
const maxCommands = 100;
const maxSummaryLength = 256;

/** Sets the commands people see behind the menu button, unless they are set already. */
export async function publishMenu(telegram: Telegram, menu: readonly MenuEntry[], signal: Signal): Promise<void> {
  const wanted = menu
    .filter(({ name }) => /^[a-z0-9_]{1,32}$/.test(name))
    .slice(0, maxCommands)
    .map(({ name, summary }) => ({ command: name, description: summary.slice(0, maxSummaryLength) }));
  const shown = await telegram.callApi('getMyCommands', {}, { signal });
  const keys = (commands: readonly { command: string; description: string }[]) =>
    JSON.stringify(commands.map(({ command, description }) => [command, description]));
  if (keys(shown) !== keys(wanted)) await telegram.callApi('setMyCommands', { commands: wanted }, { signal });
}
