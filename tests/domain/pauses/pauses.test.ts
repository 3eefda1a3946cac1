import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { currentPauses } from '../../../src/domain/pauses/current-pauses.ts';
import { endPause, removePause } from '../../../src/domain/pauses/end-pause.ts';
import { isPausedOn } from '../../../src/domain/pauses/is-paused-on.ts';
import { setPause } from '../../../src/domain/pauses/set-pause.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
/** In March 2026, at noon. */
const day = (n: number) => Temporal.PlainDate.from({ year: 2026, month: 3, day: n });
const noon = (n: number) => day(n).toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: '12:00' }).toInstant();
const last = { actionId: null, sourceMessageId: null };

/** Sets a pause on the 10th unless told. */
const set = (person: Person, from: number, until: number | null, on = 10, reason: string | null = null) =>
  person.act((ctx) => setPause(ctx, { from: day(from), until: until === null ? null : day(until), reason }), noon(on));
const shown = async (person: Person, on = 10) =>
  (await person.act((ctx) => currentPauses(ctx), noon(on))).map(
    ({ fromDay, untilDay }) => `${fromDay.day} to ${untilDay?.day ?? 'open'}`,
  );

describe('a pause', () => {
  it('holds on its first and last day and those between', async () => {
    const person = await makePerson(db);
    await set(person, 12, 14);
    const held = [];
    for (const n of [11, 12, 13, 14, 15]) held.push(await person.act((ctx) => isPausedOn(ctx, day(n))));
    expect(held).toEqual([false, true, true, true, false]);
  });

  it('takes the new end when one is said while it runs, and stands once when it is said twice', async () => {
    const person = await makePerson(db);
    await set(person, 10, null);
    expect((await set(person, 11, null, 11)).actionId).toBeNull();
    await set(person, 12, 15, 12);
    expect(await shown(person, 12)).toEqual(['10 to 15']);
    await set(person, 13, 14, 13);
    expect(await shown(person, 13)).toEqual(['10 to 14']);
  });

  it('reaches back two days at most', async () => {
    const person = await makePerson(db);
    expect(await set(person, 3, null)).toMatchObject({ isCutShort: true });
    expect(await shown(person)).toEqual(['8 to open']);
    await expect(set(person, 1, 7)).rejects.toThrow('Those days are over');
    await expect(set(person, 20, 19)).rejects.toThrow('end before it begins');
  });

  it('ends on the day they are back, and one to come stays', async () => {
    const person = await makePerson(db);
    await set(person, 10, null);
    await set(person, 20, 25);
    await person.act((ctx) => endPause(ctx), noon(12));
    expect(await shown(person, 12)).toEqual(['10 to 12', '20 to 25']);
    expect(await person.act((ctx) => endPause(ctx), noon(13))).toBeNull();
  });

  it('is taken back, ended and removed with undo and redo', async () => {
    const person = await makePerson(db);
    const { pause } = await set(person, 10, null);
    await person.act((ctx) => endPause(ctx), noon(11));
    await person.act((ctx) => undoAction(ctx, last), noon(11));
    expect(await shown(person, 11)).toEqual(['10 to open']);
    await person.act((ctx) => removePause(ctx, pause.id), noon(11));
    expect(await shown(person, 11)).toEqual([]);
    await person.act((ctx) => undoAction(ctx, last), noon(11));
    expect(await shown(person, 11)).toEqual(['10 to open']);
    await person.act((ctx) => undoAction(ctx, last), noon(11));
    expect(await shown(person, 11)).toEqual([]);
    await person.act((ctx) => redoAction(ctx, last), noon(11));
    expect(await shown(person, 11)).toEqual(['10 to open']);
  });

  it('is nobody else’s to see or to remove', async () => {
    const [person, other] = [await makePerson(db), await makePerson(db)];
    const { pause } = await set(person, 10, null);
    expect(await shown(other)).toEqual([]);
    await expect(other.act((ctx) => removePause(ctx, pause.id), noon(10))).rejects.toThrow('over or gone');
  });
});
