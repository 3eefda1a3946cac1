const groups: Readonly<Record<string, readonly string[]>> = {
  'legs, leg, lower body, lowerbody, lower': ['quads', 'hamstrings', 'glutes', 'calves', 'adductors', 'abductors'],
  'chest, pecs, pec': ['chest'],
  'back, upper and lower back': ['lats', 'upper back', 'lower back', 'traps'],
  'lats, lat': ['lats'],
  'upper back': ['upper back', 'traps', 'rear delts'],
  'lower back': ['lower back'],
  'shoulders, shoulder, delts, delt': ['front delts', 'side delts', 'rear delts', 'rotator cuff'],
  'rear delts, rear delt': ['rear delts'],
  'side delts, lateral delts': ['side delts'],
  'arms, arm, guns': ['biceps', 'triceps', 'forearms'],
  'biceps, bicep, bis, bi': ['biceps'],
  'triceps, tricep, tris, tri': ['triceps'],
  'forearms, forearm, grip': ['forearms'],
  'core, abs, ab, stomach, midsection': ['abs', 'obliques'],
  obliques: ['obliques'],
  'glutes, glute, booty, butt, bum': ['glutes'],
  'quads, quad': ['quads'],
  'hamstrings, hamstring, hams, hammies': ['hamstrings'],
  'calves, calf': ['calves'],
  'traps, trap': ['traps'],
  'upper body, upperbody, upper': [
    ...['chest', 'lats', 'upper back', 'traps', 'front delts', 'side delts', 'rear delts', 'biceps', 'triceps'],
    'forearms',
  ],
  push: ['chest', 'front delts', 'side delts', 'triceps'],
  pull: ['lats', 'upper back', 'rear delts', 'biceps'],
};

/** What people call parts of the body they train, as the catalogue names the muscles. */
export const muscleGroups: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(groups).flatMap(([names, muscles]) => names.split(', ').map((name) => [name, muscles] as const)),
);
