import type { Temporal } from 'temporal-polyfill';
import { isTimeZone } from '../../domain/users/local-day.ts';
import { commonZones, places, zonesOfRegion } from './vocabulary/en/places.ts';

export interface ZoneChoice {
  /** The city, as people write it. */
  readonly label: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Zones that are the same but in name are told apart by their city. */
const labelOf = (timeZone: string): string => timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
const choice = (timeZone: string): ZoneChoice => ({ label: labelOf(timeZone), timeZone });

const plain = (words: string): string =>
  words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[_.]/g, ' ').replace(/\s+/g, ' ').trim();

const placesByPlainName = new Map([...places].map(([name, zones]) => [plain(name), zones]));
let zonesByCity: Map<string, string[]> | undefined;

/** Every zone of the runtime by its city: "new york" → America/New_York. */
function cities(): ReadonlyMap<string, string[]> {
  if (zonesByCity) return zonesByCity;
  zonesByCity = new Map();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const city = plain(labelOf(zone));
    zonesByCity.set(city, [...(zonesByCity.get(city) ?? []), zone]);
  }
  return zonesByCity;
}

/**
 * The zones a place may mean: an IANA name, a city, a country, "utc", or an offset ("utc+2"). Empty when it is unknown;
 * several when the name alone does not tell.
 */
export function findZones(place: string): readonly ZoneChoice[] {
  const typed = place.trim().replace(/[.!?]+$/, '');
  if (typed === '' || typed.length > 60) return [];
  if (/^(?:utc|gmt|z)$/i.test(typed)) return [choice('UTC')];
  const offset = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?00)?$/i.exec(typed);
  // The sign is turned round in these names, by POSIX.
  if (offset && Number(offset[2]) <= 12)
    return [
      {
        label: `UTC${offset[1]}${Number(offset[2])}`,
        timeZone: Number(offset[2]) === 0 ? 'UTC' : `Etc/GMT${offset[1] === '+' ? '-' : '+'}${Number(offset[2])}`,
      },
    ];
  if (/^[A-Za-z_]+\/[A-Za-z_/+-]+$/.test(typed) && isTimeZone(typed)) return [choice(canonicalName(typed))];
  const name = plain(typed);
  const known = placesByPlainName.get(name) ?? cities().get(name);
  if (known) return known.map(choice);
  // "Springfield, Spain": what follows a comma is larger and better known, but the town is more exact.
  const [town, ...rest] = name.split(',').map((part) => part.trim());
  if (rest.length === 0) return zonesOfTownAndRegion(name);
  const zones = placesByPlainName.get(town ?? '') ?? cities().get(town ?? '') ?? [];
  const region = placesByPlainName.get(rest.at(-1) ?? '') ?? cities().get(rest.at(-1) ?? '') ?? [];
  const both = zones.filter((zone) => region.includes(zone));
  return (both.length > 0 ? both : zones.length > 0 ? zones : region).map(choice);
}

/** "dallas texas": without a comma both have to be known, and to share a zone. */
function zonesOfTownAndRegion(name: string): readonly ZoneChoice[] {
  const words = name.split(' ');
  const zonesOf = (from: number, to?: number): readonly string[] => {
    const part = words.slice(from, to).join(' ');
    return placesByPlainName.get(part) ?? cities().get(part) ?? [];
  };
  for (let at = words.length - 1; at > 0; at--) {
    const region = zonesOf(at);
    const both = zonesOf(0, at).filter((zone) => region.includes(zone));
    if (both.length > 0) return both.map(choice);
  }
  return [];
}

function canonicalName(typed: string): string {
  return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === typed.toLowerCase()) ?? typed;
}

/** A clock is read to some minutes, and no zone is finer than a quarter of an hour. */
const toleranceMin = 7;
const dayMin = 24 * 60;

/**
 * The zones whose clocks show one of `times` (minutes since midnight) now. A locale's region, where it has such a zone,
 * decides alone; otherwise the common zones are offered.
 */
export function zonesByClock(times: readonly number[], now: Temporal.Instant, locale: string): readonly ZoneChoice[] {
  const shows = (zone: string): boolean => {
    const local = now.toZonedDateTimeISO(zone);
    return times.some((time) => {
      const apart = Math.abs(local.hour * 60 + local.minute - time);
      return Math.min(apart, dayMin - apart) <= toleranceMin;
    });
  };
  const region = /[-_]([A-Za-z]{2})\b/.exec(locale)?.[1]?.toUpperCase() ?? '';
  const own = (zonesOfRegion[region] ?? []).filter(shows);
  return (own.length > 0 ? own : commonZones.filter(shows)).map(choice);
}
