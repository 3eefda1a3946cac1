import type { Temporal } from 'temporal-polyfill';
import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { placeInTime } from './place-in-time.ts';
import { type MetricsGiven, type ReadMetric, readMetrics } from './read-metrics.ts';
import { recogniseDay } from './recognise-day.ts';
import { recognisePeriod } from './recognise-period.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import { photos, type SaidPose } from './vocabulary/en/photos.ts';

/** A day of photos: one said, the first or the latest there is. */
export type PhotoDay = Temporal.PlainDate | 'first' | 'latest';

export type PhotosReading =
  /** What the pictures that came with it show, and figures said after. Without poses they are told by their order. */
  | {
      readonly do: 'keep';
      readonly poses: readonly SaidPose[];
      readonly day: Temporal.PlainDate;
      readonly figures: readonly ReadMetric[];
    }
  | { readonly do: 'show'; readonly day: PhotoDay; readonly pose: SaidPose | null }
  | { readonly do: 'compare'; readonly days: readonly [PhotoDay, PhotoDay]; readonly pose: SaidPose | null }
  | { readonly do: 'remove'; readonly day: Temporal.PlainDate }
  /** Whether a coach may show those of a day to others. */
  | { readonly do: 'publish'; readonly day: PhotoDay; readonly isPublic: boolean }
  /** Those of a client; for coaches. */
  | { readonly do: 'of'; readonly who: string };

export interface PhotosGiven extends MetricsGiven {
  /** How many pictures came with the words. */
  readonly photos?: number;
  /** The names of those they coach, for whoever may coach. */
  readonly clients?: readonly string[];
}

/** A caption says little; a longer text is about something else. */
const longest = 160;
const noSlots = phrases<string>([]);

/**
 * Reads what is said of photos of one's body: with pictures what they show ("front", "side yesterday, 82.4 kg"),
 * else what to do with those that are kept ("my photos", "compare march and june photos", "/photos side").
 */
export function readPhotos(text: string, given: PhotosGiven): PhotosReading | null {
  const slash = /^\s*\/photos\b/i.exec(text);
  const hasPictures = (given.photos ?? 0) > 0;
  if (text.length > longest || !(slash || hasPictures || photos.hint.test(text))) return null;
  if (!hasPictures) {
    const said = readPublic(text, given) ?? readOfClient(text, given);
    if (said) return said;
  }
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const start = slash ? 2 : 0;
  const told = tell(line, start, given);
  if (hasPictures && told.act === null) return toKeep(told, slash !== null, restOf(line, told), given);
  if (told.end < line.tokens.length) return null;
  const isAsked = slash !== null || told.isNamed || told.act === 'compare' || told.isPlural;
  // "photo" or "front" alone asks for nothing.
  if (!isAsked) return null;
  if (told.act === 'remove') return toRemove(told, slash !== null);
  if (told.act === 'compare') return toCompare(told);
  if (told.days.length > 1 || told.poses.length > 1) return null;
  return { do: 'show', day: told.days[0] ?? 'latest', pose: told.poses[0] ?? null };
}

/** "make my photos public", "/photos private 1 march", "make my photos of yesterday private again". */
function readPublic(text: string, given: PhotosGiven): PhotosReading | null {
  const slash = /^\s*\/photos\s+(public|private)\b\s*(.*?)\s*$/i.exec(text);
  const made = /^\s*(?:make|mark|set) (.{4,60}?) (?:as )?(public|private)(?: again)?\s*[.!]*$/i.exec(text);
  const [how, which] = slash ? [slash[1], `photos ${slash[2]}`] : [made?.[2], made?.[1] ?? ''];
  if (how === undefined || !photos.hint.test(which)) return null;
  const line: Line = { text: which, tokens: scan(which), language: english, ownSlots: noSlots };
  const { end, days, poses } = tell(line, 0, given);
  const [day = 'latest', another] = days;
  if (end < line.tokens.length || another !== undefined || poses.length > 0) return null;
  return { do: 'publish', day, isPublic: /public/i.test(how) };
}

/** "anna's photos", of one of those they coach. */
function readOfClient(text: string, { clients }: PhotosGiven): PhotosReading | null {
  const who =
    /^\s*(?:\/photos\s+|show (?:me )?|(?:can|could|may) i (?:please )?see )?(\S.{0,59}?)(?:['’]s?) (?:latest |last )?(?:progress )?(?:photos|pics|pictures)\s*[?.!]*$/iu.exec(
      text,
    )?.[1];
  const isClient = clients?.some((name) => ` ${name.toLowerCase()}`.includes(` ${who?.toLowerCase()}`));
  return who !== undefined && isClient ? { do: 'of', who } : null;
}

interface Told {
  act: 'show' | 'compare' | 'remove' | null;
  /** Whether words stand there that mean photos of the body and nothing else. */
  isNamed: boolean;
  /** Whether photos were named in the plural, or shown ones asked for. */
  isPlural: boolean;
  readonly poses: SaidPose[];
  readonly days: PhotoDay[];
  /** The first token that tells something else. */
  end: number;
}

/** All that a text tells of photos, up to the first word that does not. */
function tell(line: Line, from: number, given: PhotosGiven): Told {
  const told: Told = { act: null, isNamed: false, isPlural: false, poses: [], days: [], end: line.tokens.length };
  for (let at = from; at < line.tokens.length; ) {
    const next = actAt(line, at, from, told) ?? nameAt(line, at, told) ?? dayAt(line, at, told, given);
    if (next !== null) at = next;
    else if (line.tokens[at]?.kind === 'picture' || photos.fillers.has(wordAt(line, at))) at++;
    else if (told.act !== null && (photos.betweens.has(wordAt(line, at)) || wordAt(line, at) === photos.questionMark))
      at++;
    else return { ...told, end: at };
  }
  return told;
}

const restOf = (line: Line, { end }: Told): string => line.text.slice(line.tokens[end]?.start ?? line.text.length);

function actAt(line: Line, at: number, from: number, told: Told): number | null {
  const compare = phraseAt(photos.compares, line.tokens, at);
  if (compare) {
    told.act = 'compare';
    return compare.end;
  }
  if (told.act !== null || at > from) return null;
  const remove = phraseAt(photos.removes, line.tokens, at);
  const show = remove ? null : phraseAt(photos.shows, line.tokens, at);
  if (remove) told.act = 'remove';
  else if (show) told.act = 'show';
  return remove?.end ?? show?.end ?? null;
}

function nameAt(line: Line, at: number, told: Told): number | null {
  const pose = phraseAt(photos.poses, line.tokens, at);
  const name = phraseAt(photos.names, line.tokens, at);
  if (pose && pose.end >= (name?.end ?? 0)) {
    told.poses.push(pose.meaning);
    return pose.end;
  }
  const several = phraseAt(photos.several, line.tokens, at);
  if (several) told.isPlural = true;
  if (name) told.isNamed = true;
  const end = Math.max(name?.end ?? 0, several?.end ?? 0);
  if (end > 0) return end;
  return photos.pictures.has(wordAt(line, at)) ? at + 1 : null;
}

function dayAt(line: Line, at: number, told: Told, given: PhotosGiven): number | null {
  const word = wordAt(line, at);
  if (!given.photos && photos.first.has(word)) {
    told.days.push('first');
    return at + 1;
  }
  if (told.act !== null && (photos.now.has(word) || photos.latest.has(word)) && !recogniseDay(line, at)) {
    // "Latest" besides a day names which photos, and no second day.
    if (told.act === 'compare') told.days.push('latest');
    return at + 1;
  }
  const ofDay = photos.possessives.get(word);
  const said = ofDay ? { day: ofDay, end: at + 1 } : recogniseDay(line, at);
  const day = said && placeInTime(said.day, null, null, given);
  if (said && !day) return null;
  if (said && day) {
    told.days.push(day.day);
    return said.end;
  }
  const found = told.act === null ? null : recognisePeriod(line, at, given);
  if (!found) return null;
  told.days.push(found.period.from ?? 'first');
  // "From march 1 to june 1" names two days to compare, a month only one.
  if (told.act === 'compare' && line.language.asks.betweenWords.has(word)) told.days.push(found.period.to);
  return found.end;
}

/** A day cannot be "latest" there: pictures are of the day they say, or of today. */
function toKeep(told: Told, isTold: boolean, rest: string, given: PhotosGiven): PhotosReading | null {
  const [day = 'latest', another] = told.days;
  if (another !== undefined || !(isTold || told.isNamed || told.poses.length > 0)) return null;
  const on = typeof day === 'string' ? placeInTime(null, null, null, given)?.day : day;
  const read = rest === '' ? null : readMetrics(rest, given);
  if (!on || (rest !== '' && read?.kind !== 'metrics')) return null;
  const metrics = read?.kind === 'metrics' ? read.metrics : [];
  const figures = metrics.map((one) => (one.isDaySaid ? one : { ...one, day: on, isDaySaid: true }));
  return { do: 'keep', poses: told.poses, day: on, figures };
}

function toRemove({ days, poses, isNamed, isPlural }: Told, isTold: boolean): PhotosReading | null {
  const [day, another] = days;
  const isOne = day !== undefined && typeof day !== 'string' && another === undefined && poses.length === 0;
  return isOne && (isTold || isNamed || isPlural) ? { do: 'remove', day } : null;
}

function toCompare({ days, poses }: Told): PhotosReading | null {
  const [one = 'first', other = 'latest', third] = days;
  if (third !== undefined || poses.length > 1) return null;
  return { do: 'compare', days: [one, other], pose: poses[0] ?? null };
}
