import type { SystemStatus } from '../domain/system/system-status.ts';
import type { Reading } from '../metrics.ts';

/** How things stand as figures for Prometheus. */
export function statusReading(status: SystemStatus, queueCounts: Readonly<Record<string, number>> | null): Reading {
  const figure = (help: string, value: number) => ({ help, value });
  return {
    spotter_unanswered_messages: figure('Messages people wrote that are not answered', status.unanswered.count),
    spotter_unanswered_oldest_seconds: figure('For how long the oldest of them waits', status.unanswered.oldestS),
    spotter_unsent_messages: figure('Messages of ours that are due and not sent', status.unsent.count),
    spotter_unsent_oldest_seconds: figure('For how long the oldest of them is due', status.unsent.oldestS),
    spotter_put_off_messages: figure('Messages of ours that were put off', status.putOffCount),
    spotter_held_notifications: figure('Notifications held through quiet hours', status.heldCount),
    spotter_overdue_reminders: figure('Reminders whose time has come', status.overdueReminders.count),
    spotter_overdue_reminder_oldest_seconds: figure(
      'For how long the oldest of them is due',
      status.overdueReminders.oldestS,
    ),
    spotter_retrying_rows: figure('Rows that a job failed about and that are tried again', status.retryingCount),
    spotter_dead_rows: figure('Rows that are left alone until an operator has them tried again', status.deadCount),
    spotter_failed_messages: figure('Messages people wrote that could not be dealt with', status.failedMessageCount),
    spotter_failed_deliveries: figure('Messages of ours that could not be sent', status.failedDeliveryCount),
    spotter_failed_notifications: figure('Notifications that could not be said', status.failedNotificationCount),
    spotter_refused_last_hour_requests: figure(
      'Requests refused as too many (429) within an hour',
      status.refusedCount,
    ),
    spotter_unreachable_accounts: figure('Accounts that cannot be reached', status.unreachableAccountCount),
    ...Object.fromEntries(
      Object.entries(queueCounts ?? {}).map(([state, count]) => [
        `spotter_queue_${state.replaceAll('-', '_')}_jobs`,
        figure(`Jobs in the queue: ${state}`, count),
      ]),
    ),
  };
}
