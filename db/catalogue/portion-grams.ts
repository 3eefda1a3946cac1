import type { ReferenceAmount } from './reference-amounts.ts';
import type { Portion } from './sr28-portions.ts';

/** What a portion's grams may be drawn from. */
export interface PortionSources {
  /** The row's own portions by measure, as written. */
  written: Readonly<Record<string, string | null>>;
  /** Those of the SR28 food it points at. */
  inherited: readonly Portion[];
  densityGPerMl: number | null;
  /** What the whole recipe weighs when ready; null for a food that is no recipe. */
  recipeG: number | null;
  portionsOf(ndb: string): readonly Portion[] | undefined;
  reference: ReadonlyMap<string, ReferenceAmount>;
}

const form =
  /^(?:(\d+(?:\.\d+)?|\d+\/\d+) )?(g|ml|recipe|fda [a-z-]+|usda \d{5} [a-z]+(?:\.[a-z]+)?|[a-z]+(?:\.[a-z]+)?)(?: \(.+\))?$/;

/**
 * The grams of one of a measure, from what is written for it: `0.5 cup` and `2 each.large` (of this food's other
 * portions), `250 ml` (by its density), `1/4 recipe`, `usda 01077 cup` (a portion of that food of SR28), `fda soup` (a
 * reference amount), `35 g (where from)`. A remark may follow in brackets. Throws a sentence when it does not resolve.
 */
export function portionGrams(measure: string, sources: PortionSources): number {
  return resolve(measure, sources, []);
}

function resolve(measure: string, sources: PortionSources, asked: readonly string[]): number {
  if (asked.includes(measure)) throw new Error(`${measure} is made of itself`);
  const written = sources.written[measure];
  if (typeof written === 'string') return grams(written, sources, [...asked, measure]);
  const inherited = written === null ? undefined : portionOf(sources.inherited, measure);
  if (inherited === undefined) throw new Error(`there is no portion "${measure}"`);
  return inherited;
}

function grams(written: string, sources: PortionSources, asked: readonly string[]): number {
  const [, factor = '1', base = ''] = form.exec(written) ?? [];
  const [word = '', key = '', measure = ''] = base.split(' ');
  const of = (each: number | null | undefined, missing: string) => {
    if (each === null || each === undefined) throw new Error(`"${written}": ${missing}`);
    return Number((times(factor) * each).toFixed(2));
  };
  switch (word) {
    case '':
      return of(null, 'is not a way to give a portion');
    case 'g':
      return of(written.endsWith(')') ? 1 : null, 'grams need their source in brackets');
    case 'ml':
      return of(sources.densityGPerMl, 'the food has no density');
    case 'recipe':
      return of(sources.recipeG, 'the food has no recipe');
    case 'fda': {
      const amount = sources.reference.get(key);
      if (!amount?.ml) return of(amount?.grams, 'there is no such reference amount');
      return of(sources.densityGPerMl && amount.ml * sources.densityGPerMl, 'the food has no density');
    }
    case 'usda':
      return of(portionOf(sources.portionsOf(key) ?? [], measure), 'SR28 has no such portion');
    default:
      return of(resolve(word, sources, asked), '');
  }
}

function times(factor: string): number {
  const [top = 1, bottom = 1] = factor.split('/').map(Number);
  return top / bottom;
}

/** How a portion is written: "cup", "slice.large", "each" for a bare count. */
export function measureOf({ unit, size }: Pick<Portion, 'unit' | 'size'>): string {
  return `${unit ?? 'each'}${size ? `.${size}` : ''}`;
}

/** The portion's key from its written form. */
export function keyOf(measure: string): Pick<Portion, 'unit' | 'size'> {
  const [unit = '', size] = measure.split('.');
  return { unit: unit === 'each' ? null : unit, size: (size ?? null) as Portion['size'] };
}

function portionOf(portions: readonly Portion[], measure: string): number | undefined {
  return portions.find((portion) => measureOf(portion) === measure)?.grams;
}
