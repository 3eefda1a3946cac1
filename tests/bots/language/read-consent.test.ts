import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readBareCode } from '../../../src/bots/language/read-code.ts';
import { type ConsentReading, readConsent } from '../../../src/bots/language/read-consent.ts';
import { readInvite } from '../../../src/bots/language/read-invite.ts';

/** Read on Thursday 5 March 2026. */
const given = { now: Temporal.Instant.from('2026-03-05T12:00:00Z'), timeZone: 'Europe/Madrid', dayStartHour: 3 };
const client = { ...given, isCoach: false, hasCoach: true };
const coach = { ...given, isCoach: true, hasCoach: false };
const neither = { ...given, isCoach: false, hasCoach: false };

/** "set food none, photos none", "until 2026-06-30", "end anna because moving". */
function shown(read: ConsentReading | null): string {
  switch (read?.kind) {
    case undefined:
      return 'nothing';
    case 'set':
      return `set ${read.who ? `of ${read.who} ` : ''}${read.scopes.map(({ scope, level }) => `${scope} ${level ?? '?'}`).join(', ')}`;
    case 'until':
      return `until ${read.day ?? 'open'}`;
    case 'end':
      return ['end', read.who ?? 'mine', read.reason && `because ${read.reason}`].filter(Boolean).join(' ');
    case 'code':
      return `code ${read.words}`;
    default:
      return read?.kind ?? '';
  }
}

describe('what somebody says of their coach', () => {
  it.each([
    ['/coach', 'show'],
    ['my coach', 'show'],
    ['i need a coach', 'show'],
    ['how do i add my coach?', 'show'],
    ['invite my coach', 'show'],
    ["who's my coach?", 'show'],
    ['what can my coach see?', 'show'],
    ['/coach history', 'history'],
    ['/coach code ABCD-EFGH', 'code ABCD-EFGH'],
    ['/coach food', 'set food ?'],
    ['/coach food write, body read, photos off', 'set food write, body read, photos none'],
    ['/coach scopes food and training read', 'set food read, training read'],
    ['stop sharing my photos with my coach', 'set photos none'],
    ["Don't share my weight with my coach", 'set body none'],
    ['hide my mood from my coach', 'set mood none'],
    ['share my food and training with my coach', 'set food read, training read'],
    ['let my coach see my photos', 'set photos read'],
    ['let my coach change my food', 'set food write'],
    ['my coach may not see my weight', 'set body none'],
    ['my coach may not change my training', 'set training read'],
    ['/coach until 30 June', 'until 2026-06-30'],
    ['/coach until the end of june', 'until 2026-06-30'],
    ['/coach until friday', 'until 2026-03-06'],
    ['/coach until 2026-12-31', 'until 2026-12-31'],
    ['/coach until further notice', 'until open'],
    ['/coach until the cows come home', 'unknown'],
    ['/coach banana', 'unknown'],
    ['/coach end', 'end mine'],
    ['end coaching', 'end mine'],
    ['please stop the coaching because I am moving', 'end mine because I am moving'],
    ['I do not want a coach any more', 'end mine'],
    ['leave my coach', 'end mine'],
    ['i dont want carl to see my weight', 'set of carl body none'],
    ['hide my photos from carl', 'set of carl photos none'],
    ["don't let him see my food", 'set food none'],
    ['carl can see my pics', 'set of carl photos read'],
    ['can carl see my weight?', 'show'],
    ['what does carl see', 'show'],
    ["i don't want ray to coach me anymore", 'end ray'],
    ["i don't want to see my weight", 'nothing'],
    ["i don't want rice", 'nothing'],
  ])('%s', (text, expected) => expect(shown(readConsent(text, client))).toBe(expected));

  it.each([
    ['end coaching with anna', 'end anna'],
    ['end coaching with anna because my practice closes', 'end anna because my practice closes'],
    ['stop coaching jo', 'end jo'],
    ['remove anna', 'end anna'],
    ['remove the eggs', 'nothing'],
    ['/coach end anna', 'end anna'],
    ['/coach end with anna because of time', 'end anna because time'],
  ])('of a client: %s', (text, expected) =>
    expect(shown(readConsent(text, { ...coach, clients: ['Anna Ray'] }))).toBe(expected),
  );

  it.each([
    'my coach said 200g rice lunch',
    'ate with my coach',
    'tell my coach my knee hurts',
    'coached a class for 60 min',
    'share of pizza',
    'stop eating sugar',
    'let my coach know',
    'end of the day weight 80',
    'leave my coach a message',
  ])('is not: %s', (text) => expect(readConsent(text, client)).toBeNull());

  it('asks who it is, for anybody: that nobody coaches them is an answer too', () =>
    expect(readConsent('my coach', neither)).toEqual({ kind: 'show' }));

  it.each(['end coaching', 'stop sharing my photos with my coach', 'end coaching with anna'])(
    'is nothing from people without a coach: %s',
    (text) => expect(readConsent(text, neither)).toBeNull(),
  );
});

describe('an invitation', () => {
  it.each([
    ['/invite', { name: null, email: null, scopes: null }],
    ['/invite anna', { name: 'anna', email: null, scopes: null }],
    ['invite Anna Maria', { name: 'Anna Maria', email: null, scopes: null }],
    ['/invite anna@example.org', { name: null, email: 'anna@example.org', scopes: null }],
    [
      '/invite anna food training read',
      {
        ...{ name: 'anna', email: null },
        scopes: [
          { scope: 'food', level: 'read' },
          { scope: 'training', level: 'read' },
        ],
      },
    ],
    [
      '/invite anna, anna@example.org body write',
      { name: 'anna,', email: 'anna@example.org', scopes: [{ scope: 'body', level: 'write' }] },
    ],
  ])('%s', (text, expected) => expect(readInvite(text, true)).toEqual({ kind: 'invite', ...expected }));

  it.each(['/invite list', 'invite list', 'my invites', 'show my open invitations'])('list: %s', (text) =>
    expect(readInvite(text, true)).toEqual({ kind: 'list' }),
  );

  it.each(['invite anna', 'my invites', 'invited anna for lunch, ate 200g rice'])(
    'is nothing from people who do not coach: %s',
    (text) => expect(readInvite(text, false)).toBeNull(),
  );
});

describe('a code that stands alone', () => {
  it.each([
    ['ABCD-EFGH', 'ABCD-EFGH'],
    [' k7qm-2xrt ', 'K7QM-2XRT'],
    ['OOOO-IIL2', '0000-1112'],
    ['bean-stew', null],
    ['1200-1500', null],
    ['2026-0305', null],
    ['ABCD-EFGH please', null],
    ['pb-toast', null],
  ])('%s', (text, expected) => expect(readBareCode(text)).toBe(expected));
});
