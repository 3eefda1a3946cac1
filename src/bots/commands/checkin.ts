import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { mondayOf } from '../../domain/check-ins/check-in-week.ts';
import { currentCheckIn } from '../../domain/check-ins/current-check-in.ts';
import { todayOf } from '../ask-card.ts';
import type { CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { checkInCard } from '../forms/check-in-card.ts';
import {
  answerStep,
  backStep,
  fill,
  later,
  openForm,
  showStep,
  skipStep,
  takeFields,
  takeForm,
} from '../forms/fill-check-in.ts';
import { handIn } from '../forms/hand-in-card.ts';
import { readCheckIn } from '../language/read-check-in.ts';
import { code } from '../text.ts';

const id = z.number();
const step = { id, key: z.string(), isAll: z.boolean() };
const fields = z.record(z.string(), z.string());

const input = z.discriminatedUnion('do', [
  /** A Monday, a week by its name, or null for the one that is to be done now. */
  z.object({ do: z.literal('show'), week: z.union([z.iso.date(), z.enum(['this', 'last'])]).nullable() }),
  z.object({ do: z.literal('fill'), week: z.iso.date() }),
  z.object({ do: z.literal('step'), ...step }),
  z.object({ do: z.literal('answer'), ...step, text: z.string() }),
  z.object({ do: z.literal('skip'), ...step }),
  z.object({ do: z.literal('back'), ...step }),
  z.object({ do: z.literal('later') }),
  z.object({ do: z.literal('form'), id, from: z.string() }),
  /** A form, handed in: it asked the fields from one to another. */
  z.object({ do: z.literal('fields'), id, from: z.string(), last: z.string(), fields }),
  /** Fields handed in where there are no forms. */
  z.object({ do: z.literal('step-in'), fields }),
  z.object({ do: z.literal('hand-in'), id }),
]);
type Input = z.infer<typeof input>;

/** A coach means those of their clients by it. */
const ownOnes = /^\s*(?:show(?: me)? )?my (?:weekly )?check[- ]?ins[.!?]*\s*$/i;

export const checkin = defineCommand<Input>({
  name: 'checkin',
  summary: 'Your weekly check-in: mostly filled in already',
  examples: ['check in', 'my check-in', '/checkin last week'],
  effect: 'act',
  options: z.object({
    week: z.string().max(40).optional().describe('this week, last week'),
  }),
  input,
  cues: /check/,
  parse(text, { role = 'client' }) {
    const read = readCheckIn(text) ?? (role === 'client' && ownOnes.test(text) ? { week: null } : null);
    if (read) return { input: { do: 'show', week: read.week } };
    const isUnclear = /^\s*\/check_?in\b\s*[^:\s]/i.test(text);
    return isUnclear
      ? {
          problem: [
            'Write ',
            code('/checkin'),
            ' for your own. A coach finds those of their clients with ',
            code('/checkins'),
            '.',
          ],
        }
      : null;
  },
  async run(ctx, said) {
    switch (said.do) {
      case 'show':
        return checkInCard(ctx, await currentCheckIn(ctx, weekOf(ctx, said.week)));
      case 'fill':
        return fill(ctx, Temporal.PlainDate.from(said.week));
      case 'step':
        return showStep(ctx, said);
      case 'answer':
        return answerStep(ctx, said, said.text);
      case 'skip':
        return skipStep(ctx, said);
      case 'back':
        return backStep(ctx, said);
      case 'later':
        return later(ctx);
      case 'form':
        return openForm(ctx, said.id, said.from);
      case 'fields':
        return takeForm(ctx, said, said.fields);
      case 'step-in':
        return takeFields(ctx, said.fields);
      case 'hand-in':
        return handIn(ctx, said.id);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'checkin', input: value }],
});

function weekOf(ctx: CommandContext, week: string | null): Temporal.PlainDate | null {
  if (week === null) return null;
  const monday = mondayOf(todayOf(ctx));
  if (week === 'this') return monday;
  return week === 'last' ? monday.subtract({ days: 7 }) : Temporal.PlainDate.from(week);
}
