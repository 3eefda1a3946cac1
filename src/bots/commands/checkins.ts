import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { assignCheckIns } from '../../domain/check-ins/assign-check-ins.ts';
import { latestOf } from '../../domain/check-ins/check-in-queue.ts';
import { dropSteps } from '../../domain/check-ins/drop-steps.ts';
import { forPartner, ownName } from '../../domain/check-ins/partner.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { queueCard, reviewAction } from '../forms/check-in-queue.ts';
import { askReply, openForReview, replyAbout, review } from '../forms/review-check-in.ts';
import { readCheckIns } from '../language/read-check-in.ts';
import { nameAhead } from '../name-ahead.ts';
import { assignedNotice } from '../notices/check-in.ts';
import { scheduleWords } from '../schedule-words.ts';
import { owe } from '../speak.ts';
import { lines, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { noCoach, whichClient } from '../which-client.ts';

const id = z.number();
const time = z.string().regex(/^\d{2}:\d{2}$/);
const weekly = { weekday: z.number().int().min(1).max(7), at: time };

const input = z.discriminatedUnion('do', [
  z.object({ do: z.literal('queue') }),
  /** A client's name, and perhaps an answer behind it. */
  z.object({ do: z.literal('client'), words: z.string() }),
  z.object({ do: z.literal('latest'), clientId: z.number(), text: z.string().nullable() }),
  z.object({ do: z.literal('open'), id }),
  z.object({ do: z.literal('reviewed'), id }),
  z.object({ do: z.literal('ask'), id }),
  z.object({ do: z.literal('later') }),
  /** Written in the chat, or in a form. */
  z.object({
    do: z.literal('reply'),
    id,
    text: z.string().optional(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
  z.object({ do: z.literal('assign'), name: z.string(), ...weekly }),
  z.object({ do: z.literal('assign-to'), clientId: z.number(), ...weekly }),
]);
type Input = z.infer<typeof input>;

export const checkins = defineCommand<Input>({
  name: 'checkins',
  summary: "Your clients' check-ins that wait, and their answers (for coaches)",
  examples: ['/checkins', '/checkins anna great week, add a walk', '/checkins anna every sunday 18:00'],
  effect: 'act',
  isOfClients: true,
  options: z.object({
    who: z.string().max(1500).optional().describe('anna; anna great week; anna every sunday 18:00'),
  }),
  input,
  cues: /check/,
  parse(text, given) {
    const read = readCheckIns(text, given.role === 'coach' || given.role === 'admin');
    return read && { input: read };
  },
  async run(ctx, said) {
    if (ctx.user.role === 'client') return { text: noCoach };
    switch (said.do) {
      case 'queue':
        return queueCard(ctx);
      case 'client':
        return ofClient(ctx, said.words);
      case 'latest':
        return latest(ctx, said.clientId, said.text);
      case 'open':
        return openForReview(ctx, said.id);
      case 'reviewed':
        return review(ctx, said.id, null);
      case 'ask':
        return askReply(ctx, said.id);
      case 'later':
        await dropSteps(ctx, replyAbout);
        return { text: 'It stays in your queue.' };
      case 'reply':
        return review(ctx, said.id, said.text ?? said.fields?.text ?? null);
      case 'assign': {
        const found = await whichClient(ctx, said.name, ({ user }) =>
          reviewAction({ do: 'assign-to', clientId: user.id, weekday: said.weekday, at: said.at }),
        );
        return 'answer' in found ? found.answer : assign(ctx, found.client.user.id, said);
      }
      case 'assign-to':
        return assign(ctx, said.clientId, said);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'checkins', input: value }],
});

/** A client's check-in; words behind the name are the answer to it. */
async function ofClient(ctx: CommandContext, words: string): Promise<Answer> {
  const { name, rest } = await nameAhead(ctx, words);
  const text = rest || null;
  const found = await whichClient(ctx, name, ({ user }) => reviewAction({ do: 'latest', clientId: user.id, text }));
  return 'answer' in found ? found.answer : latest(ctx, found.client.user.id, text);
}

async function latest(ctx: CommandContext, clientId: number, text: string | null): Promise<Answer> {
  const id = await latestOf(ctx, clientId);
  if (id === null) return { text: 'They have handed in no check-in to you yet.' };
  return text === null ? openForReview(ctx, id) : review(ctx, id, text);
}

async function assign(
  ctx: CommandContext,
  clientId: number,
  { weekday, at }: { weekday: number; at: string },
): Promise<Answer> {
  const { actionId, name } = await assignCheckIns(ctx, clientId, { weekday, at: Temporal.PlainTime.from(at) });
  const when = scheduleWords({ at: [at], days: [weekday], everyMinutes: null, from: null, to: null, on: null });
  const own = await ownName(ctx);
  const notified = await forPartner(ctx, clientId, (person) =>
    owe(person, assignedNotice(clientId, own, when, ctx.now.epochMilliseconds)),
  );
  return {
    text: lines(`${quoted(name, 60)} is asked for a check-in ${when}, where they are.`, 'They can move or stop it.'),
    buttons: [[undoButton(actionId)]],
    ...(notified === null ? {} : { notifies: [notified] }),
  };
}
