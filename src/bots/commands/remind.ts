import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { DomainError } from '../../domain/domain-error.ts';
import { changeReminders, moveReminder } from '../../domain/reminders/change-reminders.ts';
import { findReminder } from '../../domain/reminders/list-reminders.ts';
import type { Answer, CommandContext, Given, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readClientReminder, remindsSeveral } from '../language/read-client-reminder.ts';
import { type ReminderReading, readReminder } from '../language/read-reminder.ts';
import { readReminderAnswer } from '../language/read-reminder-answer.ts';
import { answerByButton, answerByWords } from '../reminders/answer-reminder.ts';
import { builtIns } from '../reminders/built-ins.ts';
import { changeByWords, changed } from '../reminders/change-by-words.ts';
import { readForClient, tooRare } from '../reminders/read-for-client.ts';
import { remindForClient } from '../reminders/remind-client.ts';
import { reminderCard, timesCard, toList } from '../reminders/reminder-card.ts';
import { listCard, offeredCard, removedCard } from '../reminders/reminder-list.ts';
import { moveByWords, movedCard, setByWords, switchOn } from '../reminders/set-by-words.ts';
import { code, quoted } from '../text.ts';

const schedule = z.object({
  at: z.array(z.string()).nullable(),
  days: z.array(z.number()).nullable(),
  everyMinutes: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  on: z.string().nullable(),
  timeZone: z.string().nullable().optional(),
});
const id = z.number();
const answer = z.enum(['done', 'skip', 'snooze']);
const minutes = z.number().nullable();

const input = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set'),
    what: z.string(),
    schedule,
    /** An ISO instant, for "in 20 minutes". */
    onceAt: z.string().optional(),
  }),
  z.object({
    kind: z.literal('change'),
    action: z.enum(['list', 'pause', 'resume', 'remove', 'snooze', 'done']),
    subject: z.string().nullable(),
    /** "the reminder": no more than one. */
    isOne: z.boolean().optional(),
    /** The one chosen of several. */
    id: id.optional(),
    until: z.string().nullable(),
    minutes,
  }),
  /** "move the gym reminder to 19:00"; `id` is the one chosen of several, else null means the one just set or said. */
  z.object({ kind: z.literal('move'), subject: z.string().nullable(), id: id.optional(), schedule }),
  /** "skip", said to the reminder just sent. */
  z.object({ kind: z.literal('skip') }),
  /** Buttons: of a reminder that came, of one's card, of the lists. */
  z.object({ kind: z.literal('answer'), occurrenceId: id, answer, minutes }),
  z.object({ kind: z.literal('one'), do: z.enum(['show', 'pause', 'resume', 'remove', 'times']), id }),
  z.object({ kind: z.literal('shift'), id, minutes, every: z.number().nullable() }),
  z.object({ kind: z.literal('list'), of: z.enum(['standing', 'removed', 'offered']) }),
  z.object({ kind: z.literal('offer'), key: z.string() }),
  /** Of a coach's, for a client: "remind anna to log lunch at 13". Without a schedule at the usual times. */
  z.object({
    kind: z.literal('client'),
    who: z.string(),
    clientId: id.optional(),
    what: z.string(),
    schedule: schedule.nullable(),
    onceAt: z.string().optional(),
  }),
]);

type Input = z.infer<typeof input>;

export const remind = defineCommand<Input>({
  name: 'remind',
  summary: 'Remind me of something, at my times',
  examples: [
    'remind me to weigh in every morning at 7:10',
    'drink water every 2 hours from 9 to 18',
    'in 20 minutes call mum',
  ],
  effect: 'act',
  isOfClients: true,
  options: z.object({
    what: z.string().max(200).describe('What to be reminded of'),
    at: z.string().max(60).optional().describe('Times: 07:10, or 8:00 and 20:00'),
    every: z.string().max(60).optional().describe('How often: day, weekday, mon wed fri, 2 hours from 9 to 18'),
    on: z.string().max(40).optional().describe('Once: tomorrow, friday, 15 march'),
  }),
  sayOption: (name, value) => (name === 'what' ? value : `${name} ${value}`),
  input,
  cues: /remind|remember|forget|\b(?:ping|nudge|buzz|poke|prod|bug|nag|notify|prompt|wake|text|message|msg|tell|ask|get|shout|yell)\b|alarm|alert|snooze|notification|every|each|daily|hourly|nightly|weekday|weekend|mornings|evenings|nights|days$|\b(?:day|at|in|am|pm|m)\b|[@:]|mark|tick|check|noon|midnight|streak|summar|report|recap|overview|card|briefing|five/,
  parse(text, given): Reading<Input> {
    const [, slash, rest = ''] = /^(\/remind\b)?\s*(.*)$/isu.exec(text) ?? [];
    const said = given.isReminded && !slash ? readReminderAnswer(text) : null;
    if (said === 'skip') return { input: { kind: 'skip' } };
    if (said) return { input: { kind: 'change', action: 'done', subject: null, until: null, minutes: null } };
    if (given.clients && remindsSeveral(text, given.clients))
      return { problem: ['I remind one client at a time: ', code('remind anna to weigh in every monday at 7'), '.'] };
    const client = given.clients ? readClientReminder(text, given.clients, given) : null;
    if (client) return readForClient(client, given);
    const read = readReminder(slash ? `remind me ${rest}` : text, given, given.isReminded);
    if (read && !given.clients && isBriefing(read) && !/remind/i.test(text)) return null;
    if (read === null) return slash ? { problem: ['Write it like ', example, '.'] } : null;
    return toReading(read, given);
  },
  run: (ctx, said) => doAsSaid(ctx, said),
  toContract: (said) => {
    switch (said.kind) {
      case 'set':
        return [{ do: 'set-reminder', what: said.what, schedule: said.schedule }];
      case 'move':
        return [{ do: 'set-reminder', what: said.subject ?? 'reminder', schedule: said.schedule }];
      case 'change': {
        const { action, subject, until, minutes } = said;
        return [{ do: 'manage-reminder', action, subject, until, minutes }];
      }
      default:
        return [{ do: 'command', name: 'remind', input: said }];
    }
  },
});

/** Only coaches are told of their clients; others may still want to be reminded of a briefing of theirs. */
const isBriefing = (read: ReminderReading): boolean =>
  ('what' in read && read.what === 'morning briefing') || ('subject' in read && read.subject === 'morning briefing');

const example = code('remind me to weigh in every morning at 7:10');

function toReading(read: ReminderReading, given: Given): Reading<Input> {
  switch (read.kind) {
    case 'set': {
      const onceAt =
        read.delayMin === undefined ? {} : { onceAt: given.now.add({ minutes: read.delayMin }).toString() };
      return {
        input: { kind: 'set', what: quoted(read.what, 200), schedule: schedule.parse(read.schedule), ...onceAt },
      };
    }
    case 'change':
      return { input: { ...read, subject: read.subject === null ? null : quoted(read.subject) } };
    case 'move':
      return {
        input: {
          kind: 'move',
          subject: read.subject === null ? null : quoted(read.subject),
          schedule: schedule.parse(read.schedule),
        },
      };
    case 'what':
      return {
        text: ['What shall I remind you of? Write it like ', example, '.'],
        question: { about: 'meaning', choices: [] },
      };
    case 'rare':
      return { problem: tooRare };
    case 'question': {
      const choices = read.choices.map((choice) => ({
        label: choice.label,
        action: { command: 'remind', input: { kind: 'set', what: quoted(read.what, 200), schedule: choice.schedule } },
      }));
      const past = read.isPast ? 'That time has gone by. ' : '';
      const text = read.about === 'day' ? 'On which days?' : `${past}At what time?`;
      return { text, question: { about: read.about, choices } };
    }
  }
}

async function doAsSaid(ctx: CommandContext, said: Input): Promise<Answer> {
  switch (said.kind) {
    case 'set':
      return setByWords(ctx, said.what, said.schedule, said.onceAt ? Temporal.Instant.from(said.onceAt) : null);
    case 'move':
      return moveByWords(ctx, said);
    case 'skip':
      return answerByWords(ctx, { answer: 'skip', subject: null, until: null, minutes: null });
    case 'answer':
      return answerByButton(ctx, said.occurrenceId, said.answer, said.minutes);
    case 'list':
      return said.of === 'standing' ? listCard(ctx) : said.of === 'removed' ? removedCard(ctx) : offeredCard(ctx);
    case 'offer': {
      const chosen = builtIns.find(({ key }) => key === said.key);
      if (!chosen) throw new DomainError('not-found', 'I no longer offer that one.');
      return switchOn(ctx, [chosen], true);
    }
    case 'client':
      return remindForClient(ctx, said);
    case 'one':
      return doWithOne(ctx, said.id, said.do);
    case 'shift':
      return shift(ctx, said);
    case 'change': {
      const { action, ...rest } = said;
      if (action === 'list') return listCard(ctx);
      if (action === 'snooze' || action === 'done') return answerByWords(ctx, { ...rest, answer: action });
      return changeByWords(ctx, { ...rest, action });
    }
  }
}

const isGone: Answer = { text: 'That reminder is no longer there.', buttons: [[toList]] };

async function doWithOne(
  ctx: CommandContext,
  id: number,
  what: Extract<Input, { kind: 'one' }>['do'],
): Promise<Answer> {
  const row = await findReminder(ctx, id);
  if (!row) return isGone;
  if (what === 'show') return row.removedAt ? isGone : reminderCard(ctx, row);
  if (what === 'times') return row.removedAt ? isGone : timesCard(row);
  const change = what === 'pause' ? ({ do: 'pause', until: null } as const) : { do: what };
  return changed(
    ctx,
    await changeReminders(ctx, [id], change),
    row.removedAt && what === 'resume' ? 'back' : what,
    null,
  );
}

async function shift(ctx: CommandContext, { id, minutes, every }: Extract<Input, { kind: 'shift' }>): Promise<Answer> {
  const row = await findReminder(ctx, id);
  if (!row || row.removedAt) return isGone;
  const { weekdays, windowFrom, windowUntil, fromDay, untilDay } = row;
  const rule = { weekdays, windowFrom, windowUntil, fromDay, untilDay };
  const to =
    every === null
      ? { ...rule, atTimes: (row.atTimes ?? []).map((time) => time.add({ minutes: minutes ?? 0 })) }
      : { ...rule, everyMin: every };
  return movedCard(ctx, await moveReminder(ctx, row, to));
}
