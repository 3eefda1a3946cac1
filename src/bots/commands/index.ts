import type { Command } from '../command.ts';
import { achievements } from './achievements.ts';
import { admin } from './admin.ts';
import { ask } from './ask.ts';
import { correct } from './correct.ts';
import { deleteMe } from './delete-me.ts';
import { food } from './food.ts';
import { goal } from './goal.ts';
import { goals } from './goals.ts';
import { help } from './help.ts';
import { inbox } from './inbox.ts';
import { log } from './log.ts';
import { message } from './message.ts';
import { pause } from './pause.ts';
import { photos } from './photos.ts';
import { profile } from './profile.ts';
import { rate } from './rate.ts';
import { remind } from './remind.ts';
import { reminders } from './reminders.ts';
import { repeat } from './repeat.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { streak } from './streak.ts';
import { target } from './target.ts';
import { today } from './today.ts';
import { redo, undo } from './undo.ts';
import { words } from './words.ts';

const helping = help(() => commands);

/**
 * Every command, in the order in which they are asked what they make of a message: the ones with few words of their own
 * first, the ones that read whole sentences last. Help and menus show them the other way round.
 */
export const commands: readonly Command[] = [
  admin,
  deleteMe,
  start,
  helping,
  redo,
  undo,
  words,
  inbox,
  achievements,
  streak,
  pause,
  photos,
  food,
  repeat,
  message,
  reminders,
  remind,
  target,
  goals,
  goal,
  settings,
  profile,
  rate,
  ask(helping),
  today,
  correct,
  log,
];
