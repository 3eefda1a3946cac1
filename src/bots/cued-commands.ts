import type { Command, Given } from './command.ts';
import { scan } from './language/scan.ts';

/** How many words are remembered, for one list of commands: far more than anybody's usual ones. */
const mostWords = 20_000;

/** For each word met so far the places of the commands it is a cue of. */
type PlacesByWord = Map<string, readonly number[]>;

const remembered = new WeakMap<readonly Command[], PlacesByWord>();

/**
 * The commands that a text may be meant for, in their order: those with a cue among its words, and those without cues.
 * What comes with a slash, with pictures, as a reply or after a reminder may be meant for any of them: what it is about
 * need not be in its words.
 */
export function cuedCommands(commands: readonly Command[], text: string, given: Given): readonly Command[] {
  const tokens = scan(text);
  if (tokens[0]?.word === '/' || given.isReply || given.isReminded || (given.photos ?? 0) > 0) return commands;
  const places = placesByWord(commands);
  const isCued = new Uint8Array(commands.length);
  for (const { word } of tokens) {
    let found = places.get(word);
    if (!found) {
      found = commands.flatMap(({ cues }, place) => (cues?.test(word) ? [place] : []));
      places.set(word, found);
    }
    for (const place of found) isCued[place] = 1;
  }
  return commands.filter(({ cues }, place) => cues === undefined || isCued[place] === 1);
}

function placesByWord(commands: readonly Command[]): PlacesByWord {
  let places = remembered.get(commands);
  if (!places || places.size > mostWords) {
    places = new Map();
    remembered.set(commands, places);
  }
  return places;
}
