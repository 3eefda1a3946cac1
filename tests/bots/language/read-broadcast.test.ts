import { expect, it } from 'vitest';
import { readBroadcast } from '../../../src/bots/language/read-broadcast.ts';
import { readGroup } from '../../../src/bots/language/read-group.ts';

it.each([
  ['tell everyone great week', 'all', 'great week'],
  ['message all my clients: no sessions friday', 'all', 'no sessions friday'],
  ['tell everybody to log their dinner', 'all', 'log your dinner'],
  ['let everyone know that i am away next week', 'all', 'i am away next week'],
  ['let all my clients know gym is closed', 'all', 'gym is closed'],
  ['write to the beginners group: great week', 'beginners', 'great week'],
  ['send "great week" to everyone', 'all', 'great week'],
])('%s', (text, group, words) => expect(readBroadcast(text)).toEqual({ group, text: words }));

it.each([
  'tell everyone',
  'tell everyone about it',
  'everyone did great',
  'all my clients',
  'tell anna great week',
  'ate everything',
])('goes to nobody: %s', (text) => expect(readBroadcast(text)).toBeNull());

it.each([
  ['make a group called mums with anna and ben', { kind: 'add', group: 'mums', names: ['anna', 'ben'] }],
  ['add tom to the lads group', { kind: 'add', group: 'lads', names: ['tom'] }],
  ['add tom to group lads', { kind: 'add', group: 'lads', names: ['tom'] }],
  ['remove tom from the lads group', { kind: 'take', group: 'lads', names: ['tom'] }],
  ['my groups', { kind: 'list' }],
  ['add milk to my coffee', null],
  ['group class 45 min', null],
])('a group: %s', (text, expected) => expect(readGroup(text)).toEqual(expected));
