import { isNotOwn } from './is-not-own.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import type { FoundTime } from './recognise-clock-time.ts';
import { figureFollows, lastSetReps, namedReps, pooled, signedFigure } from './recognise-counted-figure.ts';
import { recogniseEffort } from './recognise-effort.ts';
import { recogniseFigure } from './recognise-figure.ts';
import { bulletEnd, labelAt, markAt, settingEnd } from './recognise-training-mark.ts';
import { ordinalEnd, teamEnd, trainingNoteEnd } from './recognise-training-note.ts';
import { momentAt, type Walk } from './training-moment.ts';
import type { Break, Joint, TrainingPiece } from './training-piece.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

interface TrainingPieces {
  readonly pieces: readonly TrainingPiece[];
  readonly day: SaidDay | null;
  readonly time: FoundTime | null;
}

const breaks: ReadonlyMap<string, Break> = new Map<string, Break>([
  [',', 'comma'],
  ['\n', 'line'],
  [';', 'semi'],
  ['|', 'semi'],
  ['.', 'stop'],
  ['!', 'stop'],
  ['…', 'stop'],
  [':', 'colon'],
]);

/** Signs of money and questions: no workout. */
const foreign = new Set(['?', '$', '€', '£', '¿']);

/** Cuts a text into what workouts are written with. Null where something in it says that it is none. */
export function readTrainingPieces(line: Line): TrainingPieces | null {
  const closing: number[] = new Array(line.tokens.length).fill(-1);
  for (let at = line.tokens.length - 1, last = -1; at >= 0; at--) {
    if (wordAt(line, at) === ')') last = at;
    closing[at] = last;
  }
  const walk: Walk = { line, closing, pieces: [], has: kindsIn(line), day: null, time: null };
  return readSpan(walk, 0, line.tokens.length) ? { pieces: walk.pieces, day: walk.day, time: walk.time } : null;
}

function kindsIn({ tokens, language }: Line): Walk['has'] {
  const { training, clock, months } = language;
  return {
    effort: tokens.some(({ word }) => training.efforts.byFirstWord.has(word)),
    soak: tokens.some(({ word }) => training.soaks.byFirstWord.has(word)),
    tempo: tokens.some(({ word }) => training.tempos.has(word)),
    date: tokens.some(({ word }) => word === 'ago' || months.has(word) || /^(?:19|20)\d\d$/.test(word)),
    halfDay: tokens.some(
      ({ word }) => word.length > 1 && (clock.am.byFirstWord.has(word) || clock.pm.byFirstWord.has(word)),
    ),
  };
}

function readSpan(walk: Walk, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const next = step(walk, at);
    if (next === null) return false;
    at = next;
  }
  return true;
}

/** Reads what stands at `at` and tells where to go on; null refuses the text. */
function step(walk: Walk, at: number): number | null {
  const { line, pieces } = walk;
  const token = line.tokens[at];
  if (!token) return at + 1;
  if (token.kind === 'picture') {
    // "leg day ✅ squat 3x8": what stands around it are different words.
    if (pieces.at(-1)?.kind === 'word') pieces.push({ kind: 'break', how: 'comma', at, isTight: false });
    return at + 1;
  }
  if (foreign.has(token.word)) return null;
  if (token.word === '(') return bracket(walk, at);
  const { training } = line.language;
  const last = pieces.at(-1);

  if (token.kind === 'word') {
    // "can you log" asks for nothing else.
    const lead = phraseAt(training.leads, line.tokens, at);
    if (lead && lead.end > at + 1 && last === undefined) {
      pieces.push({ kind: 'word', at, end: lead.end, isAside: false });
      return lead.end;
    }
    if (phraseAt(training.refusals, line.tokens, at) || isNotOwn(line, at, last)) return null;
  }
  const scheme = phraseAt(training.schemes, line.tokens, at);
  if (scheme && wordAt(line, scheme.end) === ':') {
    pieces.push({ kind: 'note', text: textOf(line, at, scheme.end) });
    return scheme.end + 1;
  }
  const team = teamEnd(line, at, last);
  if (team !== null) {
    pieces.push({ kind: 'word', at, end: team, isAside: false });
    return team;
  }
  const ordinal = ordinalEnd(line, at);
  if (ordinal !== null) {
    pieces.push({ kind: 'break', how: 'semi', at, isTight: false });
    return ordinal;
  }
  const bullet = bulletEnd(line, at, last);
  if (bullet !== null) return bullet;
  const label = labelAt(line, at, last, pieces);
  if (label) {
    pieces.push({ kind: 'label', group: label.group });
    return label.end;
  }
  const effort = walk.has.effort ? recogniseEffort(line, at) : null;
  if (effort) {
    pieces.push({ kind: 'effort', rpes: effort.rpes, rir: effort.rir, restS: effort.restS });
    return effort.end;
  }
  const moment = momentAt(walk, at);
  if (moment !== undefined) {
    // "gym today bench 3x8": what stands around a day are different words.
    if (last?.kind === 'word') pieces.push({ kind: 'break', how: 'comma', at, isTight: false });
    return moment;
  }

  const ofLast = last === undefined ? null : lastSetReps(line, at);
  if (ofLast) {
    pieces.push({ kind: 'last', reps: ofLast.reps });
    return ofLast.end;
  }
  const setting = phraseAt(training.settings, line.tokens, at);
  if (setting) {
    const end = settingEnd(line, at, setting.end);
    if (end !== null) {
      if (!training.countings.has(token.word)) pieces.push({ kind: 'note', text: textOf(line, at, end) });
      return end;
    }
  }
  const mark = markAt(line, at, last);
  if (mark) {
    pieces.push({ kind: 'mark', mark: mark.mark, at, end: mark.end });
    return mark.end;
  }
  const then = phraseAt(training.joins.next, line.tokens, at);
  if (then) {
    pieces.push({ kind: 'break', how: 'then', at, isTight: false });
    return then.end;
  }
  if (isOneInEachHand(line, at, last)) return at + 1;
  const note = trainingNoteEnd(line, at, walk.has);
  if (note !== null) {
    pieces.push({ kind: 'note', text: textOf(line, at, note) });
    return note;
  }
  const signed = signedFigure(line, at, last);
  const figure = signed ?? pooled(line, recogniseFigure(line, at));
  if (figure) {
    if (figure.unit === 'aside') pieces.push({ kind: 'note', text: textOf(line, at, figure.end) });
    else pieces.push({ kind: 'figure', at, figure });
    return figure.end;
  }
  return token.kind === 'mark' ? punctuation(walk, at) : word(walk, at);
}

/** "with 2 16s", "with two 20kg dumbbells": the weight is that of one. */
function isOneInEachHand(line: Line, at: number, last: TrainingPiece | undefined): boolean {
  if (last?.kind !== 'joint' || last.how !== 'at') return false;
  const token = line.tokens[at];
  if ((token?.value ?? line.language.numbers.get(token?.word ?? '')) !== 2) return false;
  const weight = recogniseFigure(line, at + 1);
  return weight?.unit === 'kg' || weight?.unit === 'lb' || weight?.unit === 'open-s';
}

const textOf = (line: Line, from: number, to: number): string =>
  line.text.slice(line.tokens[from]?.start ?? 0, line.tokens[to - 1]?.end ?? 0);

/** In brackets stand figures, which count, or a remark, which is kept as it is. */
function bracket(walk: Walk, at: number): number | null {
  const close = walk.closing[at] ?? -1;
  if (close < 0) return at + 1;
  const inner: Walk = { ...walk, pieces: [] };
  const isRead = readSpan(inner, at + 1, close);
  const isOfFigures =
    isRead &&
    inner.pieces.every((piece) => piece.kind !== 'word' || piece.isAside) &&
    inner.pieces.some((piece) => piece.kind !== 'word');
  if (isOfFigures) walk.pieces.push(...inner.pieces);
  else if (close > at + 1) walk.pieces.push({ kind: 'note', text: textOf(walk.line, at + 1, close) });
  if (isOfFigures) {
    walk.day ??= inner.day;
    walk.time ??= inner.time;
  }
  return close + 1;
}

function punctuation({ line, pieces }: Walk, at: number): number {
  const token = line.tokens[at];
  const mark = token?.word ?? '';
  const isTight = token?.isGlued === true && line.tokens[at + 1]?.isGlued === true;
  const how = breaks.get(mark);
  if (how) pieces.push({ kind: 'break', how, at, isTight });
  else if (mark === '@' || mark === '/' || mark === '-') pieces.push({ kind: 'joint', how: mark, isTight });
  else if (mark === '->' || mark === '>') pieces.push({ kind: 'joint', how: 'drop', isTight });
  else if (mark === '*' && line.tokens[at + 1]?.kind === 'number') pieces.push({ kind: 'joint', how: 'x', isTight });
  else if (mark === '+') pieces.push({ kind: 'break', how: 'plus', at, isTight });
  else if (mark === '&') pieces.push({ kind: 'break', how: 'and', at, isTight });
  return at + 1;
}

/** What a word joins: "3 by 8", "5 reps at 80", "3 sets of 8". */
function jointAt(line: Line, at: number, last: TrainingPiece | undefined): Joint | null {
  const { training, of } = line.language;
  const said = wordAt(line, at);
  const isBeforeFigure = figureFollows(line, at);
  if (training.joins.by.has(said) && (last?.kind === 'figure' || last?.kind === 'mark' || isBeforeFigure)) return 'x';
  if (!isBeforeFigure) return null;
  if (training.ats.has(said)) return 'at';
  if (of.has(said)) return 'of';
  if (training.fors.has(said)) return 'for';
  return training.ins.has(said) ? 'in' : null;
}

function word({ line, pieces }: Walk, at: number): number {
  const { training, and } = line.language;
  const said = wordAt(line, at);
  if (said.endsWith('%')) {
    pieces.push({ kind: 'note', text: textOf(line, at, at + 1) });
    return at + 1;
  }
  if (and.has(said)) {
    pieces.push({ kind: 'break', how: 'and', at, isTight: false });
    return at + 1;
  }
  const last = pieces.at(-1);
  const about = phraseAt(line.language.approximately, line.tokens, at);
  if (about && line.tokens[about.end]?.kind === 'number') return about.end;
  const joint = jointAt(line, at, last);
  if (joint) {
    pieces.push({ kind: 'joint', how: joint, isTight: false });
    return at + 1;
  }
  const named = namedReps(line, at, last);
  if (named) {
    // "5 singles"
    if (last?.kind === 'figure' && last.figure.unit === 'none')
      pieces.push({ kind: 'joint', how: 'x', isTight: false });
    pieces.push({ kind: 'figure', at, figure: named });
    return named.end;
  }
  const aside = phraseAt(training.asides, line.tokens, at) ?? phraseAt(line.language.fillers, line.tokens, at);
  pieces.push({ kind: 'word', at, end: aside?.end ?? at + 1, isAside: aside !== null });
  return aside?.end ?? at + 1;
}
