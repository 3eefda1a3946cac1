/** More than this from the last weight within two weeks is rather a slip than a change. */
const farShare = 0.1;
/** What was meant lies this near to the last weight. */
const nearShare = 0.03;
const kgPerLb = 0.45359237;

/** Whether a weight is too far from one of at most two weeks before or after it to be taken without asking. */
export const isFarFrom = (kg: number, lastKg: number): boolean => Math.abs(kg - lastKg) > lastKg * farShare;

/**
 * The figure that was probably meant by `typed`, a numeral of which one unit is `kgPerUnit`: the other unit, a point
 * misplaced, two digits swapped or one mistyped. In the unit of the numeral, with its size in kg; null when nothing near
 * the last weight comes of it.
 */
export function likelyWeight(
  typed: number,
  kgPerUnit: number,
  lastKg: number,
): { typed: number; kgPerUnit: number; kg: number } | null {
  const other = kgPerUnit === 1 ? kgPerLb : 1;
  const candidates = [
    { typed, kgPerUnit: other },
    { typed: typed / 10, kgPerUnit },
    { typed: typed * 10, kgPerUnit },
    ...mistyped(typed).map((figure) => ({ typed: figure, kgPerUnit })),
  ].map((one) => ({ ...one, typed: round(one.typed), kg: one.typed * one.kgPerUnit }));
  const near = candidates.filter(({ kg }) => Math.abs(kg - lastKg) <= lastKg * nearShare);
  return near.sort((a, b) => Math.abs(a.kg - lastKg) - Math.abs(b.kg - lastKg))[0] ?? null;
}

/** Every numeral with two neighbouring digits swapped or one digit changed. */
function mistyped(value: number): number[] {
  const text = String(value);
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '.') continue;
    for (let digit = 0; digit <= 9; digit++) found.push(Number(text.slice(0, i) + digit + text.slice(i + 1)));
    const next = text.charAt(i + 1);
    if (next !== '' && next !== '.') found.push(Number(text.slice(0, i) + next + c + text.slice(i + 2)));
  }
  return found;
}

const round = (value: number): number => Number(value.toFixed(4));
