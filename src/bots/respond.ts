import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../domain/context.ts';
import { type ClaimedMessage, claimMessage } from '../domain/conversation/claim-message.ts';
import { beginRequest, closeMessage, LostClaim, type Outcome } from '../domain/conversation/close-message.ts';
import { findWrittenMessage } from '../domain/conversation/find-source.ts';
import { receiveMessage } from '../domain/conversation/receive-message.ts';
import { DomainError } from '../domain/domain-error.ts';
import type { FoodIndex } from '../domain/foods/food-index.ts';
import type { FileStore } from '../domain/media/file-store.ts';
import { isPassedTo } from '../domain/messages/is-passed-to.ts';
import { createExerciseIndex, type ExerciseIndex } from '../domain/training/exercise-index.ts';
import { type User, zoneOf } from '../domain/users/user.ts';
import type { Log } from '../log.ts';
import { type Adapter, FetchError } from './adapter.ts';
import type { Answer, Command, CommandContext } from './command.ts';
import { earlier } from './earlier.ts';
import { codeOf, isPassing, missingParent, nameOf } from './error-kinds.ts';
import { createLanes } from './lanes.ts';
import { type Message, messageSchema, type Platform } from './message.ts';
import type { Operators } from './operators.ts';
import { createOwnGiven, type OwnGiven } from './own-given.ts';
import { photosIn } from './photos/photos-in.ts';
import { react, withHelp } from './react.ts';
import { type RequestFiles, withFiles } from './request-files.ts';
import { type Sender, senderOf } from './sender-of.ts';
import { storeAnswer } from './store-answer.ts';

export interface RespondDependencies {
  readonly db: Database;
  readonly commands: readonly Command[];
  readonly foods: FoodIndex;
  /** None is known unless given. */
  readonly exercises?: ExerciseIndex | undefined;
  readonly adapters: ReadonlyMap<Platform, Pick<Adapter, 'split' | 'fetch'>>;
  /** Where files are kept; nowhere unless given. */
  readonly files?: FileStore | undefined;
  /** Sends a stored delivery. */
  readonly deliver: (id: number) => Promise<void>;
  /** Says a notification to whom it is owed. */
  readonly notify?: (id: number) => Promise<void>;
  readonly clock: () => Temporal.Instant;
  /** The operator's words for somebody who speaks of ending their life; ours where they have none. */
  readonly crisisText?: string | null;
  /** Who looks after Spotter; besides them, those whose role it is. */
  readonly operators?: Operators | undefined;
  readonly log: Log;
}

export interface Respond {
  /** Takes an event in: resolves once it is committed, and sees to it from there. */
  receive(message: Message): Promise<void>;
  /** Sees to what waits in a chat; harmless when nothing does. Resolves when it is dealt with and said. */
  resume(platform: Platform, chatId: string): Promise<void>;
  /** Resolves when nothing is in hand any more. */
  idle(): Promise<void>;
}

interface Said {
  readonly account: string;
  readonly ids: readonly number[];
  /** What others are owed by it. */
  readonly notifies: readonly number[];
  /** What changes for others by it. */
  readonly delivers: readonly number[];
}

const nothing: Said = { account: '', ids: [], notifies: [], delivers: [] };

const noExercises = createExerciseIndex([]);

/** A message that has taken a process down this often is given up. */
const maxAttempts = 5;

/** Makes the path of a message: committed, claimed in order per chat, understood, answered. */
export function createRespond(deps: RespondDependencies): Respond {
  const { db, clock, log } = deps;
  const ownGiven = createOwnGiven({ foods: deps.foods, exercises: deps.exercises ?? noExercises });
  const chats = createLanes();
  const outbox = createLanes();
  const replies = createLanes();

  async function drain(platform: Platform, chatId: string): Promise<void> {
    for (;;) {
      const claimed = await claimMessage(db, platform, chatId, clock());
      if (!claimed) return;
      const { account, ids, notifies, delivers } = await handle(claimed);
      // An account is written to in order, also where it is answered for what it said in several chats.
      const sent = ids.map((id) => outbox.run(`${platform}:${account}`, () => send(id)));
      for (const one of sent) void replies.run(`${platform}:${chatId}`, () => one);
      if (notifies.length + delivers.length === 0) continue;
      // Whoever wrote is answered first, then others hear of it, one after the other.
      void outbox.run(`after:${claimed.id}`, async () => {
        await Promise.all(sent);
        for (const id of notifies) await pass(id);
        for (const id of delivers) await send(id);
      });
    }
  }

  async function send(id: number): Promise<void> {
    try {
      await deps.deliver(id);
    } catch (error) {
      // The row is still due; the sweep finds it.
      log.error({ delivery: id, err: error }, 'A delivery could not be attempted');
    }
  }

  async function pass(id: number): Promise<void> {
    try {
      await deps.notify?.(id);
    } catch (error) {
      // It is still due; the sweep finds it.
      log.error({ notification: id, err: error }, 'A notification could not be said');
    }
  }

  /** Deals with one claimed message. Returns the deliveries it gave rise to, and to whom. */
  async function handle(claimed: ClaimedMessage, isAgain = false): Promise<Said> {
    const now = clock();
    try {
      const message = messageSchema.parse(claimed.payload);
      const sender = claimed.isOvertaken ? null : await senderOf(db, message, now);
      if (sender) return { account: sender.accountId, ...(await answer(claimed, message, sender, now)) };
      await closeMessage(db, claimed, now);
    } catch (error) {
      if (error instanceof LostClaim) return nothing;
      // Whoever it was has been erased since they were looked up; what they write now, somebody new writes.
      if (codeOf(error) === missingParent && !isAgain) return handle(claimed, true);
      if (isPassing(error)) throw error;
      // Nothing can be made of it, not even an apology; what was written after it must not wait for ever.
      log.error({ inbound: claimed.id, err: error }, 'A message is given up');
      await closeMessage(db, claimed, now, { state: 'failed', error: nameOf(error) });
    }
    return nothing;
  }

  async function answer(claimed: ClaimedMessage, message: Message, sender: Sender, now: Temporal.Instant) {
    const adapter = deps.adapters.get(message.platform);
    const filesOf = { store: deps.files ?? null, fetch: adapter?.fetch ?? noFile, log };
    const said = (reaction: (ctx: CommandContext) => Promise<Answer | null>, outcome?: Outcome) =>
      withFiles(filesOf, (files) => request(files, reaction, outcome));
    const request = (
      files: RequestFiles,
      reaction: (ctx: CommandContext) => Promise<Answer | null>,
      outcome?: Outcome,
    ) =>
      db.transaction(async (tx) => {
        const from = { ...claimed, accountId: sender.accountId };
        const { ownWords, lastWeightKg, hasCoach, clients, routines, talkingToId } = await beginRequest(
          tx,
          from,
          sender.user.id,
          now,
          outcome,
        );
        const own = {
          ...(await ownGiven(tx, sender.user.id, ownWords)),
          lastWeightKg,
          hasCoach,
          routines,
          ...(clients ? { clients } : {}),
        };
        const ctx = { ...contextOf(tx, message, sender, claimed.id, now, own, files), talkingToId };
        const reply = await reaction(ctx);
        const split = adapter?.split ?? ((whole) => [whole]);
        const ids = reply ? await storeAnswer(ctx, reply, split) : [];
        return { ids, notifies: reply?.notifies ?? [], delivers: reply?.delivers ?? [] };
      });
    // It begins anew, since all that was done is taken back. The help itself may be what failed.
    const sorry = (words: Answer, outcome?: Outcome) =>
      said(
        (ctx) =>
          ctx.db
            .transaction((tx) => withHelp({ ...ctx, db: tx }, words))
            .catch((err: unknown) => {
              if (isPassing(err)) throw err;
              log.error({ inbound: claimed.id, err }, 'A cry for help could not be heard');
              return words;
            }),
        outcome,
      );
    try {
      if (claimed.attempts > maxAttempts) throw new Error(`Given up after ${maxAttempts} attempts`);
      return await said((ctx) => react(deps.commands, ctx));
    } catch (error) {
      if (error instanceof LostClaim || isPassing(error) || codeOf(error) === missingParent) throw error;
      if (error instanceof DomainError) return sorry({ text: error.message });
      log.error({ inbound: claimed.id, err: error }, 'A message could not be dealt with');
      return sorry(apology, { state: 'failed', error: nameOf(error) });
    }
  }

  function contextOf(
    tx: CommandContext['db'],
    message: Message,
    { user, accountId }: Sender,
    eventId: number,
    now: Temporal.Instant,
    own: OwnGiven & Pick<CommandContext['given'], 'lastWeightKg' | 'hasCoach' | 'clients' | 'routines'>,
    files: RequestFiles,
  ): Omit<CommandContext, 'talkingToId'> {
    const saidAt = earlier(message.sentAt, now);
    const operators = looksAfterUs(message, user, accountId) ? (deps.operators ?? null) : null;
    const given = {
      now: saidAt,
      timeZone: zoneOf(user),
      dayStartHour: user.dayStartHour,
      units: user.unitSystem,
      isGentle: user.isGentle,
      locale: user.locale,
      photos: photosIn(message).length,
      isOperator: operators !== null,
      role: user.role,
      ...own,
    };
    const request = { db: tx, now, saidAt, user, eventId, sourceMessageId: eventId, actionId: null };
    const crisisText = deps.crisisText ?? ourCrisisText;
    return { ...request, message, accountId, repliesToId: null, crisisText, operators, given, files };
  }

  /** What only operators see is shown to them alone, so never where others read along. */
  const looksAfterUs = ({ platform, isPrivate }: Message, { role }: User, accountId: string): boolean =>
    isPrivate &&
    (role === 'admin' ||
      (deps.operators?.accounts ?? []).some((one) => one.platform === platform && one.accountId === accountId));

  /** Runs that have not begun yet; whoever asks meanwhile is served by them. */
  const waiting = new Map<string, Promise<void>>();

  function resume(platform: Platform, chatId: string): Promise<void> {
    const lane = `${platform}:${chatId}`;
    const next =
      waiting.get(lane) ??
      chats
        .run(lane, () => {
          waiting.delete(lane);
          return drain(platform, chatId);
        })
        .catch((error: unknown) => {
          // The rows keep their words; the sweep comes back to them.
          log.error({ platform, err: error }, 'A chat could not be seen to');
        })
        .then(() => replies.run(lane, async () => {}));
    waiting.set(lane, next);
    return next;
  }

  return {
    async receive(message) {
      if (await isNoneOfOurs(db, message)) return;
      const { platform, eventKey, kind, chatId, messageId } = message;
      await receiveMessage(db, { platform, eventKey, kind, chatId, messageId, payload: message }, clock());
      void resume(platform, chatId);
    },
    resume,
    async idle() {
      await chats.idle();
      await outbox.idle();
    },
  };
}

/** Servers tell of every deletion and sign there; those under messages that were never for us are not even stored. */
async function isNoneOfOurs(db: Database, message: Message): Promise<boolean> {
  const { kind, isPrivate, platform, chatId, messageId, sender } = message;
  if (isPrivate) return false;
  if (kind === 'delete') return (await findWrittenMessage(db, platform, chatId, messageId)) === null;
  if (kind === 'reaction') return !(sender && (await isPassedTo(db, { platform, chatId, messageId }, sender.id)));
  return false;
}

/** For a platform that this process cannot ask. */
async function noFile(): Promise<never> {
  throw new FetchError('unknown', 'No adapter');
}

/** Without a number to call: which one is right depends on where the person is. */
const ourCrisisText =
  'I am only a program that keeps count, but please do not stay alone with this. Call your local emergency number or a ' +
  'crisis line now, or tell somebody near you how you feel. You matter more than any number I could write down.';

const apology: Answer = {
  text: 'Something went wrong on my side, and nothing was recorded. Your words are kept; please try once more, or write it another way.',
};
