import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readLater } from '../../../src/bots/language/read-later.ts';

const moment = { now: Temporal.Instant.from('2026-03-02T10:00:00Z'), timeZone: 'America/New_York', dayStartHour: 3 };

describe('words to be sent later', () => {
  it.each([
    ['tomorrow 8:00 good luck today', '2026-03-03T13:00:00Z', 'good luck today'],
    ['tomorrow at 8am: see you at 9', '2026-03-03T13:00:00Z', 'see you at 9'],
    ['friday 18:00 well done', '2026-03-06T23:00:00Z', 'well done'],
    ['in 2 hours drink something', '2026-03-02T12:00:00Z', 'drink something'],
    ['on 15 march at 9:30 happy birthday', '2026-03-15T13:30:00Z', 'happy birthday'],
    ['tomorrow 8:00\nfirst line\nsecond line', '2026-03-03T13:00:00Z', 'first line\nsecond line'],
  ])('%j', (text, at, body) => {
    const read = readLater(text, moment);
    expect({ at: read.at?.toString(), body: read.body }).toEqual({ at, body });
  });

  it.each(['good luck', 'every day 8:00 drink', 'well done at the gym'])('finds no single moment in %j', (text) =>
    expect(readLater(text, moment)).toEqual({ at: null, body: text }),
  );
});
