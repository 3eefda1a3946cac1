import { findRoutine, type RoutineWithLines } from '../../domain/routines/find-routines.ts';
import { removeLine } from '../../domain/routines/keep-routine.ts';
import { todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { RoutineInput } from '../commands/routine.ts';
import { changed, make, nudge, put, remove, rename, take } from './change-routine.ts';
import {
  begin,
  move,
  moveTo,
  retime,
  schedule,
  settle,
  settleNamed,
  start,
  unschedule,
  whenCard,
} from './plan-routine.ts';
import { editCard, lineCard, routineCard, routinesCard, startCard } from './routine-card.ts';
import { gone, type Of, withNamed, withPlanned } from './which-routine.ts';

/** Does what was said about routines. */
export async function doWithRoutine(ctx: CommandContext, said: RoutineInput): Promise<Answer> {
  switch (said.kind) {
    case 'list':
      return routinesCard(ctx);
    case 'new':
      return make(ctx, said);
    case 'show':
      return withNamed(ctx, said.name, (one) => routineCard(ctx, one), 'open');
    case 'start':
      return start(ctx, said.name);
    case 'done':
    case 'skip':
      return settleNamed(ctx, said.name, said.kind === 'done' ? 'done' : 'skipped');
    case 'remove':
      return withNamed(ctx, said.name, (one) => remove(ctx, one), 'drop');
    case 'end':
      return withNamed(ctx, said.name, (one) => unschedule(ctx, one), 'open');
    case 'rename':
      return withNamed(ctx, said.name, (one) => rename(ctx, one, said.to), 'open');
    case 'put':
      return withNamed(ctx, said.name, (one) => put(ctx, one, said), 'open');
    case 'take':
      return withNamed(ctx, said.name, (one) => take(ctx, one, said.exercise), 'open');
    case 'schedule':
      return withNamed(ctx, said.name, (one) => schedule(ctx, one, said), 'when');
    case 'move':
      return move(ctx, said);
    case 'settle':
      return withPlanned(ctx, said.id, (one) => settle(ctx, one, said.to));
    case 'shift':
      return withPlanned(ctx, said.id, (one) => moveTo(ctx, one, one.scheduled.day.add({ days: said.days })));
    case 'card':
      return withPlanned(ctx, said.id, async (one) => (await startCard(ctx, one)) ?? gone);
    case 'hour':
      return retime(ctx, said);
    default: {
      const found = await findRoutine(ctx, said.id);
      return found ? withButton(ctx, found, said) : gone;
    }
  }
}

async function withButton(
  ctx: CommandContext,
  one: RoutineWithLines,
  said: Of<'open' | 'begin' | 'edit' | 'when' | 'drop' | 'today' | 'line' | 'cut' | 'nudge'>,
): Promise<Answer> {
  switch (said.kind) {
    case 'open':
      return routineCard(ctx, one);
    case 'begin':
      return begin(ctx, one);
    case 'edit':
      return editCard(one);
    case 'when':
      return whenCard(one);
    case 'drop':
      return remove(ctx, one);
    case 'today':
      return schedule(ctx, one, { weekdays: [], time: null, from: todayOf(ctx).toString(), weeks: 1 });
    case 'line':
      return lineCard(ctx, one, said.lineId, null);
    case 'cut': {
      const actionId = await removeLine(ctx, one, said.lineId);
      return changed(ctx, one, actionId);
    }
    case 'nudge':
      return nudge(ctx, one, said);
  }
}
