import type { PersonContext } from '../context.ts';
import type { DayNumber } from '../progress/day-number.ts';
import { weightReasons } from './attention-weight.ts';
import { type ClientFacts, readClientFacts } from './client-facts.ts';
import { clientsOf, type KnownClient } from './clients.ts';
import {
  alarmPoints,
  baseDays,
  type ComplianceArea,
  compliance,
  complianceAreas,
  isPausedOn,
  recentDays,
} from './compliance.ts';

/** Why a client needs their coach, with what shows it. */
export type Reason =
  /** They spoke of ending their life, so many hours ago. */
  | { readonly kind: 'crisis'; readonly sinceH: number }
  | { readonly kind: 'message'; readonly waitingH: number }
  | { readonly kind: 'check_in'; readonly waitingH: number }
  /**
   * `everyDays`: how often they write otherwise, on average. `isNew`: they have never written. `isPartial`: of what they
   * share, which is not all.
   */
  | {
      readonly kind: 'silent';
      readonly days: number;
      readonly everyDays: number | null;
      readonly isNew: boolean;
      readonly isPartial: boolean;
    }
  /** Of the last `planned` trainings, all within 14 days, `missed` were not done, `inARow` of them the newest. */
  | { readonly kind: 'missed'; readonly missed: number; readonly planned: number; readonly inARow: number }
  | { readonly kind: 'compliance'; readonly area: ComplianceArea; readonly pct: number; readonly beforePct: number }
  | { readonly kind: 'weight'; readonly weeklyKg: number; readonly plannedKg: number | null; readonly weeks: number }
  /** What formulas of safe eating look at: loss above 1.5 % a week, days far under target, a target lowered again. */
  | { readonly kind: 'fast_loss'; readonly weeklyPct: number }
  | { readonly kind: 'intake'; readonly lowDays: number; readonly ofDays: number }
  | { readonly kind: 'lowered'; readonly times: number };

/** A reason with how much it weighs, 0–100. */
export type WeighedReason = Reason & { readonly weight: number };

export interface Attention {
  readonly client: KnownClient;
  /** The heaviest first; never empty in a list of those who need somebody. */
  readonly reasons: readonly WeighedReason[];
  readonly weight: number;
  /** Whether nothing they write is shared, so that nothing can be told of it. */
  readonly isHidden: boolean;
}

/** How unlikely a silence has to be, by somebody's own habit, before it is one. */
const oddSilence = 0.02;
const shortestSilenceDays = 3;
/** A habit is looked at over so many days before the last word. */
const habitDays = 60;
const missedWithinDays = 14;
const hourMs = 3_600_000;
/** What people write day by day falls under these. */
const logScopes = ['food', 'training', 'body'] as const;
/** A fall is one over so many days, trainings or weeks at least. */
const fewestOf: Readonly<Record<ComplianceArea, number>> = { food: 4, steps: 4, training: 1, 'check-ins': 1 };
/** What the lesser reasons of a client add. */
const shareOfOthers = 0.2;

/** All clients of the coach who asks, those who need them most first. */
export async function attention(ctx: PersonContext): Promise<Attention[]> {
  const facts = await readClientFacts(ctx, await clientsOf(ctx));
  return rank(facts.map((one) => attentionOf(one, ctx.now.epochMilliseconds)));
}

/** The heaviest first; those who are well by name, as they came. */
export const rank = (list: readonly Attention[]): Attention[] => [...list].sort((a, b) => b.weight - a.weight);

/** What of a client's facts asks for their coach at a moment. Whatever is not shared says nothing, least of all silence. */
export function attentionOf(facts: ClientFacts, nowMs: number): Attention {
  const reasons = [
    ...crisis(facts.crisisSinceMs, nowMs),
    ...waiting('message', facts.unansweredSinceMs, nowMs),
    ...waiting('check_in', facts.checkInSinceMs, nowMs),
    ...(isPausedOn(facts, facts.today) ? [] : [...silence(facts), ...missed(facts), ...falls(facts)]),
    ...weightReasons(facts),
  ]
    .filter(isNotImplied)
    .sort((a, b) => b.weight - a.weight);
  const [first, ...others] = reasons;
  const rest = others.reduce((sum, { weight }) => sum + weight, 0);
  return {
    client: facts.client,
    reasons,
    weight: (first?.weight ?? 0) + shareOfOthers * rest,
    isHidden: !logScopes.some((scope) => facts.client.canRead.includes(scope)),
  };
}

/** Beside a life nothing else counts. Whoever is silent logs less, and whoever misses trainings does less of the plan: that is said once. */
function isNotImplied(reason: WeighedReason, _: number, all: readonly WeighedReason[]): boolean {
  if (all.some(({ kind }) => kind === 'crisis')) return reason.kind === 'crisis' || reason.kind === 'message';
  if (reason.kind !== 'compliance') return true;
  const by = reason.area === 'training' ? ['silent', 'missed'] : ['silent'];
  return !all.some(({ kind }) => by.includes(kind));
}

function crisis(sinceMs: number | null, nowMs: number): WeighedReason[] {
  if (sinceMs === null) return [];
  return [{ kind: 'crisis', sinceH: Math.max(0, Math.floor((nowMs - Number(sinceMs)) / hourMs)), weight: 100 }];
}

function waiting(kind: 'message' | 'check_in', sinceMs: number | null, nowMs: number): WeighedReason[] {
  if (sinceMs === null) return [];
  const waitingH = Math.max(0, Math.floor((nowMs - Number(sinceMs)) / hourMs));
  const base = kind === 'message' ? 66 : 50;
  return [{ kind, waitingH, weight: Math.min(base + 25, base + waitingH / 2) }];
}

/**
 * Silence against somebody's own habit: with words on a share p of the days before the last one, g whole days without
 * any are (1 − p)^g likely. p is smoothed by one day with and six without, so that
 * few words make no habit.
 */
function silence(facts: ClientFacts): WeighedReason[] {
  const shown = logScopes.filter((scope) => facts.client.canRead.includes(scope)).length;
  if (shown === 0) return [];
  const isPartial = shown < logScopes.length;
  const words = wordsOf(facts);
  const last = words.at(-1);
  if (last === undefined) {
    const days = facts.today - facts.startedDay;
    return days < shortestSilenceDays
      ? []
      : [{ kind: 'silent', days, everyDays: null, isNew: true, isPartial, weight: Math.min(80, 50 + 3 * days) }];
  }
  const days = daysBetween(facts, last, facts.today);
  const habit = words.filter((day) => day > last - habitDays);
  const span = last - (habit[0] ?? last) + 1;
  const share = (habit.length + 1) / (span + 7);
  const chance = (1 - share) ** days;
  if (days < shortestSilenceDays || chance > oddSilence) return [];
  const weight = Math.min(85, 45 + 12 * -Math.log10(chance)) + Math.min(7, days / 10);
  return [{ kind: 'silent', days, everyDays: span / habit.length, isNew: false, isPartial, weight }];
}

/** The days with any word of theirs, each once, in order. */
function wordsOf({ meals, trainings, steps, others, planned }: ClientFacts): DayNumber[] {
  const done = planned.filter(({ isDone }) => isDone).map(({ day }) => day);
  return [...new Set([...meals, ...trainings, ...steps, ...others, ...done])].sort((a, b) => a - b);
}

/** Whole days after one and before another, without those of a pause. */
function daysBetween(facts: ClientFacts, after: DayNumber, before: DayNumber): number {
  let days = 0;
  for (let day = after + 1; day < before; day++) if (!isPausedOn(facts, day)) days++;
  return days;
}

function missed(facts: ClientFacts): WeighedReason[] {
  const { today } = facts;
  const planned = facts.planned.filter(
    ({ day }) => day < today && day >= today - missedWithinDays && !isPausedOn(facts, day),
  );
  const count = planned.filter(({ isDone }) => !isDone).length;
  const lastDone = planned.findLastIndex(({ isDone }) => isDone);
  const inARow = planned.length - 1 - lastDone;
  if (inARow < 2) return [];
  return [{ kind: 'missed', missed: count, planned: planned.length, inARow, weight: Math.min(85, 40 + 10 * inARow) }];
}

/** Areas that fell by 20 points or more: the last 7 days against the 28 before. It weighs by how odd such a week is. */
function falls(facts: ClientFacts): WeighedReason[] {
  return complianceAreas.flatMap((area) => {
    const now = compliance(facts, area, recentDays);
    const before = compliance(facts, area, baseDays, recentDays);
    if (!now || !before || now.of < fewestOf[area] || before.pct - now.pct < alarmPoints) return [];
    const p = (before.done + 1) / (before.of + 2);
    const odd = (p - now.done / now.of) / Math.sqrt((p * (1 - p)) / now.of);
    const weight = Math.min(62, 20 + 10 * odd);
    return [{ kind: 'compliance' as const, area, pct: now.pct, beforePct: before.pct, weight }];
  });
}
