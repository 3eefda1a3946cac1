import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { chatAccounts, deliveries, inboundMessages, notifications, reminders } from '../../../db/schema/index.ts';
import { countFailures } from './failures.ts';
import { recentRefusals } from './refusals.ts';

/** How many there are, and for how long the oldest has been one, in seconds; 0 where there is none. */
export interface Backlog {
  readonly count: number;
  readonly oldestS: number;
}

/** How things stand, in figures that say nothing about anybody. */
export interface SystemStatus {
  /** Messages people wrote that are not answered. */
  readonly unanswered: Backlog;
  /** Messages of ours that are due and not sent. */
  readonly unsent: Backlog;
  /** Messages of ours put off: a platform was asked too much, or did not answer. */
  readonly putOffCount: number;
  /** Notifications that wait for quiet hours to end, or for their person to be reached. */
  readonly heldCount: number;
  /** Reminders whose time has come and that nobody has seen to. */
  readonly overdueReminders: Backlog;
  /** Rows that a job failed about and that are tried again. */
  readonly retryingCount: number;
  /** Rows that are left alone until an operator has them tried again. */
  readonly deadCount: number;
  /** What ended as failed and can be tried again. */
  readonly failedMessageCount: number;
  readonly failedDeliveryCount: number;
  readonly failedNotificationCount: number;
  /** How often the platforms said within an hour that we send too fast. */
  readonly refusedCount: number;
  readonly unreachableAccountCount: number;
}

/** Reads how things stand. Runs as owner. */
export async function systemStatus(db: Database | Transaction, now: Temporal.Instant): Promise<SystemStatus> {
  const at = now.toString();
  const ageS = (since: string) =>
    sql`coalesce(greatest(0, extract(epoch from ${at}::timestamptz - min(${sql.identifier(since)}))), 0)::float8`;
  const { rows } = await db.execute<Record<string, number>>(sql`
    select i.count as unanswered, i.oldest as unanswered_s, d.count as unsent, d.oldest as unsent_s,
      (select count(*)::int from ${deliveries} where state = 'due' and due_at > ${at}) as put_off,
      n.held as held, r.count as overdue, r.oldest as overdue_s,
      (select count(*)::int from ${chatAccounts} where unreachable_at is not null) as unreachable
    from
      (select count(*)::int as count, ${ageS('received_at')} as oldest from ${inboundMessages} where state = 'pending') i,
      (select count(*)::int as count, ${ageS('due_at')} as oldest from ${deliveries}
        where state = 'due' and due_at <= ${at}) d,
      (select count(*)::int as held from ${notifications} n where state = 'due'
        and not exists (select from ${deliveries} d where d.notification_id = n.id and d.state = 'due')) n,
      (select count(*)::int as count, ${ageS('next_due_at')} as oldest from ${reminders}
        where next_due_at <= ${at}) r`);
  const of = (name: string): number => rows[0]?.[name] ?? 0;
  const failed = await countFailures(db);
  return {
    unanswered: { count: of('unanswered'), oldestS: of('unanswered_s') },
    unsent: { count: of('unsent'), oldestS: of('unsent_s') },
    putOffCount: of('put_off'),
    heldCount: of('held'),
    overdueReminders: { count: of('overdue'), oldestS: of('overdue_s') },
    retryingCount: failed.retrying,
    deadCount: failed.dead,
    failedMessageCount: failed.respond,
    failedDeliveryCount: failed.deliver,
    failedNotificationCount: failed.notify,
    refusedCount: await recentRefusals(db, now),
    unreachableAccountCount: of('unreachable'),
  };
}
