import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type TrendPoint, trendOn, trendWeight } from '../../../src/domain/body/trend-weight.ts';

const start = Temporal.PlainDate.from('2026-01-01');
const daily = (kgs: readonly number[]) => kgs.map((kg, i) => ({ day: start.add({ days: i }), kg }));
const last = (points: readonly TrendPoint[]) => points.at(-1)?.trendKg ?? Number.NaN;
const seven = [80, 79, 81.5, 79.5, 79.2, 79, 78.8];

describe('trend weight', () => {
  it('is the plain moving average of The Hacker’s Diet', () =>
    expect(last(trendWeight(daily(seven), { warmUp: 0 }))).toBeCloseTo(79.7281, 4));

  it('is the mean while it warms up', () => expect(last(trendWeight(daily(seven)))).toBeCloseTo(79.5714, 4));

  it('leaves the mean after ten days', () => {
    const mean = last(trendWeight(daily(Array.from({ length: 10 }, (_, i) => 80 - i))));
    expect(mean).toBeCloseTo(75.5, 6);
    const points = trendWeight(daily(Array.from({ length: 11 }, (_, i) => 80 - i)));
    expect(last(points)).toBeCloseTo(75.5 + 0.1 * (70 - 75.5), 6);
  });

  it('counts a weigh-in after three days as 0.271', () => {
    const points = trendWeight(
      [
        { day: start, kg: 80 },
        { day: start.add({ days: 3 }), kg: 90 },
      ],
      { warmUp: 0 },
    );
    expect(last(points)).toBeCloseTo(82.71, 6);
  });

  it('trails a steady loss by nine days of it', () => {
    const points = trendWeight(daily(Array.from({ length: 60 }, (_, i) => 80 - 0.07 * i)), { warmUp: 0 });
    const [first, final] = [points.at(-14), points.at(-1)];
    expect(((final?.trendKg ?? 0) - (first?.trendKg ?? 0)) / 13).toBeCloseTo(-0.0697, 3);
    expect((final?.trendKg ?? 0) - (final?.kg ?? 0)).toBeCloseTo(0.629, 3);
  });

  it('takes the median of several weigh-ins on a day, in whatever order they come', () => {
    const points = trendWeight([
      { day: start.add({ days: 1 }), kg: 79 },
      ...[84, 80, 80.4].map((kg) => ({ day: start, kg })),
      { day: start.add({ days: 1 }), kg: 80 },
    ]);
    expect(points.map(({ kg }) => kg)).toEqual([80.4, 79.5]);
  });

  it('has nothing to say without a weigh-in', () => expect(trendWeight([])).toEqual([]));

  it('lies on a straight line between two points, and nowhere outside them', () => {
    const points = trendWeight([
      { day: start, kg: 80 },
      { day: start.add({ days: 4 }), kg: 82 },
    ]);
    expect(trendOn(points, start)).toBe(80);
    expect(trendOn(points, start.add({ days: 2 }))).toBeCloseTo(80 + (last(points) - 80) / 2, 9);
    expect(trendOn(points, start.subtract({ days: 1 }))).toBeNull();
    expect(trendOn(points, start.add({ days: 5 }))).toBeNull();
  });
});
