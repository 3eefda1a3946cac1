import type { Vocabulary } from '../vocabulary.ts';
import * as days from './days.ts';
import { eating } from './eating.ts';
import { fillers } from './fillers.ts';
import * as foodWords from './food-words.ts';
import * as joins from './joins.ts';
import * as numbers from './numbers.ts';
import * as refusals from './refusals.ts';
import * as slots from './slots.ts';
import * as units from './units.ts';

export const english: Vocabulary = {
  language: 'en',
  ...numbers,
  ...units,
  ...slots,
  ...days,
  eating,
  ...joins,
  fillers,
  ...refusals,
  ...foodWords,
};
