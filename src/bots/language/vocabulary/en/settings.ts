import { phrases, synonyms } from '../../phrases.ts';

/** How people begin to tell a setting. A `place` phrase is only about that; a `maybe-place` goes on in many ways. */
export type SettingLead = 'place' | 'maybe-place' | 'clock' | 'own-clock' | 'units' | 'day-start';

export const settingLeads = synonyms<SettingLead>([
  [
    'place',
    [
      'my city is', 'my city', 'city', 'city is', 'city:', 'my town is', 'my time zone is', 'my timezone is', 'time zone', 'timezone', 'time zone is', 'timezone is', 'time zone:', 'timezone:', 'tz', 'tz:', 'my tz is', 'my time zone', 'my timezone',
      'set my time zone to', 'set my timezone to', 'set time zone to', 'set timezone to', 'set time zone', 'set timezone', 'set my city to', 'set city to', 'set city', 'change my time zone to', 'change my timezone to', 'change time zone to', 'change timezone to', 'change my city to', 'my location is', 'location', 'location:', 'set my location to', 'use time zone', 'use timezone',
    ],
  ],
  [
    'maybe-place',
    ['i live in', 'im in', 'i am in', 'im living in', 'i am living in', 'im based in', 'i am based in', 'im from', 'i am from', 'i moved to', 'ive moved to', 'i have moved to', 'i just moved to', 'im at', 'based in', 'i live near', 'living in', 'im now in', 'im currently in', 'i am currently in', 'im travelling in', 'im traveling in', 'i landed in', 'now in', 'we live in'],
  ],
  ['clock', ['its', 'it is', 'its now', 'it is now', 'its currently', 'it is currently', 'its like', 'the time is', 'time is', 'it is about', 'its about']],
  ['own-clock', ['my time is', 'my local time is', 'local time is', 'my clock says', 'the time here is', 'here it is', 'here its', 'time here is', 'my time', 'over here its', 'here it is now']],
  [
    'units',
    ['use', 'units', 'unit', 'units:', 'my units are', 'set units to', 'set my units to', 'change units to', 'change my units to', 'switch to', 'switch units to', 'i use', 'i prefer', 'i want', 'please use', 'can you use', 'show me', 'show', 'in', 'weights in', 'set units'],
  ],
  [
    'day-start',
    ['my day starts at', 'day starts at', 'my day starts', 'day starts', 'my day begins at', 'day begins at', 'start my day at', 'day start', 'day start at', 'day start is', 'day start:', 'my day start is', 'set day start to', 'set my day start to', 'new day at', 'new day starts at', 'my new day starts at', 'start the day at', 'the day starts at', 'my days start at', 'days start at', 'set day start', 'a new day starts at', 'my day ends at', 'day ends at'],
  ],
]);

export const unitSystems: ReadonlyMap<string, 'metric' | 'us'> = new Map<string, 'metric' | 'us'>([
  ...['metric', 'kg', 'kgs', 'kilos', 'kilograms', 'grams', 'g', 'metric units', 'metric system', 'the metric system', 'kg and cm', 'kilos and grams', 'grams and kilos', 'g and kg', 'km', 'celsius', 'si', 'european units', 'litres', 'liters'].map(
    (name) => [name, 'metric'] as const,
  ),
  ...['us', 'usa', 'imperial', 'pounds', 'lb', 'lbs', 'ounces', 'oz', 'us units', 'imperial units', 'american units', 'us customary', 'american', 'pounds and ounces', 'lbs and oz', 'lb and oz', 'the imperial system', 'imperial system', 'freedom units', 'miles', 'us system', 'oz and lb', 'ounces and pounds'].map(
    (name) => [name, 'us'] as const,
  ),
]);

/** What must follow a time for it to be said of the writer's own clock. */
export const hereWords = phrases(
  ['here', 'here now', 'here right now', 'where i am', 'where i live', 'in my city', 'in my town', 'my time', 'local time', 'for me', 'over here', 'at my place', 'now here', 'right now here'].map((phrase) => [phrase, null] as const),
);
