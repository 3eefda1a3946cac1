import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import {
  clientRoutineAssignments,
  type PlannedExercise,
  routineTemplates,
  routineTemplateVersions,
} from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { longestName } from './routine.ts';

export type Template = typeof routineTemplates.$inferSelect;
export type TemplateVersion = typeof routineTemplateVersions.$inferSelect;

/** A template as it is now. */
export interface CurrentTemplate {
  readonly template: Template;
  readonly version: TemplateVersion;
}

/** The asking coach's templates with their newest versions, by name; what was put away is left out. */
export async function listTemplates({ db, user }: Context): Promise<CurrentTemplate[]> {
  const t = routineTemplates;
  const rows = await db
    .select()
    .from(t)
    .where(and(eq(t.coachId, user.id), isNull(t.archivedAt)))
    .orderBy(asc(sql`lower(${t.name})`));
  if (rows.length === 0) return [];
  const v = routineTemplateVersions;
  const versions = await db
    .select()
    .from(v)
    .where(
      inArray(
        v.templateId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(desc(v.version));
  return rows.flatMap((template) => {
    const version = versions.find(({ templateId }) => templateId === template.id);
    return version ? [{ template, version }] : [];
  });
}

/** Version `number` of a template; null where there is none. */
export async function findVersion(
  { db }: Context,
  templateId: number,
  number: number,
): Promise<TemplateVersion | null> {
  const v = routineTemplateVersions;
  const [row] = await db
    .select()
    .from(v)
    .where(and(eq(v.templateId, templateId), eq(v.version, number)));
  return row ?? null;
}

/** A version by its row; null where this person may not read it. */
export async function findVersionById({ db }: Context, id: number): Promise<TemplateVersion | null> {
  const [row] = await db.select().from(routineTemplateVersions).where(eq(routineTemplateVersions.id, id));
  return row ?? null;
}

export interface SavedTemplate extends CurrentTemplate {
  /** The version before; null for a new template. */
  readonly before: TemplateVersion | null;
  /** Null: it was there already, just so. */
  readonly actionId: number | null;
}

/**
 * Saves a template of the asking coach's, as one action: a new one, or the next version of the one with this name. What was assigned
 * keeps the version it has. Throws DomainError for who is no coach and for a name nobody reads.
 */
export async function saveTemplate(
  ctx: Context,
  input: { name: string; description?: string | null; sourceText: string; exercises: readonly PlannedExercise[] },
): Promise<SavedTemplate> {
  const { name, description = null, sourceText } = input;
  if (ctx.user.role === 'client') throw new DomainError('not-allowed', 'Templates are for coaches.');
  if (name.trim() === '' || [...name].length > longestName)
    throw new DomainError('invalid', `A template’s name has 1 to ${longestName} characters.`);
  const t = routineTemplates;
  const [known] = await ctx.db
    .select()
    .from(t)
    .where(and(eq(t.coachId, ctx.user.id), sql`lower(${t.name}) = lower(${name})`))
    .for('update');
  const before = known ? await newestOf(ctx, known.id) : null;
  if (known && before && before.sourceText === sourceText && known.archivedAt === null)
    return { template: known, version: before, before, actionId: null };
  const actionId = await recordAction(ctx, `the template “${name}”`);
  const change = { archivedAt: null, updatedAt: ctx.now, ...(description === null ? {} : { description }) };
  const [template] = known
    ? await ctx.db.update(t).set(change).where(eq(t.id, known.id)).returning()
    : await ctx.db
        .insert(t)
        .values({ coachId: ctx.user.id, name, description, createdAt: ctx.now, updatedAt: ctx.now })
        .returning();
  if (!template) throw new Error('The template was not returned');
  const [version] = await ctx.db
    .insert(routineTemplateVersions)
    .values({
      ...{ templateId: template.id, version: (before?.version ?? 0) + 1, sourceText },
      ...{ exercises: [...input.exercises], createdAt: ctx.now },
    })
    .returning();
  if (!version) throw new Error('The version was not returned');
  return { template, version, before, actionId };
}

async function newestOf({ db }: Context, templateId: number): Promise<TemplateVersion | null> {
  const v = routineTemplateVersions;
  const [row] = await db.select().from(v).where(eq(v.templateId, templateId)).orderBy(desc(v.version)).limit(1);
  return row ?? null;
}

/** Puts a template away, as one action. What clients were given of it stays theirs. */
export async function archiveTemplate(ctx: Context, { id, name }: Template): Promise<number> {
  const actionId = await recordAction(ctx, `the template “${name}” put away`);
  await ctx.db
    .update(routineTemplates)
    .set({ archivedAt: ctx.now, updatedAt: ctx.now })
    .where(and(eq(routineTemplates.id, id), eq(routineTemplates.coachId, ctx.user.id)));
  return actionId;
}

/** Who has a template now, and in which version. */
export interface Holder {
  readonly clientId: number;
  readonly name: string;
  readonly version: number;
  readonly versionId: number;
}

/** The clients who have a template, as far as the asking coach may see their training. */
export const holdersOf = async (ctx: Context, templateId: number): Promise<Holder[]> =>
  (await allHolders(ctx)).filter((one) => one.templateId === templateId);

/** Who has any of the asking coach's templates, by name. */
export async function allHolders({ db, user }: Context): Promise<(Holder & { readonly templateId: number })[]> {
  const a = clientRoutineAssignments;
  const { rows } = await db.execute<Record<keyof Holder | 'templateId', string>>(sql`
    select distinct on (a.template_id, a.client_id) a.template_id as "templateId", a.client_id as "clientId",
      coalesce(k.full_name, 'Client ' || k.id) as name, v.version, v.id as "versionId"
    from ${a} a join routine_template_versions v on v.id = a.version_id join known_people k on k.id = a.client_id
    where a.coach_id = ${user.id} and a.ended_at is null and a.client_id <> ${user.id}
      and exists (select from scheduled_routines s where s.assignment_id = a.id and s.completed_at is null
        and s.skipped_at is null)
    order by a.template_id, a.client_id, a.id desc`);
  return rows
    .map(({ name, templateId, clientId, version, versionId }) => ({
      ...{ name, templateId: Number(templateId), clientId: Number(clientId) },
      ...{ version: Number(version), versionId: Number(versionId) },
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
