import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { currentPauses, type Pause } from '../../domain/pauses/current-pauses.ts';
import { endPause, removePause } from '../../domain/pauses/end-pause.ts';
import { setPause } from '../../domain/pauses/set-pause.ts';
import { streakStanding } from '../../domain/progress/streak-standing.ts';
import { count, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readPause } from '../language/read-pause.ts';
import { longDay } from '../schedule-words.ts';
import { streakNames } from '../streak-card.ts';
import { code, lines, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';

const reason = z.enum(['vacation', 'illness', 'injury']);

const input = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set'),
    from: z.iso.date(),
    /** The last day of it; null: until they are back. */
    until: z.iso.date().nullable(),
    reason: reason.nullable(),
  }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('list') }),
  /** Without an id the only one there is, or the only one with that reason. */
  z.object({ kind: z.literal('remove'), pauseId: z.number().nullable(), reason: reason.nullable() }),
]);

type Input = z.infer<typeof input>;

export const pause = defineCommand<Input>({
  name: 'pause',
  aliases: ['resume'],
  summary: 'Pause your streaks for a vacation or an illness, and come back',
  examples: ['pause my streak until friday', 'on vacation 3-10 march', "i'm sick", "i'm back"],
  effect: 'act',
  options: z.object({
    time: z.string().max(100).optional().describe('until friday, 3-10 march, for a week; or: back, list, cancel'),
  }),
  input,
  cues: /paus|freez|hold|suspend|vaca|holiday|leave(?!s)|travel|sick|covid|fever|poison|virus|injur|return|resum|continue|restart|reactivate|better|recover|healthy|\b(?:trip|away|town|off|break|ill|well|flu|cold|stomach|back|home|fit)\b/,
  parse(text, given) {
    const [, slash, rest = ''] = /^\/(pause|resume)\b\s*(.*)$/isu.exec(text) ?? [];
    const isEnd = slash?.toLowerCase() === 'resume' || /^(?:back|end|off|stop|resume)$/i.test(rest);
    if (slash && isEnd) return { input: { kind: 'end' } };
    if (slash && /^(?:list|show)$/i.test(rest)) return { input: { kind: 'list' } };
    const read = readPause(slash && /^(?:cancel|remove|delete)$/i.test(rest) ? `${rest} pause` : text, given);
    if (!read) return slash ? { problem: how } : null;
    if (read.kind === 'remove') return { input: { ...read, pauseId: null } };
    if (read.kind !== 'set') return { input: { kind: read.kind } };
    return { input: { ...read, from: read.from.toString(), until: read.until?.toString() ?? null } };
  },
  async run(ctx, said) {
    switch (said.kind) {
      case 'set':
        return set(ctx, said);
      case 'end':
        return end(ctx);
      case 'list':
        return list(ctx);
      case 'remove':
        return remove(ctx, said);
    }
  },
  toContract: (said) => [{ do: 'command', name: 'pause', input: said }],
});

const how: Text = ['Write it like ', code('pause my streak until friday'), ' or ', code('on vacation 3-10 march'), '.'];
const nothing: Text = ['Nothing is paused. ', how];

const wishes = { vacation: 'Have a good time. ', illness: 'Get well soon. ', injury: 'Take the time it needs. ' };

async function set(ctx: CommandContext, { from, until, reason }: Extract<Input, { kind: 'set' }>): Promise<Answer> {
  const day = Temporal.PlainDate.from;
  const { actionId, pause, isCutShort } = await setPause(ctx, {
    from: day(from),
    until: until === null ? null : day(until),
    reason,
  });
  const wish = reason === null ? '' : wishes[reason];
  const already = actionId === null ? ' already,' : '';
  return {
    text: lines(
      `${wish}Your streaks are paused${already} ${span(ctx, pause)}. Those days neither add to a run nor end it.`,
      ctx.given.hasCoach ? 'What your coach has planned for those days I do not bring up either.' : null,
      isCutShort ? 'A pause reaches back two days at most, so it begins then.' : null,
      pause.untilDay === null ? ['Write ', code("i'm back"), ' when you are.'] : null,
    ),
    ...(actionId === null ? {} : { buttons: [[undoButton(actionId)]] }),
  };
}

/** "from today until you are back", "today", "from Tuesday 3 March to Tuesday 10 March". */
function span(ctx: CommandContext, { fromDay, untilDay }: Pause): string {
  const today = todayOf(ctx);
  const named = (day: Temporal.PlainDate): string =>
    day.equals(today) ? 'today' : day.equals(today.add({ days: 1 })) ? 'tomorrow' : longDay(day.toString());
  if (untilDay === null) return `from ${named(fromDay)} until you are back`;
  if (!fromDay.equals(untilDay)) return `from ${named(fromDay)} to ${named(untilDay)}, both included`;
  return fromDay.since(today).days > 1 ? `on ${named(fromDay)}` : named(fromDay);
}

async function end(ctx: CommandContext): Promise<Answer> {
  const ended = await endPause(ctx);
  if (!ended) return { text: 'Good to hear. No pause is running, so your streaks go on as they are.' };
  const { isGentle, streaks } = await streakStanding(ctx);
  const runs = isGentle ? [] : streaks.filter(({ current }) => current > 0);
  const standing = runs.map(({ kind, unit, current }) => `${streakNames[kind]} ${count(current, unit)}`).join(', ');
  return {
    text: lines(
      'Welcome back. Your streaks go on: what you do today counts, and tomorrow is an ordinary day again.',
      standing === '' ? null : `They stand where they were: ${standing}.`,
    ),
    buttons: [[undoButton(ended.actionId)]],
  };
}

async function list(ctx: CommandContext, head = 'Your pauses:'): Promise<Answer> {
  const pauses = (await currentPauses(ctx)).slice(0, 5);
  if (pauses.length === 0) return { text: nothing };
  const isOne = pauses.length === 1;
  return {
    text: isOne
      ? `Your streaks are paused ${spanOf(ctx, pauses[0])}.`
      : lines(head, ...pauses.map((one, i) => `${i + 1}. ${spanOf(ctx, one)}`)),
    buttons: pauses.map(({ id }, i) => [
      {
        label: isOne ? 'Remove it' : `Remove ${i + 1}`,
        action: { command: 'pause', input: { kind: 'remove', pauseId: id, reason: null } },
      },
    ]),
  };
}

const spanOf = (ctx: CommandContext, one: Pause | undefined): string =>
  one ? `${span(ctx, one)}${one.reason ? `, ${one.reason}` : ''}` : '';

async function remove(ctx: CommandContext, { pauseId, reason }: Extract<Input, { kind: 'remove' }>): Promise<Answer> {
  const pauses = pauseId === null ? await currentPauses(ctx) : [];
  if (pauseId === null && pauses.length === 0) return { text: nothing };
  const named = reason === null ? [] : pauses.filter((one) => one.reason === reason);
  const [only, another] = named.length === 1 ? named : pauses;
  if (another) return list(ctx, 'Which of these?');
  const { actionId, removed } = await removePause(ctx, pauseId ?? only?.id ?? 0);
  return { text: `Removed: the pause ${span(ctx, removed)}.`, buttons: [[undoButton(actionId)]] };
}
