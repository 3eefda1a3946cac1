import { describe, expect, it } from 'vitest';
import { type PhotosReading, readPhotos } from '../../../src/bots/language/read-photos.ts';
import { given } from './given.ts';

/** A reading in a line: what is done, the sides, the days. It is Monday, 2 March 2026. */
function show(reading: PhotosReading | null): string | null {
  if (!reading) return null;
  const day = (one: { toString(): string }) => one.toString().replace('2026-', '');
  if (reading.do === 'keep') {
    const figures = reading.figures.map((one) => ` ${one.metric} ${one.value} ${day(one.day)}`);
    return `keep ${reading.poses.join(' ')} | ${day(reading.day)}${figures}`;
  }
  if (reading.do === 'remove') return `remove | ${day(reading.day)}`;
  if (reading.do === 'of') return `of ${reading.who}`;
  if (reading.do === 'publish') return `${reading.isPublic ? 'public' : 'private'} | ${day(reading.day)}`;
  const days = reading.do === 'show' ? day(reading.day) : reading.days.map(day).join(' ~ ');
  return `${reading.do} ${reading.pose ?? 'any'} | ${days}`;
}

describe('words under a picture', () => {
  it.each([
    ['front', 'keep front | 03-02'],
    ['Front!', 'keep front | 03-02'],
    ['front view', 'keep front | 03-02'],
    ['from the side', 'keep side | 03-02'],
    ['side profile', 'keep side | 03-02'],
    ['left side', 'keep side | 03-02'],
    ['back', 'keep back | 03-02'],
    ['from behind 📸', 'keep back | 03-02'],
    ['front, side, back', 'keep front side back | 03-02'],
    ['front side and back', 'keep front side back | 03-02'],
    ['back / front', 'keep back front | 03-02'],
    ['progress photo', 'keep  | 03-02'],
    ['my progress pics', 'keep  | 03-02'],
    ['progress', 'keep  | 03-02'],
    ['weekly progress photo, front', 'keep front | 03-02'],
    ['physique update', 'keep  | 03-02'],
    ['check-in pics: front side back', 'keep front side back | 03-02'],
    ['progress photos of yesterday', 'keep  | 03-01'],
    ["yesterday's progress photos", 'keep  | 03-01'],
    ['front, yesterday', 'keep front | 03-01'],
    ['side view from 20 february', 'keep side | 02-20'],
    ['this is my front photo please', 'keep front | 03-02'],
    ['front 82.4kg', 'keep front | 03-02 weight 82.4 03-02'],
    ['front, yesterday, weight 82.4, body fat 18%', 'keep front | 03-01 weight 82.4 03-01, body-fat 18 03-01'],
    ['/photos front', 'keep front | 03-02'],
    ['/photos', 'keep  | 03-02'],
  ])('%j: %s', (text, expected) => expect(show(readPhotos(text, { ...given, photos: 1 }))).toBe(expected));

  it.each([
    ...['', 'photo', 'a picture', 'look at this', '200g rice lunch', 'lunch', 'back day', 'back squat 5x5 100'],
    ...['front squat 80kg 3x5', 'side salad', 'profile photo', 'weight 82.4', 'progress photos tomorrow', 'my dog'],
    ...[
      'front yesterday and monday',
      'back to work',
      'front 200g rice',
      'side 2 eggs',
      'not my front',
      'is this the front door',
      'flat front',
    ],
  ])('%j is nothing about the body', (text) => expect(readPhotos(text, { ...given, photos: 1 })).toBeNull());
});

describe('words about photos that are kept', () => {
  it.each([
    ['photos', 'show any | latest'],
    ['my photos', 'show any | latest'],
    ['Show me my progress photos', 'show any | latest'],
    ['progress pics', 'show any | latest'],
    ['can i see my progress pictures?', 'show any | latest'],
    ['my latest progress photo', 'show any | latest'],
    ['show my first progress photos', 'show any | first'],
    ['progress photos of yesterday', 'show any | 03-01'],
    ['show me the photos from 20 february', 'show any | 02-20'],
    ['my photos from the side', 'show side | latest'],
    ['/photos', 'show any | latest'],
    ['/photos back', 'show back | latest'],
    ['/photos 2026-02-01', 'show any | 02-01'],
    ['compare photos', 'compare any | first ~ latest'],
    ['compare my progress photos', 'compare any | first ~ latest'],
    ['compare first and latest photos', 'compare any | first ~ latest'],
    ['before and after', 'compare any | first ~ latest'],
    ['before and after photos', 'compare any | first ~ latest'],
    ['compare january and february photos', 'compare any | 01-01 ~ 02-01'],
    ['compare photos from 3 january and 20 february', 'compare any | 01-03 ~ 02-20'],
    ['compare my front photos of 2026-01-03 with now', 'compare front | 01-03 ~ 03-02'],
    ['/photos compare side', 'compare side | first ~ latest'],
    ["delete today's progress photos", 'remove | 03-02'],
    ['remove my photos of yesterday', 'remove | 03-01'],
    ['/photos delete 2026-02-20', 'remove | 02-20'],
  ])('%j: %s', (text, expected) => expect(show(readPhotos(text, given))).toBe(expected));

  it.each([
    ...['', 'front', 'back', 'progress', 'photo', 'pic', 'a photo', 'picture of health', 'before and after lunch'],
    ...['remind me to take progress photos', 'i took progress photos', 'take photos tomorrow', 'send me your photos'],
    ...['remove my photo', 'delete my photos', 'delete all my photos', 'my photos are awful', 'photos of my dog'],
    ...['spicy chicken 200g', 'i picked up some eggs', 'compare rice and pasta', 'no photos please today thanks no'],
    ...[
      'ask anna to send her photos',
      'show my progress',
      'epic workout',
      'compare photos of may 2 2025 and june and july',
    ],
  ])('%j asks for nothing', (text) => expect(readPhotos(text, given)).toBeNull());

  it('is dismissed at once when it is long', () => {
    expect(readPhotos('photos '.repeat(10_000), given)).toBeNull();
  });
});

describe('who may see photos', () => {
  it.each<[string, string | null]>([
    ['make my photos public', 'public | latest'],
    ['make my photos of yesterday private again', 'private | 03-01'],
    ['/photos public 1 march', 'public | 03-01'],
    ['/photos private', 'private | latest'],
    ['make my profile public', null],
    ['go public', null],
    ["anna's photos", 'of anna'],
    ['show me Anna’s progress pics', 'of Anna'],
    ["ben's photos", null],
  ])('%j', (text, reading) => {
    expect(show(readPhotos(text, { ...given, clients: ['Anna Smith'] }))).toBe(reading);
  });

  it('of others are no words for whoever coaches nobody', () => {
    expect(readPhotos("anna's photos", given)).toBeNull();
  });
});
