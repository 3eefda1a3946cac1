import type { DraftAmount, ItemDraft } from './group-items.ts';
import type { Unit } from './vocabulary/vocabulary.ts';

/** A number this large after a food counts no pieces: "chicken 150" is grams. */
const leastGramsAfter = 20;
/** Before a food it must be larger, and another item must be in grams: "200g rice, 150 chicken". */
const leastGramsBefore = 50;

const grams: Unit = { id: 'g', kind: 'mass' };

const isBare = ({ amount }: DraftAmount): boolean =>
  amount.unit === null && amount.isCounted && amount.quantity !== null;

/** Gives grams to bare numbers that can only be grams; the reply says that this was assumed. */
export function refineAmounts(items: readonly ItemDraft[]): readonly ItemDraft[] {
  if (!items.some(({ amounts }) => amounts.some((one) => isBare(one) && (one.amount.quantity ?? 0) >= leastGramsAfter)))
    return items;
  const hasGrams = items.some(({ amounts }) =>
    amounts.some(({ amount }) => amount.unit?.id === 'g' || amount.unit?.id === 'ml'),
  );
  return items.map((item) => {
    const [only] = item.amounts;
    if (!only || item.amounts.length > 1 || !isBare(only)) return item;
    const least = only.isAfter ? leastGramsAfter : hasGrams ? leastGramsBefore : Number.POSITIVE_INFINITY;
    if ((only.amount.quantity ?? 0) < least) return item;
    return { ...item, amounts: [{ ...only, amount: { ...only.amount, unit: grams }, isUnitAssumed: true }] };
  });
}
