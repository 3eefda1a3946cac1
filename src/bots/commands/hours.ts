import { z } from 'zod';
import { type OfficeHours, officeHoursOf, setOfficeHours } from '../../domain/messages/office-hours.ts';
import { talkPartners } from '../../domain/messages/talk-partners.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readOfficeHours } from '../language/read-office-hours.ts';
import { code, lines, type Text } from '../text.ts';

const window = z.object({ weekday: z.number(), from: z.string(), until: z.string() });
const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), hours: z.array(window) }),
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('show') }),
]);
type Input = z.infer<typeof input>;

export const hours = defineCommand<Input>({
  name: 'hours',
  summary: 'Office hours: clients who write outside of them are told when you answer (for coaches)',
  examples: ['office hours mon-fri 9-17', '/hours off'],
  effect: 'act',
  options: z.object({ when: z.string().max(100).optional().describe('mon-fri 9-17, sat 10-12; or: off') }),
  input,
  cues: /^(?:hours|answer)$/,
  parse(text) {
    const read = readOfficeHours(text);
    if (!read) return null;
    if (read.kind === 'unclear') return { problem: how };
    return { input: read.kind === 'set' ? { kind: 'set', hours: [...read.hours] } : { kind: read.kind } };
  },
  async run(ctx, said) {
    switch (said.kind) {
      case 'set':
        return set(ctx, said.hours);
      case 'off':
        await setOfficeHours(ctx, null);
        return { text: 'You have no office hours any more: clients expect an answer at any time.' };
      case 'show': {
        const kept = await officeHoursOf(ctx);
        return { text: kept ? `Your office hours: ${hoursWords(kept)}.` : ['You have set no office hours. ', how] };
      }
    }
  },
  toContract: (said) => [{ do: 'command', name: 'hours', input: said }],
});

const how: Text = ['Write them like ', code('office hours mon-fri 9-17, sat 10-12'), '.'];

async function set(ctx: CommandContext, kept: OfficeHours): Promise<Answer> {
  await setOfficeHours(ctx, kept);
  const isCoach = ctx.user.role !== 'client' || (await talkPartners(ctx)).some(({ side }) => side === 'client');
  return {
    text: lines(
      `Your office hours: ${hoursWords(kept)}.`,
      isCoach
        ? 'What clients write outside of them reaches you without a sound, and they are told when to expect an answer.'
        : 'They matter once you coach somebody here.',
    ),
  };
}

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon to Fri 09:00 to 17:00, Sat 10:00 to 12:00" */
function hoursWords(kept: OfficeHours): string {
  const times = new Map<string, number[]>();
  for (const { weekday, from, until } of kept) {
    const key = `${from} to ${until}`;
    times.set(key, [...(times.get(key) ?? []), weekday]);
  }
  return [...times].map(([time, days]) => `${daysWords(days)} ${time}`).join(', ');
}

function daysWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const isRun = sorted.length > 2 && sorted.every((day, i) => i === 0 || day === (sorted[i - 1] ?? 0) + 1);
  const shown = sorted.map((day) => names[day - 1] ?? '');
  return isRun ? `${shown[0]} to ${shown.at(-1)}` : shown.join(', ');
}
