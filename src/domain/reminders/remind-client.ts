import { type SQL, sql } from 'drizzle-orm';
import { asOwner } from '../as-owner.ts';
import type { Scope } from '../coaching/scopes.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { personLock } from '../users/lock-person.ts';
import type { User } from '../users/user.ts';
import { type ReminderKind, reminderName } from './reminder.ts';
import { type ReminderInput, type SetReminder, setReminder } from './set-reminder.ts';

/** What a client has agreed to for each kind, as SQL of `id`; the others are theirs alone. The database has the same rules. */
const consents: Partial<Record<ReminderKind, { readonly may: (id: number) => SQL; readonly else: string }>> = {
  meal: ofScope('food', 'let you change anything about their food'),
  water: ofScope('food', 'let you change anything about their food'),
  workout: ofScope('training', 'let you change anything about their training'),
  check_in: ofScope('messages', 'be asked for things by you'),
  own: ofScope('messages', 'be asked for things by you'),
  weigh_in: {
    may: (id) => sql`spotter_may_write(${id}, 'body')
      or spotter_may_read(${id}, 'body') and spotter_may_write(${id}, 'messages')`,
    else: 'show you their weight and be asked for it',
  },
};

function ofScope(scope: Scope, refusal: string) {
  return { may: (id: number) => sql`spotter_may_write(${id}, ${scope}::consent_scope)`, else: refusal };
}

/**
 * Has a client of the asking coach's reminded of something, as one action of the coach's; it is the client's to move or
 * remove, and waits for their quiet hours to end. Throws DomainError `not-allowed` without their consent.
 */
export async function remindClient(
  ctx: Context,
  { user, name }: { readonly user: User; readonly name: string },
  inputs: readonly Omit<ReminderInput, 'isTimeNamed' | 'setById'>[],
): Promise<SetReminder[]> {
  for (const { kind } of inputs) {
    const consent = consents[kind];
    if (!consent) throw new DomainError('not-allowed', `That is ${name}’s own to switch on.`);
    const { rows } = await ctx.db.execute<{ may: boolean }>(sql`select ${consent.may(user.id)} as may`);
    if (rows[0]?.may !== true)
      throw new DomainError('not-allowed', `${name} has not agreed to ${consent.else}. They can, with /coach.`);
  }
  await ctx.db.execute(sql`select ${personLock(user.id)}`);
  const [first] = inputs;
  const what = first && inputs.length === 1 ? reminderName(first) : 'reminders';
  const actionId = await recordAction(ctx, `${what} for ${name}`);
  // Where they are and when they want quiet, only the owner sees.
  return asOwner(ctx.db, async () => {
    const set: SetReminder[] = [];
    for (const input of inputs)
      set.push(
        await setReminder(
          { ...ctx, user, actionId, sourceMessageId: null },
          { ...input, isTimeNamed: false, setById: ctx.user.id },
        ),
      );
    return set;
  });
}
