import type { Command, Given } from './command.ts';
import { type Lexeme, lexemeOf, wordFact } from './language/lexeme.ts';
import { scan } from './language/scan.ts';

/** The places of the commands that a word is a cue of, in a text and at its beginning. */
interface Places {
  readonly cuedBy: (lexeme: Lexeme) => readonly number[];
  readonly openedBy: (lexeme: Lexeme) => readonly number[];
  /** For each command the turn in which a text had a cue for it last: nothing has to be cleared between turns. */
  readonly lastCued: number[];
  turns: number;
}

/** One for each list of commands there is. */
const made = new WeakMap<readonly Command[], Places>();

/**
 * The commands that a text may be meant for, in their order: those with a cue among its words, and those without cues.
 * What comes with a slash, with pictures, as a reply or after a reminder may be meant for any of them: what it is about
 * need not be in its words.
 */
export function cuedCommands(commands: readonly Command[], text: string, given: Given): readonly Command[] {
  const tokens = scan(text);
  if (tokens[0]?.word === '/' || given.isReply || given.isReminded || (given.photos ?? 0) > 0) return commands;
  const places = placesOf(commands);
  const { cuedBy, openedBy, lastCued } = places;
  const turn = ++places.turns;
  let first: Lexeme | null = null;
  for (const { lexeme, kind } of tokens) {
    for (const place of cuedBy(lexeme)) lastCued[place] = turn;
    if (first === null && kind === 'word') first = lexeme;
  }
  for (const place of openedBy(first ?? lexemeOf(''))) lastCued[place] = turn;
  const mayCoach = given.clients !== undefined || (given.role !== undefined && given.role !== 'client');
  const cued: Command[] = [];
  for (let place = 0; place < commands.length; place++) {
    const command = lastCued[place] === turn ? commands[place] : undefined;
    if (command && (mayCoach || !command.isForCoaches)) cued.push(command);
  }
  return cued;
}

function placesOf(commands: readonly Command[]): Places {
  const known = made.get(commands);
  if (known) return known;
  const placesWhere = (isMeant: (command: Command) => boolean): number[] =>
    commands.flatMap((command, place) => (isMeant(command) ? [place] : []));
  const places: Places = {
    cuedBy: wordFact((word) => placesWhere(({ cues }) => cues?.test(word) ?? false)),
    // What has neither cues nor openings may be meant by every text.
    openedBy: wordFact((word) => placesWhere(({ cues, opens }) => (opens ? opens.has(word) : cues === undefined))),
    lastCued: commands.map(() => 0),
    turns: 0,
  };
  made.set(commands, places);
  return places;
}
