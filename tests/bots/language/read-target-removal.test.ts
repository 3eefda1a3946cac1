import { expect, it } from 'vitest';
import { readTargetRemoval } from '../../../src/bots/language/read-target-removal.ts';

it.each<[string, string]>([
  ['no target', 'all'],
  ['No targets please', 'all'],
  ['remove my targets', 'all'],
  ['delete target', 'all'],
  ['clear my daily target', 'all'],
  ['i dont want a target anymore', 'all'],
  ["I don't want any targets any more.", 'all'],
  ['get rid of all my targets', 'all'],
  ['can you remove my target please', 'all'],
  ['reset my targets', 'all'],
  ['remove my water target', 'waterMl'],
  ['drop my protein target', 'proteinG'],
  ['drop the protein goal', 'proteinG'],
  ['no calorie goal', 'energyKcal'],
  ["i don't want a calorie goal anymore", 'energyKcal'],
  ['no more calorie target', 'energyKcal'],
  ['turn off my water goal', 'waterMl'],
  ['cancel my protein and carbs targets', 'proteinG carbsG'],
  ['remove my fat, carb and fibre targets', 'fatG carbsG fiberG'],
  ['delete my macro targets', 'proteinG carbsG fatG'],
  ['delete my macros goal', 'proteinG carbsG fatG'],
  ['remove calorie limit', 'energyKcal'],
  ['stop my calorie budget thanks', 'energyKcal'],
])('%j takes out %s', (text, fields) => {
  const read = readTargetRemoval(text);
  expect(read && (read.fields?.join(' ') ?? 'all')).toBe(fields);
});

it.each([
  'target',
  'my target',
  'target 2200 kcal',
  'no goal',
  'remove my goal',
  'drop my weight goal',
  'no limit',
  'no limits today',
  'remove the banana',
  'no target practice today',
  'remove my water',
  'no water target met today',
  'i missed my target',
  'what is my target',
  'no protein today',
  'drop my calories to 2000',
  'remove my protein target tomorrow',
  'she removed her target',
  'lose 5 kg',
])('%j is no such request', (text) => {
  expect(readTargetRemoval(text)).toBeNull();
});
