import { Temporal } from 'temporal-polyfill';
import type { Receiver } from '../../domain/coaching/find-receivers.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { type Assigned, assignTemplate, moveToVersion } from '../../domain/routines/assign-template.ts';
import { diffPlans } from '../../domain/routines/diff-plans.ts';
import { planDays, weeksOf } from '../../domain/routines/plan-days.ts';
import { type CurrentTemplate, findVersionById, holdersOf } from '../../domain/routines/templates.ts';
import { usualTime } from '../../domain/routines/usual-time.ts';
import { count, dayNamed, dayOfClient } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Notice } from '../notices/notice.ts';
import { routineAssignedNotice } from '../notices/routine-assigned.ts';
import { receiversOf } from '../receivers-of.ts';
import type { Button } from '../reply.ts';
import { clockTime, longDay } from '../schedule-words.ts';
import { bold, lines, quoted } from '../text.ts';
import { forEach, todayOfClient } from './for-each-client.ts';
import { weekdayName } from './line-words.ts';
import { action, leave, type Of } from './template-actions.ts';

const mostWeeks = 52;

/** What would be given to whom, before anything is. */
export async function proposal(
  ctx: CommandContext,
  { template, version }: CurrentTemplate,
  said: Of<'assign'>,
): Promise<Answer> {
  const found = await receiversOf(ctx, said.to);
  if ('answer' in found) return found.answer;
  const able = found.receivers.filter(({ canWrite }) => canWrite);
  const unable = found.receivers.filter(({ canWrite }) => !canWrite);
  const day = dayNamed(ctx, said.from);
  const from = dayOfClient(ctx, day, able[0]?.user ?? ctx.user);
  if (said.weeks !== null && (said.weeks < 1 || said.weeks > mostWeeks))
    throw new DomainError('invalid', `I plan 1 to ${mostWeeks} weeks.`);
  const own = weeksOf(version.exercises);
  const weeks = own || (said.weeks ?? 1);
  const plan = planDays(version.exercises, { from, weekdays: said.weekdays, weeks });
  const days = plan.map(
    ({ dayName, dayNumber, weekday }) =>
      `${dayName === null ? `day ${dayNumber}` : quoted(dayName, 40)} on ${weekdayName(weekday)}`,
  );
  const time = said.time === null ? usualTime : Temporal.PlainTime.from(said.time);
  const button = (label: string, length: number | null): Button => ({
    label,
    action: action({
      ...{ kind: 'give', versionId: version.id, templateId: template.id, clientIds: able.map(({ user }) => user.id) },
      ...{ from: day, weeks: length, weekdays: said.weekdays, time: said.time },
    }),
  });
  const isOpen = own === 0 && said.weeks === null;
  const named = new Intl.ListFormat('en-GB').format(able.slice(0, 20).map(({ name }) => quoted(name, 40)));
  return {
    text: lines(
      able.length === 0
        ? bold('Nobody can get it yet.')
        : bold(
            `${quoted(template.name)}, version ${version.version}, for ${able.length > 1 ? `${count(able.length, 'client')}: ` : ''}${named}.`,
          ),
      `From ${longDay(from.toString())}: ${new Intl.ListFormat('en-GB').format(days)}${weeks > 1 ? `, ${weeks} weeks` : ''}.`,
      `Reminders come at ${clockTime(time)} where they are${said.time === null ? ', until they choose another time' : ''}.`,
      said.weeks !== null && own > 0 && own !== said.weeks
        ? `The plan names its own ${count(own, 'week')}, so that is how long it takes.`
        : null,
      ...unable.map(
        ({ name }) => `${quoted(name, 40)} has not agreed that you change their training plan, so they are left out.`,
      ),
    ),
    buttons:
      able.length === 0
        ? []
        : isOpen
          ? [[button('Once', 1), button('4 weeks', 4), button('8 weeks', 8), button('12 weeks', 12)], [leave]]
          : [[button('Assign', weeks), leave]],
  };
}

/** Gives a template to clients, and tells them. */
export async function give(ctx: CommandContext, { template }: CurrentTemplate, said: Of<'give'>): Promise<Answer> {
  const version = await findVersionById(ctx, said.versionId);
  if (!version || version.templateId !== template.id) return { text: 'That version is no longer there.' };
  const time = said.time === null ? usualTime : Temporal.PlainTime.from(said.time);
  const { rows, notifies, undo } = await forEach(
    ctx,
    said.clientIds,
    template.name,
    async (inner, receiver, coachName) => {
      const from = dayOfClient(ctx, said.from, receiver.user);
      const plan = planDays(version.exercises, { from, weekdays: said.weekdays, weeks: said.weeks ?? 1 });
      const assigned = await assignTemplate(inner, receiver, { template, version, plan, time });
      return {
        line: `${quoted(receiver.name, 40)}: ${countWords(assigned)}.`,
        notice: {
          receiver,
          notice: assignedNotice(inner, receiver, { template, version }, coachName, assigned, time, null),
        },
      };
    },
  );
  return {
    text: lines(bold(`${quoted(template.name)}, version ${version.version}`), ...rows),
    buttons: undo,
    notifies,
  };
}

const countWords = ({ count: trainings, first, last }: Assigned): string =>
  `${count(trainings, 'training')}, ${longDay(first.toString())}${last.equals(first) ? '' : ` to ${longDay(last.toString())}`}`;

const assignedNotice = (
  ctx: CommandContext,
  receiver: Receiver,
  { template, version }: CurrentTemplate,
  coachName: string,
  assigned: Assigned,
  time: Temporal.PlainTime,
  changes: Parameters<typeof routineAssignedNotice>[1]['changes'],
): Notice =>
  routineAssignedNotice(
    { key: `routine-${version.id}-${ctx.now.epochMilliseconds}`, coachId: ctx.user.id, coachName, name: template.name },
    {
      ...assigned,
      ...{ description: template.description, today: todayOfClient(ctx, receiver), time, changes },
      units: receiver.user.unitSystem,
    },
  );

/** Moves clients to a version, and tells them what is another. */
export async function move(ctx: CommandContext, { template }: CurrentTemplate, said: Of<'move'>): Promise<Answer> {
  const version = await findVersionById(ctx, said.versionId);
  if (!version || version.templateId !== template.id) return { text: 'That version is no longer there.' };
  const holders = await holdersOf(ctx, template.id);
  const { rows, notifies, undo } = await forEach(
    ctx,
    said.clientIds,
    template.name,
    async (inner, receiver, coachName) => {
      const name = quoted(receiver.name, 40);
      const had = holders.find(({ clientId }) => clientId === receiver.user.id);
      const before = had ? await findVersionById(inner, had.versionId) : null;
      if (had?.versionId === version.id) return { line: `${name} has it already.`, notice: null };
      const moved = await moveToVersion(inner, receiver, template, version);
      if (!moved) return { line: `${name} has nothing of it ahead.`, notice: null };
      const changes = diffPlans(before?.exercises ?? [], version.exercises);
      const time = moved.time;
      return {
        line: `${name}: ${countWords(moved)}.`,
        notice: {
          receiver,
          notice: assignedNotice(inner, receiver, { template, version }, coachName, moved, time, changes),
        },
      };
    },
  );
  return {
    text: lines(bold(`${quoted(template.name)} is version ${version.version} now for:`), ...rows),
    buttons: undo,
    notifies,
  };
}
