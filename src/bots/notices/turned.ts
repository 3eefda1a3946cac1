import type { PersonContext } from '../../domain/context.ts';
import type { TurnedChange } from '../../domain/conversation/turned-changes.ts';
import { remindedSession } from '../../domain/sessions/reminded-session.ts';
import type { CoachingSession } from '../../domain/sessions/session.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Button } from '../reply.ts';
import { momentWords } from '../schedule-words.ts';
import { bold, lines, quoted, type Text } from '../text.ts';
import type { Notice } from './notice.ts';
import { showSession } from './session.ts';

/** What the rows of a table are to the person whose they are. */
const subjects: Readonly<Record<string, string>> = {
  client_diet_assignments: 'your meal plan',
  user_daily_meal_plans: 'your meal plan',
  nutrition_targets: 'your daily target',
  client_routine_assignments: 'your training plan',
  routines: 'your training plan',
  scheduled_routines: 'your training plan',
  workout_sessions: 'your training log',
  meal_logs: 'your food log',
  measurements: 'your log',
  user_goals: 'your goals',
};

const mostNamed = 5;

/** "your reminder “drink water”" */
function remindersNamed(names: readonly string[]): string {
  if (names.length === 0 || names.length > mostNamed) return 'your reminders';
  const listed = new Intl.ListFormat('en-GB').format(names.map((name) => `“${quoted(name, 60)}”`));
  return `your ${names.length === 1 ? 'reminder' : 'reminders'} ${listed}`;
}

const showPlan: Readonly<Record<string, Button>> = {
  'your meal plan': { label: 'Show the plan', action: { command: 'plan', input: { kind: 'week' } } },
  'your training plan': { label: 'Show my routines', action: { command: 'routine', input: { kind: 'list' } } },
};

interface Turning {
  readonly actionId: number;
  readonly isUndone: boolean;
  /** Who turned it. */
  readonly by: { readonly id: number; readonly name: string };
  /** Whether whoever is told is the coach of the two. */
  readonly isToCoach: boolean;
  readonly changes: readonly TurnedChange[];
}

/** Tells the other one of two that something they had been told of is undone, or done again. Runs as owner. */
export async function turnedNotice(
  person: PersonContext,
  { actionId, isUndone, by, isToCoach, changes }: Turning,
): Promise<Notice> {
  const name = bold(quoted(by.name, 60));
  const has = (table: string): boolean => changes.some((one) => one.table === table);
  const told: Text[] = [];
  const shown: Button[] = [];
  for (const id of changes.filter(({ table }) => table === 'coaching_sessions').flatMap(({ ids }) => ids)) {
    const found = await remindedSession(person, id);
    const what = isUndone ? ' has taken back a change to your session. ' : ' has changed your session again. ';
    told.push([name, what, found ? sessionWords(person, found.session) : 'It is no longer planned.']);
    if (found) shown.push(showSession(id));
  }
  if (has('check_ins')) told.push([name, checkInWords(isUndone, isToCoach)]);
  // What comes with a plan is a part of it.
  const parts = [
    ...new Set(
      changes.flatMap(({ table, names }) => (table === 'reminders' ? remindersNamed(names) : (subjects[table] ?? []))),
    ),
  ];
  const plans = parts.filter((part) => part.endsWith(' plan'));
  if (told.length === 0 || plans.length > 0) {
    const named = plans.length > 0 ? plans : parts;
    const what = named.length > 0 ? new Intl.ListFormat('en-GB').format(named) : 'what they did for you';
    told.push([
      name,
      isUndone ? ` has taken back a change to ${what}.` : ` has changed ${what} again, as before.`,
      plans.length === 0
        ? ''
        : isUndone
          ? ' It is as it was, and what you have logged stays.'
          : ' What you have logged stays.',
    ]);
    shown.push(...plans.flatMap((part) => showPlan[part] ?? []));
  }
  return {
    key: `turned-${actionId}-${person.now.epochMilliseconds}`,
    type: 'info',
    title: isUndone ? 'Taken back' : 'Changed again',
    text: lines(...told),
    ...(shown.length > 0 ? { buttons: [shown.slice(0, 2)] } : {}),
    aboutUserId: by.id,
  };
}

function sessionWords({ now, user }: PersonContext, { startsAt, completedAt, cancelledAt }: CoachingSession): string {
  if (cancelledAt) return 'It is called off.';
  const when = momentWords(startsAt, now, zoneOf(user));
  return completedAt ? `It was ${when}, and has been held.` : `It is ${when}.`;
}

function checkInWords(isUndone: boolean, isToCoach: boolean): string {
  if (isToCoach)
    return isUndone
      ? ' has taken a check-in back to change it. You hear from me when it is handed in again.'
      : ' has handed in the check-in again.';
  return isUndone
    ? ' has taken back the answer to your check-in. It waits for them again.'
    : ' has answered your check-in again, as before.';
}
