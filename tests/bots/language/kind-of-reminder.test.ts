import { describe, expect, it } from 'vitest';
import { kindOfReminder } from '../../../src/bots/language/kind-of-reminder.ts';

describe('what a reminder is about', () => {
  it.each([
    ['weigh in', 'weigh_in'],
    ['weigh-in', 'weigh_in'],
    ['weigh myself', 'weigh_in'],
    ['log my weight', 'weigh_in'],
    ['step on the scale', 'weigh_in'],
    ['log lunch', 'meal lunch'],
    ['log my dinner', 'meal dinner'],
    ['log supper', 'meal dinner'],
    ['breakfast', 'meal breakfast'],
    ['eat a snack', 'meal snack'],
    ['log my meals', 'meal'],
    ['log what I eat', 'meal'],
    ['track my food', 'meal'],
    ['drink water', 'water'],
    ['drink 500ml water', 'water'],
    ['drink a glass of water', 'water'],
    ['hydrate', 'water'],
    ['water', 'water'],
    ['gym', 'workout'],
    ['go to the gym', 'workout'],
    ['workout', 'workout'],
    ['train', 'workout'],
    ['leg day', 'workout'],
    ['check in', 'check_in'],
    ['send my weekly check-in', 'check_in'],
    ['daily summary', 'day_summary'],
    ['weekly card', 'week_card'],
    ['streak warning', 'streak_warning'],
    ['morning briefing', 'coach_briefing'],
    ['briefing', 'own'],
  ])('“%s” is %s', (words, kind) => {
    const found = kindOfReminder(words);
    expect([found.kind, found.slot].filter((part) => part !== null).join(' ')).toBe(kind);
  });

  it.each([
    'water the plants',
    'call the gym',
    'book dinner with anna',
    'prep lunch',
    'drink the shake',
    'weigh the baby',
    'train tickets',
    'check in for the flight',
    'stretch',
    'buy a new scale',
  ])('“%s” is their own', (words) => {
    expect(kindOfReminder(words).kind).toBe('own');
  });
});
