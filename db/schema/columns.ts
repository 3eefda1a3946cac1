import { bigint, customType, numeric } from 'drizzle-orm/pg-core';
import { Temporal } from 'temporal-polyfill';

/** A moment: `timestamptz` in the database, `Temporal.Instant` in the program. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (text) => Temporal.Instant.from(text),
  toDriver: (value) => value.toString(),
});

/** A calendar day without a zone: `date` in the database, `Temporal.PlainDate` in the program. */
export const day = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  fromDriver: (text) => Temporal.PlainDate.from(text),
  toDriver: (value) => value.toString(),
});

/** A time on somebody's wall clock: `time` in the database, `Temporal.PlainTime` in the program. */
export const wallTime = customType<{ data: Temporal.PlainTime; driverData: string }>({
  dataType: () => 'time',
  fromDriver: (text) => Temporal.PlainTime.from(text),
  toDriver: (value) => value.toString(),
});

/** The primary key of every table that has no better one. */
export const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

/** A column that holds another row's `id`; the caller adds `.references()`. */
export const ref = () => bigint({ mode: 'number' });

/** An exact decimal, read as a number: sums over items equal the stored totals to the last digit. */
export const decimal = () => numeric({ mode: 'number' });

/** When a row was made. Set from `ctx.now`, never by the database's clock, so that time can be passed in. */
export const createdAt = () => instant().notNull();

/** When a row was last changed. */
export const updatedAt = () => instant().notNull();
