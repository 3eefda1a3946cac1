import type { Line } from './line.ts';
import { wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import {
  burdens,
  figureDeterminers,
  figureNames,
  gentleLeads,
  gentleNames,
  showingLeads,
  showingTails,
  switchWords,
  turningLeads,
} from './vocabulary/en/gentle.ts';

/** The words that a text can begin with, where it says whether figures are to be shown. */
export const gentleOpenings: readonly string[] = [
  gentleLeads,
  gentleNames,
  showingLeads,
  turningLeads,
  figureDeterminers,
  figureNames,
].flatMap((table) => [...table.byFirstWord.keys()]);

/**
 * Reads from one token to another whether figures of food and body are to be shown: "hide calories", "i don't want to
 * see numbers" and "gentle mode" make it true, "show numbers again" false; `offer` where they only weigh on somebody.
 * Null for anything else.
 */
export function readGentle(line: Line, start: number, end: number): boolean | 'offer' | null {
  return readMode(line, start, end) ?? readShowing(line, start, end) ?? readSwitched(line, start, end);
}

/** "gentle mode", "turn off gentle mode", "gentle mode off" */
function readMode(line: Line, start: number, end: number): boolean | null {
  const lead = phraseAt(gentleLeads, line.tokens, start);
  const name = phraseAt(gentleNames, line.tokens, lead?.end ?? start);
  if (!name) return null;
  const switched = switchWords.get(wordAt(line, name.end));
  // "gentle" alone is no mode.
  if (!lead && switched === undefined && name.end - start < 2) return null;
  if (pastTails(line, name.end + Number(switched !== undefined), end).at !== end) return null;
  return switched ?? lead?.meaning ?? true;
}

/** "hide the calories from me", "show numbers again" */
function readShowing(line: Line, start: number, end: number): boolean | null {
  const lead = phraseAt(showingLeads, line.tokens, start);
  const figures = lead && figuresAt(line, lead.end);
  if (!figures) return null;
  const tails = pastTails(line, figures.end, end);
  if (tails.at !== end) return null;
  const isPlain = figures.meaning === 'numbers';
  switch (lead.meaning) {
    case 'hide':
      return true;
    case 'hide-loose':
      return isPlain ? true : null;
    case 'show-back':
      return false;
    case 'show':
      return isPlain || tails.isBack ? false : null;
  }
}

/** "calories off", "turn the numbers back on", "the calories stress me out" */
function readSwitched(line: Line, start: number, end: number): boolean | 'offer' | null {
  const turning = phraseAt(turningLeads, line.tokens, start);
  const figures = figuresAt(line, turning?.end ?? start);
  if (!figures) return null;
  const burden = turning ? null : phraseAt(burdens, line.tokens, figures.end);
  if (burden) return pastTails(line, burden.end, end).at === end ? 'offer' : null;
  const at = pastTails(line, figures.end, end).at;
  const isShown = switchWords.get(wordAt(line, at));
  return isShown === undefined || pastTails(line, at + 1, end).at !== end ? null : !isShown;
}

function figuresAt(line: Line, at: number) {
  const determiner = phraseAt(figureDeterminers, line.tokens, at);
  return phraseAt(figureNames, line.tokens, determiner?.end ?? at);
}

function pastTails(line: Line, from: number, end: number): { at: number; isBack: boolean } {
  let [at, isBack] = [from, false];
  for (let tail = phraseAt(showingTails, line.tokens, at); tail && at < end; ) {
    at = tail.end;
    isBack ||= tail.meaning === 'back';
    tail = phraseAt(showingTails, line.tokens, at);
  }
  return { at, isBack };
}
