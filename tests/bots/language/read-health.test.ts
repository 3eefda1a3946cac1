import { describe, expect, it } from 'vitest';
import { readHealth } from '../../../src/bots/language/read-health.ts';

/** "+pregnant -breastfeeding", with what happened; or what else it is. */
function shown(text: string): string | null {
  const read = readHealth(text);
  if (read?.do !== 'change') return read?.do ?? null;
  const { add, remove, event } = read;
  return [...add.map((flag) => `+${flag}`), ...remove.map((flag) => `-${flag}`), ...(event ? [event] : [])].join(' ');
}

describe('what somebody says of their own health', () => {
  it.each([
    ["i'm pregnant", '+pregnant'],
    ['I am 12 weeks pregnant!', '+pregnant'],
    ['fyi I’m pregnant with twins 🎉', '+pregnant'],
    ['i just found out i’m pregnant', '+pregnant'],
    ['im expecting', '+pregnant'],
    ['i am breastfeeding', '+breastfeeding'],
    ["i'm still breast-feeding my son", '+breastfeeding'],
    ['i breastfeed', '+breastfeeding'],
    ['i take insulin', '+diabetes-medication'],
    ["I'm on metformin", '+diabetes-medication'],
    ['i take medication for diabetes', '+diabetes-medication'],
    ['i have type 1 diabetes', '+diabetes-medication'],
    ['i use an insulin pump', '+diabetes-medication'],
    ['i had an eating disorder', '+eating-disorder'],
    ['i used to have anorexia as a teenager', '+eating-disorder'],
    ["i'm recovering from bulimia", '+eating-disorder'],
    ['i have a history of eating disorders', '+eating-disorder'],
    ['I had an ED years ago', '+eating-disorder'],
    ["i'm pregnant and breastfeeding", '+pregnant +breastfeeding'],
    ['i have diabetes and take insulin', '+diabetes-medication'],
    ['i have diabetes', 'which-medication'],
    ["i'm diabetic", 'which-medication'],
    ["i'm not pregnant any more", '-pregnant'],
    ['i am no longer pregnant', '-pregnant'],
    ['i had an abortion', '-pregnant'],
    ['i gave birth yesterday', '-pregnant birth'],
    ['our baby is here', '-pregnant birth'],
    ['i had a miscarriage', '-pregnant loss'],
    ['i lost the baby', '-pregnant loss'],
    ['i stopped breastfeeding', '-breastfeeding'],
    ["i don't take insulin anymore", '-diabetes-medication'],
    ["i don't have an eating disorder", '-eating-disorder'],
    ['forget that i am pregnant', '-pregnant'],
    ['forget my pregnancy', '-pregnant'],
    ['please forget the eating disorder', '-eating-disorder'],
    ['forget my health notes', '-pregnant -breastfeeding -diabetes-medication -eating-disorder'],
    ['/health', 'show'],
    ['my health notes', 'show'],
    ['/health pregnant', '+pregnant'],
    ['/health eating disorder', '+eating-disorder'],
    ['/health forget insulin', '-diabetes-medication'],
    ['/health banana', 'unclear'],
  ])('%j is %s', (text, expected) => expect(shown(text)).toBe(expected));

  it.each([
    ['no', 'skip'],
    ['none of them', 'skip'],
    ['rather not say', 'skip'],
    ['pregnant', '+pregnant'],
    ['yes, i am breastfeeding', null],
    ['diabetes', 'which-medication'],
    ['200g rice', null],
  ])('answers our question: %j is %s', (text, expected) => expect(shown(`/health asked ${text}`)).toBe(expected));

  it.each([
    ...['my sister is pregnant', 'is my cat pregnant?', 'am i pregnant?', "i'm pregnant?", 'my wife is breastfeeding'],
    ...['pregnant women need 300 kcal more', 'i feel pregnant', 'i ate so much i look pregnant', 'if i was pregnant'],
    ...["i'm pregnant with a food baby", "i'm expecting guests", "i'm nursing a beer", 'pregnancy yoga 30 min'],
    ...['i took insulin', 'insulin is expensive', 'i take vitamin d', 'my dad takes insulin', 'i need insulin advice'],
    ...['i have an eating plan', 'she had an eating disorder', 'i had eggs and toast', 'ate 200g rice lunch'],
    ...['i am not hungry', 'i stopped eating', 'remove my water target', 'forget about it', 'i had baby carrots'],
    ...['i had a baby potato', 'no', 'pregnant', 'insulin', 'forget the insulin reminder', 'the baby ate 200g rice'],
  ])('is nothing of it: %j', (text) => expect(shown(text)).toBeNull());
});
