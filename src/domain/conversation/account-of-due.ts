import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { chatAccounts, deliveries, inboundMessages, notifications, reminders } from '../../../db/schema/index.ts';

/** What a due row is: a message, a delivery, a reminder, a notification, or a person themselves. */
export const rowJobs = ['respond', 'deliver', 'remind', 'notify', 'progress'] as const;
export type DueKind = (typeof rowJobs)[number];

/** An account or chat that a due row belongs to: a delivery's account, a message's chat, else one of its person's. */
export async function accountOfDue(db: Database, kind: DueKind, id: number): Promise<string | null> {
  const [row] = await query(db, kind, id);
  return row?.of ?? null;
}

function query(db: Database, kind: DueKind, id: number): Promise<{ of: string }[]> {
  const a = chatAccounts;
  const ofPerson = (person: unknown) =>
    db.select({ of: a.accountId }).from(a).where(sql`${a.userId} = ${person}`).limit(1);
  switch (kind) {
    case 'respond':
      return db.select({ of: inboundMessages.chatId }).from(inboundMessages).where(eq(inboundMessages.id, id));
    case 'deliver':
      return db.select({ of: deliveries.accountId }).from(deliveries).where(eq(deliveries.id, id));
    case 'remind':
      return ofPerson(sql`(select user_id from ${reminders} where id = ${id})`);
    case 'notify':
      return ofPerson(sql`(select user_id from ${notifications} where id = ${id})`);
    case 'progress':
      return ofPerson(id);
  }
}
