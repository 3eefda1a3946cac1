import { expect, it } from 'vitest';
import { readToldAgain } from '../../../src/bots/language/read-told-again.ts';

it.each([
  ['i drank 3 beers actually', 'actually 3 beers', 'i drank 3 beers'],
  ['3 beers actually', 'actually 3 beers', '3 beers'],
  ['actually i had 2 eggs lol', 'actually 2 eggs', 'i had 2 eggs'],
  ['sorry, i had 3 eggs', 'actually 3 eggs', 'i had 3 eggs'],
  ['i had 3 eggs not 2', 'actually 3 eggs not 2', 'i had 3 eggs not 2'],
  ['i only had one', 'actually one', 'i only had one'],
  ['had just one tho', 'actually one', 'had just one'],
  ['just one', 'actually one', 'just one'],
])('%j is told again', (text, asCorrection, asLog) => expect(readToldAgain(text)).toEqual({ asCorrection, asLog }));

it.each([
  'just ate 3',
  'i drank 3 beers',
  'i had 2 eggs lol',
  'only pizza',
  'had a burger though',
  'not much',
  'actually',
  'did i actually have 3 eggs?',
])('%j is not', (text) => expect(readToldAgain(text)).toBeNull());
