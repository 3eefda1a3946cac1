import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { coachings, media, progressPhotos, users } from '../../../db/schema/index.ts';
import { testImage } from '../../../src/cli/scenario/test-image.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { createFileStore } from '../../../src/domain/media/file-store.ts';
import { storePicture } from '../../../src/domain/media/keep-media.ts';
import { readMedia } from '../../../src/domain/media/read-media.ts';
import { sweepMedia } from '../../../src/domain/media/sweep-media.ts';
import { keepProgressPhotos } from '../../../src/domain/photos/keep-progress-photos.ts';
import { photosOn } from '../../../src/domain/photos/list-progress-photos.ts';
import { profilePhotoOf, setProfilePhoto } from '../../../src/domain/users/profile-photo.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'spotter-media-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = createFileStore(folder);
const day = Temporal.PlainDate.from('2026-03-02');
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
const later = (hours: number) => noon.add({ hours });
let ana: Person;
beforeEach(async () => {
  ana = await makePerson(db);
});

/** A picture in the store, as old as the person's clock says. */
async function stored(name: string) {
  const file = await storePicture(store, testImage(name));
  const s = noon.epochMilliseconds / 1000;
  utimesSync(join(folder, file.path), s, s);
  return file;
}

async function keepPhoto(name = 'front') {
  const file = await stored(name);
  const actionId = await ana.act((ctx) =>
    keepProgressPhotos(ctx, [{ file, pose: 'front', day, inboundMessageId: null }], null),
  );
  const [photo] = await ana.act((ctx) => photosOn(ctx, ana.id, day));
  return { file, actionId, mediaId: photo?.mediaId ?? 0 };
}

const isThere = (path: string) => existsSync(join(folder, path));
const undo = (actionId: number) => ana.act((ctx) => undoAction(ctx, { actionId, sourceMessageId: null }), later(1));
const redo = (actionId: number) => ana.act((ctx) => redoAction(ctx, { actionId, sourceMessageId: null }), later(2));

describe('the sweep', () => {
  it('leaves what is in use alone, however old', async () => {
    const { file, mediaId } = await keepPhoto();
    const profile = await stored('profile');
    await ana.act((ctx) => setProfilePhoto(ctx, profile));
    await sweepMedia(db, store, later(24 * 400));
    expect([isThere(file.path), isThere(profile.path)]).toEqual([true, true]);
    expect(await readMedia(db, store, ana.id, [mediaId], later(1))).toHaveLength(1);
  });

  it('leaves a photo that was undone for 30 days, so that it can come back', async () => {
    const { file, actionId } = await keepPhoto();
    await undo(actionId);
    await sweepMedia(db, store, later(24 * 29));
    expect(isThere(file.path)).toBe(true);
    await redo(actionId);
    expect(await ana.act((ctx) => photosOn(ctx, ana.id, day))).toHaveLength(1);
  });

  it('then removes it for good, and says so to whoever asks for it', async () => {
    const { file, actionId } = await keepPhoto();
    await undo(actionId);
    await sweepMedia(db, store, later(24 * 31));
    expect(isThere(file.path)).toBe(false);
    expect(await db.select().from(media).where(eq(media.path, file.path))).toEqual([]);
    await expect(redo(actionId)).rejects.toThrow('nothing left of it');
  });

  it('removes a profile photo that another one replaced, after an hour', async () => {
    const [first, second] = [await stored('1'), await stored('2')];
    await ana.act((ctx) => setProfilePhoto(ctx, first));
    await ana.act((ctx) => setProfilePhoto(ctx, second));
    await sweepMedia(db, store, noon.add({ minutes: 30 }));
    expect(isThere(first.path)).toBe(true);
    await sweepMedia(db, store, later(2));
    expect([isThere(first.path), isThere(second.path)]).toEqual([false, true]);
  });

  it('removes the file of a request that came to nothing, and of somebody erased, but nothing that is under way', async () => {
    const [lost, young] = [await stored('lost'), await stored('young')];
    const { file } = await keepPhoto();
    await db.delete(users).where(eq(users.id, ana.id));
    utimesSync(join(folder, young.path), later(2).epochMilliseconds / 1000, later(2).epochMilliseconds / 1000);
    await sweepMedia(db, store, later(2).add({ minutes: 30 }));
    expect([isThere(lost.path), isThere(file.path), isThere(young.path)]).toEqual([false, false, true]);
  });
});

describe('who may see a photo', () => {
  const coachedBy = async (coach: Person, canRead: ('photos' | 'food')[]) => {
    const times = { startedAt: noon, createdAt: noon, updatedAt: noon };
    const [row] = await db
      .insert(coachings)
      .values({ coachId: coach.id, clientId: ana.id, canRead, canWrite: [], ...times })
      .returning({ id: coachings.id });
    return row?.id ?? 0;
  };
  const seenBy = async (who: Person, mediaId: number, at = later(1)) =>
    (await readMedia(db, store, who.id, [mediaId], at)).length;

  it('is the person, and a coach as long as the consent says photos', async () => {
    const { mediaId } = await keepPhoto();
    const [coach, stranger] = [await makePerson(db), await makePerson(db)];
    expect([await seenBy(ana, mediaId), await seenBy(coach, mediaId), await seenBy(stranger, mediaId)]).toEqual([
      1, 0, 0,
    ]);
    const coaching = await coachedBy(coach, ['food']);
    expect(await seenBy(coach, mediaId)).toBe(0);
    await db
      .update(coachings)
      .set({ canRead: ['photos'] })
      .where(eq(coachings.id, coaching));
    expect([await seenBy(coach, mediaId), await seenBy(stranger, mediaId)]).toEqual([1, 0]);
    expect(await coach.act((ctx) => photosOn(ctx, ana.id, day), later(1))).toHaveLength(1);
    await db
      .update(coachings)
      .set({ endedAt: later(2) })
      .where(eq(coachings.id, coaching));
    expect(await seenBy(coach, mediaId, later(3))).toBe(0);
    expect(await coach.act((ctx) => photosOn(ctx, ana.id, day), later(3))).toEqual([]);
  });

  it('lets nobody keep a picture as somebody else, or as their profile photo', async () => {
    const { mediaId } = await keepPhoto();
    const eve = await makePerson(db);
    const row = { userId: eve.id, day, pose: 'front' as const, mediaId, createdAt: noon, updatedAt: noon };
    await expect(eve.act((ctx) => ctx.db.insert(progressPhotos).values(row))).rejects.toThrow();
    expect(await eve.act(profilePhotoOf)).toBeNull();
  });
});
