import { z } from 'zod';
import { forPartner, ownName } from '../../domain/check-ins/partner.ts';
import { clientOf, type KnownClient } from '../../domain/coaching/clients.ts';
import { answerFloor, floorWith, offerFloor, takeFloorBack } from '../../domain/coaching/energy-floor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { User } from '../../domain/users/user.ts';
import type { Answer, CommandContext, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { ownFloorCard } from '../floor-card.ts';
import { kcal } from '../format.ts';
import { restedLines } from '../health-card.ts';
import { readFloor } from '../language/read-floor.ts';
import { floorAnsweredNotice, floorOfferedNotice, floorTakenBackNotice } from '../notices/floor.ts';
import type { Notice } from '../notices/notice.ts';
import { owe } from '../speak.ts';
import { code, lines, quoted } from '../text.ts';
import { noCoach, whichClient } from '../which-client.ts';

/** By name where it was written, by id behind a button. Without either: one's own. */
const whose = { who: z.string().nullable(), clientId: z.number().nullable() };
const input = z.discriminatedUnion('do', [
  z.object({ do: z.literal('show'), ...whose }),
  z.object({ do: z.literal('offer'), ...whose, kcal: z.number() }),
  z.object({ do: z.literal('off'), ...whose }),
  z.object({ do: z.literal('answer'), kcal: z.number(), isAgreed: z.boolean() }),
]);
type Input = z.infer<typeof input>;
type OfOne = Exclude<Input, { do: 'answer' }>;

export const floor = defineCommand<Input>({
  name: 'floor',
  summary: 'The least energy a target may have; a coach can ask for a lower one',
  examples: ['/floor', '/floor anna 1100', '/floor off'],
  effect: 'act',
  options: z.object({
    of: z.string().max(80).optional().describe('For coaches: which client, and how many kcal: anna 1100, or anna off'),
  }),
  input,
  cues: /^floor$/,
  parse(text, { clients }): Reading<Input> {
    const read = readFloor(text);
    if (!read) return null;
    if (read === 'unclear' || (read.who === null && typeof read.kcal === 'number'))
      return {
        problem: clients ? howTo : ['Only a coach can ask for another floor. ', code('/floor'), ' shows yours.'],
      };
    if (read.who !== null && !clients) return { problem: noCoach };
    const of = { who: read.who && quoted(read.who), clientId: null };
    if (read.kcal === null) return { input: { do: 'show', ...of } };
    return { input: read.kcal === 'off' ? { do: 'off', ...of } : { do: 'offer', ...of, kcal: read.kcal } };
  },
  async run(ctx, said): Promise<Answer> {
    if (said.do === 'answer') return answered(ctx, said.kcal, said.isAgreed);
    if (said.who === null && said.clientId === null)
      return said.do === 'off' ? takenBack(ctx, null) : ownFloorCard(ctx);
    const client = await meant(ctx, said);
    if ('answer' in client) return client.answer;
    switch (said.do) {
      case 'show':
        return shown(ctx, client.client);
      case 'off':
        return takenBack(ctx, client.client);
      case 'offer':
        return offered(ctx, client.client, said.kcal);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'floor', input: value }],
});

const howTo = ['Write it like ', code('/floor anna 1100'), ', in kcal a day, or ', code('/floor anna off'), '.'];

async function meant(ctx: CommandContext, said: OfOne): ReturnType<typeof whichClient> {
  if (said.clientId === null)
    return whichClient(ctx, said.who ?? '', ({ user }) => ({
      command: 'floor',
      input: { ...said, who: null, clientId: user.id },
    }));
  const client = await clientOf(ctx, said.clientId);
  if (!client) throw new DomainError('not-found', 'That is none of your clients now.');
  return { client };
}

async function shown(ctx: CommandContext, client: KnownClient): Promise<Answer> {
  const { floorOfferedKcal, energyFloorKcal } = await floorWith(ctx, client);
  const name = quoted(client.name, 60);
  return {
    text: lines(
      energyFloorKcal === null
        ? `You and ${name} have agreed on no lower floor: the usual one holds.`
        : `You and ${name} agreed on a floor of ${kcal(energyFloorKcal)} a day.`,
      floorOfferedKcal === null ? null : `You asked for ${kcal(floorOfferedKcal)}; there is no answer yet.`,
    ),
  };
}

async function offered(ctx: CommandContext, client: KnownClient, floorKcal: number): Promise<Answer> {
  await offerFloor(ctx, client, floorKcal);
  const notifies = await tellPartner(ctx, client.user.id, (other, { isGentle }) =>
    floorOfferedNotice({ other, now: ctx.now }, { floorKcal, isGentle }),
  );
  return {
    text: `I have asked ${quoted(client.name, 60)} to agree to a floor of ${kcal(floorKcal)} a day. It holds once they say yes, and you will hear of it.`,
    notifies,
  };
}

async function answered(ctx: CommandContext, floorKcal: number, isAgreed: boolean): Promise<Answer> {
  const { coachId } = await answerFloor(ctx, floorKcal, isAgreed);
  const notifies = await tellPartner(ctx, coachId, (other) =>
    floorAnsweredNotice({ other, now: ctx.now }, { floorKcal, isAgreed }),
  );
  return {
    text: isAgreed
      ? lines(
          `Agreed: your targets may go down to ${kcal(floorKcal)} a day while you are coached. None has changed by it.`,
          ['Your coach is told. ', code('/floor off'), ' takes it back.'],
        )
      : 'All right, the usual floor stays. Your coach is told.',
    notifies,
  };
}

async function takenBack(ctx: CommandContext, client: KnownClient | null): Promise<Answer> {
  const { otherId, wasAgreed, rested } = await takeFloorBack(ctx, client);
  const notifies = wasAgreed
    ? await tellPartner(ctx, otherId, (other) =>
        floorTakenBackNotice({ other, now: ctx.now }, client !== null && rested.target !== null),
      )
    : [];
  return {
    text: lines(
      client ? `The usual floor holds again for ${quoted(client.name, 60)}.` : 'The usual floor holds again.',
      ...(client ? [] : restedLines(ctx, rested)),
      wasAgreed ? `${client ? 'They are' : 'Your coach is'} told.` : null,
    ),
    notifies,
  };
}

/** Owes the other one of the coaching a notice; it is made with who tells them, and for whom. */
async function tellPartner(
  ctx: CommandContext,
  id: number,
  notice: (by: { readonly id: number; readonly name: string }, other: User) => Notice,
): Promise<number[]> {
  const by = { id: ctx.user.id, name: await ownName(ctx) };
  const owed = await forPartner(ctx, id, (person) => owe(person, notice(by, person.user)));
  return owed === null ? [] : [owed];
}
