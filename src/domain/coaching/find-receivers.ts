import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { User } from '../users/user.ts';
import { clientsOf } from './clients.ts';

/** Somebody a coach may give something to, if they agreed to it. */
export interface Receiver {
  readonly user: User;
  readonly name: string;
  readonly canWrite: boolean;
  readonly canRead: boolean;
}

export interface FoundReceivers {
  readonly receivers: readonly Receiver[];
  /** Names that fit nobody, or several. */
  readonly unknown: readonly string[];
  readonly ambiguous: readonly { readonly name: string; readonly fits: readonly string[] }[];
}

const everyone = new Set(['everyone', 'everybody', 'all', 'all clients', 'all my clients', 'my clients']);

/** One active client of the asking coach's by id; null for anybody else. */
export async function receiverOf(ctx: Context, clientId: number): Promise<Receiver | null> {
  return (await allReceivers(ctx)).find(({ user }) => user.id === clientId) ?? null;
}

/** All active clients of the asking coach, with what they let them do about training. */
export async function allReceivers(ctx: Context): Promise<Receiver[]> {
  return (await clientsOf(ctx)).map(({ user, name, canRead, canWrite }) => ({
    ...{ user, name },
    ...{ canRead: canRead.includes('training'), canWrite: canWrite.includes('training') },
  }));
}

/** The clients that these words name: names, groups of the coach's, or everybody. Each comes once. */
export async function findReceivers(ctx: Context, names: readonly string[]): Promise<FoundReceivers> {
  const all = await allReceivers(ctx);
  const receivers = new Map<number, Receiver>();
  const unknown: string[] = [];
  const ambiguous: { name: string; fits: string[] }[] = [];
  for (const name of names) {
    const asked = name.trim().toLowerCase();
    const group = everyone.has(asked) ? all : await membersOf(ctx, asked, all);
    const whole = all.filter((one) => one.name.toLowerCase() === asked);
    const part = all.filter((one) => one.name.toLowerCase().split(/\s+/).includes(asked));
    const fits = whole.length > 0 ? whole : part;
    if (group) for (const one of group) receivers.set(one.user.id, one);
    else if (fits.length > 1) ambiguous.push({ name, fits: fits.map((one) => one.name) });
    else if (fits[0]) receivers.set(fits[0].user.id, fits[0]);
    else unknown.push(name);
  }
  return { receivers: [...receivers.values()], unknown, ambiguous };
}

/** The members of a group with this name; null where there is no such group. "Beginners" is also "all beginners". */
async function membersOf(ctx: Context, asked: string, all: readonly Receiver[]): Promise<Receiver[] | null> {
  const name = asked.replace(/^(?:all|the|my)\s+/, '').replace(/\s+group$/, '');
  const { rows } = await ctx.db.execute<{ groupId: string; clientId: string | null }>(sql`
    select g.id as "groupId", m.client_id as "clientId" from client_groups g
    left join client_group_members m on m.group_id = g.id
    where g.coach_id = ${ctx.user.id} and lower(g.name) = ${name}`);
  if (rows.length === 0) return null;
  const ids = new Set(rows.map(({ clientId }) => Number(clientId)));
  return all.filter(({ user }) => ids.has(user.id));
}
