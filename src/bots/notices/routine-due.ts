import type { PersonContext } from '../../domain/context.ts';
import type { FiredReminder } from '../../domain/reminders/fire-reminders.ts';
import { subjectOf } from '../../domain/reminders/reminder.ts';
import { findRoutine, plannedOver } from '../../domain/routines/find-routines.ts';
import { linesOn, stateOf } from '../../domain/routines/routine.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { capital } from '../format.ts';
import { lineWords } from '../routines/line-words.ts';
import { routineAction } from '../routines/routine-card.ts';
import { bold, lines, quoted } from '../text.ts';
import type { Notice } from './notice.ts';
import { reminderNotice } from './reminder.ts';

const mostShown = 8;

/** A planned training whose time has come: what is in it, with the buttons that answer for it. Null where it is gone. */
export async function routineDueNotice(ctx: PersonContext, fired: FiredReminder): Promise<Notice | null> {
  const { routineId = 0 } = subjectOf(fired.reminder);
  const found = await findRoutine(ctx, routineId);
  const today = localDay(fired.dueAt, zoneOf(ctx.user), ctx.user.dayStartHour);
  const planned = await plannedOver(ctx, today, today);
  const one = planned.find(({ routine, scheduled }) => routine.id === routineId && stateOf(scheduled) === 'open');
  if (!found || !one) return null;
  const notice = await reminderNotice(ctx, fired);
  const rows = linesOn(found.lines, one.scheduled);
  const { id } = one.scheduled;
  const settle = (label: string, to: string) => ({ label, action: routineAction({ kind: 'settle', id, to }) });
  // The rows that put it off are the reminder's own.
  const later = (notice.buttons ?? []).slice(1);
  return {
    ...notice,
    title: quoted(found.routine.name, 60),
    text: lines(
      bold(capital(quoted(found.routine.name))),
      ...rows
        .slice(0, mostShown)
        .map((row) => lineWords({ ...row, weekday: null, weekNumber: null }, ctx.user.unitSystem)),
      rows.length > mostShown ? `And ${rows.length - mostShown} more.` : null,
      'Write what you do, and it counts as done.',
    ),
    buttons: [
      [
        { label: 'Start', action: routineAction({ kind: 'card', id }) },
        settle('Done', 'done'),
        settle('Skip', 'skipped'),
      ],
      ...later,
    ],
  };
}
