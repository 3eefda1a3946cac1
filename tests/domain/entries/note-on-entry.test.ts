import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { logMeasurements } from '../../../src/domain/body/log-measurements.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { noteOnEntry } from '../../../src/domain/entries/note-on-entry.ts';
import { notesOn } from '../../../src/domain/entries/notes-on.ts';
import { logWorkouts } from '../../../src/domain/training/log-workout.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db, pool } = await testDatabase();
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
const day = Temporal.PlainDate.from('2026-03-02');
let ana: Person;
beforeEach(async () => {
  ana = await makePerson(db);
});

const train = (...names: string[]) =>
  ana.act((ctx) =>
    logWorkouts(ctx, [
      {
        ...{ title: 'push day', day, isDaySaid: false, time: null, durationMin: 40 },
        exercises: names.map((words) => ({ exerciseId: null, words, superset: null, sets: [] })),
      },
    ]),
  );
const weigh = (minutes: number) =>
  ana.act(
    (ctx) =>
      logMeasurements(ctx, [
        { metric: 'weight', value: 82, value2: null, typed: { value: 82, unit: 'kg' }, day, isDaySaid: false },
      ]),
    noon.add({ minutes }),
  );
const note = (words: string, minutes: number, exercise: string | null = null) =>
  ana.act(
    (ctx) => noteOnEntry(ctx, null, { words, exercise: exercise === null ? null : { id: null, words: exercise } }),
    noon.add({ minutes }),
  );
const notes = () => ana.act((ctx) => notesOn(ctx, day));

describe('a note', () => {
  it('stands on what was recorded last, and on the day', async () => {
    await train('dips');
    await note('heavy', 1);
    await weigh(2);
    expect(await note('after a feast', 3)).toMatchObject({ name: 'weight' });
    expect(await notes()).toEqual([
      { name: 'push day', words: 'heavy', isPlan: false },
      { name: 'weight', words: 'after a feast', isPlan: false },
    ]);
    const { rows } = await pool.query('select notes from health_metrics where user_id = $1', [ana.id]);
    expect(rows).toEqual([{ notes: 'after a feast' }]);
  });

  it('said again takes the place of the one before, and is taken back', async () => {
    await train('dips');
    await note('heavy', 1);
    await note('light', 2);
    expect(await notes()).toMatchObject([{ words: 'light' }]);
    await ana.act((ctx) => undoAction(ctx, { actionId: null, sourceMessageId: null }), noon.add({ minutes: 3 }));
    expect(await notes()).toMatchObject([{ words: 'heavy' }]);
  });

  it('on an exercise reaches back to the last time it was done', async () => {
    await train('dips', 'sled');
    expect(await note('elbows in', 600, 'Dips')).toMatchObject({ name: 'dips' });
    expect(await notes()).toEqual([{ name: 'dips', words: 'elbows in', isPlan: false }]);
  });

  it('about nothing, or about what somebody else did, is refused', async () => {
    await train('dips');
    await expect(note('too late', 10)).rejects.toThrow(/Reply with it/);
    ana = await makePerson(db);
    await expect(note('elbows in', 1, 'dips')).rejects.toThrow(/no “dips”/);
    await expect(note('nothing', 1)).rejects.toThrow(/Reply with it/);
  });
});
