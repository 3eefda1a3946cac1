import { expect, it } from 'vitest';
import { readClientTarget } from '../../../src/bots/language/read-client-target.ts';

const clients = ['Anna Ray', 'ben'];
const said = (text: string) => {
  const read = readClientTarget(text, clients, { units: 'metric' });
  return read && [read.who, read.target.energyKcal, read.target.proteinG];
};

it.each([
  ['set anna a target of 1900 kcal and 130g protein', ['anna', 1900, 130]],
  ['give anna 1900 kcal', ['anna', 1900, null]],
  ['put ben on 2200', ['ben', 2200, null]],
  ['set annas calories to 1900', ['anna', 1900, null]],
  ["anna's target 1900 kcal 130 protein", ['anna', 1900, 130]],
  ['target for anna: 1900 kcal', ['anna', 1900, null]],
  ['set a target of 1900 kcal for anna', ['anna', 1900, null]],
  ["change ben's protein to 150", ['ben', null, 150]],
  ['ben 2000 kcal a day', ['ben', 2000, null]],
])('%s', (text, expected) => expect(said(text)).toEqual(expected));

it.each([
  'set my calories to 2000',
  'give anna 200g rice',
  'give anna 3x5 squats',
  '300 kcal for ben',
  'anna ate 1900 kcal',
  'ben 80 kg',
  'give zoe 1900 kcal',
])('sets nothing of a client’s: %s', (text) => expect(said(text)).toBeNull());
