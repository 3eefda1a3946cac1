import type { Figure } from './figure.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseFigure } from './recognise-figure.ts';

/** How hard a set was, or how long the rest after it: exactly one is said. Several RPEs are one a set. */
interface FoundEffort extends Span {
  readonly rpes: readonly number[];
  readonly rir: number | null;
  readonly restS: number | null;
}

const hardest = 10;
const effort = (end: number, said: Partial<FoundEffort>): FoundEffort => ({
  rpes: [],
  rir: null,
  restS: null,
  ...said,
  end,
});

/** "rpe 8", "8.5 rpe", "@rpe 7/8/9", "2 rir", "@2rir", "rest 90s", "2 min rest", "w/ 90s rest". */
export function recogniseEffort(line: Line, from: number): FoundEffort | null {
  const { efforts, ats, restTails } = line.language.training;
  const at = ats.has(wordAt(line, from)) ? from + 1 : from;
  const word = phraseAt(efforts, line.tokens, at);
  if (word) {
    const next =
      wordAt(line, word.end) === ':' || wordAt(line, word.end) === '=' || wordAt(line, word.end) === '@'
        ? word.end + 1
        : word.end;
    if (word.meaning !== 'rest') return scaleOf(line, next, word.meaning);
    const rest = restOf(recogniseFigure(line, next));
    // "rested 2 min between sets"
    return rest && { ...rest, end: phraseAt(restTails, line.tokens, rest.end)?.end ?? rest.end };
  }
  const figure = recogniseFigure(line, at);
  if (!figure) return null;
  const after = phraseAt(efforts, line.tokens, figure.end);
  if (!after) return null;
  if (after.meaning === 'rest') {
    // "30 min recovery run"
    if (line.language.training.exerciseWords.has(wordAt(line, after.end))) return null;
    const rest = figure.unit === 'none' ? null : restOf(figure);
    // "90s rest between sets"
    return rest && { ...rest, end: phraseAt(efforts, line.tokens, after.end)?.end ?? after.end };
  }
  if (figure.unit !== 'none' || figure.value > hardest) return null;
  // "3x8 rpe 8": the number before belongs to the sets where another follows.
  if (line.tokens[after.end]?.kind === 'number' && line.tokens[after.end + 1]?.word !== 'x') return null;
  return after.meaning === 'rpe'
    ? effort(after.end, { rpes: [figure.value] })
    : effort(after.end, { rir: figure.value });
}

function scaleOf(line: Line, at: number, kind: 'rpe' | 'rir'): FoundEffort | null {
  const values: number[] = [];
  let end = at;
  for (let next = at; ; next = end + 1) {
    const figure = recogniseFigure(line, next);
    if (figure?.unit !== 'none' || figure.value > hardest) break;
    values.push(figure.value);
    end = figure.end;
    const link = wordAt(line, end);
    const isTight = line.tokens[end + 1]?.isGlued === true;
    if (!(link === ',' || (isTight && (link === '/' || link === '-')))) break;
    if (link === ',' && !isTight && !isEffortAlone(line, end + 1)) break;
  }
  const first = values[0];
  if (first === undefined) return null;
  // "8/10" is eight of ten.
  const rpes = values.length === 2 && values[1] === hardest ? [first] : values;
  return kind === 'rpe' ? effort(end, { rpes }) : effort(end, { rir: first });
}

/** "rpe 7, 8, 9": a number of that scale with nothing that makes it sets. */
function isEffortAlone(line: Line, at: number): boolean {
  const figure = recogniseFigure(line, at);
  const isScale = figure?.unit === 'none' && figure.value >= 5 && figure.value <= hardest;
  const next = line.tokens[figure?.end ?? at];
  return isScale && (next === undefined || next.word === ',' || next.word === '\n' || next.word === ')');
}

const shortestRestS = 10;

function restOf(figure: Figure | null): FoundEffort | null {
  if (!figure) return null;
  switch (figure.unit) {
    case 's':
    case 'clock':
      return effort(figure.end, { restS: figure.value });
    case 'none':
    case 'open-s':
      return effort(figure.end, { restS: figure.value < shortestRestS ? figure.value * 60 : figure.value });
    case 'open-m':
      return figure.value <= 15 ? effort(figure.end, { restS: figure.value * 60 }) : null;
    default:
      return null;
  }
}
