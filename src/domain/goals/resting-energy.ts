/** What resting energy is reckoned from. */
export interface RestingBody {
  readonly gender: 'male' | 'female' | 'other' | null;
  readonly weightKg: number;
  readonly heightCm: number;
  readonly ageYears: number;
}

const constants = { male: 5, female: -161 };

/**
 * Energy at rest in kcal a day: Mifflin-St Jeor 1990 (Am J Clin Nutr 51:241-7), 10 W + 6.25 H − 5 A, + 5 for men and − 161
 * for women; where neither is said, the mean of both. Within ±10 % for most adults, less certain for older ones.
 */
export function restingEnergyKcal({ gender, weightKg, heightCm, ageYears }: RestingBody): number {
  const constant =
    gender === 'male' || gender === 'female' ? constants[gender] : (constants.male + constants.female) / 2;
  return 10 * weightKg + 6.25 * heightCm - 5 * ageYears + constant;
}

/** How much a day takes over rest, by convention. */
const activityFactors = { sitting: 1.2, light: 1.375, moderate: 1.55, active: 1.725, veryActive: 1.9 } as const;

/** Energy of a whole day in kcal: a first guess that weeks of figures replace. */
export const maintenanceKcal = (body: RestingBody, activity: keyof typeof activityFactors): number =>
  restingEnergyKcal(body) * activityFactors[activity];
