import { endAssignments } from '../../domain/routines/assign-template.ts';
import { type CurrentTemplate, holdersOf } from '../../domain/routines/templates.ts';
import { count } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { routineEndedNotice } from '../notices/routine-assigned.ts';
import { receiversOf } from '../receivers-of.ts';
import { bold, lines, quoted } from '../text.ts';
import { forEach } from './for-each-client.ts';
import { action, leave } from './template-actions.ts';

/** Asks before anything is ended. */
export async function proposeEnd(
  ctx: CommandContext,
  { template }: CurrentTemplate,
  to: readonly string[],
): Promise<Answer> {
  const found = await receiversOf(ctx, to);
  if ('answer' in found) return found.answer;
  const holders = new Set((await holdersOf(ctx, template.id)).map(({ clientId }) => clientId));
  const has = found.receivers.filter(({ user }) => holders.has(user.id));
  if (has.length === 0) return { text: `None of them has ${quoted(template.name)} ahead.` };
  const names = new Intl.ListFormat('en-GB').format(has.map(({ name }) => quoted(name, 40)));
  return {
    text: `End ${quoted(template.name)} for ${names}? What is planned ahead goes; what is done stays.`,
    buttons: [
      [
        {
          label: 'End it',
          action: action({ kind: 'finish', templateId: template.id, clientIds: has.map(({ user }) => user.id) }),
        },
        leave,
      ],
    ],
  };
}

/** Ends a template for clients, and tells them. */
export async function finish(
  ctx: CommandContext,
  { template }: CurrentTemplate,
  clientIds: readonly number[],
): Promise<Answer> {
  const { rows, notifies, undo } = await forEach(ctx, clientIds, template.name, async (inner, receiver, coachName) => {
    const dropped = await endAssignments(inner, receiver, template);
    const name = quoted(receiver.name, 40);
    if (dropped === 0) return { line: `${name} has nothing of it ahead.`, notice: null };
    const about = {
      key: `routine-end-${template.id}-${ctx.now.epochMilliseconds}`,
      coachId: ctx.user.id,
      coachName,
      name: template.name,
    };
    return {
      line: `${name}: ${count(dropped, 'training')} taken off.`,
      notice: { receiver, notice: routineEndedNotice(about) },
    };
  });
  return { text: lines(bold(`${quoted(template.name)} has ended for:`), ...rows), buttons: undo, notifies };
}
