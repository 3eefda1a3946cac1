import type { Given } from '../command.ts';
import type { ClientReminder } from '../language/read-client-reminder.ts';
import type { Schedule } from '../language/schedule.ts';
import { quoted } from '../text.ts';

/** Said of what comes more seldom than by the week. */
export const tooRare = 'I read reminders by the day, the week or the hour; for anything more seldom name its date.';

/** What the command `remind` makes of what a coach wants a client to be reminded of. */
export function readForClient({ who, read }: ClientReminder, given: Pick<Given, 'now'>) {
  const about = { kind: 'client' as const, who: quoted(who, 60) };
  switch (read.kind) {
    case 'theirs':
      return { problem: `What I tell of a day, a week or a streak is ${about.who}’s own to switch on.` };
    case 'rare':
      return { problem: tooRare };
    case 'usual':
      return { input: { ...about, what: quoted(read.what, 200), schedule: null } };
    case 'set': {
      const onceAt =
        read.delayMin === undefined ? {} : { onceAt: given.now.add({ minutes: read.delayMin }).toString() };
      return { input: { ...about, what: quoted(read.what, 200), schedule: copied(read.schedule), ...onceAt } };
    }
    case 'question': {
      const choices = read.choices.map((choice) => ({
        label: choice.label,
        action: {
          command: 'remind',
          input: { ...about, what: quoted(read.what, 200), schedule: choice.schedule },
        },
      }));
      return {
        text: read.about === 'day' ? 'On which days?' : 'At what time?',
        question: { about: read.about, choices },
      };
    }
  }
}

/** As a command keeps it. */
const copied = ({ at, days, ...rest }: Schedule) => ({ ...rest, at: at && [...at], days: days && [...days] });
