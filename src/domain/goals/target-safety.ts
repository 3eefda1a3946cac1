import { maintenanceKcal, restingEnergyKcal } from './resting-energy.ts';

/** What is known of a person's body. */
export interface Body {
  readonly gender: 'male' | 'female' | 'other' | null;
  readonly ageYears: number | null;
  readonly heightCm: number | null;
  readonly weightKg: number | null;
  /** pregnant, breastfeeding, diabetes-medication, eating-disorder */
  readonly healthFlags: readonly string[];
  /** A floor that a coach and the person agreed on, below the usual one. */
  readonly customFloorKcal: number | null;
}

export type Unsafe =
  /** So little is only for medical care. */
  | 'medical'
  | 'floor'
  | 'under-age'
  | 'underweight'
  /** Something they said about their health rules out eating less than they need. */
  | 'health'
  /** Weight would go faster than one percent a week. */
  | 'too-fast'
  /** Whether it is enough cannot be told without height, weight and age. */
  | 'unknown-body';

export type Verdict =
  | {
      readonly isSafe: true;
      /** It stands only because the gender is not known, and the lower floor was taken. */
      readonly isLowerFloorTaken: boolean;
      /** It stands only by the floor agreed on with a coach. */
      readonly isBelowUsualFloor: boolean;
      /** It is less than they need, or may be where their body is not known. */
      readonly isDeficit: boolean;
    }
  | {
      readonly isSafe: false;
      readonly reason: Unsafe /** What would be enough; null where that is not known. */;
      readonly leastKcal: number | null;
    };

const adultAge = 18;
export const leastBmi = 18.5;
/** Below this only under medical care, whoever agreed to it. */
const medicalKcal = 800;
const floorsKcal = { female: 1200, male: 1500 };
/** What a day of an average woman or man takes, by the reference intakes of the NHS: for who is not known better. */
const usualKcal = { female: 2000, male: 2500 };
/** Wishnofsky 1958: what a kilogram of body weight holds. */
export const kcalPerKg = 7700;
const mostLossPerWeek = 0.01;

/** Weight over the square of height. */
export const bmiOf = (weightKg: number, heightCm: number): number => weightKg / (heightCm / 100) ** 2;

/** The least a day's energy target may be: resting energy where it is known, never under 1200 kcal (women) or 1500 (men). */
export function energyFloorKcal(body: Body): number {
  // Not known: the lower one, so that nobody is forced to eat more than they need; whoever shows it says so.
  const least = body.gender === 'male' ? floorsKcal.male : floorsKcal.female;
  const known = knownBody(body);
  return known ? Math.max(restingEnergyKcal(known), least) : least;
}

/**
 * Whether a day's energy target is safe. Without height, weight and age only the floors are known. Eating less than a
 * lightly active day takes is no plan for anybody under 18, underweight, pregnant, breastfeeding, on diabetes medication
 * or with an eating disorder; for everybody else weight may go by at most one percent a week.
 */
export function judgeEnergyTarget(energyKcal: number, body: Body): Verdict {
  const no = (reason: Unsafe, leastKcal: number | null): Verdict => ({
    isSafe: false,
    reason,
    leastKcal: leastKcal === null ? null : Math.ceil(leastKcal / 10) * 10,
  });
  const usualFloorKcal = energyFloorKcal(body);
  const known = knownBody(body);
  const neededKcal = known && maintenanceKcal(known, 'light');
  const isUnder = (kcal: number): boolean => Math.round(energyKcal) < Math.floor(kcal);
  if (energyKcal < medicalKcal) return no('medical', null);
  const guarded = guardOf(body);
  if (guarded && neededKcal === null) return no('unknown-body', null);
  if (guarded && neededKcal !== null && isUnder(neededKcal)) return no(guarded, neededKcal);
  const floorKcal = Math.min(body.customFloorKcal ?? usualFloorKcal, usualFloorKcal);
  if (isUnder(floorKcal)) return no('floor', floorKcal);
  if (known && neededKcal !== null) {
    const fastestKcal = neededKcal - (known.weightKg * mostLossPerWeek * kcalPerKg) / 7;
    if (isUnder(fastestKcal)) return no('too-fast', fastestKcal);
  }
  return {
    isSafe: true,
    isLowerFloorTaken: body.gender !== 'male' && body.gender !== 'female' && isUnder(floorsKcal.male),
    isBelowUsualFloor: isUnder(usualFloorKcal),
    isDeficit: isUnder(neededKcal ?? (body.gender === 'male' ? usualKcal.male : usualKcal.female)),
  };
}

/** Why this person should not eat less than they need; null where nothing speaks against it. */
export function guardOf({
  ageYears,
  heightCm,
  weightKg,
  healthFlags,
}: Body): 'under-age' | 'underweight' | 'health' | null {
  if (ageYears !== null && ageYears < adultAge) return 'under-age';
  if (healthFlags.length > 0) return 'health';
  const isUnderweight = heightCm !== null && weightKg !== null && bmiOf(weightKg, heightCm) < leastBmi;
  return isUnderweight ? 'underweight' : null;
}

/** What protein, carbs and fat come to at 4, 4 and 9 kcal a gram; null unless all three are said. */
export const macrosKcalOf = (
  macros: Readonly<Record<'proteinG' | 'carbsG' | 'fatG', number | null>>,
): number | null => {
  const { proteinG, carbsG, fatG } = macros;
  return proteinG === null || carbsG === null || fatG === null ? null : 4 * proteinG + 4 * carbsG + 9 * fatG;
};

function knownBody({ gender, ageYears, heightCm, weightKg }: Body) {
  if (ageYears === null || heightCm === null || weightKg === null) return null;
  return { gender, ageYears, heightCm, weightKg };
}

/** The most weight to lose in a week, in kg: one percent of it, and one kilogram at most. */
export const mostLossKgPerWeek = (weightKg: number): number => Math.min(1, weightKg * mostLossPerWeek);

/** Gaining faster than this share of body weight a week is mostly fat. */
export const briskGainPerWeek = 0.005;
