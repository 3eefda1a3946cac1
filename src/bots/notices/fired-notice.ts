import type { PersonContext } from '../../domain/context.ts';
import type { FiredReminder } from '../../domain/reminders/fire-reminders.ts';
import { subjectOf } from '../../domain/reminders/reminder.ts';
import { checkInDueNotice } from './check-in.ts';
import { coachBriefingNotice } from './coach-briefing.ts';
import { daySummaryNotice } from './day-summary.ts';
import type { Notice } from './notice.ts';
import { reminderNotice } from './reminder.ts';
import { routineDueNotice } from './routine-due.ts';
import { sessionDueNotice } from './session.ts';
import { streakWarningNotice } from './streak-warning.ts';
import { weekCardNotice } from './week-card.ts';

/** What a reminder that has come says; null when there is nothing to say after all. */
export async function firedNotice(ctx: PersonContext, fired: FiredReminder): Promise<Notice | null> {
  const notice = await noticeOf(ctx, fired);
  return notice && { ...notice, occurrenceId: fired.occurrenceId };
}

async function noticeOf(ctx: PersonContext, fired: FiredReminder): Promise<Notice | null> {
  const { reminder, occurrenceId } = fired;
  const key = `reminder-${occurrenceId}`;
  const { ignoresQuietHours } = reminder;
  const told = (notice: Notice | null) => notice && { ...notice, ignoresQuietHours };
  switch (reminder.kind) {
    case 'day_summary':
      return told(await daySummaryNotice(ctx, key));
    case 'week_card':
      return told(await weekCardNotice(ctx, key));
    case 'coach_briefing':
      return told(await coachBriefingNotice(ctx, key));
    case 'streak_warning':
      return streakWarningNotice(ctx, key);
    case 'workout':
      return subjectOf(reminder).routineId === undefined ? reminderNotice(ctx, fired) : routineDueNotice(ctx, fired);
    case 'coaching_session':
      return sessionDueNotice(ctx, fired);
    case 'check_in':
      return told(await checkInDueNotice(ctx, fired));
    default:
      return reminderNotice(ctx, fired);
  }
}
