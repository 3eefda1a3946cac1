import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ownName } from '../../domain/check-ins/partner.ts';
import { type Receiver, receiverOf } from '../../domain/coaching/find-receivers.ts';
import { type LoggedTraining, noteOnTraining, trainingLog } from '../../domain/routines/training-log.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { capital } from '../format.ts';
import { readTraining } from '../language/routine-log-words.ts';
import { trainingNoteNotice } from '../notices/routine-assigned.ts';
import { tellOther } from '../tell-other.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';
import { duration } from '../training-notation.ts';
import { noCoach, whichClient } from '../which-client.ts';

/** Which of several of that name, once it is chosen. */
const clientId = z.number().optional();

const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('log'), who: z.string().nullable(), clientId }),
  z.object({ kind: z.literal('note'), who: z.string(), clientId, day: z.iso.date().nullable(), note: z.string() }),
]);

type Input = z.infer<typeof input>;

const mostShown = 7;

export const training = defineCommand<Input>({
  name: 'training',
  summary: 'The training log: programme, effort, your coach’s words; for coaches a client’s',
  examples: ['my training log', "anna's training log", "note on anna's workout yesterday: depth better"],
  effect: 'act',
  isOfClients: true,
  options: z.object({
    name: z.string().max(600).optional().describe('A client, for coaches; your own log without one'),
  }),
  input,
  cues: /^(?:training|note)$/,
  parse(text, given) {
    const [, slash, rest = ''] = /^(\/training\b)?\s*([\s\S]*)$/iu.exec(text) ?? [];
    const read = readTraining(rest, given);
    const mayCoach = given.role !== undefined && given.role !== 'client';
    if (read && ((read.kind === 'log' && read.who === null) || mayCoach))
      return { input: read.kind === 'note' ? { ...read, day: read.day?.toString() ?? null } : read };
    if (!slash) return null;
    if (rest !== '' && !mayCoach)
      return { problem: ['That is for coaches. ', code('my training log'), ' shows yours.'] };
    return { input: { kind: 'log', who: rest === '' ? null : quoted(rest, 60) } };
  },
  async run(ctx, said): Promise<Answer> {
    if (said.who === null) return logCard(ctx, null);
    const found =
      said.clientId === undefined
        ? await whichClient(ctx, said.who, ({ user }) => ({
            command: 'training',
            input: { ...said, clientId: user.id },
          }))
        : null;
    if (found && 'answer' in found) return found.answer;
    const client = await receiverOf(ctx, found?.client.user.id ?? said.clientId ?? 0);
    if (!client) return { text: noCoach };
    return said.kind === 'log' ? logCard(ctx, client) : note(ctx, client, said);
  },
  toContract: (said) => [{ do: 'command', name: 'training', input: said }],
});

async function logCard(ctx: CommandContext, client: Receiver | null): Promise<Answer> {
  if (client && !client.canRead)
    return { text: `${quoted(client.name, 40)} has not agreed to show you their training.` };
  const log = await trainingLog({ db: ctx.db, user: client?.user ?? ctx.user }, { limit: mostShown });
  if (log.length === 0) return { text: 'No training is on record yet.' };
  const today = todayOf(ctx);
  return {
    text: lines(
      bold(client ? `${quoted(client.name, 40)}, the last trainings` : 'Your last trainings'),
      ...log.flatMap((one) => trainingLines(one, today, client !== null)),
    ),
  };
}

/** A training in two or three lines: what it was, how it felt, what was said of it. */
function trainingLines(one: LoggedTraining, today: Temporal.PlainDate, isCoach: boolean): Text[] {
  const place = [
    ...(one.routine === null ? [] : [quoted(one.routine, 60)]),
    ...(one.programPhase === null ? [] : [quoted(one.programPhase, 40)]),
    ...(one.weekNumber === null ? [] : [`week ${one.weekNumber}`]),
    ...(one.dayNumber === null ? [] : [`day ${one.dayNumber}`]),
  ].join(', ');
  const felt = [
    ...(one.sessionType === null ? [] : [one.sessionType]),
    ...(one.durationMin === null ? [] : [duration(one.durationMin * 60)]),
    ...(one.intensity === null ? [] : [`intensity ${one.intensity}`]),
    ...(one.fatigue === null ? [] : [`fatigue ${one.fatigue}`]),
    ...(one.soreness === null ? [] : [`soreness ${one.soreness}`]),
    ...(one.formQuality === null ? [] : [`form ${one.formQuality}`]),
    ...(one.rpe === null ? [] : [`RPE ${one.rpe}`]),
    ...(one.restS === null ? [] : [`rest ${duration(one.restS)}`]),
  ].join(', ');
  const what =
    one.exercises.length > 0
      ? one.exercises.map((name) => quoted(name, 40)).join(', ')
      : quoted(one.title ?? 'training');
  const day = capital(onDay(one.day, today).replace(/^on /, ''));
  return [
    [bold(`${day}: `), what],
    ...(place === '' ? [] : [`   ${place}`]),
    ...(felt === '' ? [] : [`   ${capital(felt)}`]),
    ...one.exerciseNotes.map(({ name, words }) => `   ${quoted(name, 60)}: ${quoted(words, 200)}`),
    ...(one.notes === null ? [] : [`   ${isCoach ? 'They say' : 'You'}: ${quoted(one.notes, 200)}`]),
    ...(one.coachNotes === null ? [] : [`   ${isCoach ? 'You say' : 'Your coach'}: ${quoted(one.coachNotes, 300)}`]),
  ];
}

async function note(ctx: CommandContext, client: Receiver, said: Extract<Input, { kind: 'note' }>): Promise<Answer> {
  const day = said.day === null ? null : Temporal.PlainDate.from(said.day);
  const done = await noteOnTraining(ctx, client, { day, note: said.note });
  const coachName = await ownName(ctx);
  const { user } = client;
  const name = done.exercises.length > 0 ? done.exercises.join(', ') : (done.title ?? 'training');
  const when = onDay(done.day, localDay(ctx.now, zoneOf(user), user.dayStartHour));
  const notice = trainingNoteNotice(
    { key: `training-note-${done.id}-${ctx.now.epochMilliseconds}`, coachId: ctx.user.id, coachName, name },
    { note: said.note, when },
  );
  return {
    text: `Noted on ${quoted(client.name, 40)}’s training ${onDay(done.day, todayOf(ctx))}: “${quoted(said.note, 300)}”. They have it now.`,
    notifies: await tellOther(ctx, user, notice),
  };
}
