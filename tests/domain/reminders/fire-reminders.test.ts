import { asc, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  checkIns,
  coachingSessions,
  measurements,
  pauses,
  reminderOccurrences,
  reminders,
  routines,
  scheduledRoutines,
  streaks,
  workoutSessions,
} from '../../../db/schema/index.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { answerOccurrence } from '../../../src/domain/reminders/answer-occurrence.ts';
import { changeReminders } from '../../../src/domain/reminders/change-reminders.ts';
import { fireReminders } from '../../../src/domain/reminders/fire-reminders.ts';
import { listReminders } from '../../../src/domain/reminders/list-reminders.ts';
import { type ReminderInput, setReminder } from '../../../src/domain/reminders/set-reminder.ts';
import { findUser } from '../../../src/domain/users/find-user.ts';
import { lockPerson } from '../../../src/domain/users/lock-person.ts';
import { changeSettings } from '../../../src/domain/users/settings.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();

/** In Madrid, where it is an hour later. */
const at = (text: string) => Temporal.Instant.from(`2026-03-${text}:00Z`);
const times = (...list: readonly string[]) => list.map((text) => Temporal.PlainTime.from(text));
const noon = at('02T12:00');

const set = (person: Person, input: Partial<ReminderInput>, when = noon) =>
  person.act((ctx) => setReminder(ctx, { kind: 'own', what: 'stretch', isTimeNamed: true, ...input }), when);

/** As the job does it: owner's rights, under the person's lock. */
const fire = (person: Person, when: Temporal.Instant) =>
  db.transaction(async (tx) => {
    await lockPerson(tx, { of: 'users', id: person.id }, when);
    const user = await findUser(tx, person.id);
    if (!user) throw new Error('The person has gone');
    return fireReminders({ db: tx, now: when, user });
  });

async function accounts(person: Person): Promise<string[]> {
  const o = reminderOccurrences;
  const rows = await db.select().from(o).where(eq(o.userId, person.id)).orderBy(asc(o.day), asc(o.slot));
  return rows.map(
    ({ day, slot, state, reason }) => `${day.toString().slice(5)} ${slot} ${state}${reason ? `: ${reason}` : ''}`,
  );
}

async function nextOf(person: Person): Promise<string | null> {
  const [row] = await db.select().from(reminders).where(eq(reminders.userId, person.id));
  return row?.nextDueAt?.toString() ?? null;
}

describe('firing', () => {
  it('says a reminder once, however often it is looked at, and plans the next', async () => {
    const person = await makePerson(db);
    await set(person, { atTimes: times('20:00') });
    expect(await fire(person, at('02T18:59'))).toEqual([]);
    const [fired] = await fire(person, at('02T19:00'));
    expect(fired).toMatchObject({ slot: '20:00', isLate: false, isThinnedNow: false });
    expect(await fire(person, at('02T19:00'))).toEqual([]);
    expect(await nextOf(person)).toBe('2026-03-03T19:00:00Z');
    expect(await accounts(person)).toEqual(['03-02 20:00 sent']);
  });

  it('says it once when two look at the same time', async () => {
    const person = await makePerson(db);
    await set(person, { atTimes: times('20:00') });
    const both = await Promise.all([fire(person, at('02T19:00')), fire(person, at('02T19:00'))]);
    expect(both.flat()).toHaveLength(1);
  });

  it('says nothing that is more than two hours late, and only the newest of what was missed', async () => {
    const person = await makePerson(db);
    await set(person, { everyMin: 60, windowFrom: times('14:00')[0] ?? null, windowUntil: times('20:00')[0] ?? null });
    expect((await fire(person, at('02T17:30'))).map(({ slot }) => slot)).toEqual(['18:00']);
    expect(await accounts(person)).toEqual([
      '03-02 14:00 suppressed: late',
      '03-02 15:00 suppressed: late',
      '03-02 16:00 suppressed: late',
      '03-02 17:00 suppressed: late',
      '03-02 18:00 sent',
    ]);
    const other = await makePerson(db);
    await set(other, { atTimes: times('14:00') });
    expect(await fire(other, at('02T15:01'))).toEqual([]);
    expect(await nextOf(other)).toBe('2026-03-03T13:00:00Z');
  });

  it('says what comes once however late it is, and that it is late', async () => {
    const person = await makePerson(db);
    await set(person, { atTimes: times('14:00'), onDay: Temporal.PlainDate.from('2026-03-03') });
    const [fired] = await fire(person, at('06T09:00'));
    expect(fired).toMatchObject({ slot: '14:00', isLate: true });
    expect(await nextOf(person)).toBeNull();
  });

  it('fires after a pause has ended, and makes nothing up for what it held back', async () => {
    const person = await makePerson(db);
    const { reminder } = await set(person, { atTimes: times('20:00') });
    await person.act((ctx) => changeReminders(ctx, [reminder.id], { do: 'pause', until: at('05T12:00') }));
    expect(await fire(person, at('04T19:00'))).toEqual([]);
    expect(await fire(person, at('05T19:00'))).toHaveLength(1);
    expect(await accounts(person)).toEqual(['03-05 20:00 sent']);
  });

  it('does not come twice when the zone goes back over its time, and is late when it jumps ahead of it', async () => {
    const person = await makePerson(db);
    await set(person, { atTimes: times('08:00') });
    expect(await fire(person, at('03T07:00'))).toHaveLength(1);
    await person.act((ctx) => changeSettings(ctx, { timeZone: 'America/New_York' }), at('03T08:00'));
    expect(await nextOf(person)).toBe('2026-03-04T13:00:00Z');
    await person.act((ctx) => changeSettings(ctx, { timeZone: 'Asia/Tokyo' }), at('04T03:00'));
    expect(await fire(person, at('04T03:00'))).toEqual([]);
    expect(await accounts(person)).toEqual(['03-03 08:00 sent', '03-04 08:00 suppressed: late']);
    expect(await nextOf(person)).toBe('2026-03-04T23:00:00Z');
  });

  it('stays in its zone where it was set to', async () => {
    const person = await makePerson(db);
    const { reminder } = await set(person, { atTimes: times('08:00') });
    await db.update(reminders).set({ zoneRule: 'fixed' }).where(eq(reminders.id, reminder.id));
    await person.act((ctx) => changeSettings(ctx, { timeZone: 'Asia/Tokyo' }));
    expect(await nextOf(person)).toBe('2026-03-03T07:00:00Z');
  });

  it('keeps its wall time whenever the day starts for the person', async () => {
    const person = await makePerson(db);
    await set(person, { atTimes: times('02:30') });
    expect(await fire(person, at('03T01:30'))).toHaveLength(1);
    await person.act((ctx) => changeSettings(ctx, { dayStartHour: 0 }), at('03T02:00'));
    expect(await nextOf(person)).toBe('2026-03-04T01:30:00Z');
    await person.act((ctx) => changeSettings(ctx, { dayStartHour: 6 }), at('04T01:00'));
    expect(await fire(person, at('04T01:30'))).toHaveLength(1);
    expect(await accounts(person)).toEqual(['03-03 02:30 ignored', '03-04 02:30 sent']);
  });

  it('waits for the end of quiet hours where nobody named its time, and moves with them', async () => {
    const person = await makePerson(db);
    await set(person, { atTimes: times('07:10'), isTimeNamed: false });
    expect(await nextOf(person)).toBe('2026-03-03T07:00:00Z');
    const [quietFrom, quietUntil] = times('23:00', '06:00');
    if (!quietFrom || !quietUntil) throw new Error('No times');
    await person.act((ctx) => changeSettings(ctx, { quietHours: { quietFrom, quietUntil } }));
    expect(await nextOf(person)).toBe('2026-03-03T06:10:00Z');
  });

  it('accounts for what quiet hours leave no room for', async () => {
    const person = await makePerson(db);
    await set(person, { atTimes: times('23:00'), isTimeNamed: false });
    expect(await fire(person, at('02T22:00'))).toEqual([]);
    expect(await accounts(person)).toEqual(['03-02 23:00 suppressed: quiet hours']);
  });

  it('comes back as it was when its removal is undone', async () => {
    const person = await makePerson(db);
    const { reminder } = await set(person, { atTimes: times('20:00') });
    const removed = await person.act((ctx) => changeReminders(ctx, [reminder.id], { do: 'remove' }));
    expect(await nextOf(person)).toBeNull();
    await person.act((ctx) => undoAction(ctx, { actionId: removed?.actionId ?? 0, sourceMessageId: null }));
    expect(await nextOf(person)).toBe('2026-03-02T19:00:00Z');
  });
});

describe('what goes unanswered', () => {
  const everyDay = async (person: Person, days: number): Promise<string[]> => {
    const said: string[] = [];
    for (let day = 2; day < 2 + days; day++) {
      const fired = await fire(person, at(`${String(day).padStart(2, '0')}T19:00`));
      for (const one of fired) said.push(`${one.day.day}${one.isThinnedNow ? ' thinned' : ''}`);
    }
    return said;
  };

  it('comes half as often after three in a row, if we suggested it, and says so', async () => {
    const person = await makePerson(db);
    await set(person, {
      kind: 'weigh_in',
      what: 'weigh in',
      atTimes: times('20:00'),
      isTimeNamed: false,
      isSuggested: true,
    });
    expect(await everyDay(person, 14)).toEqual(['2', '3', '4', '5 thinned', '7', '9', '11 thinned', '15']);
  });

  it('comes each time, if the person set it', async () => {
    const person = await makePerson(db);
    await set(person, { kind: 'weigh_in', what: 'weigh in', atTimes: times('20:00') });
    expect(await everyDay(person, 6)).toEqual(['2', '3', '4', '5', '6', '7']);
  });

  it('is answered by an entry before the next one', async () => {
    const person = await makePerson(db);
    await set(person, {
      kind: 'weigh_in',
      what: 'weigh in',
      atTimes: times('20:00'),
      isTimeNamed: false,
      isSuggested: true,
    });
    await everyDay(person, 2);
    await weigh(person, '03');
    expect(await everyDay(person, 5)).toEqual(['4', '5', '6']);
    expect(await accounts(person)).toContain('03-03 20:00 done: done already');
  });

  it('counts anew from an answer', async () => {
    const person = await makePerson(db);
    await set(person, {
      kind: 'weigh_in',
      what: 'weigh in',
      atTimes: times('20:00'),
      isTimeNamed: false,
      isSuggested: true,
    });
    for (const day of ['02', '03']) await fire(person, at(`${day}T19:00`));
    const [third] = await fire(person, at('04T19:00'));
    await person.act((ctx) => answerOccurrence(ctx, third?.occurrenceId ?? 0, { kind: 'skip' }), at('04T19:05'));
    for (const day of ['05', '06', '07'])
      expect(await fire(person, at(`${day}T19:00`))).toMatchObject([{ isThinnedNow: false }]);
  });
});

const weigh = (person: Person, day: string) =>
  db.insert(measurements).values({
    ...{ userId: person.id, day: Temporal.PlainDate.from(`2026-03-${day}`), loggedAt: at(`${day}T19:30`) },
    ...{ metric: 'weight', value: 80, typed: { value: 80, unit: 'kg' }, timeZone: 'Europe/Madrid', createdAt: noon },
  });

describe('what is done already', () => {
  const monday = Temporal.PlainDate.from('2026-03-02');
  const said = async (
    person: Person,
    input: Partial<ReminderInput>,
    done: () => Promise<unknown>,
  ): Promise<string[]> => {
    await set(person, { atTimes: times('20:00'), ...input });
    await done();
    await fire(person, at('02T19:00'));
    return accounts(person);
  };
  const suppressed = (reason = 'done already') => [`03-02 20:00 suppressed: ${reason}`];

  it('is a meal of that slot', async () => {
    const log = (person: Person, slot: string) =>
      person.act((ctx) =>
        logMeals(ctx, [{ slot, day: monday, isDaySaid: false, time: null, waterMl: 200, items: [] }]),
      );
    const [one, other] = [await makePerson(db), await makePerson(db)];
    const input = { kind: 'meal' as const, what: 'log dinner', subject: { slot: 'dinner' } };
    expect(await said(one, input, () => log(one, 'dinner'))).toEqual(suppressed());
    expect(await said(other, input, () => log(other, 'lunch'))).toEqual(['03-02 20:00 sent']);
  });

  it('is a weight of that day', async () => {
    const person = await makePerson(db);
    expect(await said(person, { kind: 'weigh_in', what: 'weigh in' }, () => weigh(person, '02'))).toEqual(suppressed());
  });

  it('is a training of that day, or one that was not planned', async () => {
    const [one, other] = [await makePerson(db), await makePerson(db)];
    const train = () =>
      db.insert(workoutSessions).values({
        ...{ userId: one.id, day: monday, loggedAt: noon, timeZone: 'Europe/Madrid', createdAt: noon, updatedAt: noon },
      });
    expect(await said(one, { kind: 'workout', what: 'gym' }, train)).toEqual(suppressed());
    const planned = { kind: 'workout' as const, what: 'train', subject: { isPlanned: true } };
    expect(await said(other, planned, async () => {})).toEqual(suppressed('nothing planned'));
  });

  it('is not a planned training that is still open', async () => {
    const person = await makePerson(db);
    const stamps = { createdAt: noon, updatedAt: noon };
    const plan = async () => {
      const [routine] = await db
        .insert(routines)
        .values({ userId: person.id, name: 'Push', ...stamps })
        .returning();
      await db
        .insert(scheduledRoutines)
        .values({ userId: person.id, routineId: routine?.id ?? 0, day: monday, ...stamps });
    };
    expect(await said(person, { kind: 'workout', what: 'train', subject: { isPlanned: true } }, plan)).toEqual([
      '03-02 20:00 sent',
    ]);
  });

  it('is a check-in of that week', async () => {
    const person = await makePerson(db);
    const hand = () =>
      db.insert(checkIns).values({
        ...{
          clientId: person.id,
          weekOf: monday,
          state: 'submitted',
          submittedAt: noon,
          createdAt: noon,
          updatedAt: noon,
        },
      });
    expect(await said(person, { kind: 'check_in', what: 'check in' }, hand)).toEqual(suppressed());
  });

  it('is a run that has its day, or is too short to miss', async () => {
    const run = (person: Person, currentDays: number, lastDone: string) => () =>
      db.insert(streaks).values({
        ...{ userId: person.id, kind: 'logging', currentDays, bestDays: currentDays, createdAt: noon, updatedAt: noon },
        lastDoneDay: Temporal.PlainDate.from(lastDone),
      });
    const input = { kind: 'streak_warning' as const, what: 'streak warning' };
    const [one, two, three] = [await makePerson(db), await makePerson(db), await makePerson(db)];
    expect(await said(one, input, run(one, 5, '2026-03-02'))).toEqual(suppressed());
    expect(await said(two, input, run(two, 2, '2026-03-01'))).toEqual(suppressed('nothing at risk'));
    expect(await said(three, input, run(three, 5, '2026-03-01'))).toEqual(['03-02 20:00 sent']);
  });

  it('is a coaching session that was moved, or is with nobody any more', async () => {
    const [client, coach] = [await makePerson(db), await makePerson(db)];
    await coached(db, coach, client, 'Anna');
    const startsAt = at('02T20:00');
    const [session] = await db
      .insert(coachingSessions)
      .values({ clientId: client.id, coachId: coach.id, startsAt, day: monday, createdAt: noon, updatedAt: noon })
      .returning();
    const about = (start: Temporal.Instant) => ({
      ...{ kind: 'coaching_session' as const, what: 'talk with your coach', atTimes: null, onceAt: at('02T19:00') },
      subject: { sessionId: session?.id ?? 0, startsAt: start.toString() },
    });
    expect(await said(client, about(startsAt), async () => {})).toEqual(['03-02 20:00 sent']);
    expect(await said(coach, about(at('02T21:00')), async () => {})).toEqual(suppressed('moved or over'));
    const third = await makePerson(db);
    await db
      .update(coachingSessions)
      .set({ coachId: third.id })
      .where(eq(coachingSessions.id, session?.id ?? 0));
    expect(await said(third, about(startsAt), async () => {})).toEqual(suppressed('moved or over'));
  });

  /** As their coach wants it. */
  const byCoach = (client: Person, coach: Person) =>
    db.update(reminders).set({ setById: coach.id }).where(eq(reminders.userId, client.id));

  it('is what a coach wanted, while the person is away', async () => {
    for (const kind of ['own', 'workout'] as const) {
      const [client, coach] = [await makePerson(db), await makePerson(db)];
      await coached(db, coach, client, 'Anna');
      const leave = async () => {
        await byCoach(client, coach);
        await db.insert(pauses).values({ userId: client.id, fromDay: monday, createdAt: noon, updatedAt: noon });
      };
      expect(await said(client, { kind, what: 'knee stretches' }, leave)).toEqual(suppressed('paused'));
    }
  });

  it('is a check-in for a coach who is theirs no more', async () => {
    const input = { kind: 'check_in' as const, what: 'check in' };
    const [client, coach] = [await makePerson(db), await makePerson(db)];
    await coached(db, coach, client, 'Anna');
    expect(await said(client, input, () => byCoach(client, coach))).toEqual(['03-02 20:00 sent']);
    const [other, former] = [await makePerson(db), await makePerson(db)];
    expect(await said(other, input, () => byCoach(other, former))).toEqual(suppressed('coaching ended'));
    expect(await other.act((ctx) => listReminders(ctx))).toEqual([]);
    expect(await client.act((ctx) => listReminders(ctx))).toHaveLength(1);
  });

  it('is nothing we suggested while the person is away', async () => {
    const person = await makePerson(db);
    const leave = () =>
      db.insert(pauses).values({ userId: person.id, fromDay: monday, createdAt: noon, updatedAt: noon });
    const input = { kind: 'weigh_in' as const, what: 'weigh in', isSuggested: true };
    expect(await said(person, input, leave)).toEqual(suppressed('paused'));
  });
});

describe('setting', () => {
  it('keeps one of what is said twice, and moves what there is but one of', async () => {
    const person = await makePerson(db);
    expect((await set(person, { atTimes: times('20:00') })).actionId).not.toBeNull();
    expect((await set(person, { atTimes: times('20:00') })).actionId).toBeNull();
    const summary = { kind: 'day_summary' as const, what: 'daily summary' };
    await set(person, { ...summary, atTimes: times('21:00') });
    expect((await set(person, { ...summary, atTimes: times('20:30') })).isChanged).toBe(true);
    expect(await db.$count(reminders, eq(reminders.userId, person.id))).toBe(2);
  });

  it('refuses what never comes, and more than anybody reads', async () => {
    const person = await makePerson(db);
    const onDay = Temporal.PlainDate.from('2026-03-01');
    await expect(set(person, { atTimes: times('20:00'), onDay })).rejects.toThrow('gone by');
    await expect(set(person, { everyMin: 3 })).rejects.toThrow('every 5 minutes');
    for (let n = 0; n < 50; n++) await set(person, { what: `thing ${n}`, atTimes: times('20:00') });
    await expect(set(person, { what: 'one more', atTimes: times('20:00') })).rejects.toThrow('50 reminders');
  });

  it('warns of the end of a run by day only', async () => {
    const person = await makePerson(db);
    const input = { kind: 'streak_warning' as const, what: 'streak warning' };
    await expect(set(person, { ...input, atTimes: times('23:30') })).rejects.toThrow('outside your quiet hours');
  });

  it('leaves the reminders of others alone', async () => {
    const [one, other] = [await makePerson(db), await makePerson(db)];
    const { reminder } = await set(one, { atTimes: times('20:00') });
    const changed = await other.act((ctx) => changeReminders(ctx, [reminder.id], { do: 'remove' }));
    expect(changed).toBeNull();
    const [fired] = await fire(one, at('02T19:00'));
    const answered = await other.act((ctx) => answerOccurrence(ctx, fired?.occurrenceId ?? 0, { kind: 'done' }));
    expect(answered).toBeNull();
  });
});

describe('answering', () => {
  it('changes nothing the second time, and the last answer of the day counts', async () => {
    const person = await makePerson(db);
    await set(person, { atTimes: times('20:00') });
    const [fired] = await fire(person, at('02T19:00'));
    const answer = (kind: 'done' | 'skip', when: string) =>
      person.act((ctx) => answerOccurrence(ctx, fired?.occurrenceId ?? 0, { kind }), at(when));
    expect(await answer('done', '02T19:01')).toMatchObject({ outcome: 'done', actionId: expect.any(Number) });
    expect(await answer('done', '02T19:01')).toMatchObject({ outcome: 'done', actionId: null });
    expect(await answer('skip', '02T19:02')).toMatchObject({ outcome: 'skipped' });
    expect(await answer('done', '03T12:00')).toMatchObject({ outcome: 'over', actionId: null });
    expect(await accounts(person)).toEqual(['03-02 20:00 skipped']);
  });

  it('puts off once for two taps, and again for another time', async () => {
    const person = await makePerson(db);
    await set(person, { atTimes: times('20:00') });
    const [fired] = await fire(person, at('02T19:00'));
    const snooze = (minutes: number, when: string) =>
      person.act(
        (ctx) => answerOccurrence(ctx, fired?.occurrenceId ?? 0, { kind: 'snooze', until: at(when).add({ minutes }) }),
        at(when),
      );
    expect((await snooze(10, '02T19:01'))?.actionId).not.toBeNull();
    expect((await snooze(10, '02T19:01'))?.actionId).toBeNull();
    expect(await snooze(60, '02T19:02')).toMatchObject({ outcome: 'snoozed', actionId: expect.any(Number) });
  });
});
