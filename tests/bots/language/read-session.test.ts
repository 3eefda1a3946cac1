import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { nameFirst, readSession, readSessionWords } from '../../../src/bots/language/read-session.ts';

/** Read on Thursday 5 March 2026, at noon in Madrid. */
const given = { now: Temporal.Instant.from('2026-03-05T11:00:00Z'), timeZone: 'Europe/Madrid', dayStartHour: 3 };

const local = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(given.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).slice(5);

function shown(text: string): string {
  const read = readSession(text, given);
  if ('problem' in read) return 'problem';
  switch (read.do) {
    case 'plan': {
      const long = read.durationMin === null ? '' : ` ${read.durationMin} min`;
      return `plan ${local(read.startsAt)}${long} [${read.topics.join('|')}]`;
    }
    case 'move':
      return `move ${local(read.startsAt)}`;
    case 'topics':
      return `topics [${read.topics.join('|')}]`;
    case 'items':
      return read.items
        .map(
          ({ text: what, when }) =>
            `${what}${when ? ` @${when.on?.slice(5) ?? when.days?.join('')} ${when.at?.join()}` : ''}`,
        )
        .join(' | ');
    case 'next':
      return `next ${read.day}`;
    case 'done':
      return `done ${read.text}${read.day === null ? '' : `, next ${read.day}`}`;
    case 'list':
    case 'cancel':
      return read.do;
    default:
      return `${read.do} ${read.text}`;
  }
}

describe('a coaching session', () => {
  it.each([
    ['', 'list'],
    ['friday 17:00', 'plan 03-06T17:00 []'],
    ['friday 17:00 topics squats, sleep', 'plan 03-06T17:00 [squats|sleep]'],
    ['friday at 5pm 45 min about the knee', 'plan 03-06T17:00 45 min [the knee]'],
    ['tomorrow 9:30 for 1 hour topics: food; travel', 'plan 03-06T09:30 60 min [food|travel]'],
    ['wed 12:30', 'plan 03-11T12:30 []'],
    ['12 march 18:00 1.5h', 'plan 03-12T18:00 90 min []'],
    ['move saturday 10:00', 'move 03-07T10:00'],
    ['reschedule to monday 8:15', 'move 03-09T08:15'],
    ['cancel', 'cancel'],
    ['topics squats, sleep', 'topics [squats|sleep]'],
    ['notes Knee is fine, sleep is not.', 'notes Knee is fine, sleep is not.'],
    ['feedback: well done on friday at 5', 'feedback well done on friday at 5'],
    ['todo walk 8000 steps every day 20:00', 'walk 8000 steps @1234567 20:00'],
    ['todo book physio by tuesday; read the sleep page', 'book physio @03-10 09:00 | read the sleep page'],
    ['todo stretch every mon wed fri', 'stretch @135 09:00'],
    ['next 20 march', 'next 2026-03-20'],
    ['done went well', 'done went well'],
    ['done next 20 march', 'done , next 2026-03-20'],
    ['done went well. Next: 20 march', 'done went well, next 2026-03-20'],
    ['done the next set was hard', 'done the next set was hard'],
    ['sometime', 'problem'],
    ['move', 'problem'],
    ['notes', 'problem'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));

  it.each([
    ['cancel anna', 'anna', 'cancel'],
    ['move the session with anna to friday 12:00', 'anna to friday 12:00', 'move'],
    ['anna friday 17:00', 'anna friday 17:00', ''],
  ])('%s names whose it is', (said, words, verb) => expect(nameFirst(said)).toEqual({ words, verb }));
});

describe('a session said without a slash', () => {
  const coach = { isCoach: true, hasCoach: false };
  const client = { isCoach: false, hasCoach: true };
  it.each([
    ['book a session with anna friday 17:00', coach, 'anna friday 17:00'],
    ['Schedule a coaching session with Anna tomorrow at 9, topics food', coach, 'Anna tomorrow at 9, topics food'],
    ['book ben in for thursday at 5', { ...coach, clients: ['ben'] }, 'ben thursday at 5'],
    ['session w ben tmrw 5pm', { ...coach, clients: ['ben'] }, 'ben tmrw 5pm'],
    ['book a session friday 17:00', client, 'friday 17:00'],
    ["I'd like to have a session with my coach friday at 5pm", client, 'friday at 5pm'],
  ])('%s', (text, who, words) => expect(readSessionWords(text, who)).toBe(words));

  it.each([
    ['leg session 45 min', client],
    ['session: bench 3x8 80', client],
    ['had a great session with anna friday', client],
    ['chest session with bob', coach],
    ['plan dinner with ben', { ...coach, clients: ['ben'] }],
    ['schedule push day mon 18:00', { ...coach, clients: ['ben'] }],
    ['good session today', coach],
    ['I had a session with my coach friday', client],
    ['remind me to book a session friday', client],
    ['book a session friday 17:00', { isCoach: false, hasCoach: false }],
    ['cancel my session', { isCoach: false, hasCoach: false }],
  ])('is not meant by “%s”', (text, who) => expect(readSessionWords(text, who)).toBeNull());
});
