import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/bots/language/read-settings.ts';

const now = Temporal.Instant.from('2026-03-02T13:05:00Z');
const read = (text: string, locale = 'en-US') => readSettings(text, { now, locale });

describe('settings', () => {
  it.each<[string, object]>([
    ['i live in madrid', { timeZone: 'Europe/Madrid' }],
    ['time zone Europe/Madrid', { timeZone: 'Europe/Madrid' }],
    ['my city is New York.', { timeZone: 'America/New_York' }],
    ['my city is são paulo', { timeZone: 'America/Sao_Paulo' }],
    ['my city is Paris, France', { timeZone: 'Europe/Paris' }],
    ['city: san jose, california', { timeZone: 'America/Los_Angeles' }],
    ['i moved to japan', { timeZone: 'Asia/Tokyo' }],
    ['timezone utc+2', { timeZone: 'Etc/GMT-2' }],
    ['/settings madrid', { timeZone: 'Europe/Madrid' }],
    ['my city is nice', { timeZone: 'Europe/Paris' }],
    ['i live in cork', { timeZone: 'Europe/Dublin' }],
    ['/settings city split', { timeZone: 'Europe/Zagreb' }],
    ['use pounds', { unitSystem: 'us' }],
    ['units us', { unitSystem: 'us' }],
    ['im in lbs not kg', { unitSystem: 'us' }],
    ['i think in pounds', { unitSystem: 'us' }],
    ['dont ping me between 10pm and 7am', { quietFrom: '22:00', quietUntil: '07:00' }],
    ['use kg instead of lbs', { unitSystem: 'metric' }],
    ['im in madrid', { timeZone: 'Europe/Madrid' }],
    ['units kg', { unitSystem: 'metric' }],
    ['switch to metric please', { unitSystem: 'metric' }],
    ['day starts at 4', { dayStartHour: 4 }],
    ['my day starts at 4am', { dayStartHour: 4 }],
    ['my day starts at midnight', { dayStartHour: 0 }],
    ['settings', {}],
    ['/settings', {}],
  ])('%j', (text, change) => {
    expect(read(text)).toEqual({ change });
  });

  it('finds the zone by the clock where the locale has one with that time', () => {
    expect(read('it is 14:05 here', 'es-ES')).toEqual({ change: { timeZone: 'Europe/Madrid' } });
    expect(read("it's 2:07pm here", 'de-DE')).toEqual({ change: { timeZone: 'Europe/Berlin' } });
  });

  it('offers the places that have that time where the locale does not tell', () => {
    const reading = read("it's 2:05pm here", 'en');
    expect(reading).toHaveProperty('zones', expect.arrayContaining([{ label: 'Madrid', timeZone: 'Europe/Madrid' }]));
  });

  it('offers the zones of a name that has several', () => {
    const reading = read('i live in usa');
    expect(reading && 'zones' in reading && reading.zones.map(({ label }) => label)).toEqual([
      'New York',
      'Chicago',
      'Denver',
      'Los Angeles',
    ]);
  });

  it.each(['my city is xyzzy', 'day starts at 9', 'no messages after 10pm please', '/settings foo'])(
    'says what is wrong with %j',
    (text) => {
      expect(read(text)).toHaveProperty('problem');
    },
  );

  describe('a bare answer to "which city are you in?"', () => {
    const answer = (text: string) => read(`/settings here ${text}`);
    it.each<[string, object]>([
      ['madrid', { timeZone: 'Europe/Madrid' }],
      ['Madrid!', { timeZone: 'Europe/Madrid' }],
      ['nice, france', { timeZone: 'Europe/Paris' }],
      ['in nice', { timeZone: 'Europe/Paris' }],
      ['the city of nice', { timeZone: 'Europe/Paris' }],
      ['i live in nice', { timeZone: 'Europe/Paris' }],
      ['my city is cork', { timeZone: 'Europe/Dublin' }],
    ])('%j', (text, change) => {
      expect(answer(text)).toEqual({ change });
    });
    it('may be the time', () => {
      expect(answer('14:05')).toHaveProperty('zones');
      expect(answer("it's 14:05")).toHaveProperty('zones');
    });
    it.each(['nice', 'Nice!', 'Reading', 'bath', 'cork', 'orange', 'mobile', 'split', 'thanks', 'ok', 'no', 'not now'])(
      '%j is none',
      (text) => {
        expect(answer(text)).toBeNull();
      },
    );
    it('says what is wrong with a place nobody knows', () => {
      expect(answer('xyzzy')).toHaveProperty('problem', expect.stringContaining('where xyzzy is'));
    });
  });

  it.each([
    "i'm in bed",
    "i'm in love",
    'its cold here',
    'it is 5 oclock somewhere',
    'use chopsticks',
    'ate 200g rice',
    'in',
    'my city',
    'show me',
    'day starts',
    '',
    'i live in hope',
  ])('%j is none', (text) => {
    expect(read(text)).toBeNull();
  });
});
