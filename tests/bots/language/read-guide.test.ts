import { expect, it } from 'vitest';
import { readForClient } from '../../../src/bots/language/read-for-client.ts';
import { readGuide } from '../../../src/bots/language/read-guide.ts';

it.each([
  ['how do i add a client', 'invite'],
  ['How can I invite a new client?', 'invite'],
  ['how do i assign a template', 'template'],
  ['how to give a client a workout', 'template'],
  ['how do i give anna a diet', 'diet'],
  ['how can i message all my clients', 'broadcast'],
  ['how do i make a group', 'group'],
  ['how do i remove a client', 'end-coaching'],
  ['how do i book a session', 'session'],
  ['how do i link my telegram', 'link'],
  ['how do i set a target', 'target'],
])('%s is done by %s', (text, first) => expect(readGuide(text)?.coach[0]).toBe(first));

it.each([
  'how do i lose fat',
  'how do i squat',
  'how much protein did i eat',
  'add a client',
  'can i see my week',
  'how am i doing',
])('tells nothing of: %s', (text) => expect(readGuide(text)).toBeNull());

it('says to those who do not coach that clients are for coaches', () => {
  expect(readGuide('how do i add a client')?.others).toEqual([]);
});

const clients = ['Anna Ray', 'ben'];

it.each([
  ['log squat 3x5 100 for ben', { kind: 'theirs', who: 'ben' }],
  ['please log 200g rice for Anna', { kind: 'theirs', who: 'Anna' }],
  ['hand ben over to dana', { kind: 'hand-over', who: 'ben' }],
  ['transfer anna to another coach', { kind: 'hand-over', who: 'anna' }],
  ['log 200g rice for lunch', null],
  ['had rice for anna', null],
  ['move ben to beginners', null],
  ['give ben 5', null],
] as const)('of a client: %s', (text, expected) => expect(readForClient(text, clients)).toEqual(expected));
