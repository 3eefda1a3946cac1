import { expect, test } from 'vitest';
import { type Figures, figureProblems } from '../../db/catalogue/figures.ts';

test.each<[string, Figures, string[]]>([
  ['boiled rice', { energyKcal: 130, proteinG: 2.69, carbsG: 28.17, fatG: 0.28, fiberG: 0.4 }, []],
  ['olive oil, at 9.02 kcal a gram of fat', { energyKcal: 884, proteinG: 0, carbsG: 0, fatG: 100 }, []],
  ['pure fat as USDA has it', { energyKcal: 902, proteinG: 0, carbsG: 0, fatG: 100 }, []],
  ['water', { energyKcal: 0, proteinG: 0, carbsG: 0, fatG: 0 }, []],
  ['a few kilocalories that rounding makes', { energyKcal: 2, proteinG: 0.1, carbsG: 0, fatG: 0 }, []],
  [
    'wheat bran, mostly fibre, on a US label',
    { energyKcal: 216, proteinG: 15.5, carbsG: 64.5, fatG: 4.3, fiberG: 42.8 },
    [],
  ],
  [
    'psyllium with its fibre beside the carbohydrates',
    { energyKcal: 210, proteinG: 2, carbsG: 4, fatG: 1, fiberG: 85 },
    [],
  ],
  ['beer, by its alcohol', { energyKcal: 43, proteinG: 0.46, carbsG: 3.55, fatG: 0, alcoholG: 3.9 }, []],
  [
    'beer without a word of its alcohol',
    { energyKcal: 43, proteinG: 0.46, carbsG: 3.55, fatG: 0 },
    ['energy-mismatch'],
  ],
  ['kilojoules for kilocalories', { energyKcal: 544, proteinG: 2.7, carbsG: 28, fatG: 0.3 }, ['energy-mismatch']],
  ['a portion for 100 g', { energyKcal: 50, proteinG: 20, carbsG: 30, fatG: 10 }, ['energy-mismatch']],
  ['more than pure fat', { energyKcal: 950, proteinG: 0, carbsG: 0, fatG: 100 }, ['energy-range']],
  ['negative energy', { energyKcal: -1, proteinG: 0, carbsG: 0, fatG: 0 }, ['energy-range']],
  ['a figure that is no number', { energyKcal: Number.NaN, proteinG: 0, carbsG: 0, fatG: 0 }, ['energy-range']],
  ['more protein than food', { energyKcal: 480, proteinG: 120, carbsG: 0, fatG: 0 }, ['macro-range']],
  ['a negative macro', { energyKcal: 40, proteinG: -1, carbsG: 11, fatG: 0 }, ['macro-range']],
  ['macros that weigh more than the food', { energyKcal: 600, proteinG: 60, carbsG: 60, fatG: 12 }, ['macro-sum']],
])('%s', (_, figures, problems) => {
  expect(figureProblems(figures)).toEqual(problems);
});
