import { phrases } from '../../phrases.ts';

const listed = (words: readonly string[]) => phrases(words.map((phrase) => [phrase, null] as const));

/** What may stand before a zone: "9am in london time". */
export const zoneLeads = listed(['in', 'on', 'by', 'at', 'in the', '( in', '(']);

/** What makes a place's name the time there: "london time". */
export const zoneNouns = listed(['time', 'time zone', 'timezone', 'local time', 'clock']);

/** Short names of zones, which need no such noun. Those of the seasons mean the zone, whichever of them is on. */
export const zoneNames: ReadonlyMap<string, string> = new Map([
  ...['utc', 'gmt', 'zulu'].map((name) => [name, 'UTC'] as const),
  ...['bst'].map((name) => [name, 'Europe/London'] as const),
  ...['cet', 'cest'].map((name) => [name, 'Europe/Berlin'] as const),
  ...['eet', 'eest'].map((name) => [name, 'Europe/Athens'] as const),
  ...['est', 'edt', 'et'].map((name) => [name, 'America/New_York'] as const),
  ...['cst', 'cdt', 'ct'].map((name) => [name, 'America/Chicago'] as const),
  ...['mst', 'mdt'].map((name) => [name, 'America/Denver'] as const),
  ...['pst', 'pdt', 'pt'].map((name) => [name, 'America/Los_Angeles'] as const),
  ...['jst'].map((name) => [name, 'Asia/Tokyo'] as const),
  ...['aest', 'aedt'].map((name) => [name, 'Australia/Sydney'] as const),
]);

/** Wherever somebody is. */
export const ownZones = listed([
  'my time',
  'my local time',
  'my own time',
  'local time',
  'my time zone',
  'my timezone',
  'wherever i am',
  'wherever i go',
]);
