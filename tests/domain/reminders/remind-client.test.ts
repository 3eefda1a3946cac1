import { and, eq, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { coachings, reminders } from '../../../db/schema/index.ts';
import { clientOf } from '../../../src/domain/coaching/clients.ts';
import type { Scope } from '../../../src/domain/coaching/scopes.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { changeReminders } from '../../../src/domain/reminders/change-reminders.ts';
import { remindClient } from '../../../src/domain/reminders/remind-client.ts';
import { isFromCoach } from '../../../src/domain/reminders/reminder.ts';
import { type ReminderInput, setReminder } from '../../../src/domain/reminders/set-reminder.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const at = (...times: string[]) => ({ atTimes: times.map((time) => Temporal.PlainTime.from(time)) });
const lunch = (time: string) => ({ kind: 'meal' as const, what: 'log lunch', subject: { slot: 'lunch' }, ...at(time) });
const last = { actionId: null, sourceMessageId: null };

let coach: Person;
let anna: Person;

const agree = (canRead: Scope[], canWrite: Scope[]) =>
  db.update(coachings).set({ canRead, canWrite }).where(eq(coachings.clientId, anna.id));

beforeEach(async () => {
  coach = await makePerson(db);
  anna = await makePerson(db);
  await coached(db, coach, anna, 'Anna');
  await agree(['food', 'training', 'body', 'messages'], ['food', 'training', 'messages']);
});

const remind = (...inputs: Omit<ReminderInput, 'isTimeNamed'>[]) =>
  coach.act(async (ctx) => {
    const client = await clientOf(ctx, anna.id);
    if (!client) throw new Error('That is no client');
    return remindClient(ctx, client, inputs);
  });

const hers = async () =>
  (
    await db
      .select()
      .from(reminders)
      .where(and(eq(reminders.userId, anna.id), isNull(reminders.removedAt)))
  ).map((row) => `${row.what} ${row.atTimes?.join()} ${isFromCoach(row) ? 'coach' : 'own'} ${row.ignoresQuietHours}`);

describe('a reminder from the coach', () => {
  it('is the client’s, marked as the coach’s, and keeps to their quiet hours', async () => {
    await remind(lunch('23:00'), { kind: 'weigh_in', what: 'weigh in', ...at('07:00') });
    expect(await hers()).toEqual(['log lunch 23:00:00 coach false', 'weigh in 07:00:00 coach false']);
  });

  it('said again is moved, and beside one that they set themselves', async () => {
    await anna.act((ctx) => setReminder(ctx, { ...lunch('12:00'), isTimeNamed: true }));
    await remind(lunch('13:00'));
    expect((await remind(lunch('13:30')))[0]).toMatchObject({ isChanged: true });
    expect((await remind(lunch('13:30')))[0]?.actionId).toBeNull();
    expect(await hers()).toEqual(['log lunch 12:00:00 own true', 'log lunch 13:30:00 coach false']);
  });

  it('leaves alone what the client was offered and took, and what they paused or removed', async () => {
    await anna.act((ctx) => setReminder(ctx, { ...lunch('12:00'), isTimeNamed: false, isSuggested: true }));
    const walk = { kind: 'own' as const, what: 'walk', ...at('20:00') };
    const { reminder } = await anna.act((ctx) => setReminder(ctx, { ...walk, isTimeNamed: true }));
    await anna.act((ctx) => changeReminders(ctx, [reminder.id], { do: 'remove' }));
    expect(await remind(lunch('13:30'), walk)).toMatchObject([{ isChanged: false }, { isChanged: false }]);
    expect(await hers()).toEqual([
      'log lunch 12:00:00 own false',
      'log lunch 13:30:00 coach false',
      'walk 20:00:00 coach false',
    ]);
    await coach.act((ctx) => undoAction(ctx, last));
    expect(await hers()).toEqual(['log lunch 12:00:00 own false']);
  });

  it('goes when the coach takes it back, and when the client removes it', async () => {
    await remind(
      lunch('13:00'),
      { kind: 'own', what: 'walk', ...at('20:00') },
      { kind: 'weigh_in', what: 'weigh in', ...at('07:00') },
    );
    const { others } = await coach.act((ctx) => undoAction(ctx, last));
    expect(others.map(({ userId, table }) => [userId, table])).toEqual([[anna.id, 'reminders']]);
    expect(await hers()).toEqual([]);
    const [set] = await remind(lunch('13:00'));
    await anna.act((ctx) => changeReminders(ctx, [set?.reminder.id ?? 0], { do: 'remove' }));
    expect(await hers()).toEqual([]);
  });

  it.each<[string, Scope[], Scope[], Omit<ReminderInput, 'isTimeNamed'>]>([
    ['a meal without food', ['food', 'messages'], ['messages'], lunch('13:00')],
    ['a training without training', ['food'], ['food'], { kind: 'workout', what: 'train', ...at('18:00') }],
    [
      'a weigh-in without seeing the weight',
      ['messages'],
      ['messages'],
      { kind: 'weigh_in', what: 'weigh in', ...at('07:00') },
    ],
    ['a check-in without messages', ['food'], ['food'], { kind: 'check_in', what: 'check in', ...at('18:00') }],
    ['anything else without messages', ['food'], ['food'], { kind: 'own', what: 'walk', ...at('20:00') }],
    ['a summary of theirs', ['food'], ['food'], { kind: 'day_summary', what: 'daily summary', ...at('21:00') }],
  ])('is not for %s', async (_, canRead, canWrite, input) => {
    await agree(canRead, canWrite);
    await expect(remind(input)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await hers()).toEqual([]);
  });
});
