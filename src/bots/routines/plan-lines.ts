import type { Temporal } from 'temporal-polyfill';
import { plannedOver } from '../../domain/routines/find-routines.ts';
import { stateOf } from '../../domain/routines/routine.ts';
import type { CommandContext } from '../command.ts';
import type { Button } from '../reply.ts';
import { clockTime } from '../schedule-words.ts';
import { quoted } from '../text.ts';
import { routineAction } from './routine-card.ts';

/** The trainings planned for a day in a line, null without any, and what begins the open ones. */
export async function trainingOn(
  ctx: CommandContext,
  day: Temporal.PlainDate,
): Promise<{ readonly line: string | null; readonly buttons: Button[][] }> {
  const planned = await plannedOver(ctx, day, day);
  const words = planned.map(({ routine, scheduled }) => {
    const state = stateOf(scheduled);
    const at = state !== 'open' ? ` (${state})` : scheduled.time ? ` at ${clockTime(scheduled.time)}` : '';
    return `${quoted(routine.name, 60)}${at}`;
  });
  const open = planned.filter(({ scheduled }) => stateOf(scheduled) === 'open');
  return {
    line: words.length > 0 ? `Training: ${words.join(', ')}` : null,
    buttons: open
      .slice(0, 2)
      .map(({ routine, scheduled }) => [
        { label: `Start ${quoted(routine.name, 50)}`, action: routineAction({ kind: 'card', id: scheduled.id }) },
      ]),
  };
}
