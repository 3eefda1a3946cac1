import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { notifications, users } from '../../db/schema/index.ts';
import { identify } from '../../src/domain/users/identify.ts';
import { testDatabase } from '../support/database.ts';
import { runCli } from './run-cli.ts';

describe('the operator’s command line', { timeout: 60_000 }, async () => {
  const { db, url } = await testDatabase();
  const admin = (...words: string[]) => runCli(['admin', ...words], { DATABASE_URL: url });

  it('makes whoever has written a coach and takes it back, and owes them word of both', async () => {
    const nobody = await admin('make-coach', 'telegram:17');
    expect(nobody).toMatchObject({ code: 1, stdout: '' });
    expect(nobody.stderr).toBe('Nobody has written from telegram:17 yet: let them send the bot a message first.\n');
    const carl = { platform: 'telegram', accountId: '17', name: 'Carl', locale: null, timeZone: null } as const;
    const { id } = await identify(db, { ...carl, privateChatId: '17' }, Temporal.Now.instant());
    const made = { code: 0, stdout: 'telegram:17 is a coach now.\n', stderr: '' };
    expect(await admin('make-coach', 'telegram:17')).toEqual(made);
    const owed = () =>
      db.select({ title: notifications.title }).from(notifications).where(eq(notifications.userId, id));
    expect(await owed()).toHaveLength(1);
    expect((await admin('unmake-coach', 'telegram:17')).stdout).toBe('telegram:17 is no coach any more.\n');
    expect(await db.select({ role: users.role }).from(users).where(eq(users.id, id))).toEqual([{ role: 'client' }]);
    expect(await owed()).toHaveLength(2);
  });

  it('says how things stand', async () => {
    const { code, stdout, stderr } = await admin('status');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Spotter \d+\.\d+\.\d+\S*\nUnanswered messages: none\n/);
    expect(stdout).toMatch(/^Accounts out of reach: 0$/m);
    expect((await admin('retry', 'all')).stdout).toBe('There is no such failure.\n');
  });

  it('tells what could be written instead of what makes no sense', async () => {
    const { code, stdout, stderr } = await runCli(['admin', 'retry', 'nonsense'], {});
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Write one of:\n {2}npm run admin -- status\n/);
  });
});
