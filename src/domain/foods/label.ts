import { energyOf, type FigureProblem, type Figures, figureProblems } from '../../../db/catalogue/figures.ts';
import type { IndexedPortion } from './food-index.ts';
import type { OwnFoodInput } from './keep-own-food.ts';

/** What a food's label, or the person who made it, says of some amount of it; null where nothing is said. */
export interface Label {
  readonly name: string;
  readonly energyKcal: number | null;
  readonly proteinG: number | null;
  readonly carbsG: number | null;
  readonly fatG: number | null;
  readonly fiberG: number | null;
  readonly sugarG: number | null;
  readonly saturatedFatG: number | null;
  readonly alcoholG: number | null;
  readonly sodiumMg: number | null;
  /** What the figures are for: so many of a unit, and what all of it weighs or holds. */
  readonly amount: {
    readonly quantity: number;
    readonly unit: string | null;
    readonly grams: number | null;
    readonly ml: number | null;
  };
  /** What one of a measure weighs, said beside the figures; a null unit is one of the food. */
  readonly servings: readonly { readonly unit: string | null; readonly grams: number }[];
}

/** A label as a food is kept by it. */
export interface ReadLabel {
  readonly food: Omit<OwnFoodInput, 'energyNote'>;
  /** Energy and macros that were not given: they count as nothing, or the energy is what the macros give. */
  readonly missing: readonly MissingFigure[];
  /** Whether nobody said what one weighs: then grams of it mean little. */
  readonly isWeightAssumed: boolean;
  /** What cannot be, or is to be asked about (`energy-mismatch`). */
  readonly problems: readonly FigureProblem[];
}

export type MissingFigure = 'energy' | 'protein' | 'carbs' | 'fat';

/** What one weighs where nobody said: enough for its figures to fit in, in steps of 100 g. */
const assumedStepG = 100;
/** Water's: what is poured is mostly water. */
const assumedDensity = 1;

/**
 * What a label makes of a food: its figures per 100 g, its portions, what is missing. Energy that is not given is what
 * the macros give, by 4, 4 and 9 kcal a gram, and 7 for alcohol. Null when there is nothing to tell the energy by.
 */
export function fromLabel(label: Label): ReadLabel | null {
  const { proteinG, carbsG, fatG, amount } = label;
  const hasMacros = proteinG !== null && carbsG !== null && fatG !== null;
  if (label.energyKcal === null && !hasMacros) return null;
  const macros = { proteinG: proteinG ?? 0, carbsG: carbsG ?? 0, fatG: fatG ?? 0 };
  const others = { fiberG: label.fiberG, alcoholG: label.alcoholG };
  const energyKcal = label.energyKcal ?? energyOf({ energyKcal: 0, ...macros, ...others }).most;
  const stated: Figures = { energyKcal, ...macros, ...others };

  const { each, isWeightAssumed } = weightOf(label, stated);
  const wholeG = each * amount.quantity;
  const per100g = (value: number): number => Number(((value * 100) / wholeG).toFixed(6));
  const maybe = (value: number | null): number | null => (value === null ? null : per100g(value));
  const missing: MissingFigure[] = [
    ...(label.energyKcal === null ? (['energy'] as const) : []),
    ...(proteinG === null ? (['protein'] as const) : []),
    ...(carbsG === null ? (['carbs'] as const) : []),
    ...(fatG === null ? (['fat'] as const) : []),
  ];
  const figures: Figures = {
    energyKcal: per100g(energyKcal),
    proteinG: per100g(macros.proteinG),
    carbsG: per100g(macros.carbsG),
    fatG: per100g(macros.fatG),
    fiberG: maybe(label.fiberG),
    alcoholG: maybe(label.alcoholG),
  };
  const isPoured = amount.ml !== null;
  const density = isPoured ? wholeG / (amount.ml ?? wholeG) : null;
  return {
    food: {
      name: label.name,
      aliases: [],
      per100g: figures,
      others: known({
        sugarG: maybe(label.sugarG),
        saturatedFatG: maybe(label.saturatedFatG),
        sodiumMg: maybe(label.sodiumMg),
      }),
      notGiven: missing.flatMap((one) => (one === 'energy' ? [] : [`${one}G` as const])),
      densityGPerMl: density,
      servingG: servingOf(label, each),
      portions: portionsOf(label, each),
      isWeightAssumed,
    },
    missing,
    isWeightAssumed,
    problems: figureProblems(figures).filter((one) => one !== 'energy-mismatch' || isMismatch(figures, missing)),
  };
}

/** With a macro missing, energy can only be too little. */
function isMismatch(figures: Figures, missing: readonly MissingFigure[]): boolean {
  return !missing.some((one) => one !== 'energy') || figures.energyKcal < energyOf(figures).least;
}

/** What one of the unit weighs. */
function weightOf({ amount, servings }: Label, stated: Figures): { each: number; isWeightAssumed: boolean } {
  const { quantity, grams, ml, unit } = amount;
  const said = grams ?? (ml === null ? null : ml * assumedDensity);
  if (said !== null) return { each: said / quantity, isWeightAssumed: false };
  const beside = servings.find((one) => one.unit === unit) ?? servings[0];
  if (beside) return { each: beside.grams, isWeightAssumed: false };
  const { energyKcal, proteinG, carbsG, fatG, alcoholG } = stated;
  const least = Math.max(energyKcal / 9, proteinG + carbsG + fatG + (alcoholG ?? 0)) / quantity;
  return { each: assumedStepG * Math.max(1, Math.ceil(least / assumedStepG)), isWeightAssumed: true };
}

/** Labels give 100 g and 100 ml of what nobody eats by the hundred. */
const isComparison = ({ unit, grams, ml }: Label['amount']): boolean => unit === null && (grams ?? ml) === 100;

function servingOf({ amount, servings }: Label, each: number): number | null {
  const beside = servings.find(({ unit }) => unit === 'serving') ?? servings[0];
  if (beside) return beside.grams;
  return isComparison(amount) ? null : each;
}

function portionsOf(label: Label, each: number): IndexedPortion[] {
  const { amount, servings } = label;
  const portions = new Map<string | null, number>();
  const one = servingOf(label, each);
  if (one !== null) portions.set(null, one);
  if (amount.unit !== null && amount.unit !== 'piece') portions.set(amount.unit, each);
  for (const { unit, grams } of servings) portions.set(unit, grams);
  return [...portions].map(([unit, grams]) => ({ unit, size: null, grams }));
}

const known = (figures: Readonly<Record<string, number | null>>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
