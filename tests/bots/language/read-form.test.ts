import { describe, expect, it } from 'vitest';
import { readForm } from '../../../src/bots/language/read-form.ts';

/** "add: scale How was sleep?!" where `!` is for a question that must be answered. */
function shown(text: string): string {
  const read = readForm(text);
  if ('problem' in read) return 'problem';
  if (read.do === 'add' || read.do === 'reword') {
    const questions = read.do === 'add' ? read.questions : [read.question];
    const words = questions.map(
      ({ kind, label, choices, isRequired }) =>
        `${kind} ${label}${isRequired ? '!' : ''}${choices ? ` [${choices.join('|')}]` : ''}`,
    );
    return `${read.do}${read.do === 'reword' ? ` ${read.place}` : ''}: ${words.join('; ')}`;
  }
  return [read.do, ...('place' in read ? [read.place] : []), ...('name' in read ? [read.name] : [])].join(' ');
}

describe('the questions of a coach', () => {
  it.each([
    ['', 'show'],
    ['How was sleep? scale', 'add: scale How was sleep?'],
    ['How was sleep? scale required', 'add: scale How was sleep?!'],
    ['“How was sleep?” 1-10', 'add: scale How was sleep?'],
    ['"Hours at work" number', 'add: number Hours at work'],
    ['Stress? low / medium / high', 'add: choice Stress? [low|medium|high]'],
    ['Where did you train? choice: home, gym, outside', 'add: choice Where did you train? [home|gym|outside]'],
    ['Did you stretch?', 'add: yes_no Did you stretch?'],
    ['Any pain? yes/no', 'add: yes_no Any pain?'],
    ['How many beers?', 'add: number How many beers?'],
    ['Biggest win of the week?', 'add: text Biggest win of the week?'],
    ['Your lunch box photo', 'add: photo Your lunch box'],
    ['- Sleep? scale\n- Steps? number', 'add: scale Sleep?; number Steps?'],
    ['2 How well did you sleep? scale', 'reword 2: scale How well did you sleep?'],
    ['remove 3', 'remove 3'],
    ['use Deload', 'use Deload'],
    ['new Summer cut', 'use Summer cut'],
    ['off', 'off'],
    ['How was sleep? purple', 'problem'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));
});
