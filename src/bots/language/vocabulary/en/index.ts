import type { Vocabulary } from '../vocabulary.ts';
import { asks } from './asks.ts';
import { corrections } from './corrections.ts';
import * as days from './days.ts';
import { eating } from './eating.ts';
import { fillers } from './fillers.ts';
import * as foodWords from './food-words.ts';
import { goals } from './goals.ts';
import * as joins from './joins.ts';
import { messages } from './messages.ts';
import { metrics } from './metrics.ts';
import * as numbers from './numbers.ts';
import { ownFoods, ownSlots } from './own-foods.ts';
import { profile } from './profile.ts';
import { quickAdd } from './quick-add.ts';
import { ratings } from './ratings.ts';
import { recording } from './recording.ts';
import * as refusals from './refusals.ts';
import { remarks } from './remarks.ts';
import { reminders } from './reminders.ts';
import { repeats } from './repeats.ts';
import * as slots from './slots.ts';
import { training } from './training.ts';
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
  remarks,
  quickAdd,
  recording,
  profile,
  ratings,
  training,
  metrics,
  goals,
  reminders,
  messages,
  asks,
  corrections,
  ownFoods,
  ownSlots,
  repeats,
};
