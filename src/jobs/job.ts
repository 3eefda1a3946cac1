import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { rowJobs } from '../domain/conversation/account-of-due.ts';
import type { DueQuery, DueRow } from '../domain/conversation/due.ts';
import type { dueMessages } from '../domain/conversation/due-messages.ts';

type Database = Parameters<typeof dueMessages>[0];

/** The jobs about rows. Another one is a name there, a file, and its place in `due.ts`. */
export const rowJobNames = rowJobs;
export type RowJobName = (typeof rowJobNames)[number];
export const rowPayload = z.strictObject({ row: z.int().positive() });

/** A row of ours that a job will look at when it is due. */
export interface Due {
  job: RowJobName;
  row: number;
  dueAt: Temporal.Instant;
  /** Whether somebody waits for it: then it goes before all that we say by ourselves. */
  isAwaited?: boolean | undefined;
}

/**
 * What jobs act with. A job may run twice, or for a row that was done, postponed or taken since it was listed, so
 * each tests all of that under a lease or lock of its row. What one throws is noted in `job_failures`, and the row is
 * tried again later.
 */
export interface JobContext {
  db: Database;
  now(): Temporal.Instant;
  /** Answers what is pending in the chat of this inbound message. */
  respond(inboundId: number): Promise<void>;
  /** Sends this delivery. */
  deliver(deliveryId: number): Promise<void>;
  /** Says what this reminder, and all else its person has due, reminds of. */
  remind(reminderId: number): Promise<void>;
  /** Says this notification, and whatever else its person is owed. */
  notify(notificationId: number): Promise<void>;
  /** Derives a person's figures, streaks and achievements anew, and says what they have earned. */
  progress(userId: number): Promise<void>;
}

/** What the queue gives a job besides. */
export interface Queueing {
  enqueue(due: readonly Due[]): Promise<void>;
}

/** One kind of work. Payloads hold ids only, and are checked when they go into the queue and when they come out. */
export interface Job<Name extends string = string, Payload = unknown> {
  readonly name: Name;
  readonly payload: z.ZodType<Payload>;
  /** For a job about rows: which are due. */
  readonly due?: (db: Database, query: DueQuery) => Promise<DueRow[]>;
  run(ctx: JobContext & Queueing, payload: Payload): Promise<void>;
}

/** Keeps the exact types of a job's name and payload. */
export const defineJob = <const Name extends string, Payload>(job: Job<Name, Payload>) => job;
