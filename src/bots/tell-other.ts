import { asOwner } from '../domain/as-owner.ts';
import type { User } from '../domain/users/user.ts';
import type { CommandContext } from './command.ts';
import type { Notice } from './notices/notice.ts';
import { owe } from './speak.ts';

/** Owes the other one of a coaching a notice. Returns the notification to be said: none where it was owed before. */
export async function tellOther({ db, now }: CommandContext, user: User, notice: Notice): Promise<number[]> {
  const id = await asOwner(db, () => owe({ db, now, user }, notice));
  return id === null ? [] : [id];
}
