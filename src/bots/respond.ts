import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../domain/context.ts';
import { type ClaimedMessage, claimMessage } from '../domain/conversation/claim-message.ts';
import { actAs, closeMessage, LostClaim, type Outcome } from '../domain/conversation/close-message.ts';
import { findWrittenMessage } from '../domain/conversation/find-source.ts';
import { receiveMessage } from '../domain/conversation/receive-message.ts';
import { DomainError } from '../domain/domain-error.ts';
import type { FoodIndex } from '../domain/foods/food-index.ts';
import { findUser } from '../domain/users/find-user.ts';
import { identify } from '../domain/users/identify.ts';
import { type User, zoneOf } from '../domain/users/user.ts';
import type { Log } from '../log.ts';
import type { Adapter } from './adapter.ts';
import type { Answer, Command, CommandContext } from './command.ts';
import { earlier } from './earlier.ts';
import { createLanes } from './lanes.ts';
import { type Message, messageSchema, type Platform } from './message.ts';
import { react } from './react.ts';
import { accountOf, storeAnswer } from './store-answer.ts';

export interface RespondDependencies {
  readonly db: Database;
  readonly commands: readonly Command[];
  readonly foods: FoodIndex;
  readonly adapters: ReadonlyMap<Platform, Pick<Adapter, 'split'>>;
  /** Sends a stored delivery. */
  readonly deliver: (id: number) => Promise<void>;
  readonly clock: () => Temporal.Instant;
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

const nothing = { account: '', ids: [] };

/** A message that has taken a process down this often is given up. */
const maxAttempts = 5;

/** Makes the path of a message: committed, claimed in order per chat, understood, answered. */
export function createRespond(deps: RespondDependencies): Respond {
  const { db, clock, log } = deps;
  const chats = createLanes();
  const outbox = createLanes();
  const replies = createLanes();

  async function drain(platform: Platform, chatId: string): Promise<void> {
    for (;;) {
      const claimed = await claimMessage(db, platform, chatId, clock());
      if (!claimed) return;
      const { account, ids } = await handle(claimed);
      for (const id of ids) {
        // An account is written to in order, also where it is answered for what it said in several chats.
        const sent = outbox.run(`${platform}:${account}`, () => send(id));
        void replies.run(`${platform}:${chatId}`, () => sent);
      }
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

  /** Deals with one claimed message. Returns the deliveries it gave rise to, and to whom. */
  async function handle(claimed: ClaimedMessage): Promise<{ account: string; ids: number[] }> {
    const now = clock();
    try {
      const message = messageSchema.parse(claimed.payload);
      const user = await whose(db, message, now);
      if (user) return { account: accountOf(message), ids: await answer(claimed, message, user, now) };
      await closeMessage(db, claimed, null, now);
    } catch (error) {
      if (error instanceof LostClaim) return nothing;
      if (isPassing(error)) throw error;
      // Nothing can be made of it, not even an apology; what was written after it must not wait for ever.
      log.error({ inbound: claimed.id, err: error }, 'A message is given up');
      await closeMessage(db, claimed, null, now, { state: 'failed', error: String(error) });
    }
    return nothing;
  }

  async function answer(claimed: ClaimedMessage, message: Message, user: User, now: Temporal.Instant) {
    const said = (reaction: (ctx: CommandContext) => Promise<Answer | null>, outcome?: Outcome) =>
      db.transaction(async (tx) => {
        await closeMessage(tx, claimed, user.id, now, outcome);
        await actAs(tx, user.id, now);
        const ctx = contextOf(tx, message, user, claimed.id, now);
        const reply = await reaction(ctx);
        const split = deps.adapters.get(message.platform)?.split ?? ((whole) => [whole]);
        return reply ? storeAnswer(ctx, reply, split) : [];
      });
    try {
      if (claimed.attempts > maxAttempts) throw new Error(`Given up after ${maxAttempts} attempts`);
      return await said((ctx) => react(deps.commands, ctx));
    } catch (error) {
      if (error instanceof LostClaim || isPassing(error)) throw error;
      if (error instanceof DomainError) return said(async () => ({ text: error.message }));
      log.error({ inbound: claimed.id, err: error }, 'A message could not be dealt with');
      return said(async () => apology, { state: 'failed', error: String(error) });
    }
  }

  function contextOf(
    tx: CommandContext['db'],
    message: Message,
    user: User,
    eventId: number,
    now: Temporal.Instant,
  ): CommandContext {
    const saidAt = earlier(message.sentAt, now);
    const given = {
      now: saidAt,
      timeZone: zoneOf(user),
      dayStartHour: user.dayStartHour,
      units: user.unitSystem,
      locale: user.locale,
      foods: deps.foods,
      slots: [],
    };
    return { db: tx, now, saidAt, user, eventId, sourceMessageId: eventId, actionId: null, message, given };
  }

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

/** Servers tell of every deletion there; those of messages that were never for us are not even stored. */
async function isNoneOfOurs(db: Database, message: Message): Promise<boolean> {
  const { kind, isPrivate, platform, chatId, messageId } = message;
  return kind === 'delete' && !isPrivate && (await findWrittenMessage(db, platform, chatId, messageId)) === null;
}

/** The person behind an event; null for the deletion of a message we never had. */
async function whose(db: Database, message: Message, now: Temporal.Instant): Promise<User | null> {
  const { platform, chatId, isPrivate, sender, timeZone } = message;
  if (sender) {
    const { id: accountId, name, locale } = sender;
    return identify(db, { platform, accountId, name, locale, timeZone, privateChatId: isPrivate ? chatId : null }, now);
  }
  if (message.messageId === null) return null;
  const original = await findWrittenMessage(db, platform, chatId, message.messageId);
  return original?.userId ? findUser(db, original.userId) : null;
}

/** Whether an error speaks of the database's state rather than of the message: the message waits for better times. */
function isPassing(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error ? cause.message : '';
  return (
    /^(08|40|53|57P|ECONN|EPIPE|ETIMEDOUT)/.test(code) ||
    /connection (terminated|timeout)|timeout exceeded/i.test(message)
  );
}

const apology: Answer = {
  text: 'Something went wrong on my side, and nothing was recorded. Your words are kept; please try once more, or write it another way.',
};
