import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  checkIns,
  coachings,
  inboundMessages,
  mealItems,
  mealLogs,
  measurements,
  messages,
  notifications,
  routines,
  scheduledRoutines,
} from '../../../db/schema/index.ts';
import type { Answer, CommandContext, Given } from '../../../src/bots/command.ts';
import { commands } from '../../../src/bots/commands/index.ts';
import { interpret } from '../../../src/bots/interpret.ts';
import type { Reply } from '../../../src/bots/reply.ts';
import { plainText } from '../../../src/bots/text.ts';
import type { Context } from '../../../src/domain/context.ts';
import { loadFoodIndex } from '../../../src/domain/foods/load-food-index.ts';
import { loadExerciseIndex } from '../../../src/domain/training/load-exercise-index.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const [foods, exercises] = [await loadFoodIndex(db), await loadExerciseIndex(db)];

/** Wednesday, 4 March 2026, in the evening. */
const now = Temporal.Instant.from('2026-03-04T19:00:00Z');
const day = (ago: number) => Temporal.PlainDate.from('2026-03-04').subtract({ days: ago });

const given = (clients?: readonly string[]): Given => ({
  ...{ now, timeZone: 'Europe/Madrid', dayStartHour: 3, units: 'metric', locale: 'en', foods, exercises, slots: [] },
  ...(clients ? { clients, role: 'coach' } : {}),
});

const context = (ctx: Context, more: Partial<CommandContext>): CommandContext =>
  ({
    ...ctx,
    message: { platform: 'telegram', chatId: '1' },
    accountId: '1',
    repliesToId: null,
    talkingToId: null,
    crisisText: '',
    given: given(),
    files: { of: () => [], remove() {} },
    ...more,
  }) as CommandContext;

/** What a person is answered; null where the words are read as something else or nothing. */
async function say(person: Person, text: string, clients?: readonly string[]): Promise<Answer | null> {
  const known = given(clients);
  const read = interpret(commands, text, known);
  if (!read || 'question' in read.reading) return null;
  const { command, reading } = read;
  if ('problem' in reading) return { text: reading.problem };
  return person.act((ctx) => command.run(context(ctx, { given: known }), reading.input), now);
}

const said = (answer: Answer | null) => (answer ? plainText(answer.text) : null);
const labels = ({ buttons = [], question }: Answer) =>
  question ? question.choices.map(({ label }) => label) : buttons.map((row) => row.map(({ label }) => label));

async function pressEvent({ id: userId }: Person): Promise<number> {
  const [row] = await db
    .insert(inboundMessages)
    .values({
      platform: 'telegram',
      eventKey: `press-${Math.random()}`,
      kind: 'press',
      chatId: '1',
      userId,
      payload: {},
      receivedAt: now,
    })
    .returning({ id: inboundMessages.id });
  return row?.id ?? 0;
}

/** Presses a button of a card. */
async function press(person: Person, card: Answer, label: string): Promise<Answer> {
  const eventId = await pressEvent(person);
  const action =
    card.buttons?.flat().find((button) => button.label === label)?.action ??
    card.question?.choices.find((choice) => choice.label === label)?.action;
  const command = commands.find(({ name }) => name === action?.command);
  if (!action || !command) throw new Error(`There is no button ${label}`);
  return person.act((ctx) => command.run(context(ctx, { pressed: card as Reply, eventId }), action.input), now);
}

async function ate(person: Person, ...ago: number[]) {
  for (const one of ago) {
    const stamp = { createdAt: now, updatedAt: now };
    const [meal] = await db
      .insert(mealLogs)
      .values({ userId: person.id, day: day(one), loggedAt: now, timeZone: 'UTC', slot: 'lunch', ...stamp })
      .returning({ id: mealLogs.id });
    await db.insert(mealItems).values({
      ...{ mealLogId: meal?.id ?? 0, userId: person.id, foodWords: 'rice', foodName: 'Rice, cooked', grams: 200 },
      ...{
        energyKcal: 260,
        proteinG: 5,
        carbsG: 56,
        fatG: 1,
        nutrients: {},
        orderIndex: 0,
        portionRule: 'mass',
        ...stamp,
      },
    } as typeof mealItems.$inferInsert);
  }
}

async function weighed(person: Person, ...ago: number[]) {
  for (const one of ago)
    await db.insert(measurements).values({
      ...{ userId: person.id, day: day(one), loggedAt: now, timeZone: 'UTC', metric: 'weight', value: 80 + one / 20 },
      ...{ typed: { value: 80, unit: 'kg' }, createdAt: now },
    });
}

const all = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i);
const names = ['Anna Smith', 'Ben Stone', 'Cara Lind', 'Dora Park'];

/** Carl with four clients: Anna silent, Ben doing well, Cara missing trainings, Dora sharing nothing but messages. */
async function cast() {
  const [carl, anna, ben, cara, dora] = [
    await makePerson(db),
    await makePerson(db),
    await makePerson(db),
    await makePerson(db),
    await makePerson(db),
  ];
  await coached(db, carl, anna, 'Anna Smith');
  await coached(db, carl, ben, 'Ben Stone');
  await coached(db, carl, cara, 'Cara Lind', ['training', 'messages']);
  await coached(db, carl, dora, 'Dora Park', ['messages']);
  await ate(anna, ...all(40, 6));
  await ate(ben, ...all(40, 0));
  await ate(cara, ...all(40, 6));
  await ate(dora, ...all(40, 6));
  const stamp = { createdAt: now, updatedAt: now };
  const [routine] = await db
    .insert(routines)
    .values({ userId: cara.id, name: 'Push', ...stamp })
    .returning();
  for (const ago of [12, 9, 6, 3, 1])
    await db.insert(scheduledRoutines).values({
      ...{ userId: cara.id, routineId: routine?.id ?? 0, day: day(ago), completedAt: ago > 8 ? now : null, ...stamp },
    });
  return { carl, anna, ben, cara, dora };
}

describe('the list of clients', () => {
  it('has those who need their coach first, with the reason and what shows it, and says what is not shared', async () => {
    const { carl } = await cast();
    const list = await say(carl, 'my clients', names);
    expect(said(list)).toBe(
      [
        '2 of 4 need you',
        '1. Anna Smith: silent for 5 days; usually writes nearly every day',
        '2. Cara Lind: missed the last 3 planned trainings (3 of 5 in two weeks)',
        'Doing well: Ben Stone',
        'Not shared, so I cannot tell: Dora Park',
      ].join('\n'),
    );
    expect(list && labels(list)).toEqual([
      ['Open Anna', 'Message', 'Draft'],
      ['Open Cara', 'Message', 'Draft'],
    ]);
  });

  it('is nobody’s but a coach’s', async () => {
    const { anna } = await cast();
    expect(said(await say(anna, '/clients'))).toContain('That is for coaches');
    expect(interpret(commands, 'my clients', given())?.command.name).not.toBe('clients');
  });
});

describe('a drafted reply', () => {
  it('is sent only when the coach says so, as theirs, and kept as drafted', async () => {
    const { carl, anna } = await cast();
    const list = await say(carl, '/clients', names);
    const draft = await press(carl, list as Answer, 'Draft');
    expect(said(draft)).toContain('Hi Anna, I have not heard from you for a few days.');
    const to = () => db.select().from(messages).where(eq(messages.receiverId, anna.id));
    expect(await to()).toEqual([]);
    const sent = await press(carl, draft, 'Send to Anna');
    expect(said(sent)).toContain('Sent to Anna.');
    expect(await to()).toMatchObject([{ senderId: carl.id, isDrafted: true }]);
    const owed = await db.select().from(notifications).where(eq(notifications.userId, anna.id));
    expect(owed).toMatchObject([{ type: 'message', aboutUserId: carl.id }]);
    expect(sent.notifies).toEqual([owed[0]?.id]);
    // Whoever is seen to has no buttons left on the card.
    expect(labels(sent).flat()).not.toContain('Send to Anna');
  });

  it('is edited by copying it, and has the coach’s own words where they keep some', async () => {
    const { carl } = await cast();
    await db.execute(sql`insert into snippets (coach_id, name, text, created_at, updated_at)
      values (${carl.id}, 'Silent', 'Hey {name}, still with me?', now(), now())`);
    const draft = await press(carl, (await say(carl, '/clients', names)) as Answer, 'Draft');
    expect(said(draft)).toContain('“Hey Anna, still with me?”');
    expect(said(await press(carl, draft, 'Edit'))).toContain('/msg anna Hey Anna, still with me?');
  });

  it('does not go to a client who takes no messages', async () => {
    const [carl, anna] = [await makePerson(db), await makePerson(db)];
    await coached(db, carl, anna, 'Anna Smith', ['food']);
    await ate(anna, ...all(40, 6));
    const draft = await press(carl, (await say(carl, '/clients', names)) as Answer, 'Draft');
    const sent = await press(carl, draft, 'Send to Anna');
    expect(said(sent)).toContain('Anna has not agreed to messages through me');
    expect(await db.$count(messages, eq(messages.receiverId, anna.id))).toBe(0);
  });

  it('is gone with the coaching', async () => {
    const { carl, anna } = await cast();
    const draft = await press(carl, (await say(carl, '/clients', names)) as Answer, 'Draft');
    await db.update(coachings).set({ endedAt: now }).where(eq(coachings.clientId, anna.id));
    await expect(press(carl, draft, 'Send to Anna')).rejects.toThrow('none of your clients');
  });
});

describe('the card of a client', () => {
  it('tells at a glance how they are doing', async () => {
    const { carl, ben } = await cast();
    await weighed(ben, 20, 15, 10, 5, 1);
    await db.insert(checkIns).values({
      ...{ clientId: ben.id, coachId: carl.id, weekOf: Temporal.PlainDate.from('2026-02-23'), state: 'submitted' },
      ...{ submittedAt: now.subtract({ hours: 30 }), createdAt: now, updatedAt: now },
    });
    await say(carl, '/note ben squats hurt his left knee', names);
    await say(carl, '/note ben pin 1', names);
    const card = await say(carl, 'how is ben doing?', names);
    expect(said(card)).toBe(
      [
        'Ben Stone',
        'Check-in has waited 30 hours for your review',
        'Weight: trend 80.4 kg, 0.6 kg down in 19 days (last weighed yesterday)',
        'Food: 100 % in 7 days, 100 % in 30, 69 % in 90 (this week 7 of 7 days)',
        'Check-ins: 100 % in 7 days, 25 % in 30, 13 % in 90 (this week 1 of 1 asked for)',
        'Today, lunch: Rice, cooked, 260 kcal',
        'Yesterday, lunch: Rice, cooked, 260 kcal',
        'Monday, lunch: Rice, cooked, 260 kcal',
        'No training on record',
        'Check-in of the week of 23 February: waits for your review',
        'Pinned note: squats hurt his left knee',
      ].join('\n'),
    );
    expect(card?.image).toMatchObject({ alt: 'Chart: weight trend of four weeks' });
  });

  it('names what is not shared instead of taking it for silence', async () => {
    const { carl } = await cast();
    const card = said(await say(carl, '/client dora', names));
    expect(card).toContain('How they are doing cannot be told from here.');
    expect(card).toContain(
      'Not shared: food; training; weight and measurements; photos; mood, energy, stress and sleep quality',
    );
    expect(card).not.toContain('silent');
    expect(card).not.toContain('Rice');
  });

  it('asks which of two of one name, and lists the clients for a name that nobody has', async () => {
    const { carl, anna } = await cast();
    const other = await makePerson(db);
    await coached(db, carl, other, 'Anna Berg');
    const which = await say(carl, '/client anna', [...names, 'Anna Berg']);
    expect(which && labels(which)).toEqual(['Anna Berg', 'Anna Smith']);
    expect(said(await press(carl, which as Answer, 'Anna Berg'))).toContain('Anna Berg');
    expect(said(await say(carl, '/client zoe', names))).toBe(
      'None of your clients is called zoe. Your clients: Anna Berg, Anna Smith, Ben Stone, Cara Lind, Dora Park.',
    );
    expect(said(await say(anna, '/client ben', []))).not.toContain('Rice');
  });
});

describe('a question about a client', () => {
  it('is answered from what is shared, each part that is not by its own sentence', async () => {
    const { carl } = await cast();
    expect(said(await say(carl, 'what did ben eat yesterday', names))).toContain('Rice, cooked: 200 g, 260 kcal');
    expect(said(await say(carl, 'how much protein did ben eat this week', names))).toContain('15 g of protein');
    expect(said(await say(carl, 'what did cara eat yesterday', names))).toBe(
      'Cara Lind has not agreed to show you their food.',
    );
    expect(said(await say(carl, "what's dora's streak", names))).toBe(
      'Dora Park has not agreed to show you their food.\nDora Park has not agreed to show you their training.',
    );
    expect(said(await say(carl, 'ben squat progress', names))).toMatch(/^Ben Stone:/);
  });

  it('sums the food of somebody who shares nothing else', async () => {
    const [carl, anna] = [await makePerson(db), await makePerson(db)];
    await coached(db, carl, anna, 'Anna Smith', ['food']);
    await ate(anna, 1, 0);
    expect(said(await say(carl, 'how much protein did anna eat this week', names))).toContain('10 g of protein');
    expect(said(await say(carl, 'what did anna eat yesterday', names))).toContain('260 kcal');
  });
});
