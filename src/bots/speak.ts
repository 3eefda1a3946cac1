import type { Temporal } from 'temporal-polyfill';
import type { Database, PersonContext, Transaction } from '../domain/context.ts';
import { isStillToSay } from '../domain/messages/is-still-to-say.ts';
import { messageOfKey } from '../domain/messages/message-words.ts';
import { storeDelivery } from '../domain/notifications/deliveries.ts';
import { notify } from '../domain/notifications/notify.ts';
import { ownerOfNotification } from '../domain/notifications/owner-of.ts';
import {
  settle,
  type TakenNotification,
  takeDueNotifications,
} from '../domain/notifications/take-due-notifications.ts';
import { refreshAchievements } from '../domain/progress/refresh-achievements.ts';
import { refreshStreaks } from '../domain/progress/refresh-streaks.ts';
import { fireReminders } from '../domain/reminders/fire-reminders.ts';
import { isStillWanted } from '../domain/reminders/is-still-wanted.ts';
import { ownerOfReminder } from '../domain/reminders/owner-of-reminder.ts';
import { noteNothingToSay, tieToNotification } from '../domain/reminders/tie-to-notification.ts';
import { findUser } from '../domain/users/find-user.ts';
import { lockPerson } from '../domain/users/lock-person.ts';
import type { Log } from '../log.ts';
import type { Adapter } from './adapter.ts';
import type { Platform } from './message.ts';
import { changeCopies } from './messages/change-copies.ts';
import { tellOf } from './messages/follow-message.ts';
import { achievementNotice } from './notices/achievement.ts';
import { digestNotice } from './notices/digest.ts';
import { firedNotice } from './notices/fired-notice.ts';
import { messageReplies } from './notices/message.ts';
import { type Notice, noticeReply } from './notices/notice.ts';
import type { Reply } from './reply.ts';
import { plainText } from './text.ts';

export interface SpeakDependencies {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Pick<Adapter, 'split'>>;
  /** Sends a stored delivery. */
  readonly deliver: (id: number) => Promise<void>;
  readonly clock: () => Temporal.Instant;
  readonly log: Log;
}

/** What we say first. Each looks at one row and does what is due about it; harmless when nothing is. */
export interface Speak {
  /** Fires a reminder whose time has come, with all others of its person that are due. */
  remind(reminderId: number): Promise<void>;
  /** Says what a person is owed: this notification, and whatever else has waited with it. */
  notify(notificationId: number): Promise<void>;
  /** Derives what a person has reached anew, and says what they have earned. */
  progress(userId: number): Promise<void>;
}

/** Makes the voice: one transaction per person finds out what is due, words it, and stores it as deliveries. */
export function createSpeak({ db, adapters, deliver, clock, log }: SpeakDependencies): Speak {
  /**
   * Does something about a person and says what they are owed by then. Nothing happens for somebody who has gone. `act`
   * returns the notifications it has just found reason for.
   */
  async function about(
    userId: number | null,
    act: (person: PersonContext) => Promise<readonly number[]>,
  ): Promise<void> {
    if (userId === null) return;
    const ids = await db.transaction(async (tx) => {
      const now = clock();
      await lockPerson(tx, userId, now);
      const user = await findUser(tx, userId);
      if (!user) return [];
      const person = { db: tx, now, user };
      return say(person, new Set(await act(person)));
    });
    for (const id of ids) {
      // The row is still due where sending fails; the sweep finds it.
      await deliver(id).catch((err: unknown) => log.error({ delivery: id, err }, 'A delivery could not be attempted'));
    }
  }

  /** Stores what is to be said now as deliveries, several things as one. Returns the deliveries' ids. */
  async function say(person: PersonContext, fresh: ReadonlySet<number>): Promise<number[]> {
    const { db: tx, now, user } = person;
    const userId = user.id;
    const unsaid: number[] = [];
    const taken = await takeDueNotifications(person, async (about, { id, key, type }) => {
      const message = type === 'message' ? messageOfKey(key) : null;
      if (type === 'reminder') return fresh.has(id) || isStillWanted(about, id);
      if (!message || message.isChange || (await isStillToSay(about, message.id))) return true;
      unsaid.push(message.id);
      return false;
    });
    const parts = taken.filter(isPart);
    const digest = parts.length > 1 ? await gather(tx, userId, parts, now) : null;
    const said = digest ? [...taken.filter((one) => !isPart(one)), digest] : taken;
    const ids: number[] = [];
    for (const one of said) {
      const { account, aboutUserId, isSilent } = one;
      const split = adapters.get(account.platform)?.split ?? ((whole: Reply) => [whole]);
      const message = one.type === 'message' ? messageOfKey(one.key) : null;
      if (message?.isChange) {
        ids.push(...(await changeCopies(person, message.id, split)));
        await settle(tx, [one.id], 'suppressed', 'its message was changed', now);
        continue;
      }
      // What a message says is read now: it may have been changed while it waited.
      const replies = (message && (await messageReplies(tx, message.id))) ?? [replyOf(one)];
      for (const part of replies.flatMap(split)) {
        const reply: Reply = isSilent ? { ...part, isSilent } : part;
        const answers = { inboundMessageId: null, sourceMessageId: null, editsId: null };
        ids.push(
          await storeDelivery(tx, { userId, ...answers, ...account, notificationId: one.id, aboutUserId, reply, now }),
        );
      }
    }
    for (const messageId of unsaid) ids.push(...(await tellOf(tx, messageId, now)));
    return ids;
  }

  return {
    remind: async (id) => about(await ownerOfReminder(db, id), remind),
    notify: async (id) => about(await ownerOfNotification(db, id), async () => []),
    progress: (id) => about(id, progress),
  };
}

async function remind(person: PersonContext): Promise<number[]> {
  const owed: number[] = [];
  for (const fired of await fireReminders(person)) {
    const notice = await firedNotice(person, fired);
    if (notice === null) {
      await noteNothingToSay(person, fired.occurrenceId);
      continue;
    }
    const id = await owe(person, notice);
    await tieToNotification(person, fired.occurrenceId, id);
    if (id !== null) owed.push(id);
  }
  return owed;
}

/**
 * Derives a person's figures, achievements and streaks anew, with the owner's rights under their lock. Returns what they are
 * owed for it.
 */
export async function progress(person: PersonContext): Promise<number[]> {
  // It holds off whoever changes entries meanwhile, so it goes first.
  const { earned } = await refreshAchievements(person);
  await refreshStreaks(person);
  const id = earned.length > 0 ? await owe(person, achievementNotice(earned, person.user.unitSystem)) : null;
  return id === null ? [] : [id];
}

/** Owes a person a notice, in the transaction that gives reason to. Returns its id; null when it was owed before. */
export function owe(
  person: PersonContext,
  notice: Notice,
  dueAt: Temporal.Instant = person.now,
): Promise<number | null> {
  const { key, type, title, text, ignoresQuietHours = false, isSilent = false, aboutUserId = null } = notice;
  return notify(person.db, {
    ...{ userId: person.user.id, key, type, title, message: plainText(text), reply: noticeReply(notice) },
    ...{ ignoresQuietHours, isSilent, aboutUserId, dueAt, now: person.now },
  });
}

/** The payload was written by `owe`. */
const replyOf = ({ payload }: Pick<TakenNotification, 'payload'>): Reply => (payload as { reply: Reply }).reply;

/** What another person says, and a picture, stand alone. */
const isPart = (one: TakenNotification): boolean =>
  one.type !== 'message' && one.type !== 'digest' && replyOf(one).image === undefined;

/** One notification in the place of several, which end suppressed by it. */
async function gather(
  tx: Transaction,
  userId: number,
  parts: readonly TakenNotification[],
  now: Temporal.Instant,
): Promise<TakenNotification | null> {
  const [first] = parts;
  const notice = digestNotice(parts.map((part) => ({ id: part.id, title: part.title, reply: replyOf(part) })));
  const { type, title, key, text } = notice;
  const reply = noticeReply(notice);
  const id = await notify(tx, {
    userId,
    key,
    type,
    title,
    message: plainText(text),
    reply,
    ignoresQuietHours: true,
    dueAt: now,
    now,
  });
  if (id === null || !first) return null;
  await settle(
    tx,
    parts.map((part) => part.id),
    'suppressed',
    'digest',
    now,
    id,
  );
  const isSilent = parts.every((part) => part.isSilent);
  return {
    id,
    key,
    type,
    title,
    message: plainText(text),
    payload: { reply },
    aboutUserId: null,
    account: first.account,
    isSilent,
  };
}
