import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { clientDietAssignments, dietTemplates, dietTemplateVersions } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import { type User, zoneOf } from '../users/user.ts';
import type { DietMeal } from './diet.ts';

/** A diet that a person was given, as long as it holds. */
export interface DietAssignment {
  readonly id: number;
  readonly coachId: number | null;
  readonly versionId: number;
  readonly assignedDay: Temporal.PlainDate;
  /** From this moment on it holds no more; null: until somebody ends it. */
  readonly endedAt: Temporal.Instant | null;
  readonly meals: readonly DietMeal[];
}

/** When a day of a person's begins. */
export const startOfDay = (day: Temporal.PlainDate, user: User): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zoneOf(user), plainTime: new Temporal.PlainTime(user.dayStartHour) }).toInstant();

/** The diets a person was given that hold on some of these days, the newest last. */
export async function assignmentsOver(
  ctx: PersonContext,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<DietAssignment[]> {
  const [a, v] = [clientDietAssignments, dietTemplateVersions];
  return ctx.db
    .select({
      id: a.id,
      coachId: a.coachId,
      versionId: a.versionId,
      assignedDay: a.assignedDay,
      endedAt: a.endedAt,
      meals: v.meals,
    })
    .from(a)
    .innerJoin(v, eq(v.id, a.versionId))
    .where(
      and(
        eq(a.clientId, ctx.user.id),
        lte(a.assignedDay, to),
        or(isNull(a.endedAt), gt(a.endedAt, startOfDay(from, ctx.user))),
      ),
    )
    .orderBy(asc(a.assignedDay), asc(a.id));
}

/** The one of them that holds on a day; null where none does. */
export const inForceOn = (
  assignments: readonly DietAssignment[],
  day: Temporal.PlainDate,
  user: User,
): DietAssignment | null =>
  assignments.findLast(
    ({ assignedDay, endedAt }) =>
      Temporal.PlainDate.compare(assignedDay, day) <= 0 &&
      (endedAt === null || Temporal.Instant.compare(endedAt, startOfDay(day, user)) > 0),
  ) ?? null;

/** A client who has a diet of the coach's now or from a day to come. */
export interface DietHolder {
  readonly assignmentId: number;
  readonly clientId: number;
  readonly templateId: number;
  readonly name: string;
  readonly version: number;
  readonly assignedDay: Temporal.PlainDate;
  readonly endedAt: Temporal.Instant | null;
}

/** Who has diets of the asking coach's; of one template, or of one client, where told. */
export async function holdersOf(
  ctx: PersonContext,
  { templateId, clientId }: { readonly templateId?: number; readonly clientId?: number },
): Promise<DietHolder[]> {
  const [a, v, t] = [clientDietAssignments, dietTemplateVersions, dietTemplates];
  return ctx.db
    .select({
      assignmentId: a.id,
      clientId: a.clientId,
      templateId: a.templateId,
      name: t.name,
      version: v.version,
      assignedDay: a.assignedDay,
      endedAt: a.endedAt,
    })
    .from(a)
    .innerJoin(v, eq(v.id, a.versionId))
    .innerJoin(t, eq(t.id, a.templateId))
    .where(
      and(
        eq(t.coachId, ctx.user.id),
        templateId === undefined ? undefined : eq(a.templateId, templateId),
        clientId === undefined ? undefined : eq(a.clientId, clientId),
        or(isNull(a.endedAt), gt(a.endedAt, ctx.now)),
      ),
    )
    .orderBy(asc(a.assignedDay), asc(a.id));
}
