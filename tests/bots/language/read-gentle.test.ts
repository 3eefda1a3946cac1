import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/bots/language/read-settings.ts';

const now = Temporal.Instant.from('2026-03-02T13:05:00Z');
const read = (text: string) => readSettings(text, { now, locale: 'en' });

describe('whether numbers are to be shown', () => {
  it.each([
    'gentle mode',
    'gentle mode on',
    'Gentle mode please',
    'turn on gentle mode',
    'switch to gentle mode',
    '/settings gentle mode',
    '/settings gentle on',
    '/settings hide numbers',
    'no numbers please',
    'No numbers!',
    'no more numbers',
    'hide calories',
    'hide the calories from me please',
    'hide my weight',
    'please hide all numbers',
    'can you hide the numbers?',
    'could you hide calories and weight',
    "i don't want to see numbers",
    "I don't want to see any numbers anymore",
    'i dont want to see my weight',
    'i do not want to know the calories',
    "don't show me calories",
    'dont show numbers',
    'stop showing me the calories',
    'stop telling me calories please',
    'turn off calories',
    'turn the numbers off',
    'calories off',
    'numbers off please',
    "i'd rather not see the numbers for a while",
    'without numbers please',
    'show me no numbers',
    "i can't look at the numbers anymore",
  ])('%j hides them', (text) => {
    expect(read(text)).toEqual({ change: { isGentle: true } });
  });

  it.each([
    'show numbers again',
    'show me numbers again please',
    'show the numbers',
    'show calories again',
    'show me my weight again',
    'i want to see calories again',
    'i want to see my numbers',
    'can i see the numbers again?',
    'unhide calories',
    'bring back the numbers',
    'bring the numbers back',
    'give me the calories back',
    'turn the numbers back on',
    'turn on calories again',
    'numbers on',
    'gentle mode off',
    'turn off gentle mode',
    'no more gentle mode',
    'leave gentle mode please',
    '/settings gentle off',
  ])('%j shows them again', (text) => {
    expect(read(text)).toEqual({ change: { isGentle: false } });
  });

  it.each([
    'the numbers stress me out',
    'calories trigger me',
    'the calories make me anxious',
    'all the numbers are too much for me',
  ])('%j is worth an offer', (text) => {
    expect(read(text)).toEqual({ offersGentle: true });
  });

  it.each([
    'show me calories',
    'show my weight',
    'show weight',
    'how many calories',
    'no calories',
    'no weight today',
    'no more calories today',
    'gentle',
    'gentle yoga 30 min',
    'gentle mode of transport',
    'be gentle',
    'hide',
    'hide the cookies from me',
    "i don't want to see her",
    "i don't want calories from sugar",
    'calories',
    'weight',
    'my weight',
    'numbers',
    'show me the money',
    'turn off the lights',
    'show me my numbers for last week',
    'her numbers stress me out',
    'work stresses me out',
    'i want to see my progress',
    'calories burned 300',
    'without sugar please',
    'no sugar',
    'the numbers look good',
  ])('%j is none', (text) => {
    const reading = read(text);
    expect(reading && 'change' in reading ? reading.change.isGentle : undefined).toBeUndefined();
    expect(reading ?? {}).not.toHaveProperty('offersGentle');
  });
});
