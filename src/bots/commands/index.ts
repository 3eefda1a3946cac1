import type { Command } from '../command.ts';
import { achievements } from './achievements.ts';
import { admin } from './admin.ts';
import { ask } from './ask.ts';
import { automatic } from './automatic.ts';
import { broadcast } from './broadcast.ts';
import { chat } from './chat.ts';
import { checkin } from './checkin.ts';
import { checkins } from './checkins.ts';
import { client } from './client.ts';
import { clients } from './clients.ts';
import { coach } from './coach.ts';
import { correct } from './correct.ts';
import { deleteMe } from './delete-me.ts';
import { diet } from './diet.ts';
import { exercise } from './exercise.ts';
import { floor } from './floor.ts';
import { food } from './food.ts';
import { form } from './form.ts';
import { goal } from './goal.ts';
import { goals } from './goals.ts';
import { group } from './group.ts';
import { guide } from './guide.ts';
import { health } from './health.ts';
import { help } from './help.ts';
import { hours } from './hours.ts';
import { inbox } from './inbox.ts';
import { invite } from './invite.ts';
import { later } from './later.ts';
import { link } from './link.ts';
import { log } from './log.ts';
import { message } from './message.ts';
import { note } from './note.ts';
import { pause } from './pause.ts';
import { photos } from './photos.ts';
import { plan } from './plan.ts';
import { profile } from './profile.ts';
import { rate } from './rate.ts';
import { remark } from './remark.ts';
import { remind } from './remind.ts';
import { reminders } from './reminders.ts';
import { repeat } from './repeat.ts';
import { routine } from './routine.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { snippet } from './snippet.ts';
import { start } from './start.ts';
import { streak } from './streak.ts';
import { target } from './target.ts';
import { template } from './template.ts';
import { today } from './today.ts';
import { training } from './training.ts';
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
  chat,
  invite,
  coach,
  link,
  redo,
  undo,
  words,
  inbox,
  checkin,
  checkins,
  form,
  session,
  automatic,
  clients,
  training,
  note,
  floor,
  client,
  diet,
  plan,
  achievements,
  streak,
  pause,
  photos,
  food,
  exercise,
  repeat,
  later,
  snippet,
  broadcast,
  group,
  hours,
  message,
  template,
  routine,
  reminders,
  remind,
  target,
  goals,
  goal,
  settings,
  health,
  profile,
  rate,
  remark,
  ask(helping),
  guide(() => commands),
  today,
  correct,
  log,
];
