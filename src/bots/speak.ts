import type { Temporal } from 'temporal-polyfill';
import { isOverAsAgreed } from '../domain/coaching/coaching-over.ts';
import { isStillShared } from '../domain/coaching/is-still-shared.ts';
import type { Database, PersonContext } from '../domain/context.ts';
import { isStillToSay } from '../domain/messages/is-still-to-say.ts';
import { messageOfKey } from '../domain/messages/message-words.ts';
import { type LeasedDelivery, storeDelivery } from '../domain/notifications/deliveries.ts';
import { notify } from '../domain/notifications/notify.ts';
import { storeLeased } from '../domain/notifications/store-leased.ts';
import {
  settle,
  type TakenNotification,
  takeDueNotifications,
} from '../domain/notifications/take-due-notifications.ts';
import { refreshAchievements } from '../domain/progress/refresh-achievements.ts';
import { refreshStreaks } from '../domain/progress/refresh-streaks.ts';
import { fireReminders } from '../domain/reminders/fire-reminders.ts';
import { isStillWanted } from '../domain/reminders/is-still-wanted.ts';
import { noteNothingToSay } from '../domain/reminders/note-nothing-to-say.ts';
import { findUser } from '../domain/users/find-user.ts';
import { lockPerson, type OwnedRow } from '../domain/users/lock-person.ts';
import type { Log } from '../log.ts';
import type { Adapter } from './adapter.ts';
import type { Deliver } from './deliver.ts';
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
  readonly deliver: Deliver;
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
   * Does something about the person whose row it is and says what they are owed by then. Nothing happens for somebody who
   * has gone. `act` returns the notifications it has just found reason for.
   */
  async function about(row: OwnedRow, act: (person: PersonContext) => Promise<readonly number[]>): Promise<void> {
    const stored = await db.transaction(async (tx) => {
      const now = clock();
      const userId = await lockPerson(tx, row, now);
      const user = userId === null ? null : await findUser(tx, userId);
      if (!user) return [];
      const person = { db: tx, now, user };
      return say(person, new Set(await act(person)));
    });
    for (const one of stored) {
      // The row is still due where sending fails; the sweep finds it.
      await deliver(one).catch((err: unknown) => {
        const id = typeof one === 'number' ? one : one.id;
        log.error({ delivery: id, err }, 'A delivery could not be attempted');
      });
    }
  }

  /**
   * Stores what is to be said now as deliveries, several things as one. Returns these: the first, which is sent next, is
   * leased already where this process can send it.
   */
  async function say(person: PersonContext, fresh: ReadonlySet<number>): Promise<(number | LeasedDelivery)[]> {
    const { db: tx, now, user } = person;
    const userId = user.id;
    const messages = new Map<number, number>();
    const taken = await takeDueNotifications(person, async (about, { id, key, type, aboutUserId }) => {
      const message = type === 'message' ? messageOfKey(key) : null;
      if (message && !message.isChange) messages.set(id, message.id);
      if (!user.isActive) return false;
      if (type === 'reminder') return fresh.has(id) || isStillWanted(about, id);
      if (!message) return (await isOverAsAgreed(about, key)) && isStillShared(about, { key, aboutUserId });
      return message.isChange || isStillToSay(about, message.id);
    });
    for (const { id } of taken) messages.delete(id);
    const parts = taken.filter(isPart);
    const digest = parts.length > 1 ? await gather(person, parts) : null;
    const said = digest ? [...taken.filter((one) => !isPart(one)), digest] : taken;
    const stored: (number | LeasedDelivery)[] = [];
    for (const one of said) {
      const { account, aboutUserId, isSilent } = one;
      const split = adapters.get(account.platform)?.split ?? ((whole: Reply) => [whole]);
      const message = one.type === 'message' ? messageOfKey(one.key) : null;
      if (message?.isChange) {
        stored.push(...(await changeCopies(person, message.id, split)));
        await settle(tx, [one.id], 'suppressed', 'its message was changed', now);
        continue;
      }
      // What a message says is read now: it may have been changed while it waited.
      const replies = (message && (await messageReplies(tx, message.id))) ?? [replyOf(one)];
      for (const part of replies.flatMap(split)) {
        const reply: Reply = isSilent ? { ...part, isSilent } : part;
        const delivery = { userId, ...account, notificationId: one.id, aboutUserId, reply };
        const answers = { inboundMessageId: null, sourceMessageId: null, editsId: null };
        stored.push(
          stored.length === 0 && adapters.has(account.platform)
            ? await storeLeased(tx, { ...delivery, messageId: message?.id ?? null }, clock())
            : await storeDelivery(tx, { ...delivery, ...answers, now }),
        );
      }
    }
    // What is not said now is said nowhere, or waits until they can be reached: whoever wrote it hears of that.
    for (const messageId of messages.values()) stored.push(...(await tellOf(tx, messageId, now)));
    return stored;
  }

  return {
    remind: (id) => about({ of: 'reminders', id }, remind),
    notify: (id) => about({ of: 'notifications', id }, async () => []),
    progress: (id) => about({ of: 'users', id }, progress),
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
  const { key, type, title, text, ignoresQuietHours = false, isSilent = false } = notice;
  const { linkUrl = null, aboutUserId = null, occurrenceId } = notice;
  return notify(person.db, {
    ...{ userId: person.user.id, key, type, title, message: plainText(text), reply: noticeReply(notice), occurrenceId },
    ...{ ignoresQuietHours, isSilent, linkUrl, aboutUserId, dueAt, now: person.now },
  });
}

/** The payload was written by `owe`. */
const replyOf = ({ payload }: Pick<TakenNotification, 'payload'>): Reply => (payload as { reply: Reply }).reply;

/** What another person says, and a picture, stand alone. */
const isPart = (one: TakenNotification): boolean =>
  one.type !== 'message' && one.type !== 'digest' && replyOf(one).image === undefined;

/** One notification in the place of several, which end suppressed by it. */
async function gather(person: PersonContext, parts: readonly TakenNotification[]): Promise<TakenNotification | null> {
  const [first] = parts;
  const notice = digestNotice(parts.map((part) => ({ id: part.id, title: part.title, reply: replyOf(part) })));
  const id = await owe(person, notice);
  if (id === null || !first) return null;
  const ids = parts.map((part) => part.id);
  await settle(person.db, ids, 'suppressed', 'digest', person.now, id);
  return {
    ...{ id, key: notice.key, type: notice.type, title: notice.title, message: plainText(notice.text) },
    ...{ payload: { reply: noticeReply(notice) }, aboutUserId: null, account: first.account },
    isSilent: parts.every((part) => part.isSilent),
  };
}
