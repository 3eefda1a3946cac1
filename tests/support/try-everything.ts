import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Answer, CommandContext, Given } from '../../src/bots/command.ts';
import { commands } from '../../src/bots/commands/index.ts';
import type { Action } from '../../src/bots/reply.ts';
import type { Database, Transaction } from '../../src/domain/context.ts';
import type { FoodIndex } from '../../src/domain/foods/food-index.ts';
import type { ExerciseIndex } from '../../src/domain/training/exercise-index.ts';
import { findUser } from '../../src/domain/users/find-user.ts';

export interface Attempts {
  /** Whose requests they are. */
  readonly personId: number;
  /** The names of those they coach, for whoever may coach. */
  readonly clients: readonly string[] | undefined;
  /** What buttons and answers could hold. */
  readonly actions: readonly Action[];
  readonly said: readonly string[];
  /** Looks at what has become of things before all is taken back. */
  readonly check?: (tx: Transaction) => Promise<void>;
}

/** What came of it. */
export interface Attempted {
  /** All they were told, joined. */
  readonly told: string;
  /** What the buttons and choices they were shown would do. */
  readonly shown: readonly Action[];
}

/** Makes a function by which somebody does everything there is, once, in one transaction that is taken back. */
export function triesOf(db: Database, now: Temporal.Instant, foods: FoodIndex, exercises: ExerciseIndex) {
  return async function tryAll({ personId, clients, actions, said, check }: Attempts): Promise<Attempted> {
    const told: string[] = [];
    const shown = new Map<string, Action>();
    await db
      .transaction(async (tx) => {
        const ctx = await contextOf(tx, personId, clients);
        const attempt = async (run: () => Promise<Answer>) => {
          await tx.execute(sql`savepoint attempt`);
          await tx.execute(sql`select set_config('spotter.user_id', ${String(personId)}, true),
            set_config('spotter.action_id', '', true), set_config('spotter.now', ${now.toString()}, true),
            set_config('role', 'spotter_member', true)`);
          try {
            const answer = await run();
            await tx.execute(sql`release savepoint attempt`);
            told.push(JSON.stringify(answer));
            for (const action of actionsIn(answer)) shown.set(JSON.stringify(action), action);
          } catch (error) {
            await tx.execute(sql`rollback to savepoint attempt`);
            told.push(error instanceof Error ? error.message.slice(0, 500) : String(error));
          }
        };
        const each = new Map(actions.map((action) => [JSON.stringify(action), action]));
        for (const { command: name, input } of each.values()) {
          const command = commands.find((one) => one.name === name);
          if (command) await attempt(() => command.run(ctx, input));
        }
        // Whoever erases themselves is gone for the rest.
        for (const text of said)
          for (const command of commands.filter(({ name }) => name !== 'delete_me')) {
            const read = command.parse(text, ctx.given);
            if (!read) continue;
            if ('input' in read) await attempt(() => command.run(ctx, read.input));
            else told.push(JSON.stringify(read));
            break;
          }
        await tx.execute(sql`select set_config('role', 'none', true)`);
        await check?.(tx);
        tx.rollback();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Error) || !/rollback/i.test(error.message)) throw error;
      });
    return { told: told.join('\n'), shown: [...shown.values()] };
  };

  async function contextOf(tx: Transaction, personId: number, clients: readonly string[] | undefined) {
    const user = await findUser(tx, personId);
    if (!user) throw new Error('Nobody asks');
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into inbound_messages (platform, event_key, kind, chat_id, user_id, payload, received_at)
      values ('telegram', ${`try-${personId}-${Math.random()}`}, 'text', 'c', ${personId}, '{}', ${now.toString()}) returning id`);
    const eventId = Number(rows[0]?.id);
    const given: Given = {
      ...{ now, timeZone: 'Europe/Madrid', dayStartHour: 3, units: 'metric', locale: 'en', foods, exercises },
      ...{ slots: [], role: user.role, hasCoach: true, ...(clients ? { clients } : {}) },
    };
    const message = { platform: 'telegram', eventKey: 'e', kind: 'text', chatId: 'c', messageId: 'm', isPrivate: true };
    return {
      ...{ db: tx, now, saidAt: now, user, eventId, sourceMessageId: eventId, actionId: null, given },
      ...{ message: { ...message, text: 'x', media: [], replyToId: null }, accountId: '1', repliesToId: null },
      ...{ crisisText: '', operators: null, files: { of: () => [], asSent: () => [], remove() {} }, talkingToId: null },
    } as unknown as CommandContext;
  }
}

function actionsIn({ buttons = [], question, form, changes }: Answer): Action[] {
  const all = [...buttons, ...(changes?.buttons ?? [])].flat().map(({ action }) => action);
  const choices = (question?.choices ?? []).map(({ action }) => action);
  return [...all, ...choices, ...(form ? [form.action] : [])].filter(({ command }) => command !== 'delete_me');
}
