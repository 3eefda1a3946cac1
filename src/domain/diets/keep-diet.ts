import { and, desc, eq, sql } from 'drizzle-orm';
import { dietTemplates, dietTemplateVersions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import type { Diet } from './diet.ts';

export interface KeptDiet {
  /** Null: it was there already, just so. */
  readonly actionId: number | null;
  readonly templateId: number;
  readonly versionId: number;
  readonly version: number;
  /** What it was before; null for a new one. */
  readonly before: Diet | null;
}

/**
 * Keeps a diet under a name of the coach's, as one action: a new one, or a new version of the one they have. Kept as it is already, it
 * stays the version that it was. Throws DomainError `not-allowed` for whoever is no coach.
 */
export async function keepDiet(ctx: Context, name: string, sourceText: string, diet: Diet): Promise<KeptDiet> {
  if (ctx.user.role !== 'coach' && ctx.user.role !== 'admin')
    throw new DomainError(
      'not-allowed',
      'Diet templates are for coaches. Your own plan is written like: my plan monday breakfast: 80g oats, banana',
    );
  const t = dietTemplates;
  const [known] = await ctx.db
    .select({ id: t.id, description: t.description, archivedAt: t.archivedAt })
    .from(t)
    .where(and(eq(t.coachId, ctx.user.id), sql`lower(${t.name}) = lower(${name})`))
    .for('update');
  const v = dietTemplateVersions;
  const [last] = known
    ? await ctx.db.select().from(v).where(eq(v.templateId, known.id)).orderBy(desc(v.version)).limit(1)
    : [];
  const before = last
    ? { description: known?.description ?? null, targets: last.targetMacros, meals: last.meals }
    : null;
  const isSame = last && before && last.sourceText === sourceText && sameContent(before, diet);
  if (known && isSame && known.archivedAt === null)
    return { actionId: null, templateId: known.id, versionId: last.id, version: last.version, before };
  const actionId = await recordAction(ctx, `the diet “${name}”`);
  const kept = { name, description: diet.description, archivedAt: null, updatedAt: ctx.now };
  const [row] = known
    ? await ctx.db.update(t).set(kept).where(eq(t.id, known.id)).returning({ id: t.id })
    : await ctx.db
        .insert(t)
        .values({ ...kept, coachId: ctx.user.id, createdAt: ctx.now })
        .returning({ id: t.id });
  if (!row) throw new Error('The template was not returned');
  if (isSame) return { actionId, templateId: row.id, versionId: last.id, version: last.version, before };
  const version = (last?.version ?? 0) + 1;
  const [made] = await ctx.db
    .insert(v)
    .values({
      ...{ templateId: row.id, version, sourceText, createdAt: ctx.now, targetMacros: diet.targets },
      meals: diet.meals.map((meal) => ({ ...meal, items: [...meal.items] })),
    })
    .returning({ id: v.id });
  if (!made) throw new Error('The version was not returned');
  return { actionId, templateId: row.id, versionId: made.id, version, before };
}

/** JSON keeps its keys in an order of its own. */
const sameContent = (a: Diet, b: Diet): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
