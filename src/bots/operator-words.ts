import type { Temporal } from 'temporal-polyfill';
import type { Failure } from '../domain/system/failures.ts';
import type { Backlog, SystemStatus } from '../domain/system/system-status.ts';
import { bold, code, lines, type Text } from './text.ts';

/** "12 s", "4 min", "3 h", "2 days" */
function span(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
}

const backlog = ({ count, oldestS }: Backlog): string =>
  count === 0 ? 'none' : `${count}, the oldest for ${span(oldestS)}`;

/** How Spotter stands, for whoever looks after it. `queueCounts` null: the queue did not say. */
export function statusText(
  status: SystemStatus,
  version: string,
  queueCounts: Readonly<Record<string, number>> | null,
): Text {
  const counts = Object.entries(queueCounts ?? {}).filter(([, count]) => count > 0);
  const { retryingCount, deadCount, failedMessageCount, failedDeliveryCount, failedNotificationCount } = status;
  return lines(
    bold(`Spotter ${version}`),
    `Unanswered messages: ${backlog(status.unanswered)}`,
    `Unsent messages: ${backlog(status.unsent)}; ${status.putOffCount} put off, ${status.heldCount} held`,
    `Overdue reminders: ${backlog(status.overdueReminders)}`,
    `Jobs: ${queueCounts === null ? 'the queue does not answer' : counts.map(([state, count]) => `${count} ${state}`).join(', ') || 'none'}`,
    `Failures: ${retryingCount} tried again, ${deadCount} dead; ${failedMessageCount} messages, ${failedDeliveryCount} deliveries, ${failedNotificationCount} notifications`,
    `Sent too fast (429) within the hour: ${status.refusedCount}`,
    `Accounts out of reach: ${status.unreachableAccountCount}`,
  );
}

/** What has failed, a line each; `hasMore`: there are older ones. */
export function failuresText(failures: readonly Failure[], hasMore: boolean, now: Temporal.Instant): Text {
  if (failures.length === 0) return 'Nothing has failed.';
  return lines(
    ...failures.map(({ job, row, error, attempts, at, nextTryAt }): Text => {
      const next = nextTryAt ? `again in ${span(Math.max(0, nextTryAt.since(now).total('seconds')))}` : 'given up';
      const tries = attempts === 1 ? 'once' : `${attempts} times`;
      return [code(`${job} ${row}`), `  ${error}, ${tries}, ${span(now.since(at).total('seconds'))} ago; ${next}`];
    }),
    hasMore ? 'There are older ones.' : null,
  );
}

export const retriedText = (count: number): string =>
  count === 0 ? 'There is no such failure.' : `${count === 1 ? 'One is' : `${count} are`} tried again within seconds.`;
