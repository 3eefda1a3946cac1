import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { clientGroupMembers, clientGroups } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** A group of clients; members who have left the coach are not among them. */
export interface ClientGroup {
  readonly id: number;
  readonly name: string;
  readonly clientIds: readonly number[];
}

/** The groups of the coach who asks, by name. */
export async function listGroups(ctx: Context): Promise<ClientGroup[]> {
  const g = clientGroups;
  const groups = await ctx.db
    .select({ id: g.id, name: g.name })
    .from(g)
    .where(eq(g.coachId, ctx.user.id))
    .orderBy(asc(sql`lower(${g.name})`));
  if (groups.length === 0) return [];
  const members = await ctx.db
    .select({ groupId: clientGroupMembers.groupId, clientId: clientGroupMembers.clientId })
    .from(clientGroupMembers)
    .where(
      inArray(
        clientGroupMembers.groupId,
        groups.map(({ id }) => id),
      ),
    );
  return groups.map((group) => ({
    ...group,
    clientIds: members.filter(({ groupId }) => groupId === group.id).map(({ clientId }) => clientId),
  }));
}

export async function findGroup(ctx: Context, name: string): Promise<ClientGroup | null> {
  return (await listGroups(ctx)).find((group) => group.name.toLowerCase() === name.toLowerCase()) ?? null;
}

/** Puts clients of the coach who asks into a group, which comes into being with its first ones. */
export async function addToGroup(ctx: Context, name: string, clientIds: readonly number[]): Promise<void> {
  const known = await findGroup(ctx, name);
  const groupId = known?.id ?? (await makeGroup(ctx, name));
  await ctx.db
    .insert(clientGroupMembers)
    .values(clientIds.map((clientId) => ({ groupId, clientId, createdAt: ctx.now })))
    .onConflictDoNothing();
}

async function makeGroup(ctx: Context, name: string): Promise<number> {
  const [row] = await ctx.db
    .insert(clientGroups)
    .values({ coachId: ctx.user.id, name, createdAt: ctx.now, updatedAt: ctx.now })
    .returning({ id: clientGroups.id });
  if (!row) throw new Error('The group was not returned');
  return row.id;
}

/** Takes clients out of a group. */
export async function removeFromGroup(ctx: Context, groupId: number, clientIds: readonly number[]): Promise<void> {
  const m = clientGroupMembers;
  await ctx.db.delete(m).where(and(eq(m.groupId, groupId), inArray(m.clientId, [...clientIds])));
}

/** Removes a group; its clients stay clients. */
export async function removeGroup(ctx: Context, groupId: number): Promise<void> {
  await ctx.db.delete(clientGroups).where(and(eq(clientGroups.id, groupId), eq(clientGroups.coachId, ctx.user.id)));
}
