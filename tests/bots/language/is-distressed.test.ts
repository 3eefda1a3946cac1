import { expect, it } from 'vitest';
import { isDistressed } from '../../../src/bots/language/is-distressed.ts';

it.each([
  ...['i hate my body', 'I really hate how I look', 'i can’t stand my body', 'my body disgusts me', 'i hate myself'],
  ...['i purged after dinner', 'ate a whole pizza and then i purged', 'binged and purged again', 'i feel like purging'],
  ...['i made myself throw up', 'i want to make myself sick', 'i threw up on purpose'],
  ...['i took laxatives again', "i'm taking laxatives to lose weight", 'took laxatives after lunch'],
])('hears that it hurts: %j', (text) => expect(isDistressed(text)).toBe(true));

it.each([
  ...['i purged my fridge', 'she purges', 'my sister takes laxatives', 'do laxatives work', 'laxative tea 1 cup'],
  ...['i hate leg day', 'i hate my body pump class', 'hate bodyweight squats', 'i made myself a sandwich'],
  ...['i threw up', 'i was sick', 'body weight 70kg', 'i look good', 'ate 200g rice lunch'],
])('lets pass: %j', (text) => expect(isDistressed(text)).toBe(false));
