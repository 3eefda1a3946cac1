import type { StoredChange } from './correction.ts';

const sPerMin = 60;
const mPerKm = 1000;

interface ContractChange {
  readonly quantity?: number | undefined;
  readonly unit?: string | undefined;
  readonly food?: string | undefined;
  readonly slot?: string | undefined;
  readonly day?: string | undefined;
  readonly reps?: number | undefined;
  readonly weightKg?: number | undefined;
  readonly sets?: number | undefined;
  readonly remove?: true | undefined;
}

/**
 * What is to be different in the fields of the parse contract, which has one quantity for whatever is measured: "half"
 * is 0.5 of it, and energy, times, distances and figures of the body are quantities with their unit. A clock time and
 * the size of a piece have no field there.
 */
export function contractChange(change: StoredChange): ContractChange {
  const { food, slot, day, reps, weightKg, sets, remove } = change;
  const fields: ContractChange = { ...amountOf(change), food, slot, day, reps, weightKg, sets, remove };
  return Object.fromEntries(Object.entries(fields).filter(([, said]) => said !== undefined));
}

function amountOf(change: StoredChange): Pick<ContractChange, 'quantity' | 'unit'> {
  const { quantity, unit, times, energyKcal, durationS, distanceM, value, typed } = change;
  if (quantity !== undefined) return { quantity, unit };
  if (times !== undefined) return { quantity: times };
  if (energyKcal !== undefined) return { quantity: energyKcal, unit: 'kcal' };
  if (durationS !== undefined) return { quantity: durationS / sPerMin, unit: 'min' };
  if (distanceM !== undefined) return { quantity: distanceM / mPerKm, unit: 'km' };
  return value === undefined ? {} : { quantity: typed?.value ?? value, unit: typed?.unit ?? undefined };
}
