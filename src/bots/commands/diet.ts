import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { asOwner } from '../../domain/as-owner.ts';
import { clientOf, clientsOf, type KnownClient } from '../../domain/coaching/clients.ts';
import { recordAction } from '../../domain/conversation/record-action.ts';
import { assignDiet, checkGift, type DietGift, endDiet } from '../../domain/diets/assign-diet.ts';
import { type DietHolder, holdersOf } from '../../domain/diets/assignments.ts';
import { compareDiets } from '../../domain/diets/compare-diets.ts';
import { archiveDiet, dietsOf, dietVersion, findDiet, type KnownDiet } from '../../domain/diets/find-diet.ts';
import { keepDiet } from '../../domain/diets/keep-diet.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { findReceivers } from '../../domain/routines/find-receivers.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { profileOf } from '../../domain/users/profile.ts';
import { type User, zoneOf } from '../../domain/users/user.ts';
import { count, onDay, todayOf } from '../ask-card.ts';
import type { Answer, Choice, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { dietText, differenceText } from '../diet-card.ts';
import { type DietInput, dietInput, example, readDietInput } from '../diet-input.ts';
import { dayName } from '../format.ts';
import { dietEndedNotice, dietNotice } from '../notices/diet.ts';
import { adherenceText } from '../plan-card.ts';
import { owe } from '../speak.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';
import { whichClient } from '../which-client.ts';

type Of<Kind extends DietInput['kind']> = Extract<DietInput, { kind: Kind }>;

/** How many clients have a button of their own. */
const mostChoices = 6;

export const diet = defineCommand<DietInput>({
  name: 'diet',
  summary: 'For coaches: diet templates, and who follows which',
  examples: ['diets', '/diet assign lean cut to anna from monday for 4 weeks', "end anna's diet", '/diet follow anna'],
  effect: 'act',
  options: z.object({
    what: z
      .string()
      .max(300)
      .optional()
      .describe('lean cut, edit lean cut, assign lean cut to anna, end anna, follow anna'),
  }),
  input: dietInput,
  parse: readDietInput,
  async run(ctx, value) {
    switch (value.kind) {
      case 'list':
        return list(ctx);
      case 'show':
        return show(ctx, await findDiet(ctx, value.name));
      case 'edit': {
        const { name, sourceText } = await findDiet(ctx, value.name);
        return { text: lines('Change it and send the whole of it back:', code(`diet: ${name}\n${sourceText}`)) };
      }
      case 'diff':
        return diff(ctx, await findDiet(ctx, value.name));
      case 'forget': {
        const { templateId, name } = await findDiet(ctx, value.name);
        await archiveDiet(ctx, templateId);
        return { text: `${quoted(name)} is put away. Who has it keeps it until you end it.` };
      }
      case 'keep':
        return value.isSure ? keep(ctx, value) : preview(ctx, value);
      case 'assign':
        return assign(ctx, value);
      case 'give':
        return give(ctx, value);
      case 'move':
        return move(ctx, value);
      case 'end':
        return end(ctx, value);
      case 'follow':
        return follow(ctx, value);
      case 'leave':
        return { text: 'All right, I leave it at that.' };
    }
  },
  toContract: (value) => [{ do: 'command', name: 'diet', input: value }],
});

const act = (label: string, input: DietInput): Choice => ({ label, action: { command: 'diet', input } });
const leave = (label: string): Choice => act(label, { kind: 'leave' });

async function list(ctx: CommandContext): Promise<Answer> {
  const diets = await dietsOf(ctx);
  if (diets.length === 0) return { text: lines('You have no diet template yet. Paste one like this:', code(example)) };
  return {
    text: lines(
      bold('Your diets:'),
      ...diets.map(({ name, version, clients }): Text => {
        const held = clients === 0 ? '' : `, given to ${count(clients, 'client')}`;
        return [bold(quoted(name)), ` · version ${version}${held}`];
      }),
      ['Show one with ', code('/diet its name'), ', give it with ', code('/diet assign its name to anna'), '.'],
    ),
  };
}

async function show(ctx: CommandContext, known: KnownDiet): Promise<Answer> {
  const held = await holdersOf(ctx, { templateId: known.templateId });
  const names = await namesOf(ctx, held);
  return {
    text: lines(
      [bold(quoted(known.name)), ` · version ${known.version}`],
      await dietText(ctx, known.diet),
      names.length > 0 ? `Given to ${names.join(', ')}.` : null,
    ),
    buttons: [[{ label: 'Edit', action: { command: 'diet', input: { kind: 'edit', name: known.name } } }]],
  };
}

async function namesOf(ctx: CommandContext, held: readonly DietHolder[]): Promise<string[]> {
  const clients = await clientsOf(ctx);
  const shown = new Map<number, string>();
  for (const { clientId, version } of held) {
    const name = clients.find(({ user }) => user.id === clientId)?.name;
    if (name) shown.set(clientId, `${quoted(name, 60)} (version ${version})`);
  }
  return [...shown.values()];
}

async function diff(ctx: CommandContext, known: KnownDiet): Promise<Answer> {
  if (known.version === 1) return { text: `${quoted(known.name)} has only its first version.` };
  const before = await dietVersion(ctx, known.templateId, known.version - 1);
  return {
    text: lines(
      bold(`${quoted(known.name)}, version ${before.version} to ${known.version}:`),
      differenceText(compareDiets(before.diet, known.diet)),
    ),
  };
}

async function preview(ctx: CommandContext, value: Of<'keep'>): Promise<Answer> {
  const known = (await dietsOf(ctx)).find(({ name }) => name.toLowerCase() === value.name.toLowerCase());
  const before = known && (await dietVersion(ctx, known.id));
  const changes = before && differenceText(compareDiets(before.diet, { ...value.diet }));
  return {
    text: lines(
      [bold(quoted(value.name)), before ? `, as version ${before.version + 1}` : ', a new diet'],
      await dietText(ctx, value.diet),
      changes ? lines(bold('Changed since the last version:'), changes) : null,
      'Keep it like this?',
    ),
    question: {
      about: 'diet',
      isRow: true,
      choices: [act('Keep it', { ...value, isSure: true }), leave('Not now')],
    },
  };
}

async function keep(ctx: CommandContext, { name, source, diet: said }: Of<'keep'>): Promise<Answer> {
  const made = await keepDiet(ctx, name, source, said);
  const kept = [bold(quoted(name)), ` is kept as version ${made.version}.`];
  const held = await heldBefore(ctx, made.templateId, made.version);
  if (held.length === 0)
    return { text: lines(kept, ['Give it with ', code(`/diet assign ${name} to anna from monday`), '.']) };
  return askMove(made.templateId, held, lines(kept, 'Whom shall I move to it, from today on?'));
}

/** The clients who have an older version of a diet. */
async function heldBefore(ctx: CommandContext, templateId: number, version: number): Promise<KnownClient[]> {
  const older = (await holdersOf(ctx, { templateId })).filter((one) => one.version < version);
  return (await clientsOf(ctx)).filter(({ user }) => older.some(({ clientId }) => clientId === user.id));
}

function askMove(templateId: number, held: readonly KnownClient[], text: Text): Answer {
  const ids = held.map(({ user }) => user.id);
  const each = held.slice(0, mostChoices).map(({ user, name }) =>
    act(quoted(name, 60), {
      kind: 'move',
      templateId,
      clientIds: [user.id],
      rest: ids.filter((id) => id !== user.id),
    }),
  );
  const all = act(`All ${held.length}`, { kind: 'move', templateId, clientIds: ids, rest: [] });
  return {
    text,
    question: { about: 'diet', choices: [...(held.length > 1 ? [all] : []), ...each, leave('Nobody')] },
  };
}

async function move(ctx: CommandContext, { templateId, clientIds, rest }: Of<'move'>): Promise<Answer> {
  const known = await dietVersion(ctx, templateId);
  const held = await holdersOf(ctx, { templateId });
  const gifts: Gift[] = [];
  for (const id of clientIds) {
    const client = await clientOf(ctx, id);
    const holder = held.findLast(({ clientId }) => clientId === id);
    if (!client || !holder) continue;
    const today = todayOf({ now: ctx.now, user: client.user });
    const isAhead = Temporal.PlainDate.compare(holder.assignedDay, today) > 0;
    gifts.push({ client, fromDay: isAhead ? holder.assignedDay : today, weeks: null, endedAt: holder.endedAt });
  }
  const report = await giveAll(ctx, known, gifts);
  const left = (await clientsOf(ctx)).filter(({ user }) => rest.includes(user.id));
  if (left.length === 0) return report;
  const asked = askMove(templateId, left, lines(report.text, 'Whom else?'));
  return { ...report, ...asked };
}

interface Gift extends Pick<DietGift, 'fromDay' | 'weeks'> {
  readonly client: KnownClient;
  /** When the one that it replaces was to end. */
  readonly endedAt?: Temporal.Instant | null;
}

const giftOf = (known: KnownDiet, { client, fromDay, weeks, endedAt }: Gift): DietGift => ({
  ...{ client: client.user, clientName: client.name, diet: known, fromDay, weeks },
  ...(endedAt ? { endedAt } : {}),
});

async function assign(ctx: CommandContext, { name, to, from, weeks }: Of<'assign'>): Promise<Answer> {
  const known = await findDiet(ctx, name);
  const found = await findReceivers(ctx, to);
  const [ambiguous] = found.ambiguous;
  if (ambiguous)
    return {
      text: `Which ${quoted(ambiguous.name)}: ${ambiguous.fits.map((one) => quoted(one)).join(' or ')}? Write the whole name.`,
    };
  if (found.unknown.length > 0) {
    const clients = (await clientsOf(ctx)).map((one) => quoted(one.name, 40)).join(', ');
    const mine = clients === '' ? 'You have no clients yet.' : `Your clients: ${clients}.`;
    return { text: `I know no client or group called ${found.unknown.map((one) => quoted(one)).join(', ')}. ${mine}` };
  }
  const told: Text[] = [];
  const fit: number[] = [];
  const fromDay = from === null ? todayOf(ctx) : Temporal.PlainDate.from(from);
  for (const { user, name: clientName } of found.receivers) {
    const refused = await refusalOf(() => checkGift(ctx, { client: user, clientName, diet: known, fromDay, weeks }));
    if (refused === null) fit.push(user.id);
    const held = (await holdersOf(ctx, { clientId: user.id })).at(-1);
    const replaced = held ? `takes the place of ${quoted(held.name)}, version ${held.version}` : 'gets it';
    told.push([bold(quoted(clientName, 60)), ': ', refused ?? replaced]);
  }
  const text = lines(
    [bold(quoted(known.name)), ` · version ${known.version}, ${period({ fromDay, weeks }, todayOf(ctx))}:`],
    ...told,
  );
  if (fit.length === 0) return { text: lines(text, 'So there is nobody to give it to.') };
  const gift = { templateId: known.templateId, version: known.version, from: fromDay.toString(), weeks };
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

async function give(ctx: CommandContext, { templateId, version, clientIds, from, weeks }: Of<'give'>): Promise<Answer> {
  const known = await dietVersion(ctx, templateId, version);
  const fromDay = Temporal.PlainDate.from(from);
  const gifts: Gift[] = [];
  for (const id of clientIds) {
    const client = await clientOf(ctx, id);
    if (client) gifts.push({ client, fromDay, weeks });
  }
  return giveAll(ctx, known, gifts);
}

/** Gives a diet to each client for themselves: where one cannot have it, the others still do. The report says which. */
async function giveAll(ctx: CommandContext, known: KnownDiet, gifts: readonly Gift[]): Promise<Answer> {
  if (gifts.length === 0) return { text: 'They are no clients of yours any more.' };
  const names = gifts.map(({ client }) => client.name);
  const actionId = await recordAction(ctx, `${known.name} for ${names.join(', ')}`);
  const told: Text[] = [];
  const notifies: number[] = [];
  for (const gift of gifts) {
    const refused = await refusalOf(() =>
      ctx.db.transaction((tx) => assignDiet({ ...ctx, db: tx, actionId }, giftOf(known, gift))),
    );
    const from = period(gift, todayOf(ctx));
    told.push([bold(quoted(gift.client.name, 60)), ': ', refused ?? `has it ${from}`]);
    if (refused === null)
      notifies.push(...(await tell(ctx, gift.client.user, await givenNotice(ctx, known, gift, actionId))));
  }
  const isGiven = notifies.length > 0;
  return {
    text: lines([bold(quoted(known.name)), ` · version ${known.version}`], ...told, isGiven ? 'They are told.' : null),
    ...(isGiven ? { buttons: [[{ label: 'Undo', action: { command: 'undo', input: { actionId } } }]] } : {}),
    notifies,
  };
}

async function givenNotice(
  ctx: CommandContext,
  known: KnownDiet,
  { client, fromDay, weeks, endedAt }: Gift,
  actionId: number,
) {
  const today = localDay(ctx.now, zoneOf(client.user), client.user.dayStartHour);
  const given = weeks === null ? null : fromDay.add({ weeks }).subtract({ days: 1 });
  const lastDay = endedAt ? lastDayOf(client.user, endedAt) : given;
  return dietNotice(known, { actionId, coachId: ctx.user.id, coachName: await ownName(ctx), today, fromDay, lastDay });
}

const tell = async (ctx: CommandContext, user: User, notice: Parameters<typeof owe>[1]): Promise<number[]> => {
  const id = await asOwner(ctx.db, () => owe({ db: ctx.db, now: ctx.now, user }, notice));
  return id === null ? [] : [id];
};

async function end(ctx: CommandContext, value: Of<'end'>): Promise<Answer> {
  const which = await clientMeant(ctx, value);
  if ('answer' in which) return which.answer;
  const { user, name } = which.client;
  const today = todayOf({ now: ctx.now, user });
  const fromDay = value.from === null ? today : Temporal.PlainDate.from(value.from);
  const { actionId, names } = await endDiet(ctx, user, name, fromDay);
  const coachName = await ownName(ctx);
  const notice = dietEndedNotice({ actionId, coachId: ctx.user.id, coachName, names, today, fromDay });
  const notifies = await tell(ctx, user, notice);
  return {
    text: `${names.map((one) => quoted(one)).join(', ')} of ${quoted(name, 60)} ends ${onDay(fromDay, today)}. They are told, and what they logged stays.`,
    buttons: [[{ label: 'Undo', action: { command: 'undo', input: { actionId } } }]],
    notifies,
  };
}

async function follow(ctx: CommandContext, value: Of<'follow'>): Promise<Answer> {
  const which = await clientMeant(ctx, value);
  if ('answer' in which) return which.answer;
  const { user, name, canRead } = which.client;
  if (!canRead.includes('food')) return { text: `${quoted(name, 60)} has not agreed to show you their food.` };
  const text = await adherenceText({ ...ctx, user: { ...user, unitSystem: ctx.user.unitSystem } });
  return { text: lines(bold(`${quoted(name, 60)}, plan and eaten:`), text ?? 'There is no plan yet.') };
}

async function clientMeant(ctx: CommandContext, value: Of<'end'> | Of<'follow'>) {
  const chosen = value.clientId === undefined ? null : await clientOf(ctx, value.clientId);
  if (chosen) return { client: chosen };
  return whichClient(ctx, value.who, ({ user }) => ({ command: 'diet', input: { ...value, clientId: user.id } }));
}

/** What clients call the coach. */
async function ownName(ctx: CommandContext): Promise<string> {
  return (await profileOf(ctx)).fullName ?? 'Your coach';
}
