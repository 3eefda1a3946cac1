import type { Temporal } from 'temporal-polyfill';
import { asOwner } from '../../domain/as-owner.ts';
import { ownName } from '../../domain/check-ins/partner.ts';
import { clientOf, type KnownClient } from '../../domain/coaching/clients.ts';
import { recordAction } from '../../domain/conversation/record-action.ts';
import { assignDiet, checkGift, type DietGift } from '../../domain/diets/assign-diet.ts';
import { holdersOf } from '../../domain/diets/assignments.ts';
import { dietVersion, findDiet, type KnownDiet } from '../../domain/diets/find-diet.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { askHealthOf } from '../../domain/goals/ask-health-of.ts';
import { findUser } from '../../domain/users/find-user.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { type User, zoneOf } from '../../domain/users/user.ts';
import { count, dayNamed, dayOfClient, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { dayName } from '../format.ts';
import { dietNotice } from '../notices/diet.ts';
import { receiversOf } from '../receivers-of.ts';
import { tellOther } from '../tell-other.ts';
import { bold, lines, quoted, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { act, leave, type Of } from './diet-actions.ts';

/** What one client gets, and from when. */
export interface Gift extends Pick<DietGift, 'fromDay' | 'weeks'> {
  readonly client: KnownClient;
  /** When the one that it replaces was to end. */
  readonly endedAt?: Temporal.Instant | null;
}

const giftOf = (known: KnownDiet, { client, fromDay, weeks, endedAt }: Gift): DietGift => ({
  ...{ client: client.user, clientName: client.name, diet: known, fromDay, weeks },
  ...(endedAt ? { endedAt } : {}),
});

/** What would be given to whom, before anything is. */
export async function assign(ctx: CommandContext, { name, to, weeks, ...said }: Of<'assign'>): Promise<Answer> {
  const known = await findDiet(ctx, name);
  const found = await receiversOf(ctx, to);
  if ('answer' in found) return found.answer;
  const told: Text[] = [];
  const fit: number[] = [];
  const from = dayNamed(ctx, said.from);
  for (const { user, name: clientName } of found.receivers) {
    const fromDay = dayOfClient(ctx, from, user);
    const refused = await refusalOf(() => checkGift(ctx, { client: user, clientName, diet: known, fromDay, weeks }));
    if (refused === null) fit.push(user.id);
    const held = (await holdersOf(ctx, { clientId: user.id })).at(-1);
    const replaced = held ? `takes the place of ${quoted(held.name)}, version ${held.version}` : 'gets it';
    told.push([bold(quoted(clientName, 60)), ': ', refused ?? replaced]);
  }
  const text = lines(
    [
      bold(quoted(known.name)),
      ` · version ${known.version}, ${period({ fromDay: dayOfClient(ctx, from, ctx.user), weeks }, todayOf(ctx))}:`,
    ],
    ...told,
  );
  if (fit.length === 0) return { text: lines(text, 'So there is nobody to give it to.') };
  const gift = { templateId: known.templateId, version: known.version, from, weeks };
  return {
    text,
    question: {
      about: 'diet',
      isRow: true,
      choices: [
        act(`Give it to ${fit.length === 1 ? 'them' : `these ${fit.length}`}`, {
          kind: 'give',
          ...gift,
          clientIds: fit,
        }),
        leave('Leave it'),
      ],
    },
  };
}

function period(
  { client, fromDay, weeks, endedAt }: Partial<Gift> & Pick<Gift, 'fromDay' | 'weeks'>,
  today: Temporal.PlainDate,
): string {
  const last = client && endedAt ? lastDayOf(client.user, endedAt) : null;
  const until = last
    ? `up to ${dayName(last, today)}`
    : weeks === null
      ? 'until you end it'
      : `for ${count(weeks, 'week')}`;
  return `from ${onDay(fromDay, today).replace(/^on /, '')} ${until}`;
}

/** The last whole day before a moment. */
const lastDayOf = (user: User, end: Temporal.Instant): Temporal.PlainDate =>
  localDay(end, zoneOf(user), user.dayStartHour).subtract({ days: 1 });

async function refusalOf(run: () => Promise<unknown>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

/** Gives a diet to clients, and tells them. */
export async function give(
  ctx: CommandContext,
  { templateId, version, clientIds, from, weeks }: Of<'give'>,
): Promise<Answer> {
  const known = await dietVersion(ctx, templateId, version);
  const gifts: Gift[] = [];
  for (const id of clientIds) {
    const client = await clientOf(ctx, id);
    if (client) gifts.push({ client, fromDay: dayOfClient(ctx, from, client.user), weeks });
  }
  return giveAll(ctx, known, gifts);
}

/** Gives a diet to each client for themselves: where one cannot have it, the others still do. The report says which. */
export async function giveAll(ctx: CommandContext, known: KnownDiet, gifts: readonly Gift[]): Promise<Answer> {
  if (gifts.length === 0) return { text: 'They are no clients of yours any more.' };
  const names = gifts.map(({ client }) => client.name);
  const actionId = await recordAction(ctx, `${known.name} for ${names.join(', ')}`);
  const told: Text[] = [];
  const notifies: number[] = [];
  for (const gift of gifts) {
    const refused = await refusalOf(() =>
      ctx.db.transaction((tx) => assignDiet({ ...ctx, db: tx, actionId }, giftOf(known, gift))),
    );
    const from = period(gift, todayOf({ now: ctx.now, user: gift.client.user }));
    told.push([bold(quoted(gift.client.name, 60)), ': ', refused ?? `has it ${from}`]);
    if (refused === null)
      notifies.push(...(await tellOther(ctx, gift.client.user, await givenNotice(ctx, known, gift, actionId))));
  }
  const isGiven = notifies.length > 0;
  return {
    text: lines([bold(quoted(known.name)), ` · version ${known.version}`], ...told, isGiven ? 'They are told.' : null),
    ...(isGiven ? { buttons: [[undoButton(actionId)]] } : {}),
    notifies,
  };
}

async function givenNotice(
  ctx: CommandContext,
  known: KnownDiet,
  { client, fromDay, weeks, endedAt }: Gift,
  actionId: number,
) {
  const today = todayOf({ now: ctx.now, user: client.user });
  const given = weeks === null ? null : fromDay.add({ weeks }).subtract({ days: 1 });
  const lastDay = endedAt ? lastDayOf(client.user, endedAt) : given;
  const { targets } = known.diet;
  // A coach is not told whether a client is shown numbers, or was asked about their health.
  const { isGentle, asksHealth } = await asOwner(ctx.db, async () => ({
    isGentle: (await findUser(ctx.db, client.user.id))?.isGentle ?? false,
    asksHealth:
      targets !== null &&
      (await askHealthOf({ ...ctx, user: client.user }, fromDay, { ...targets, fiberG: null, waterMl: null })),
  }));
  const coachName = await ownName(ctx);
  const of = { actionId, coachId: ctx.user.id, coachName, isGentle, asksHealth, today, fromDay, lastDay };
  return dietNotice(known, of);
}
