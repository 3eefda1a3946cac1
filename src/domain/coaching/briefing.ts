import { and, eq, gt, like } from 'drizzle-orm';
import { attentionDismissals, notifications } from '../../../db/schema/index.ts';
import { asMember } from '../as-member.ts';
import type { PersonContext } from '../context.ts';
import { listSnippets, type Snippet } from '../messages/snippets.ts';
import { type Attention, attention, type WeighedReason } from './attention.ts';
import { isReasonKind, type ReasonKind } from './reason-kinds.ts';

/** Who is in the morning's message, each with the reason that counts today. */
export interface BriefedClient {
  readonly client: Attention['client'];
  readonly reason: WeighedReason;
  /** What else there is to it. */
  readonly others: readonly WeighedReason[];
}

export interface Briefing {
  readonly list: readonly BriefedClient[];
  /** Of so many active clients. */
  readonly clients: number;
  /** How many more have a reason. */
  readonly more: number;
  readonly snippets: readonly Snippet[];
}

const mostBriefed = 5;
/** What was put aside is not brought up again for so long. */
const quietDays = 7;

/** The five clients who need this coach most, with no more than the coach's own rights. Runs as owner. */
export const briefing = (coach: PersonContext): Promise<Briefing> =>
  asMember(coach, async () => {
    const all = await attention(coach);
    const aside = await dismissed(coach);
    const due = all.flatMap(({ client, reasons }): BriefedClient[] => {
      const [reason, ...others] = reasons.filter(({ kind }) => !aside.get(client.user.id)?.has(kind));
      return reason ? [{ client, reason, others }] : [];
    });
    const list = due.sort((a, b) => weightOf(b) - weightOf(a)).slice(0, mostBriefed);
    return { list, clients: all.length, more: due.length - list.length, snippets: await listSnippets(coach) };
  });

const weightOf = ({ reason, others }: BriefedClient): number =>
  reason.weight + others.reduce((sum, { weight }) => sum + weight / 5, 0);

/** Puts a reason aside: a reason dismissed or answered is not brought up again for a week. */
export async function dismissReason(ctx: PersonContext, clientId: number, reason: ReasonKind): Promise<void> {
  const values = { coachId: ctx.user.id, clientId, reason, dismissedAt: ctx.now };
  const d = attentionDismissals;
  await ctx.db
    .insert(d)
    .values(values)
    .onConflictDoUpdate({ target: [d.coachId, d.clientId, d.reason], set: { dismissedAt: ctx.now } });
}

/** By client, what was put aside within the last week. */
async function dismissed(ctx: PersonContext): Promise<Map<number, Set<ReasonKind>>> {
  const d = attentionDismissals;
  const rows = await ctx.db
    .select({ clientId: d.clientId, reason: d.reason })
    .from(d)
    .where(and(eq(d.coachId, ctx.user.id), gt(d.dismissedAt, ctx.now.subtract({ hours: 24 * quietDays }))));
  const aside = new Map<number, Set<ReasonKind>>();
  for (const { clientId, reason } of rows)
    if (isReasonKind(reason)) aside.set(clientId, (aside.get(clientId) ?? new Set()).add(reason));
  return aside;
}

/** What the key of a line that nobody needs anything begins with. */
export const quietKey = 'briefing-quiet-';

/** Whether a coach was told within the last week that nobody needs anything. Runs as owner. */
export async function wasToldAllWell(ctx: PersonContext): Promise<boolean> {
  const t = notifications;
  const recent = and(eq(t.userId, ctx.user.id), like(t.key, `${quietKey}%`));
  return (await ctx.db.$count(t, and(recent, gt(t.dueAt, ctx.now.subtract({ hours: 24 * quietDays - 1 }))))) > 0;
}
