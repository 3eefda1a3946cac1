import type { Figure } from './figure.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseFigure } from './recognise-figure.ts';
import type { Walk } from './training-moment.ts';
import type { TrainingPiece } from './training-piece.ts';

/** Where figures end that say how, or how it went, and count nothing: a tempo, a score, a sauna after it. */
export function trainingNoteEnd(line: Line, at: number, has: Walk['has']): number | null {
  return (has.tempo ? tempoEnd(line, at) : null) ?? scoreEnd(line, at) ?? (has.soak ? soakEnd(line, at) : null);
}

/** "1st set 60kg x 12, 2nd set …": which it was is told by the order. */
export function ordinalEnd(line: Line, at: number): number | null {
  const { ordinals, countings } = line.language.training;
  const isOrdinal =
    /^[1-9]$/.test(wordAt(line, at)) && line.tokens[at + 1]?.isGlued && ordinals.has(wordAt(line, at + 1));
  return isOrdinal && countings.has(wordAt(line, at + 2)) ? at + 3 : null;
}

/** "5 a side football", "played five-a-side": how many play; "lunges 10 a side" counts each leg. */
export function teamEnd(line: Line, at: number, last: TrainingPiece | undefined): number | null {
  const { teamGames, played, sides, sidesInOne } = line.language.training;
  if (last !== undefined && last.kind !== 'word' && last.kind !== 'break') return null;
  const size = line.tokens[at]?.value ?? line.language.numbers.get(wordAt(line, at)) ?? 0;
  if (size < smallestTeam || size > largestTeam) return null;
  const start = wordAt(line, at + 1) === '-' ? at + 2 : at + 1;
  const isOpen = line.language.articles.has(wordAt(line, start));
  const side = isOpen ? (wordAt(line, start + 1) === '-' ? start + 2 : start + 1) : start;
  if (!(isOpen ? sides : sidesInOne).has(wordAt(line, side))) return null;
  const isGame = teamGames.has(wordAt(line, side + 1)) || played.has(wordAt(line, at - 1));
  return isGame ? side + 1 : null;
}

const smallestTeam = 4;
const largestTeam = 11;

/** "won 6-4 6-3", "lost 2-1": how a game ended. */
function scoreEnd(line: Line, at: number): number | null {
  if (!line.language.training.results.has(wordAt(line, at))) return null;
  let end = at + 1;
  while (isScore(line, end)) end += wordAt(line, end + 3) === ',' && isScore(line, end + 4) ? 4 : 3;
  return end > at + 1 ? end : null;
}

const isScore = (line: Line, at: number): boolean =>
  line.tokens[at]?.kind === 'number' &&
  wordAt(line, at + 1) === '-' &&
  line.tokens[at + 1]?.isGlued === true &&
  line.tokens[at + 2]?.kind === 'number';

/** "3-1-1", "4-0-1-0 tempo": how slowly, where the text speaks of tempo. "5-5-5-4" is of reps. */
function tempoEnd(line: Line, at: number): number | null {
  let end = at;
  let hasBrief = false;
  for (; isBeat(line, end) && (end === at || line.tokens[end]?.isGlued); end += 2) {
    hasBrief ||= Number(wordAt(line, end)) <= 1;
    if (!['-', '/'].includes(wordAt(line, end + 1))) {
      end++;
      break;
    }
  }
  const beats = (end - at + 1) / 2;
  if (!hasBrief || (beats !== 3 && beats !== 4)) return null;
  return line.language.training.tempos.has(wordAt(line, end)) ? end + 1 : end;
}

const isBeat = (line: Line, at: number): boolean => /^[0-9]$/.test(wordAt(line, at));

/** "15 min sauna", "sauna for 15 min", "10 mins in the steam room": told beside a training, and none. */
function soakEnd(line: Line, at: number): number | null {
  const { training } = line.language;
  const named = phraseAt(training.soaks, line.tokens, at);
  if (named) {
    const figure = recogniseFigure(line, training.fors.has(wordAt(line, named.end)) ? named.end + 1 : named.end);
    return figure && isTime(figure) ? figure.end : named.end;
  }
  const figure = line.tokens[at]?.kind === 'number' ? recogniseFigure(line, at) : null;
  return figure && isTime(figure) ? (phraseAt(training.soaks, line.tokens, figure.end)?.end ?? null) : null;
}

const isTime = ({ unit }: Figure): boolean => unit === 's' || unit === 'open-m';
