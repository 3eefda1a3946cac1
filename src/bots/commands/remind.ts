import { z } from 'zod';
import type { Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readReminder } from '../language/read-reminder.ts';
import { longDay, scheduleWords } from '../schedule-words.ts';
import { code, quoted } from '../text.ts';

const schedule = z.object({
  at: z.array(z.string()).nullable(),
  days: z.array(z.number()).nullable(),
  everyMinutes: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  on: z.string().nullable(),
});

const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), what: z.string(), schedule }),
  z.object({
    kind: z.literal('change'),
    action: z.enum(['list', 'pause', 'resume', 'remove', 'snooze', 'done']),
    subject: z.string().nullable(),
    until: z.string().nullable(),
    minutes: z.number().nullable(),
  }),
]);

type Input = z.infer<typeof input>;
type Change = Extract<Input, { kind: 'change' }>;

export const remind = defineCommand<Input>({
  name: 'remind',
  summary: 'Reminders: I understand them, but cannot send any yet',
  examples: ['remind me to weigh in every morning at 7:10'],
  effect: 'act',
  options: z.object({
    what: z.string().max(200).describe('What to be reminded of'),
    at: z.string().max(60).optional().describe('Times: 07:10, or 8:00 and 20:00'),
    every: z.string().max(60).optional().describe('How often: day, weekday, mon wed fri, 2 hours from 9 to 18'),
    on: z.string().max(40).optional().describe('Once: tomorrow, friday, 15 march'),
  }),
  sayOption: (name, value) => (name === 'what' ? value : `${name} ${value}`),
  input,
  parse(text, given): Reading<Input> {
    const [, slash, rest = ''] = /^(\/remind\b)?\s*(.*)$/isu.exec(text) ?? [];
    const read = readReminder(slash ? `remind me ${rest}` : text, given);
    if (read === null) return slash ? { problem: ['Write it like ', example, '.'] } : null;
    switch (read.kind) {
      case 'set':
        return { input: { kind: 'set', what: quoted(read.what, 200), schedule: schedule.parse(read.schedule) } };
      case 'change':
        return { input: { ...read, subject: read.subject === null ? null : quoted(read.subject) } };
      case 'what':
        return {
          text: ['What shall I remind you of? Write it like ', example, '.'],
          question: { about: 'meaning', choices: [] },
        };
      case 'rare':
        return {
          problem: 'I read reminders by the day, the week or the hour; for anything more seldom name its date.',
        };
      case 'question': {
        const choices = read.choices.map((choice) => ({
          label: choice.label,
          action: {
            command: 'remind',
            input: { kind: 'set', what: quoted(read.what, 200), schedule: choice.schedule },
          },
        }));
        const past = read.isPast ? 'That time has gone by. ' : '';
        const text = read.about === 'day' ? 'On which days?' : `${past}At what time?`;
        return { text, question: { about: read.about, choices } };
      }
    }
  },
  async run(_, said) {
    if (said.kind === 'change')
      return { text: `I understood: ${changeWords(said)}. I cannot keep reminders yet, so there are none to change.` };
    const when = scheduleWords(said.schedule);
    return { text: `I understood: ${said.what}, ${when}. I cannot send reminders yet, so nothing was set.` };
  },
  toContract: (said) => {
    if (said.kind === 'set') return [{ do: 'set-reminder', what: said.what, schedule: said.schedule }];
    const { action, subject, until, minutes } = said;
    return [{ do: 'manage-reminder', action, subject, until, minutes }];
  },
});

const example = code('remind me to weigh in every morning at 7:10');

const verbs: Readonly<Record<Change['action'], string>> = {
  list: 'show',
  pause: 'pause',
  resume: 'resume',
  remove: 'remove',
  snooze: 'snooze',
  done: 'mark as done',
};

/** "pause all reminders until Monday 9 March", "snooze the last reminder for 10 minutes". */
function changeWords({ action, subject, until, minutes }: Change): string {
  const isOne = action === 'snooze' || action === 'done';
  const which = subject === null ? (isOne ? 'the last reminder' : 'all reminders') : `the reminder “${subject}”`;
  const time = until?.slice(11) ? ` at ${until.slice(11)}` : '';
  const limit = until !== null ? ` until ${longDay(until)}${time}` : minutes !== null ? ` for ${minutes} minutes` : '';
  return `${verbs[action]} ${which}${limit}`;
}
