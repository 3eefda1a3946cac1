import type { Command } from '../command.ts';
import { deleteMe } from './delete-me.ts';
import { help } from './help.ts';
import { log } from './log.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { today } from './today.ts';
import { redo, undo } from './undo.ts';

/** Every command, in the order in which they are asked what they make of a message. */
export const commands: readonly Command[] = [
  start,
  help(() => commands),
  undo,
  redo,
  deleteMe,
  settings,
  today,
  log,
];
