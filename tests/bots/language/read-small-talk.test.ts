import { expect, it } from 'vitest';
import { readSmallTalk } from '../../../src/bots/language/read-small-talk.ts';

it.each([
  ['thanks', 'thanks'],
  ['Thanks!!', 'thanks'],
  ['thank you so much 🙏', 'thanks'],
  ['ok thx', 'thanks'],
  ['cheers mate', 'thanks'],
  ['ok', 'nod'],
  ['👍', 'nod'],
  ['😂😂', 'nod'],
  ['lol', 'nod'],
  ['got it, cool', 'nod'],
  ['...', null],
  ['', null],
  ['thanks for the rice', null],
  ['ok 200g rice', null],
  ['sweet potato', null],
  ['thank you but that was 150g', null],
  ['what', null],
  ['good morning', null],
])('"%s" is %s', (text, said) => {
  expect(readSmallTalk(text)).toBe(said);
});
