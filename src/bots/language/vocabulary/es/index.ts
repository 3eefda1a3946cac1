import { english } from '../en/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import * as days from './days.ts';
import { eating } from './eating.ts';
import { fillers } from './fillers.ts';
import * as foodWords from './food-words.ts';
import * as joins from './joins.ts';
import * as numbers from './numbers.ts';
import * as refusals from './refusals.ts';
import { remarks } from './remarks.ts';
import * as slots from './slots.ts';
import * as units from './units.ts';

/**
 * Meals, with their days, times and amounts, and plain water. What else people say is read in English only, so those
 * words are English here; none of them is looked at where a meal is read.
 */
const readInEnglish = {
  quickAdd: english.quickAdd,
  recording: english.recording,
  training: english.training,
  metrics: english.metrics,
  asks: english.asks,
  corrections: english.corrections,
  goals: english.goals,
  reminders: english.reminders,
  profile: english.profile,
  ratings: english.ratings,
  messages: english.messages,
  ownFoods: english.ownFoods,
  ownSlots: english.ownSlots,
  repeats: english.repeats,
};

export const spanish: Vocabulary = {
  language: 'es',
  ...numbers,
  ...units,
  // Canonical ids of units, and pictures of foods: the same in every language.
  bareMeasures: english.bareMeasures,
  handMeasures: english.handMeasures,
  pictures: english.pictures,
  slicedPictures: english.slicedPictures,
  ...slots,
  ...days,
  eating,
  ...joins,
  fillers,
  ...refusals,
  ...foodWords,
  remarks,
  ...readInEnglish,
};
