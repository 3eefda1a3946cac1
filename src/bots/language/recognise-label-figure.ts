import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import type { LabelFigure } from './vocabulary/own-food-vocabulary.ts';

export interface FoundLabelFigure extends Span {
  readonly figure: LabelFigure;
  /** In kcal, grams or milligrams, as the figure's name says. */
  readonly value: number;
  /** Kilojoules, where kilocalories may be given as well. */
  readonly isJoules: boolean;
}

/** A figure of a label: "220 kcal", "900 kJ", "30p", "30 g protein", "protein 30g", "P: 30", "salt 0.4 g". */
export function recogniseLabelFigure(line: Line, at: number): FoundLabelFigure | null {
  return figureFirst(line, at) ?? nameFirst(line, at);
}

function figureFirst(line: Line, at: number): FoundLabelFigure | null {
  const number = line.tokens[at];
  if (number?.kind !== 'number' || number.value === null) return null;
  const { energies, figures, letters } = line.language.ownFoods;
  const energy = phraseAt(energies, line.tokens, at + 1);
  if (energy) {
    // "220 kcal energy", "220 calories" say it once.
    const named = phraseAt(figures, line.tokens, energy.end);
    const end = named?.meaning === 'energyKcal' && !startsFigure(line, named.end) ? named.end : energy.end;
    return { figure: 'energyKcal', value: number.value * energy.meaning, isJoules: energy.meaning !== 1, end };
  }
  const mass = massAt(line, at + 1);
  const next = mass?.end ?? at + 1;
  const start = line.language.of.has(wordAt(line, next)) ? next + 1 : next;
  const named = phraseAt(figures, line.tokens, start);
  const letter = named ? undefined : letters.get(wordAt(line, start));
  const figure = named?.meaning ?? letter;
  if (!figure || (figure === 'energyKcal' && mass)) return null;
  const end = named?.end ?? start + 1;
  // "carbs 12 protein 30": the name belongs to the number after it.
  if (!mass && startsFigure(line, end) && isAfterName(line, at)) return null;
  return { figure, value: inUnit(figure, number.value, mass?.grams ?? null), isJoules: false, end };
}

function nameFirst(line: Line, at: number): FoundLabelFigure | null {
  const { figures, letters, energies } = line.language.ownFoods;
  const named = phraseAt(figures, line.tokens, at);
  const figure = named?.meaning ?? letters.get(wordAt(line, at));
  if (!figure) return null;
  let next = named?.end ?? at + 1;
  while (/^(?:[:=<~]|is|-|of)$/.test(wordAt(line, next))) next++;
  const number = line.tokens[next];
  if (number?.kind !== 'number' || number.value === null) return null;
  const energy = phraseAt(energies, line.tokens, next + 1);
  if (figure === 'energyKcal')
    return {
      figure,
      value: number.value * (energy?.meaning ?? 1),
      isJoules: (energy?.meaning ?? 1) !== 1,
      end: energy?.end ?? next + 1,
    };
  // "protein 80 kcal" is the name of a food and its energy.
  if (energy) return null;
  const mass = massAt(line, next + 1);
  return {
    figure,
    value: inUnit(figure, number.value, mass?.grams ?? null),
    isJoules: false,
    end: mass?.end ?? next + 1,
  };
}

function massAt(line: Line, at: number): { grams: number; end: number } | null {
  const word = wordAt(line, at);
  const unit = phraseAt(line.language.units, line.tokens, at);
  if (unit?.meaning.kind !== 'mass') return null;
  const grams = word.startsWith('m') ? 0.001 : unit.meaning.id === 'g' ? 1 : null;
  return grams === null ? null : { grams, end: unit.end };
}

/** Sodium is stated in milligrams; salt and the rest in grams. */
function inUnit(figure: LabelFigure, value: number, grams: number | null): number {
  if (figure === 'sodiumMg') return grams === null ? value : value * grams * 1000;
  return value * (grams ?? 1);
}

const startsFigure = (line: Line, at: number): boolean => line.tokens[at]?.kind === 'number';

/** Whether the number at `at` comes right after a figure's name. */
function isAfterName(line: Line, at: number): boolean {
  const { figures, letters } = line.language.ownFoods;
  const before = wordAt(line, at - 1) === ':' ? at - 2 : at - 1;
  if (before < 0 || startsFigure(line, before - 1) || massAt(line, before - 1)) return false;
  return figures.byFirstWord.has(wordAt(line, before)) || letters.has(wordAt(line, before));
}
