import { describe, expect, it } from 'vitest';
import { attentionOf, rank, type WeighedReason } from '../../../src/domain/coaching/attention.ts';
import type { ClientFacts } from '../../../src/domain/coaching/client-facts.ts';
import { compliance } from '../../../src/domain/coaching/compliance.ts';
import { noFacts, nowMs, roster, today } from '../../support/roster.ts';

const facts = (more: Partial<ClientFacts>): ClientFacts => ({ ...noFacts(1), ...more });
const sharing = (...canRead: ClientFacts['client']['canRead'][number][]) => ({ ...noFacts(1).client, canRead });
const days = (from: number, to: number, every = 1) =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => today + from + i * every);
const reasons = (more: Partial<ClientFacts>): readonly WeighedReason[] => attentionOf(facts(more), nowMs).reasons;
const kinds = (more: Partial<ClientFacts>) => reasons(more).map(({ kind }) => kind);

describe('silence', () => {
  it('is measured against the habit of each', () => {
    expect(reasons({ meals: days(-60, -5) })).toContainEqual(
      expect.objectContaining({ kind: 'silent', days: 4, everyDays: 1, isNew: false, isPartial: false }),
    );
    expect(kinds({ meals: days(-60, -2) })).not.toContain('silent');
    // Every third day is how this one writes.
    expect(kinds({ meals: days(-60, -6, 3) })).not.toContain('silent');
    expect(kinds({ meals: days(-75, -15, 3) })).toContain('silent');
  });

  it('is broken by any word that shows', () => {
    expect(kinds({ meals: days(-60, -8), others: [today - 1] })).not.toContain('silent');
  });

  it('is none during a pause, and days of a pause do not count', () => {
    expect(kinds({ meals: days(-60, -6), pauses: [{ from: today - 5, until: null }] })).toEqual([]);
    expect(kinds({ meals: days(-60, -6), pauses: [{ from: today - 5, until: today - 1 }] })).not.toContain('silent');
  });

  it('is never read from what is not shared', () => {
    const hidden = attentionOf(facts({ client: sharing('messages', 'photos') }), nowMs);
    expect(hidden).toMatchObject({ reasons: [], isHidden: true });
  });

  it('is told of somebody who never began', () => {
    expect(reasons({ startedDay: today - 6 })).toMatchObject([{ kind: 'silent', days: 6, isNew: true }]);
    expect(reasons({ startedDay: today - 1 })).toEqual([]);
  });
});

describe('what waits', () => {
  const hoursAgo = (hours: number) => nowMs - hours * 3_600_000;

  it('is an unanswered message and a check-in, the longer the more', () => {
    const some = { unansweredSinceMs: hoursAgo(5), checkInSinceMs: hoursAgo(30), meals: days(-20, -1) };
    expect(reasons(some)).toMatchObject([
      { kind: 'message', waitingH: 5 },
      { kind: 'check_in', waitingH: 30 },
    ]);
  });
});

describe('a life', () => {
  it('comes before all else, and is not spoken of in one breath with figures', () => {
    const some = { crisisSinceMs: nowMs - 8 * 3_600_000, checkInSinceMs: nowMs, meals: days(-60, -9) };
    expect(reasons(some)).toMatchObject([{ kind: 'crisis', sinceH: 8, weight: 100 }]);
  });
});

describe('training', () => {
  const plan = (...done: boolean[]) => done.map((isDone, i) => ({ day: today - 2 * (done.length - i), isDone }));

  it('is missed where the newest planned ones were', () => {
    const meals = days(-60, -1);
    expect(reasons({ meals, planned: plan(true, false, false, false) })).toContainEqual(
      expect.objectContaining({ kind: 'missed', missed: 3, planned: 4, inARow: 3 }),
    );
    expect(kinds({ meals, planned: plan(false, true, false, true) })).not.toContain('missed');
    expect(kinds({ meals, planned: [...plan(true, true), { day: today, isDone: false }] })).not.toContain('missed');
  });
});

describe('compliance', () => {
  it('is what was done of what was to be done, by area, without days of a pause', () => {
    const one = facts({
      meals: days(-7, -2),
      planned: [
        { day: today - 3, isDone: true },
        { day: today - 2, isDone: false },
      ],
      pauses: [{ from: today - 1, until: today - 1 }],
      isAskedIn: true,
      checkedIn: [today - 2 - 7],
    });
    expect(compliance(one, 'food', 7)).toEqual({ done: 6, of: 6, pct: 100 });
    expect(compliance(one, 'training', 7)).toEqual({ done: 1, of: 2, pct: 50 });
    expect(compliance(one, 'steps', 7)).toBeNull();
    expect(compliance(one, 'check-ins', 7)).toEqual({ done: 1, of: 1, pct: 100 });
    expect(compliance(one, 'check-ins', 30)).toMatchObject({ done: 1, of: 4 });
  });

  it('begins with the first word of somebody new', () => {
    const fresh = facts({ startedDay: today - 3, meals: days(-3, -1) });
    expect(compliance(fresh, 'food', 30)).toEqual({ done: 3, of: 3, pct: 100 });
  });

  it('is no figure for what is not shared', () => {
    const hidden = facts({ client: sharing('training'), planned: [{ day: today - 1, isDone: true }] });
    expect(compliance(hidden, 'food', 7)).toBeNull();
    expect(compliance(hidden, 'training', 7)).toMatchObject({ pct: 100 });
  });

  it('raises an alarm at a fall of 20 points, the last 7 days against the 28 before', () => {
    const fell = { meals: [...days(-60, -8), today - 7, today - 6, today - 1] };
    expect(reasons(fell)).toContainEqual(
      expect.objectContaining({ kind: 'compliance', area: 'food', pct: 43, beforePct: 100 }),
    );
    expect(kinds({ meals: [...days(-60, -3), today - 1] })).not.toContain('compliance');
    // Back from a pause a single day without a meal is no week.
    const back = { meals: days(-60, -8), others: [today - 1], pauses: [{ from: today - 7, until: today - 2 }] };
    expect(kinds(back)).not.toContain('compliance');
    // Whoever says nothing at all is silent, and that is said once.
    expect(kinds({ meals: days(-60, -6) })).toEqual(['silent']);
  });
});

describe('weight', () => {
  const weights = (weeklyKg: number, from = 80) =>
    days(-40, -1).map((day) => ({ day, kg: from + (weeklyKg * (day - today + 40)) / 7 }));
  const meals = days(-60, -1);

  it('is off the way where the trend goes against the goal', () => {
    const goal = { goalType: 'weight_loss', weeklyKg: -0.5 };
    expect(reasons({ meals, weights: weights(0.4), weightGoal: goal })).toMatchObject([
      { kind: 'weight', plannedKg: -0.5 },
    ]);
    expect(reasons({ meals, weights: weights(-0.5), weightGoal: goal })).toEqual([]);
    expect(reasons({ meals, weights: weights(0.4) })).toEqual([]);
  });

  it('falls too fast above 1.5 % a week for two weeks, with a goal or without', () => {
    expect(reasons({ meals, weights: weights(-1.6) })).toMatchObject([{ kind: 'fast_loss' }]);
    expect(reasons({ meals, weights: weights(-0.9) })).toEqual([]);
  });

  it('comes with intake far under the target, and targets lowered again and again', () => {
    const intake = days(-7, -1).map((day, i) => ({ day, kcal: i < 5 ? 1200 : 2000, targetKcal: 2000 }));
    expect(reasons({ meals, intake, timesLowered: 3 })).toMatchObject([
      { kind: 'intake', lowDays: 5, ofDays: 7 },
      { kind: 'lowered', times: 3 },
    ]);
    expect(reasons({ meals, intake: intake.map((one) => ({ ...one, targetKcal: null })) })).toEqual([]);
  });
});

it('finds those who are leaving: of the first five of 50, four or more, over 20 rosters', () => {
  const hits = Array.from({ length: 20 }, (_, seed) => {
    const { facts: all, left } = roster(seed + 1);
    const first = rank(all.map((one) => attentionOf(one, nowMs))).slice(0, 5);
    return first.filter(({ client }) => left.has(client.user.id)).length / 5;
  });
  const precision = hits.reduce((sum, one) => sum + one, 0) / hits.length;
  expect(precision).toBeGreaterThanOrEqual(0.8);
});
