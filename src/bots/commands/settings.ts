import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { whereaboutsOf } from '../../domain/reminders/plan-reminder.ts';
import { changeSettings } from '../../domain/users/settings.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext, Given, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { keptBack, offerGentle } from '../gentle.ts';
import { readSettings, settingsOpenings } from '../language/read-settings.ts';
import { ownWordsInput, readOwnWordsInput, tellOwnWords } from '../own-words.ts';
import type { Button } from '../reply.ts';
import { clockTime } from '../schedule-words.ts';
import { bold, code, lines, type Text } from '../text.ts';

/** What to change; nothing shows the settings as they are. */
const input = z.object({
  timeZone: z.string().optional(),
  unitSystem: z.enum(['metric', 'us']).optional(),
  isGentle: z.boolean().optional(),
  dayStartHour: z.number().int().optional(),
  quietFrom: z.string().optional(),
  quietUntil: z.string().optional(),
  /** What is told of their own words. */
  words: ownWordsInput.optional(),
});

export const settings = defineCommand<z.infer<typeof input>>({
  name: 'settings',
  summary: 'Your city, units, day start, quiet hours, whether you see numbers, and your words',
  examples: ['my city is Madrid', 'use pounds', 'my day starts at 4', 'quiet hours 23 to 7', 'hide numbers'],
  effect: 'act',
  options: z.object({
    change: z
      .string()
      .max(100)
      .optional()
      .describe('city Madrid, it is 14:05 here, units us, day starts at 4, hide numbers'),
    words: z.string().max(100).optional().describe('Your own words: list, or forget shake'),
  }),
  sayOption: (name, value) => (name === 'words' ? `words ${value}` : value),
  input,
  opens: settingsOpenings,
  parse(text, given) {
    const [, own] = /^\/settings\s+(?:my\s+)?words\b\s*(.*)$/isu.exec(text) ?? [];
    if (own !== undefined) return ownWordsReading(own, given);
    const read = readSettings(text, given);
    if (read === null) return null;
    if ('problem' in read) return { problem: read.problem };
    if ('offersGentle' in read) {
      if (given.isGentle) return { problem: keptBack };
      return {
        text: 'Then you need not see them. Shall I hide numbers of food and weight from you? All you write still counts.',
        question: offerGentle,
      };
    }
    if ('zones' in read) {
      const choices = read.zones.map(({ label, timeZone }) => ({
        label,
        action: { command: 'settings', input: { timeZone } },
      }));
      return {
        text: `${read.text} If none does, write your city.`,
        question: { about: 'time', choices, template: '/settings here %' },
      };
    }
    return { input: read.change };
  },
  async run(ctx, { words, quietFrom, quietUntil, ...change }) {
    if (words) return tellOwnWords(ctx, words);
    const isQuiet = quietFrom !== undefined && quietUntil !== undefined;
    if (Object.keys(change).length === 0 && !isQuiet) return withButtons(ctx, await shown(ctx, ctx.user));
    const quietHours = isQuiet
      ? { quietFrom: Temporal.PlainTime.from(quietFrom), quietUntil: Temporal.PlainTime.from(quietUntil) }
      : undefined;
    const { user, moved } = await changeSettings(ctx, { ...change, quietHours });
    if (change.isGentle === false && !ctx.user.isGentle) return stillShown;
    if (change.isGentle !== undefined) return gentleCard(user.isGentle);
    const note =
      moved === 0
        ? null
        : `${moved === 1 ? 'One entry' : `${moved} entries`} moved to the day ${moved === 1 ? 'it belongs' : 'they belong'} to.`;
    return { text: lines(bold('Noted.'), await shown(ctx, user), note) };
  },
  toContract: (value) => [{ do: 'command', name: 'settings', input: value }],
});

function ownWordsReading(text: string, given: Given): Reading<z.infer<typeof input>> {
  const read = /^(?:list|show)?$/i.test(text.trim())
    ? { input: { kind: 'list' as const } }
    : readOwnWordsInput(text, given);
  if (!read)
    return { problem: 'Write it like: shake means protein shake, a bowl of porridge is 420 g, or forget shake.' };
  return 'input' in read ? { input: { words: read.input } } : read;
}

/** The settings, with the switch for numbers and a way to the words they have taught us. */
function withButtons({ given, user }: CommandContext, text: Text): Answer {
  const count = given.words?.known.length ?? 0;
  const words = { label: 'My words', action: { command: 'words', input: { kind: 'list' } } };
  return {
    text: lines(text, count === 0 ? null : `Words of yours I have learnt: ${count}`),
    buttons: [[gentleSwitch(user.isGentle), ...(count === 0 ? [] : [words])]],
  };
}

const gentleSwitch = (isGentle: boolean): Button => ({
  label: isGentle ? 'Show numbers again' : 'Hide numbers',
  action: { command: 'settings', input: { isGentle: !isGentle } },
});

/** What changes with it, and the way back. */
const gentleCard = (isGentle: boolean): Answer => ({
  text: isGentle
    ? lines(
        bold('Gentle mode is on.'),
        'I show no calories, nutrients or weight, and count no streaks or achievements. Write as before: all of it is kept. Say “show numbers again” whenever you like.',
      )
    : lines(bold('Numbers are shown again.'), 'Streaks and achievements count once more, from all you have logged.'),
  buttons: [[gentleSwitch(isGentle)]],
});

const stillShown: Answer = { text: 'All right, numbers are shown as before.', buttons: [[gentleSwitch(false)]] };

async function shown(ctx: CommandContext, user: CommandContext['user']): Promise<Text> {
  const zone = zoneOf(user);
  const time = ctx.now.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const { quietFrom, quietUntil } = await whereaboutsOf(ctx);
  const start = user.dayStartHour === 0 ? 'midnight' : `${user.dayStartHour}:00`;
  return lines(
    user.timeZone === null
      ? ['Time zone: not known yet, so UTC. Say ', code('my city is Madrid'), ' or ', code('it is 14:05 here'), '.']
      : `Time zone: ${city}, where it is ${time}`,
    `Units: ${user.unitSystem === 'us' ? 'US (oz, lb)' : 'metric (g, kg)'}`,
    user.isGentle ? 'Calories and weight: not shown (gentle mode)' : 'Calories and weight: shown',
    `Your day starts at ${start}`,
    quietFrom.equals(quietUntil)
      ? 'Quiet hours: none'
      : `Quiet hours: ${clockTime(quietFrom)} to ${clockTime(quietUntil)}`,
  );
}
