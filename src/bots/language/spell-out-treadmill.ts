import { english } from './vocabulary/en/index.ts';

/** Incline in percent, miles an hour and minutes: "12-3-30", "10/3.5/45". */
const figures = /(?<![\d.,/-])(\d{1,2})\s?[-/]\s?(\d(?:\.\d)?)\s?[-/]\s?(\d{2})(?![\d.,/-])/;
/** The one that goes by its figures alone. */
const known = '12-3-30';
const steepest = 15;
const fastestMph = 8;
const shortestMin = 10;
/** Faster than this it is a run. */
const walkMph = 4.5;

/** A text with such figures spelled out, under a name we gave it, and the words it was said in. */
export interface SpelledOut {
  readonly text: string;
  readonly name: string;
  readonly words: string;
}

/**
 * What somebody did on a treadmill, told as three bare figures, spelled out: "12-3-30 on the treadmill" is "incline
 * walk incline 12, 3 mph 30 min". Null for any other text.
 */
export function spellOutTreadmill(text: string): SpelledOut | null {
  const found = text.includes('-') || text.includes('/') ? figures.exec(text) : null;
  if (!found) return null;
  const [said, incline = '', mph = '', minutes = ''] = found;
  const treadmill = english.training.treadmills.exec(text)?.[0];
  const isKnown = `${incline}-${mph}-${minutes}` === known;
  const isPossible = Number(incline) <= steepest && Number(mph) <= fastestMph && Number(minutes) >= shortestMin;
  if (!isPossible || !(treadmill || isKnown)) return null;
  const name = Number(mph) <= walkMph ? 'incline walk' : 'treadmill run';
  return {
    text: text.replace(treadmill ?? '', '').replace(said, `${name} incline ${incline}, ${mph} mph ${minutes} min`),
    name,
    words: treadmill ? `${said} ${treadmill}` : said,
  };
}
