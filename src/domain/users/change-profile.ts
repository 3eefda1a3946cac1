import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { healthMetrics, users } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { errorKind } from '../system/error-kind.ts';
import { ageOn } from './age-on.ts';
import { localDay } from './local-day.ts';
import { type Profile, profileOf } from './profile.ts';
import { zoneOf } from './user.ts';

/** What a person can say of themselves: what is left out stays, null forgets it. */
export interface ProfileChange {
  readonly fullName?: string | null | undefined;
  readonly bio?: string | null | undefined;
  /** By these whoever looks after Spotter finds them; each is one person's. */
  readonly username?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly gender?: Profile['gender'] | undefined;
  readonly dateOfBirth?: Temporal.PlainDate | null | undefined;
  readonly heightCm?: number | null | undefined;
}

/** Whoever is younger may not be here: the lowest age at which people decide on such data themselves. */
const youngestYears = 13;
const oldestYears = 120;
/** Of adults on record and of half-grown people; beyond, it is a slip or another unit. */
const possibleHeightCm = { from: 90, to: 250 } as const;
/** In characters. */
const longest = { fullName: 100, bio: 500 };

/**
 * Changes what a person says of themselves, and derives what rests on it. Plainly changed back by saying it anew.
 * Throws DomainError `invalid` for what cannot be, `not-allowed` for somebody too young to be here.
 */
export async function changeProfile(ctx: Context, change: ProfileChange): Promise<Profile> {
  const { fullName, bio, username, email, gender, dateOfBirth, heightCm } = change;
  if (fullName) checkWords(fullName, longest.fullName, 'A name');
  if (bio) checkWords(bio, longest.bio, 'A bio');
  if (dateOfBirth) checkBirth(dateOfBirth, localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour));
  if (heightCm) checkHeight(heightCm);
  const said = Object.fromEntries(
    Object.entries({ fullName, bio, username, email, gender, dateOfBirth, heightCm }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  // Of its own, so that a name somebody else has leaves the request as it was.
  await ctx.db
    .transaction((tx) =>
      tx
        .update(users)
        .set({ ...said, updatedAt: ctx.now })
        .where(eq(users.id, ctx.user.id)),
    )
    .catch((error: unknown) => {
      if (!errorKind(error).endsWith(uniqueViolation)) throw error;
      throw new DomainError('invalid', `Somebody else has that ${username ? 'username' : 'e-mail address'} already.`);
    });
  if (heightCm !== undefined) await refreshBmi(ctx);
  return profileOf(ctx);
}

/** SQLSTATE `unique_violation`. */
const uniqueViolation = '23505';

function checkWords(words: string, most: number, what: string): void {
  if (words.trim() === '') throw new DomainError('invalid', `${what} needs at least a letter.`);
  if ([...words].length > most) throw new DomainError('invalid', `${what} may have up to ${most} characters.`);
}

function checkBirth(dateOfBirth: Temporal.PlainDate, today: Temporal.PlainDate): void {
  const years = ageOn(dateOfBirth, today);
  if (dateOfBirth.until(today).sign < 0 || years > oldestYears)
    throw new DomainError('invalid', 'That cannot be your date of birth. Write it like 12 May 1990.');
  if (years < youngestYears)
    throw new DomainError(
      'not-allowed',
      `I am made for people of ${youngestYears} and older, so I kept nothing of that. Please ask a grown-up you trust to look after this with you.`,
    );
}

function checkHeight(heightCm: number): void {
  const { from, to } = possibleHeightCm;
  if (!(heightCm >= from && heightCm <= to))
    throw new DomainError('invalid', `I keep heights from ${from} to ${to} cm. Write it like 180 cm or 5'11.`);
}

/** The body mass index of every day with a weight rests on the height; the rule is that of `refreshBodyDay`. */
async function refreshBmi(ctx: Context): Promise<void> {
  const h = healthMetrics;
  const height = sql`(select height_cm from users where id = ${ctx.user.id})`;
  const bmi = sql`round(${h.weightKg} / (${height} / 100) ^ 2, 2)`;
  await ctx.db
    .update(h)
    .set({ bmi: sql`case when ${bmi} between 5 and 200 then ${bmi} end`, updatedAt: ctx.now })
    .where(and(eq(h.userId, ctx.user.id), isNotNull(h.weightKg)));
}
