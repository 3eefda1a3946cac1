import { expect, it } from 'vitest';
import { readCoaching, withApostrophes, withPossessive } from '../../../src/bots/language/read-coaching.ts';

const clients = ['Anna Smith', 'Ben Stone', 'Rice Miller'];

it.each([
  ['my clients', { about: 'clients' }],
  ['show me my clients please', { about: 'clients' }],
  ['Clients?', { about: 'clients' }],
  ['how are my clients doing?', { about: 'clients' }],
  ['who needs me today', { about: 'clients' }],
  ['who needs attention first?', { about: 'clients' }],
  ['who is silent', { about: 'clients' }],
  ["who's gone quiet?", null],
  ['who should i check on', { about: 'clients' }],
  ['anna', { about: 'client', who: 'anna' }],
  ['how is anna doing?', { about: 'client', who: 'anna' }],
  ["how's Anna Smith getting on", { about: 'client', who: 'Anna Smith' }],
  ['show me ben', { about: 'client', who: 'ben' }],
  ["open ben's card", { about: 'client', who: 'ben' }],
  ['notes on anna', { about: 'notes', who: 'anna' }],
  ["anna's progress", { about: 'client', who: 'anna' }],
  ['check on ben', { about: 'client', who: 'ben' }],
  ['how many clients do i have', { about: 'clients' }],
  ['anna notes', { about: 'notes', who: 'anna' }],
  ['note: anna travels in april', { about: 'note', who: 'anna', text: 'travels in april' }],
  ["anna's notes", { about: 'notes', who: 'anna' }],
  ['note on anna: knee pain on squats', { about: 'note', who: 'anna', text: 'knee pain on squats' }],
  ['note about anna smith knee pain', { about: 'note', who: 'anna smith', text: 'knee pain' }],
  ['note anna: knee pain', { about: 'note', who: 'anna', text: 'knee pain' }],
] as const)('reads %j of a coach', (text, expected) => {
  expect(readCoaching(text, clients)).toEqual(expected);
});

it.each([
  'ate 200g rice lunch',
  'bench 3x8 80',
  'show me my week',
  'how is my protein this week',
  'how is zoe doing',
  'notes on my knee',
  'note to self: buy milk',
  'note: felt strong',
  'who won the game',
  'client dinner 800 kcal',
  'anna ate my lunch',
  'weight 82.4',
  'squat progress',
  '',
])('takes nothing of a coach’s own for a client: %j', (text) => {
  expect(readCoaching(text, clients)).toBeNull();
});

it.each([
  ['anna squat progress', "anna's squat progress"],
  ['squat progress of anna', "anna's squat progress"],
  ['ben stone weight', "ben stone's weight"],
  ['protein this week for ben?', "ben's protein this week"],
  ['squat progress', null],
  ['ate 200g lentils', null],
])('puts a client’s name where a question wants it: %j', (text, expected) => {
  expect(withPossessive(text, clients)).toBe(expected);
});

it.each([
  ['annas weight', "anna's weight"],
  ['show me bens photos', "show me ben's photos"],
  ["anna's weight", null],
  ['200g peas', null],
  ['the carbs today', null],
])('reads a client’s name without its apostrophe: %j', (text, expected) => {
  expect(withApostrophes(text, clients)).toBe(expected);
});
