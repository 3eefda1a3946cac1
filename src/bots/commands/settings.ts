import { z } from 'zod';
import { changeSettings } from '../../domain/users/settings.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readSettings } from '../language/read-settings.ts';
import { bold, code, lines, type Text } from '../text.ts';

/** What to change; nothing shows the settings as they are. */
const input = z.object({
  timeZone: z.string().optional(),
  unitSystem: z.enum(['metric', 'us']).optional(),
  dayStartHour: z.number().int().optional(),
});

export const settings = defineCommand<z.infer<typeof input>>({
  name: 'settings',
  summary: 'Your city, units, and when your day starts',
  examples: ['my city is Madrid', 'it is 14:05 here', 'use pounds', 'my day starts at 4'],
  effect: 'act',
  options: z.object({
    change: z.string().max(100).optional().describe('city Madrid, it is 14:05 here, units us, day starts at 4'),
  }),
  input,
  parse(text, given) {
    const read = readSettings(text, given);
    if (read === null) return null;
    if ('problem' in read) return { problem: read.problem };
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
  async run(ctx, change) {
    if (Object.keys(change).length === 0) return { text: shown(ctx, ctx.user) };
    const { user, moved } = await changeSettings(ctx, change);
    const note =
      moved === 0
        ? null
        : `${moved === 1 ? 'One entry' : `${moved} entries`} moved to the day ${moved === 1 ? 'it belongs' : 'they belong'} to.`;
    return { text: lines(bold('Noted.'), shown(ctx, user), note) };
  },
  toContract: (value) => [{ do: 'command', name: 'settings', input: value }],
});

function shown(ctx: CommandContext, user: CommandContext['user']): Text {
  const zone = zoneOf(user);
  const time = ctx.now.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const start = user.dayStartHour === 0 ? 'midnight' : `${user.dayStartHour}:00`;
  return lines(
    user.timeZone === null
      ? ['Time zone: not known yet, so UTC. Say ', code('my city is Madrid'), ' or ', code('it is 14:05 here'), '.']
      : `Time zone: ${city}, where it is ${time}`,
    `Units: ${user.unitSystem === 'us' ? 'US (oz, lb)' : 'metric (g, kg)'}`,
    `Your day starts at ${start}`,
  );
}
