import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { deliveries, notifications } from '../../../db/schema/index.ts';
import { storeDelivery } from '../../../src/domain/notifications/deliveries.ts';
import { notify } from '../../../src/domain/notifications/notify.ts';
import { forgetName } from '../../../src/domain/users/forget-name.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson } from '../../support/person.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-03-02T12:00:00Z');

/** What a coach was told reads like this once a client of this name is forgotten. */
async function forgotten(name: string, reply: object): Promise<unknown> {
  const [coach, client] = [await makePerson(db), await makePerson(db)];
  await coached(db, coach, client, name);
  const to = { userId: coach.id, platform: 'telegram', accountId: `coach-${coach.id}`, chatId: null } as const;
  const about = { inboundMessageId: null, sourceMessageId: null, editsId: null };
  const id = await storeDelivery(db, { ...to, ...about, reply, now });
  await db.transaction((tx) => forgetName(tx, client.id));
  const [row] = await db.select({ reply: deliveries.reply }).from(deliveries).where(eq(deliveries.id, id));
  return row?.reply;
}

const button = (label: string, input: object) => ({ label, action: { command: 'clients', input } });

it('takes a name out of what was said, whole and by its first word', async () => {
  const reply = { text: ['From ', { bold: 'Anna Berg' }, ': Anna trained.'], buttons: [[button('Open Anna', {})]] };
  expect(await forgotten('Anna Berg', reply)).toEqual({
    text: ['From ', { bold: 'somebody' }, ': somebody trained.'],
    buttons: [[button('Open somebody', {})]],
  });
});

it('leaves ordinary words as they are', async () => {
  const text = 'the rest of the week will be rich: lunch on 3 may. Dr. who?';
  for (const name of ['The Rock', 'Will Rich', 'May', 'Dr. No', '🏋 the', 'Le Lunch'])
    expect(await forgotten(name, { text })).toEqual({ text });
});

it('leaves what a button does as it is, but for whom it names', async () => {
  const input = { kind: 'send', body: 'Lunch was good', slot: 'Lunch', name: 'Lunch Box', who: 'Lunch' };
  expect(await forgotten('Lunch Box', { text: 'Lunch Box', buttons: [[button('Send', input)]] })).toEqual({
    text: 'somebody',
    buttons: [[button('Send', { ...input, name: 'somebody', who: 'somebody' })]],
  });
});

it('takes it out of what is still to be said', async () => {
  const [coach, client] = [await makePerson(db), await makePerson(db)];
  await coached(db, coach, client, 'Anna Berg');
  const notice = { title: 'Anna Berg', message: 'Anna Berg has moved it', reply: { text: 'Anna has moved it' } };
  const key = 'moved';
  const id = await db.transaction((tx) =>
    notify(tx, {
      ...{ userId: coach.id, key, type: 'info', ...notice, ignoresQuietHours: false, isSilent: false },
      ...{ linkUrl: null, aboutUserId: null, dueAt: now, now },
    }),
  );
  await db.transaction((tx) => forgetName(tx, client.id));
  const [row] = await db
    .select()
    .from(notifications)
    .where(eq(notifications.id, id ?? 0));
  expect(row).toMatchObject({
    ...{ title: 'somebody', message: 'somebody has moved it', payload: { reply: { text: 'somebody has moved it' } } },
  });
});
