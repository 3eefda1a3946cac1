import { sql } from 'drizzle-orm';
import type { PersonContext } from '../context.ts';
import { clientsOf, type KnownClient } from './clients.ts';

export type { KnownClient };

/** The active clients of the person who asks whose name, or a part of it, is this one. */
export const findClients = (ctx: PersonContext, name: string): Promise<KnownClient[]> =>
  clientsOf(
    ctx,
    sql`(lower(k.full_name) = lower(${name}) or lower(${name}) = any (string_to_array(lower(k.full_name), ' ')))`,
  );
