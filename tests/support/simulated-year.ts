import { Temporal } from 'temporal-polyfill';
import type { OpenDatabase } from '../../db/client.ts';
import { reminders } from '../../db/schema/index.ts';
import type { Adapter } from '../../src/bots/adapter.ts';
import { plainText } from '../../src/bots/text.ts';
import { createRuntime } from '../../src/cli/runtime.ts';
import { createFoodIndex } from '../../src/domain/foods/food-index.ts';
import { replanReminders } from '../../src/domain/reminders/plan-reminder.ts';
import { findUser } from '../../src/domain/users/find-user.ts';
import { findDue } from '../../src/jobs/due.ts';
import { silentLog } from './silent-log.ts';

export interface SimulatedYearOptions {
  database: Pick<OpenDatabase, 'db' | 'pool'>;
  /** One of these each, in turn. */
  zones: readonly string[];
  people: number;
  /** The first moment, and how many days follow. */
  start: Temporal.Instant;
  days: number;
  /** How many run at the same time. */
  lanes: number;
}

/** What happened in the end. All but the first two are to be 0. */
export interface YearReport {
  expected: number;
  said: number;
  missing: number;
  unexpected: number;
  twice: number;
  atTheWrongTime: number;
  inQuietHours: number;
  unsettled: number;
}

/** What everybody has, each once a week: times they named, one of them when clocks change, and what we suggest. */
const kinds = [
  { what: 'pills', at: '07:10', weekdays: [3], ignoresQuietHours: true, isSuggested: false },
  { what: 'stretching', at: '06:40', weekdays: [7], ignoresQuietHours: false, isSuggested: true },
  { what: 'bed', at: '01:30', weekdays: [7], ignoresQuietHours: true, isSuggested: false },
] as const;

const quietFrom = Temporal.PlainTime.from('22:00');
const quietUntil = Temporal.PlainTime.from('08:00');

interface Sent {
  person: number;
  text: string;
  at: Temporal.Instant;
  nonce: string;
}

/**
 * Lets a year pass for people in many zones, from one thing that falls due to the next, and compares what was said with
 * what a calendar says.
 */
export async function simulateYear(options: SimulatedYearOptions): Promise<YearReport> {
  const { database, zones, people, start, days, lanes } = options;
  const { db, pool } = database;
  const end = start.add({ hours: days * 24 });
  const zoneOf = (person: number) => zones[person % zones.length] ?? 'UTC';
  const personOf = await addPeople(options, zoneOf);
  const sent: Sent[] = [];
  const running = Array.from({ length: lanes }, () => lane(database, sent));

  for (let day = 0; day < days; day++) {
    const until = start.add({ hours: 24 * (day + 1) });
    for (;;) {
      const due = await findDue(db, { now: until, horizonMs: 0 });
      if (due.length === 0) break;
      const { rows } = await pool.query<{ id: string; user_id: string }>('select id, user_id from reminders');
      const ownerOf = new Map(rows.map((row) => [Number(row.id), personOf.get(Number(row.user_id)) ?? 0]));
      await Promise.all(
        running.map(async ({ run }, i) => {
          for (const one of due)
            if ((one.job === 'remind' ? (ownerOf.get(one.row) ?? 0) : one.row) % lanes === i) await run(one);
        }),
      );
    }
  }
  return compare(database, { sent, start, end, people, zoneOf });
}

/** One process's worth, with a clock of its own that shows when each thing was due. */
function lane({ db }: Pick<OpenDatabase, 'db'>, sent: Sent[]) {
  let now = Temporal.Instant.fromEpochMilliseconds(0);
  const adapter: Adapter = {
    platform: 'telegram',
    async start() {},
    async stop() {},
    fetch: () => Promise.reject(new Error('No file is fetched here')),
    split: (reply) => [reply],
    async send({ accountId }, { text }, { nonce }) {
      sent.push({ person: Number(accountId), text: plainText(text), at: now, nonce });
      return { chatId: accountId, messageId: nonce };
    },
    async edit() {},
  };
  const { jobs } = createRuntime({
    db,
    foods: createFoodIndex([]),
    adapters: [adapter],
    clock: () => now,
    log: silentLog,
  });
  return {
    run({ job, row, dueAt }: { job: string; row: number; dueAt: Temporal.Instant }) {
      now = dueAt;
      return jobs.run(job, { row }, { async enqueue() {} });
    },
  };
}

/** Returns the number of each person by their id. */
async function addPeople(
  { database: { db, pool }, people, start }: SimulatedYearOptions,
  zoneOf: (person: number) => string,
): Promise<Map<number, number>> {
  const personOf = new Map<number, number>();
  const at = start.toString();
  for (let person = 0; person < people; person++) {
    const { rows } = await pool.query<{ user_id: string }>(
      `with person as (insert into users (time_zone, zone_asked_at, created_at, updated_at) values ($1, $2, $2, $2) returning id)
       insert into chat_accounts (user_id, platform, account_id, chat_id, created_at, updated_at)
       select id, 'telegram', $3, $3, $2, $2 from person returning user_id`,
      [zoneOf(person), at, String(person)],
    );
    const userId = Number(rows[0]?.user_id);
    personOf.set(userId, person);
    await db.transaction(async (tx) => {
      const times = { createdAt: start, updatedAt: start };
      await tx.insert(reminders).values(
        kinds.map(({ what, at: time, weekdays, ignoresQuietHours, isSuggested }) => ({
          ...{ userId, what, ignoresQuietHours, isSuggested, timeZone: zoneOf(person), ...times },
          atTimes: [Temporal.PlainTime.from(time)],
          weekdays: [...weekdays],
        })),
      );
      const user = await findUser(tx, userId);
      if (user) await replanReminders({ db: tx, now: start, user });
    });
  }
  return personOf;
}

interface Told {
  sent: readonly Sent[];
  start: Temporal.Instant;
  end: Temporal.Instant;
  people: number;
  zoneOf: (person: number) => string;
}

/** All a calendar says, each with when it should be said. */
function expectedOf({ start, end, people, zoneOf }: Told): Map<string, Temporal.Instant> {
  const expected = new Map<string, Temporal.Instant>();
  for (let person = 0; person < people; person++) {
    const timeZone = zoneOf(person);
    const last = end.toZonedDateTimeISO(timeZone).toPlainDate();
    for (
      let day = start.toZonedDateTimeISO(timeZone).toPlainDate();
      Temporal.PlainDate.compare(day, last) <= 0;
      day = day.add({ days: 1 })
    )
      for (const { what, at, weekdays, ignoresQuietHours } of kinds) {
        if (!weekdays.some((weekday) => weekday === day.dayOfWeek)) continue;
        const wall = day.toZonedDateTime({ timeZone, plainTime: at }).toInstant();
        const heard = ignoresQuietHours ? wall : day.toZonedDateTime({ timeZone, plainTime: quietUntil }).toInstant();
        if (Temporal.Instant.compare(wall, start) < 0 || Temporal.Instant.compare(heard, end) > 0) continue;
        expected.set(`${person} ${what} ${day} ${at}`, heard);
      }
  }
  return expected;
}

async function compare({ pool }: Pick<OpenDatabase, 'pool'>, told: Told): Promise<YearReport> {
  const { sent, zoneOf } = told;
  const expected = expectedOf(told);
  const { rows } = await pool.query<{ key: string; state: string; reason: string | null }>(
    `select a.account_id || ' ' || r.what || ' ' || o.day || ' ' || o.slot as key, o.state, o.reason
     from reminder_occurrences o join reminders r on r.id = o.reminder_id join chat_accounts a on a.user_id = o.user_id`,
  );
  const kept = new Map(rows.map((row) => [row.key, row]));
  const spoken = rows.filter(({ state }) => state !== 'suppressed');
  const isQuiet = ({ person, at, text }: Sent) => {
    const time = at.toZonedDateTimeISO(zoneOf(person)).toPlainTime();
    const { compare: order } = Temporal.PlainTime;
    return !/pills|bed/i.test(text) && (order(time, quietFrom) >= 0 || order(time, quietUntil) < 0);
  };
  const moments = new Set([...expected].map(([key, at]) => `${key.split(' ').slice(0, 2).join(' ')} ${at}`));
  const wordOf = (text: string) => kinds.find(({ what }) => text.toLowerCase().includes(what))?.what ?? '?';
  const { rows: open } = await pool.query<{ count: number }>(
    `select ((select count(*) from notifications where state <> 'sent') + (select count(*) from deliveries where state <> 'sent')
      + (select count(*) from job_failures) + (select count(*) from reminder_occurrences where state = 'suppressed'
        and reason is distinct from 'comes less often'))::int as count`,
  );
  return {
    expected: expected.size,
    said: sent.length,
    missing: [...expected.keys()].filter((key) => !kept.has(key)).length,
    unexpected: rows.filter(({ key }) => !expected.has(key)).length,
    twice: sent.length - spoken.length + (sent.length - new Set(sent.map(({ nonce }) => nonce)).size),
    atTheWrongTime: sent.filter(({ person, text, at }) => !moments.has(`${person} ${wordOf(text)} ${at}`)).length,
    inQuietHours: sent.filter(isQuiet).length,
    unsettled: open[0]?.count ?? -1,
  };
}
