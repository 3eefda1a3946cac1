import type { Label } from '../../domain/foods/label.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { type LabelAmount, recogniseLabelAmount, sizeAt } from './recognise-label-amount.ts';
import { recogniseLabelFigure } from './recognise-label-figure.ts';
import { recogniseUnit } from './recognise-unit.ts';
import type { LabelFigure } from './vocabulary/own-food-vocabulary.ts';

export interface FoundLabel {
  readonly label: Omit<Label, 'name'>;
  /** Whether it was said how much the figures are for. */
  readonly isAmountSaid: boolean;
}

/** A gram of salt has 393 mg of sodium. */
const sodiumMgPerSaltG = 393;

interface Read {
  readonly figures: Map<LabelFigure, number>;
  amount: LabelAmount | null;
  readonly servings: { unit: string | null; grams: number }[];
}

/** Reads the figures of a label from `from` to `to`, in any order; null unless all of it is understood and has a figure. */
export function readLabel(line: Line, from: number, to: number): FoundLabel | null {
  const read: Read = { figures: new Map(), amount: null, servings: [] };
  let isJoules = false;
  for (let at = from; at < to; ) {
    const figure = recogniseLabelFigure(line, at);
    if (figure) {
      const before = read.figures.get(figure.figure);
      // "920 kJ / 220 kcal" says one energy twice; any other figure has one value.
      const isSaidTwice = figure.figure === 'energyKcal' && (isJoules || figure.isJoules);
      if (before !== undefined && !isSaidTwice) return null;
      if (before === undefined || isJoules) read.figures.set(figure.figure, figure.value);
      if (figure.figure === 'energyKcal') isJoules = figure.isJoules;
      at = figure.end;
      continue;
    }
    const end = readServing(line, at, read) ?? readAmount(line, at, read) ?? idleEnd(line, at);
    if (end === null) return null;
    at = end;
  }
  if (read.figures.size === 0) return null;
  const of = (figure: LabelFigure): number | null => read.figures.get(figure) ?? null;
  const salt = of('saltG');
  return {
    label: {
      energyKcal: of('energyKcal'),
      proteinG: of('proteinG'),
      carbsG: of('carbsG'),
      fatG: of('fatG'),
      fiberG: of('fiberG'),
      sugarG: of('sugarG'),
      saturatedFatG: of('saturatedFatG'),
      alcoholG: of('alcoholG'),
      sodiumMg: of('sodiumMg') ?? (salt === null ? null : salt * sodiumMgPerSaltG),
      amount: read.amount ?? { quantity: 1, unit: 'serving', grams: null, ml: null },
      servings: read.servings,
    },
    isAmountSaid: read.amount !== null,
  };
}

interface FoundServing {
  readonly servings: readonly { unit: string | null; grams: number }[];
  readonly end: number;
}

/** What one of a measure weighs: "1 scoop = 30g", "serving size 30 g", "a bar weighs 60g", "1 muffin = 60 g". */
export function servingAt(line: Line, from: number): FoundServing | null {
  const { ones, weighs } = line.language.ownFoods;
  const isOne = ones.has(wordAt(line, from));
  const at = isOne ? from + 1 : from;
  const unit = recogniseUnit(line, at);
  const isMeasure = unit?.unit.kind === 'kitchen' || unit?.unit.kind === 'container';
  // Whatever one of it is called.
  const isNoun = isOne && !unit && line.tokens[at]?.kind === 'word' && phraseAt(weighs, line.tokens, at + 1) !== null;
  if (!isMeasure && !isNoun) return null;
  const id = isMeasure ? unit.unit.id : null;
  let next = isMeasure ? unit.end : at + 1;
  for (let n = 0; n < 3; n++) {
    const link = phraseAt(weighs, line.tokens, next);
    if (link) next = link.end;
    else if (/^(?:size|:|of|about|~|\()$/.test(wordAt(line, next))) next++;
  }
  // "(serving = 1 scoop = 30 g)"
  if (ones.has(wordAt(line, next)) && line.tokens[next + 1]?.kind === 'word') {
    const inner = servingAt(line, next);
    const last = inner?.servings.at(-1);
    return inner && last ? { servings: [...inner.servings, { unit: id, grams: last.grams }], end: inner.end } : null;
  }
  const size = sizeAt(line, next);
  if (!size || isFigureName(line, size.end)) return null;
  const isClosed = wordAt(line, next - 1) === '(' && wordAt(line, size.end) === ')';
  return { servings: [{ unit: id, grams: size.grams ?? size.ml ?? 0 }], end: isClosed ? size.end + 1 : size.end };
}

const isFigureName = (line: Line, at: number): boolean =>
  phraseAt(line.language.ownFoods.figures, line.tokens, at) !== null ||
  line.language.ownFoods.letters.has(wordAt(line, at));

function readServing(line: Line, at: number, read: Read): number | null {
  const found = servingAt(line, at);
  read.servings.push(...(found?.servings ?? []));
  return found?.end ?? null;
}

function readAmount(line: Line, at: number, read: Read): number | null {
  const found = recogniseLabelAmount(line, at);
  if (found) {
    if (read.amount && !isBare(read.amount)) return null;
    // "my bar (60 g) 210 kcal per bar"
    const { grams, ml } = read.amount ?? { grams: null, ml: null };
    const isSized = found.amount.grams !== null || found.amount.ml !== null;
    if (read.amount && isSized) read.servings.push({ unit: null, grams: grams ?? ml ?? 0 });
    read.amount = isSized ? found.amount : { ...found.amount, grams, ml };
    return found.end;
  }
  const size = sizeAt(line, at);
  if (!size || isFigureName(line, size.end)) return null;
  // "500 ml bottle" beside figures for 100 ml.
  const noun = recogniseUnit(line, size.end);
  const isNoun = noun !== null && (noun.unit.kind === 'kitchen' || noun.unit.kind === 'container');
  if (read.amount && isNoun) {
    read.servings.push({ unit: noun.unit.id, grams: size.grams ?? size.ml ?? 0 });
    return noun.end;
  }
  if (!read.amount) read.amount = { quantity: 1, unit: null, grams: size.grams, ml: size.ml };
  else if (read.amount.grams === null && read.amount.ml === null)
    read.amount = { ...read.amount, grams: size.grams, ml: size.ml };
  else return null;
  return size.end;
}

/** A weight beside the name, which a measure may still be said of. */
const isBare = ({ unit }: LabelAmount): boolean => unit === null;

function idleEnd(line: Line, at: number): number | null {
  const { ownFoods, fillers } = line.language;
  if (ownFoods.between.has(wordAt(line, at)) || wordAt(line, at) === '\n' || line.tokens[at]?.kind === 'picture')
    return at + 1;
  return phraseAt(fillers, line.tokens, at)?.end ?? null;
}
