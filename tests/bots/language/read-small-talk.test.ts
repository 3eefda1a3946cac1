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
  ['bye', 'bye'],
  ['good night 😴', 'bye'],
  ["i'm sad today", 'low'],
  ['feeling a bit down', 'low'],
  ['ok, i feel terrible', 'low'],
  ['i feel great', 'well'],
  ["i'm so happy, thanks", 'well'],
  ["i'm sad about the match", null],
  ['down', null],
  ['low fat', null],
  ["i'm low on milk", null],
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
