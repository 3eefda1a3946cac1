import { expect, it } from 'vitest';
import { readDayQuestion } from '../../../src/bots/language/read-day-question.ts';
import { given } from './given.ts';

it.each<[string, string, string]>([
  ['today', 'day', '2026-03-02'],
  ['/today', 'day', '2026-03-02'],
  ['/today yesterday', 'day', '2026-03-01'],
  ['what did i eat today', 'day', '2026-03-02'],
  ['What did I eat on friday?', 'day', '2026-02-27'],
  ['yesterday?', 'day', '2026-03-01'],
  ["what's left", 'remaining', '2026-03-02'],
  ['how many calories do i have left ??', 'remaining', '2026-03-02'],
  ['kcal left for dinner??', 'remaining', '2026-03-02'],
])('%j asks', (text, about, day) => {
  const asked = readDayQuestion(text, given);
  expect([asked?.about, asked?.day.toString()]).toEqual([about, day]);
});

it.each([
  'today i ate 2 eggs',
  'weight today',
  'today was great',
  'how many calories in rice',
  'show me the money',
  'left',
  'monday',
  'tomorrow',
  '',
  'total',
])('%j does not', (text) => {
  expect(readDayQuestion(text, given)).toBeNull();
});
