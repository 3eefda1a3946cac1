import { asOwner } from '../domain/as-owner.ts';
import type { User } from '../domain/users/user.ts';
import type { CommandContext } from './command.ts';
import type { Notice } from './notices/notice.ts';
import { owe } from './speak.ts';

/** Owes a client of the asking coach's a notice. Returns its id; none where it was owed before. */
export async function tellClient(ctx: CommandContext, user: User, notice: Notice): Promise<number[]> {
  const id = await asOwner(ctx.db, () => owe({ db: ctx.db, now: ctx.now, user }, notice));
  return id === null ? [] : [id];
}
