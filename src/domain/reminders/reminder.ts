import type { Temporal } from 'temporal-polyfill';
import type { reminders } from '../../../db/schema/index.ts';

export type Reminder = typeof reminders.$inferSelect;
export type ReminderKind = Reminder['kind'];

/** What a built-in kind is about, as `reminders.subject` has it; each kind knows its own. */
export interface ReminderSubject {
  /** Of a meal. */
  readonly slot?: string;
  /** Of a workout: only on days a training is planned for. */
  readonly isPlanned?: boolean;
  /** Of a workout: the routine it is, on the days that one is planned for. */
  readonly routineId?: number;
  /** Of a coaching session: which, and when it was to begin, an ISO instant. */
  readonly sessionId?: number;
  readonly startsAt?: string;
}

/** Written by our own verbs only. */
export const subjectOf = ({ subject }: Pick<Reminder, 'subject'>): ReminderSubject =>
  (subject ?? {}) as ReminderSubject;

/** Whether a coach gave it to the person; what reminds both of a session is nobody's gift. */
export const isFromCoach = ({ kind, setById, userId }: Pick<Reminder, 'kind' | 'setById' | 'userId'>): boolean =>
  kind !== 'coaching_session' && setById !== null && setById !== userId;

/** Whether nothing comes for now, and until when; null where it is not paused. `until` null: until they say otherwise. */
export function pauseOf(
  { isPaused, pausedUntil }: Pick<Reminder, 'isPaused' | 'pausedUntil'>,
  now: Temporal.Instant,
): { until: Temporal.Instant | null } | null {
  if (isPaused) return { until: null };
  return pausedUntil && pausedUntil.epochNanoseconds > now.epochNanoseconds ? { until: pausedUntil } : null;
}

/** How a reminder is called in what can be undone. */
export const reminderName = ({ what }: Pick<Reminder, 'what'>): string => `the reminder “${what}”`;
