import type { Command } from '../command.ts';
import { deleteMe } from './delete-me.ts';
import { help } from './help.ts';
import { log } from './log.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { today } from './today.ts';
import { redo, undo } from './undo.ts';

/**
 * Every command, in the order in which they are asked what they make of a message: the ones with few words of their own
 * first, the ones that read whole sentences last. Help and menus show them the other way round.
 */
export const commands: readonly Command[] = [deleteMe, start, help(() => commands), redo, undo, settings, today, log];
