import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import {
  clientRoutineAssignments,
  type PlannedExercise,
  routines,
  scheduledRoutines,
} from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import type { Receiver } from '../coaching/find-receivers.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { personLock } from '../users/lock-person.ts';
import { zoneOf } from '../users/user.ts';
import { isUsed } from './find-routines.ts';
import { dropOpen, writeRoutine } from './keep-routine.ts';
import { hasDay, type PlanDay, weekdaysOf } from './plan-days.ts';
import { longestName, type RoutineLine, stateOf } from './routine.ts';
import { remindOfRoutine, stopReminders } from './routine-reminders.ts';
import type { Template, TemplateVersion } from './templates.ts';
import { usualTime } from './usual-time.ts';

export interface Assigned {
  /** The client's routines that were made of it. */
  readonly routineIds: readonly number[];
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly count: number;
  /** Of their reminders. */
  readonly time: Temporal.PlainTime;
}

/**
 * Opens the action for a client's plan, unless one is open, and waits for whatever they are doing themselves. A consent
 * that lacks is said as it is, before anything is tried.
 */
async function begin(ctx: Context, { user, name, canWrite }: Receiver, what: string): Promise<Context> {
  if (!canWrite)
    throw new DomainError(
      'not-allowed',
      `${name} has not agreed that you change their training plan. They can, with the word “coach”.`,
    );
  await ctx.db.execute(sql`select ${personLock(user.id)}`);
  return { ...ctx, actionId: await recordAction(ctx, what) };
}

/**
 * Gives a client a version of a template: a routine a training, its days on their calendar, reminders at `time` of
 * their clock, as one action. What they had of the same template and is still open goes; what was done stays. Runs with the coach's
 * rights: without the client's consent nothing is written, and it throws DomainError `not-allowed`.
 */
export async function assignTemplate(
  asked: Context,
  receiver: Receiver,
  given: {
    readonly template: Template;
    readonly version: TemplateVersion;
    readonly plan: readonly PlanDay[];
    readonly time: Temporal.PlainTime;
  },
): Promise<Assigned> {
  const { template, version, plan, time } = given;
  const ctx = await begin(asked, receiver, `${template.name} for ${receiver.name}`);
  const client = { ...ctx, user: receiver.user };
  const today = localDay(ctx.now, zoneOf(receiver.user), receiver.user.dayStartHour);
  const ahead = plan
    .map((one) => ({ ...one, days: one.days.filter(({ day }) => day.since(today).days >= 0) }))
    .filter(({ days }) => days.length > 0);
  const all = ahead.flatMap(({ days }) => days.map(({ day }) => day));
  const [first, last] = [
    all.reduce(earlier, all[0] as Temporal.PlainDate),
    all.reduce(later, all[0] as Temporal.PlainDate),
  ];
  if (!first || !last) throw new DomainError('invalid', 'All of its days have gone by. Choose a later start.');
  await endAssignments(ctx, receiver, template);
  const routineIds: number[] = [];
  for (const one of ahead) {
    const routineId = await giveDay(ctx, receiver, { template, version, time, one, isAlone: plan.length === 1 });
    const until = one.days.map(({ day }) => day).reduce(later);
    const isRecurring = one.days.length > 1;
    const name = nameOf(template.name, one, plan.length === 1);
    const from = one.days.map(({ day }) => day).reduce(earlier);
    // A reminder needs to know where the client is, which only the owner sees.
    await asOwner(ctx.db, () =>
      remindOfRoutine(
        client,
        { routineId, name, setById: ctx.user.id },
        isRecurring ? { time, weekdays: [one.weekday], fromDay: from, untilDay: until } : { time, onDay: from },
        false,
      ),
    );
    routineIds.push(routineId);
  }
  return { routineIds, first, last, count: all.length, time };
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (b.since(a).days < 0 ? b : a);
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (b.since(a).days > 0 ? b : a);

/** "Push-pull – Push", "Push-pull – day 2". */
const nameOf = (name: string, { dayName, dayNumber }: PlanDay, isAlone: boolean): string => {
  const whole = isAlone && dayName === null ? name : `${name} – ${dayName ?? `day ${dayNumber}`}`;
  return [...whole].slice(0, longestName + 20).join('');
};

interface GivenDay {
  readonly template: Template;
  readonly version: TemplateVersion;
  readonly time: Temporal.PlainTime;
  readonly one: PlanDay;
  readonly isAlone: boolean;
}

/** Writes one training of a plan for a client: the routine, the assignment that made it, its days. */
async function giveDay(ctx: Context, { user }: Receiver, { template, version, time, one, isAlone }: GivenDay) {
  const { db, now } = ctx;
  const a = clientRoutineAssignments;
  const days = one.days.map(({ day }) => day);
  const [assignedDay, untilDay] = [days.reduce(earlier), days.reduce(later)];
  const isRecurring = days.length > 1;
  const routineId = await writeRoutine(
    { db, now, user },
    {
      ...{ name: nameOf(template.name, one, isAlone), description: template.description, setById: ctx.user.id },
      ...{ weekdays: isRecurring ? [one.weekday] : null, time, fromDay: assignedDay, untilDay },
      lines: version.exercises.filter(({ day }) => day === one.dayNumber).map(toLine),
    },
  );
  const values = {
    ...{ coachId: ctx.user.id, versionId: version.id, routineId, isRecurring, endedAt: null },
    recurringWeekday: isRecurring ? one.weekday : null,
  };
  const [assignment] = await db
    .insert(a)
    .values({ ...values, clientId: user.id, templateId: template.id, assignedDay, createdAt: now })
    .onConflictDoUpdate({ target: [a.clientId, a.templateId, a.assignedDay], set: values })
    .returning({ id: a.id });
  if (!assignment) throw new Error('The assignment was not returned');
  await db.insert(scheduledRoutines).values(
    one.days.map(({ day, weekNumber }) => ({
      ...{ userId: user.id, routineId, day, time, assignmentId: assignment.id, weekNumber },
      dayNumber: one.dayNumber,
      programPhase: phaseOf(version.exercises, one.dayNumber, weekNumber),
      ...{ createdAt: now, updatedAt: now },
    })),
  );
  return routineId;
}

const phaseOf = (exercises: readonly PlannedExercise[], dayNumber: number, weekNumber: number): string | null =>
  exercises.find(({ day, week }) => day === dayNumber && (week === null || week === weekNumber))?.phase ?? null;

const toLine = (one: PlannedExercise): RoutineLine => ({
  ...{ exerciseId: one.exerciseId, exerciseName: one.exerciseName ?? one.words, sets: one.sets, reps: one.reps },
  ...{ repsMax: one.repsMax, isAmrap: one.isAmrap, durationS: one.durationS, distanceM: one.distanceM },
  ...{ weightKg: one.weightKg, percent: one.percent, rpe: one.rpe, restS: one.restS, superset: one.superset },
  // The routine is the training of that weekday; on which one, the calendar says.
  ...{ weekday: null, weekNumber: one.week, notes: one.notes },
});

/**
 * Ends what a client has of a template: what is planned ahead and still open goes, with its reminders; what was done or
 * skipped stays, and so does the routine it was. One action. Returns how many trainings were taken off the calendar.
 */
export async function endAssignments(asked: Context, receiver: Receiver, template: Template): Promise<number> {
  const ctx = await begin(asked, receiver, `${template.name} of ${receiver.name} ended`);
  const a = clientRoutineAssignments;
  const s = scheduledRoutines;
  const client = { ...ctx, user: receiver.user };
  const standing = await ctx.db
    .select()
    .from(a)
    .where(and(eq(a.clientId, receiver.user.id), eq(a.templateId, template.id), isNull(a.endedAt)));
  let dropped = 0;
  for (const { id, routineId } of standing) {
    // Trainings that begin on one day share an assignment; their days on the calendar know them all.
    const made = await ctx.db.selectDistinct({ routineId: s.routineId }).from(s).where(eq(s.assignmentId, id));
    const ids = new Set([...(routineId === null ? [] : [routineId]), ...made.map((one) => one.routineId)]);
    let isHistory = routineId === null;
    for (const each of ids) {
      dropped += await dropOpen(client, each);
      await asOwner(ctx.db, () => stopReminders(client, each));
      const isDone = await isUsed(client, each);
      isHistory ||= isDone;
      if (isDone)
        await ctx.db.update(routines).set({ isActive: false, updatedAt: ctx.now }).where(eq(routines.id, each));
      else await ctx.db.delete(routines).where(eq(routines.id, each));
    }
    if (isHistory) await ctx.db.update(a).set({ endedAt: ctx.now }).where(eq(a.id, id));
    else await ctx.db.delete(a).where(eq(a.id, id));
  }
  return dropped;
}

/**
 * Moves a client to another version of a template from today on: its trainings take the days that the old ones had
 * ahead, new ones are added to the weeks that are left. What was done stays as it was. One action. Null where they have none of it.
 */
export async function moveToVersion(
  asked: Context,
  receiver: Receiver,
  template: Template,
  version: TemplateVersion,
): Promise<Assigned | null> {
  const ctx = await begin(asked, receiver, `${template.name} of ${receiver.name} moved to version ${version.version}`);
  const today = localDay(ctx.now, zoneOf(receiver.user), receiver.user.dayStartHour);
  const a = clientRoutineAssignments;
  const s = scheduledRoutines;
  const standing = await ctx.db
    .select({ id: a.id })
    .from(a)
    .where(and(eq(a.clientId, receiver.user.id), eq(a.templateId, template.id), isNull(a.endedAt)));
  if (standing.length === 0) return null;
  const ids = standing.map(({ id }) => id);
  const rows = (await ctx.db.select().from(s).where(inArray(s.assignmentId, ids))).map((row) => ({
    ...row,
    planned: row.movedFromDay ?? row.day,
    week: row.weekNumber ?? 1,
  }));
  const open = rows.filter((row) => stateOf(row) === 'open' && row.day.since(today).days >= 0);
  const [anyRow] = open;
  if (!anyRow) return null;
  // The programme's weeks begin with the earliest training of any of them.
  const firstDay = rows.map((row) => row.planned.subtract({ weeks: row.week - 1 })).reduce(earlier);
  const weeks = [...new Set(open.map(({ week }) => week))].sort((one, other) => one - other);
  const had = new Map(rows.map((row) => [row.dayNumber ?? 1, row.planned.dayOfWeek]));
  const keeps = version.exercises.map((one) => ({ ...one, weekday: had.get(one.day) ?? one.weekday }));
  const plan = [...weekdaysOf(keeps, firstDay, [])].map(([dayNumber, weekday]): PlanDay => {
    const first = firstDay.add({ days: (weekday - firstDay.dayOfWeek + 7) % 7 });
    const old = open.filter((row) => (row.dayNumber ?? 1) === dayNumber);
    const days = had.has(dayNumber)
      ? old.map(({ day, week }) => ({ day, weekNumber: week }))
      : weeks.map((week) => ({ day: first.add({ weeks: week - 1 }), weekNumber: week }));
    return {
      ...{ dayNumber, weekday, dayName: version.exercises.find(({ day }) => day === dayNumber)?.dayName ?? null },
      days: days.filter(({ weekNumber }) => hasDay(version.exercises, dayNumber, weekNumber)),
    };
  });
  if (plan.every(({ days }) => days.length === 0)) return null;
  const time = anyRow.time ?? usualTime;
  return assignTemplate(ctx, receiver, { template, version, plan, time });
}
