import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { dietTemplates, dietTemplateVersions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { editDistance } from '../search/edit-distance.ts';
import type { Diet } from './diet.ts';

/** A diet template as one of its versions has it. */
export interface KnownDiet {
  readonly templateId: number;
  readonly versionId: number;
  readonly version: number;
  readonly name: string;
  readonly sourceText: string;
  readonly diet: Diet;
}

export interface ListedDiet {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly version: number;
  /** How many clients it is given to and not ended. */
  readonly clients: number;
}

/** The diet templates of the coach who asks, by name, without those put away. */
export async function dietsOf(ctx: Context): Promise<ListedDiet[]> {
  const { rows } = await ctx.db.execute<{ diet: ListedDiet }>(sql`
    select json_build_object('id', t.id, 'name', t.name, 'description', t.description,
      'version', (select max(v.version) from diet_template_versions v where v.template_id = t.id),
      'clients', (select count(distinct a.client_id) from client_diet_assignments a
        where a.template_id = t.id and (a.ended_at is null or a.ended_at > ${ctx.now.toString()}))) as diet
    from diet_templates t where t.coach_id = ${ctx.user.id} and t.archived_at is null
    order by lower(t.name)`);
  return rows.map(({ diet }) => diet);
}

/** A diet that words may mean, and whether that is the whole of its name. */
export interface NamedDiet {
  readonly templateId: number;
  readonly name: string;
  readonly isWhole: boolean;
}

/** The diet of the asking coach's that a name means, of anything that may also be something else; null where it means none. */
export async function dietNamed(ctx: Context, name: string): Promise<NamedDiet | null> {
  const { found } = await likeliest(ctx, name);
  return found
    ? { templateId: found.id, name: found.name, isWhole: found.name.toLowerCase() === name.trim().toLowerCase() }
    : null;
}

/** How far a name may be mistyped. */
const typos = 2;

/**
 * The newest version of the coach's diet of that name, or the one asked for: a part of the name will do where only one has
 * it, and so will a typing mistake. Throws DomainError `not-found` with the names there are.
 */
export async function findDiet(ctx: Context, name: string, version: number | null = null): Promise<KnownDiet> {
  const { listed, found } = await likeliest(ctx, name);
  if (!found) {
    const names = listed.map((one) => one.name).join(', ');
    throw new DomainError(
      'not-found',
      names === ''
        ? 'You have no diet yet. Paste one, with “diet: its name” as the first line.'
        : `I find no diet “${name}”. Yours: ${names}.`,
    );
  }
  return dietVersion(ctx, found.id, version);
}

/** One version of a diet of the coach's, the newest unless told. Throws DomainError `not-found`. */
export async function dietVersion(ctx: Context, templateId: number, version: number | null = null): Promise<KnownDiet> {
  const [t, v] = [dietTemplates, dietTemplateVersions];
  const [row] = await ctx.db
    .select({ template: t, version: v })
    .from(v)
    .innerJoin(t, eq(t.id, v.templateId))
    .where(
      and(
        eq(t.id, templateId),
        eq(t.coachId, ctx.user.id),
        isNull(t.archivedAt),
        version === null ? undefined : eq(v.version, version),
      ),
    )
    .orderBy(desc(v.version))
    .limit(1);
  if (!row)
    throw new DomainError(
      'not-found',
      version === null ? 'That diet is gone.' : `There is no version ${version} of it.`,
    );
  const { template, version: found } = row;
  return {
    templateId: template.id,
    versionId: found.id,
    version: found.version,
    name: template.name,
    sourceText: found.sourceText,
    diet: { description: template.description, targets: found.targetMacros, meals: found.meals },
  };
}

/** Puts a diet away, as one action: nobody is given it any more, and who has it keeps it. */
export async function archiveDiet(ctx: Context, { templateId, name }: KnownDiet): Promise<number> {
  const actionId = await recordAction(ctx, `the diet “${name}” put away`);
  const t = dietTemplates;
  await ctx.db
    .update(t)
    .set({ archivedAt: ctx.now, updatedAt: ctx.now })
    .where(and(eq(t.id, templateId), eq(t.coachId, ctx.user.id)));
  return actionId;
}

async function likeliest(ctx: Context, name: string): Promise<{ listed: ListedDiet[]; found: ListedDiet | undefined }> {
  const listed = await dietsOf(ctx);
  const said = name.trim().toLowerCase();
  const likenesses = [
    (one: string) => one === said,
    (one: string) => one.startsWith(said),
    (one: string) => one.includes(said),
    (one: string) => said.length > 3 && editDistance(one, said, typos) <= typos,
  ];
  const found = likenesses
    .map((isIt) => listed.filter((one) => isIt(one.name.toLowerCase())))
    .find((some) => some.length === 1)?.[0];
  return { listed, found };
}
