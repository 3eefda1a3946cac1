import type { Command, Given } from './command.ts';
import { scan } from './language/scan.ts';

/** How many words are remembered, for one list of commands: far more than anybody's usual ones. */
const mostWords = 20_000;

/** For each word met so far the places of the commands it is a cue of, in a text and at its beginning. */
interface Places {
  readonly byWord: Map<string, readonly number[]>;
  readonly byFirstWord: Map<string, readonly number[]>;
  /** For each command the turn in which a text had a cue for it last: nothing has to be cleared between turns. */
  readonly lastCued: number[];
  turns: number;
}

const remembered = new WeakMap<readonly Command[], Places>();

/**
 * The commands that a text may be meant for, in their order: those with a cue among its words, and those without cues.
 * What comes with a slash, with pictures, as a reply or after a reminder may be meant for any of them: what it is about
 * need not be in its words.
 */
export function cuedCommands(commands: readonly Command[], text: string, given: Given): readonly Command[] {
  const tokens = scan(text);
  if (tokens[0]?.word === '/' || given.isReply || given.isReminded || (given.photos ?? 0) > 0) return commands;
  const places = placesOf(commands);
  const { byWord, byFirstWord, lastCued } = places;
  const turn = ++places.turns;
  let first = '';
  for (const { word, kind } of tokens) {
    for (const place of placesAt(byWord, commands, word, hasCue)) lastCued[place] = turn;
    if (first === '' && kind === 'word') first = word;
  }
  for (const place of placesAt(byFirstWord, commands, first, hasOpening)) lastCued[place] = turn;
  const mayCoach = given.clients !== undefined || (given.role !== undefined && given.role !== 'client');
  return commands.filter((command, place) => lastCued[place] === turn && (mayCoach || !command.isForCoaches));
}

const hasCue = ({ cues }: Command, word: string): boolean => cues?.test(word) ?? false;
/** What has neither cues nor openings may be meant by every text. */
const hasOpening = ({ cues, opens }: Command, word: string): boolean => (opens ? opens.has(word) : cues === undefined);

function placesAt(
  known: Map<string, readonly number[]>,
  commands: readonly Command[],
  word: string,
  may: (command: Command, word: string) => boolean,
): readonly number[] {
  let found = known.get(word);
  if (!found) {
    found = commands.flatMap((command, place) => (may(command, word) ? [place] : []));
    known.set(word, found);
  }
  return found;
}

function placesOf(commands: readonly Command[]): Places {
  let places = remembered.get(commands);
  if (!places || places.byWord.size > mostWords || places.byFirstWord.size > mostWords) {
    places = { byWord: new Map(), byFirstWord: new Map(), lastCued: commands.map(() => 0), turns: 0 };
    remembered.set(commands, places);
  }
  return places;
}
