import { describe, expect, it } from 'vitest';
import { chat } from '../../../src/bots/commands/chat.ts';
import { readPassing } from '../../../src/bots/messages/read-passing.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import { given as meals } from '../language/given.ts';

const given = { ...meals, locale: 'en', exercises: catalogueExerciseIndex() };

describe('words for somebody else', () => {
  it.each([
    ['/msg anna great week', 'anna', 'great week'],
    ['/msg @Anna: great week', 'Anna', 'great week'],
    ['/msg "anna maria" great week', 'anna maria', 'great week'],
    ['/msg coach my knee hurts', null, 'my knee hurts'],
    ['/message my knee hurts', null, 'my knee hurts'],
    ['tell my coach my knee hurts', null, 'my knee hurts'],
    ['/msg anna\nline one\nline two', 'anna', 'line one\nline two'],
  ])('%j', (text, to, body) => expect(readPassing(text)).toMatchObject({ to, body }));

  it.each(['ate 200g rice', 'msg received', '/msg', 'chat', 'done', 'coach carter is a good film'])(
    'not in %j',
    (text) => {
      expect(readPassing(text)).toBeNull();
      expect(chat.parse(text, given)).toBeNull();
    },
  );
});

describe('a running conversation', () => {
  it.each([
    ['/chat anna', { kind: 'open', to: 'anna' }],
    ['/chat', { kind: 'open', to: null }],
    ['chat with my coach', { kind: 'open', to: null }],
    ['/done', { kind: 'done' }],
    ['end the chat', { kind: 'done' }],
    ['/coach here', { kind: 'threads', isOn: true }],
    ['/coach elsewhere', { kind: 'threads', isOn: false }],
  ])('%j', (text, input) => expect(chat.parse(text, given)).toEqual({ input }));
});
