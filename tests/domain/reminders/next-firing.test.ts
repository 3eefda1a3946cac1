import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Firing, type FiringGiven, firingsOf, nextFiring } from '../../../src/domain/reminders/next-firing.ts';
import type { ReminderRule } from '../../../src/domain/reminders/reminder-rule.ts';

const time = (text: string) => Temporal.PlainTime.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const instant = (text: string) => Temporal.Instant.from(text);

const rule = (said: Partial<ReminderRule>): ReminderRule => ({
  atTimes: null,
  weekdays: null,
  everyMin: null,
  windowFrom: null,
  windowUntil: null,
  onDay: null,
  onceAt: null,
  fromDay: null,
  untilDay: null,
  timeZone: 'Europe/Madrid',
  ignoresQuietHours: true,
  ...said,
});

const given = (said: Partial<FiringGiven> & { zone?: string } = {}): FiringGiven => {
  const { zone = 'Europe/Madrid', ...rest } = said;
  const quiet = { quietFrom: time('22:00'), quietUntil: time('08:00'), timeZone: zone };
  return { timeZone: zone, quiet, since: instant('2026-03-02T18:30:00Z'), fired: [], ...rest };
};

const shown = ({ day, slot, at, isPassedOver }: Firing, zone = 'Europe/Madrid') => {
  const local = at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return `${day} ${slot}${local === `${day}T${slot}` ? '' : ` at ${local}`}${isPassedOver ? ' passed over' : ''}`;
};

function first(count: number, said: Partial<ReminderRule>, known: Parameters<typeof given>[0] = {}): string[] {
  const found: string[] = [];
  for (const firing of firingsOf(rule(said), given(known))) {
    if (found.push(shown(firing, known.zone)) === count) break;
  }
  return found;
}

describe('when a reminder comes', () => {
  it('comes at its wall times on its weekdays, in order', () => {
    expect(first(4, { atTimes: [time('20:00'), time('07:10')], weekdays: [1, 3, 5] })).toEqual([
      '2026-03-02 20:00',
      '2026-03-04 07:10',
      '2026-03-04 20:00',
      '2026-03-06 07:10',
    ]);
  });

  it('comes every so often from the start of its window to its end', () => {
    const window = { windowFrom: time('09:00'), windowUntil: time('18:00') };
    expect(first(6, { everyMin: 120, ...window, weekdays: [2, 4] })).toEqual([
      '2026-03-03 09:00',
      '2026-03-03 11:00',
      '2026-03-03 13:00',
      '2026-03-03 15:00',
      '2026-03-03 17:00',
      '2026-03-05 09:00',
    ]);
  });

  it('takes the waking day for a window that was not said', () => {
    const slots = first(6, { everyMin: 240 }, { since: instant('2026-03-02T23:30:00Z') });
    expect(slots.slice(0, 5).map((text) => text.slice(11))).toEqual(['08:00', '12:00', '16:00', '20:00', '08:00']);
  });

  it('goes round midnight where its window does', () => {
    const slots = first(4, { everyMin: 120, windowFrom: time('22:00'), windowUntil: time('02:00') });
    expect(slots).toEqual(['2026-03-02 22:00', '2026-03-03 00:00', '2026-03-03 02:00', '2026-03-03 22:00']);
  });

  it('comes once on its day, at each of its times', () => {
    expect(first(9, { atTimes: [time('14:00'), time('18:00')], onDay: day('2026-03-05') })).toEqual([
      '2026-03-05 14:00',
      '2026-03-05 18:00',
    ]);
  });

  it('comes once at a moment, wherever the person is by then', () => {
    const onceAt = instant('2026-03-02T18:50:00Z');
    expect(first(9, { onceAt }, { zone: 'Asia/Tokyo' })).toEqual(['2026-03-02 19:50 at 2026-03-03T03:50']);
    expect(first(9, { onceAt }, { fired: [{ day: day('2026-03-02'), slot: '19:50' }] })).toEqual([]);
  });

  it('keeps to the days it is meant for', () => {
    expect(first(9, { atTimes: [time('09:00')], fromDay: day('2026-03-10'), untilDay: day('2026-03-11') })).toEqual([
      '2026-03-10 09:00',
      '2026-03-11 09:00',
    ]);
  });

  it('does not count what would have come before it was set, however it is read later', () => {
    const since = instant('2026-03-02T08:00:00Z');
    expect(first(1, { atTimes: [time('07:10')] }, { since })).toEqual(['2026-03-03 07:10']);
  });

  it('waits until quiet hours end where no time was named', () => {
    expect(first(2, { atTimes: [time('07:10'), time('21:00')], ignoresQuietHours: false })).toEqual([
      '2026-03-02 21:00',
      '2026-03-03 07:10 at 2026-03-03T08:00',
    ]);
  });

  it('is passed over where quiet hours leave no room for it on its day, or before the next slot', () => {
    const times = [time('07:00'), time('07:30'), time('23:00')];
    expect(first(3, { atTimes: times, ignoresQuietHours: false })).toEqual([
      '2026-03-02 23:00 passed over',
      '2026-03-03 07:00 passed over',
      '2026-03-03 07:30 at 2026-03-03T08:00',
    ]);
  });

  it('moves a skipped wall time forward and takes the first of two', () => {
    const times = [time('02:30'), time('03:00')];
    expect(first(3, { atTimes: times }, { since: instant('2026-03-28T23:00:00Z') })).toEqual([
      '2026-03-29 03:00',
      '2026-03-29 02:30 at 2026-03-29T03:30',
      '2026-03-30 02:30',
    ]);
    const [autumn] = firingsOf(rule({ atTimes: times }), given({ since: instant('2026-10-24T23:00:00Z') }));
    expect(autumn?.at.toString()).toBe('2026-10-25T00:30:00Z');
  });
});

const zones = Intl.supportedValuesOf('timeZone');
const oneDayS = 24 * 3600;

/** The moments of a wall time worked out from the offsets on both sides of a change of clocks, and from nothing else. */
function moments(wall: Temporal.PlainDateTime, offsetsS: readonly [number, number], changeS: number): number {
  const utcS = wall.toZonedDateTime('UTC').epochMilliseconds / 1000;
  const [before, after] = offsetsS;
  const isBefore = utcS - before < changeS;
  const isAfter = utcS - after >= changeS;
  if (isBefore) return utcS - before;
  // In a gap neither holds: it moves forward by the length of the gap.
  return isAfter ? utcS - after : utcS - before;
}

describe('in every time zone', () => {
  it('fires once a local day at its wall time, at every change of clocks from 2024 to 2034', () => {
    let changes = 0;
    const wrong: string[] = [];
    for (const zone of zones) {
      let at = instant('2024-01-01T00:00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
      for (; at && at.year < 2035; at = at.getTimeZoneTransition('next')) {
        const offsets = [at.subtract({ nanoseconds: 1 }).offsetNanoseconds / 1e9, at.offsetNanoseconds / 1e9] as const;
        if (offsets[0] === offsets[1]) continue;
        changes++;
        const changeS = at.epochMilliseconds / 1000;
        // The wall clock just before the change: a gap or an overlap begins or ends here.
        const edge = at.toInstant().toZonedDateTimeISO('UTC').add({ seconds: offsets[0] }).toPlainDateTime();
        const low = edge.add({ seconds: Math.min(0, offsets[1] - offsets[0]) });
        const inside = low.add({ minutes: 15 }).toPlainTime();
        const atTimes = [inside, edge.add({ minutes: 90 }).toPlainTime()];
        const days = [-1, 0, 1].map((n) => low.toPlainDate().add({ days: n }));
        const expected = days
          .flatMap((date) =>
            atTimes.map((one) => {
              const s = moments(date.toPlainDateTime(one), offsets, changeS);
              return `${date} ${one.toString({ smallestUnit: 'minute' })} ${s}`;
            }),
          )
          .sort();
        const found: string[] = [];
        const first = days[0]?.toString() ?? '';
        const last = days[2]?.toString() ?? '';
        const fromS = changeS - 2 * oneDayS;
        const known = given({ zone, since: Temporal.Instant.fromEpochMilliseconds(fromS * 1000) });
        for (const one of firingsOf(rule({ atTimes, timeZone: zone }), known)) {
          if (one.at.epochMilliseconds / 1000 > changeS + 2 * oneDayS) break;
          const name = one.day.toString();
          if (name >= first && name <= last) found.push(`${name} ${one.slot} ${one.at.epochMilliseconds / 1000}`);
        }
        if (found.sort().join() !== expected.join()) wrong.push(`${zone} ${at}: ${found} instead of ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(changes).toBeGreaterThan(1000);
  }, 60_000);
});

/** A generator of numbers from 0 to 1 that gives the same ones every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe('on a journey', () => {
  it('fires once on every local day, however the zone changes between two firings', () => {
    let late = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = numbers(seed);
      const among = (count: number) => Math.floor(random() * count);
      const zoneOf = () => zones[among(zones.length)] ?? 'UTC';
      const atTimes = [Temporal.PlainTime.from({ hour: among(24), minute: among(60) })];
      const daily = rule({ atTimes });
      const start = instant('2026-01-01T00:00:00Z').add({ hours: among(24 * 300) });
      const fired: Firing[] = [];
      let [now, zone] = [start, zoneOf()];
      for (let leg = 0; leg < 25; leg++) {
        const arrival = now.add({ minutes: 60 * 5 + among(60 * 24 * 4) });
        for (;;) {
          const known = given({ zone, since: start, fired: fired.slice(-3) });
          const next = nextFiring(daily, known);
          if (!next || Temporal.Instant.compare(next.at, arrival) > 0) break;
          const isLate = Temporal.Instant.compare(next.at, now) < 0;
          late += Number(isLate);
          const local = next.at.toZonedDateTimeISO(zone);
          const isGap = !local.toPlainTime().equals(Temporal.PlainTime.from(next.slot));
          expect(isGap || local.toPlainDate().equals(next.day)).toBe(true);
          fired.push(next);
          now = isLate ? now : next.at;
        }
        now = arrival;
        zone = zoneOf();
      }
      const days = fired.map((one) => one.day.toString());
      const expected = fired.map((_, i) => fired[0]?.day.add({ days: i }).toString());
      expect(days, `seed ${seed}`).toEqual(expected);
    }
    // Journeys east do jump over times; those are found late, and not lost.
    expect(late).toBeGreaterThan(50);
  });
});
