import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  pgView,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, day, decimal, id, instant, ref, updatedAt, wallTime } from './columns.ts';
import { media } from './media.ts';

export const role = pgEnum('role', ['client', 'coach', 'admin']);
export const gender = pgEnum('gender', ['male', 'female', 'other']);
export const unitSystem = pgEnum('unit_system', ['metric', 'us']);
export const platform = pgEnum('platform', ['telegram', 'discord', 'terminal']);

/** A person, on however many platforms. `timeZone` null means not known yet: their days are counted in UTC until then. */
export const users = pgTable(
  'users',
  {
    id: id(),
    role: role().notNull().default('client'),
    username: text(),
    email: text(),
    fullName: text(),
    bio: text(),
    profilePhotoId: ref().references((): AnyPgColumn => media.id, { onDelete: 'set null' }),
    isActive: boolean().notNull().default(true),
    timeZone: text(),
    zoneAskedAt: instant(),
    dayStartHour: integer().notNull().default(3),
    unitSystem: unitSystem().notNull().default('metric'),
    locale: text().notNull().default('en'),
    gender: gender(),
    dateOfBirth: day(),
    heightCm: decimal(),
    /** What they said when asked about health: pregnant, breastfeeding, diabetes-medication, eating-disorder. */
    healthFlags: text().array().notNull().default([]),
    /** When they were asked for these: once, with their first plan to lose weight. */
    healthAskedAt: instant(),
    /** Hides numbers and pauses what rewards, for those to whom figures do harm. */
    isGentle: boolean().notNull().default(false),
    onboardingAskedAt: instant(),
    /** Steps of the set-up that are done: gender, birth date, height, weight and goal. */
    onboardingStep: integer().notNull().default(0),
    isOnboarded: boolean().notNull().default(false),
    /** Between these nothing is sent that they have not named a time for. */
    quietFrom: wallTime().notNull().default(sql`'22:00'`),
    quietUntil: wallTime().notNull().default(sql`'08:00'`),
    /** When a coach answers: `[{"weekday": 1, "from": "09:00", "until": "17:00"}]`. */
    officeHours: jsonb().$type<{ weekday: number; from: string; until: string }[]>(),
    lastLoginAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('users_username').on(sql`lower(${t.username})`),
    uniqueIndex('users_email').on(sql`lower(${t.email})`),
    index('users_profile_photo').on(t.profilePhotoId),
    check('users_day_start_hour_range', sql`${t.dayStartHour} between 0 and 6`),
    check('users_onboarding_step_range', sql`${t.onboardingStep} between 0 and 4`),
    check('users_height_range', sql`${t.heightCm} between 50 and 275`),
    check('users_date_of_birth_range', sql`${t.dateOfBirth} >= '1900-01-01'`),
  ],
);

/** What a person signs in with outside chat. Apart from `users`, so that nobody who may read a person can read a hash. */
export const userCredentials = pgTable(
  'user_credentials',
  {
    userId: ref()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    passwordHash: text(),
    resetTokenHash: text(),
    resetTokenExpiresAt: instant(),
    failedLoginAttempts: integer().notNull().default(0),
    lockedUntil: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('user_credentials_reset_token').on(t.resetTokenHash),
    check('user_credentials_failed_logins_range', sql`${t.failedLoginAttempts} >= 0`),
  ],
);

/** A signed-in browser or device. It is active until it is revoked or expires. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    expiresAt: instant().notNull(),
    lastActivityAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    deviceType: text(),
    browser: text(),
    os: text(),
    isRemembered: boolean().notNull().default(false),
    revokedAt: instant(),
    revocationReason: text(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('sessions_token').on(t.tokenHash),
    index('sessions_user').on(t.userId),
    check('sessions_expiry', sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);

/** One account of a person on one platform, and the private chat we reach them in. */
export const chatAccounts = pgTable(
  'chat_accounts',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    platform: platform().notNull(),
    /** The person's id on the platform. */
    accountId: text().notNull(),
    /** The private chat's id there; null until they have written in private. */
    chatId: text(),
    displayName: text(),
    /** Set when the platform says that we cannot reach them; cleared when they write again. */
    unreachableAt: instant(),
    unreachableReason: text(),
    /** The other end of a running conversation: what they write goes there until they end it. */
    talkingToId: ref().references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('chat_accounts_account').on(t.platform, t.accountId),
    index('chat_accounts_user').on(t.userId),
    index('chat_accounts_chat').on(t.platform, t.chatId),
    index('chat_accounts_talking_to').on(t.talkingToId),
  ],
);

/** A code by which a person joins a second account to their first. Confirmed on both sides before anything is merged. */
export const linkCodes = pgTable(
  'link_codes',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text().notNull(),
    fromAccountId: ref()
      .notNull()
      .references(() => chatAccounts.id, { onDelete: 'cascade' }),
    claimedByAccountId: ref().references(() => chatAccounts.id, { onDelete: 'cascade' }),
    claimedAt: instant(),
    confirmedAt: instant(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('link_codes_code').on(t.codeHash),
    index('link_codes_user').on(t.userId),
    index('link_codes_from').on(t.fromAccountId),
    index('link_codes_claimed_by').on(t.claimedByAccountId),
  ],
);

/** A typed code that was none, by the account that tried it: whoever tries too many has to wait. */
export const wrongCodes = pgTable(
  'wrong_codes',
  {
    id: id(),
    accountId: ref()
      .notNull()
      .references(() => chatAccounts.id, { onDelete: 'cascade' }),
    triedAt: instant().notNull(),
  },
  (t) => [index('wrong_codes_account').on(t.accountId, t.triedAt), index('wrong_codes_tried').on(t.triedAt)],
);

/** What a person's own words mean: `shake` is a food of theirs, `bowl` is 420 g. */
export const userWords = pgTable(
  'user_words',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    word: text().notNull(),
    kind: text().notNull(),
    meaning: jsonb().notNull(),
    isActive: boolean().notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [unique('user_words_word').on(t.userId, t.kind, t.word)],
);

/**
 * What a person may know of themselves, their coach and their clients. Their body is there for whom the consent covers
 * `body`, their health for `food`; null otherwise.
 */
export const knownPeople = pgView('known_people', {
  id: ref().notNull(),
  role: role().notNull(),
  fullName: text(),
  bio: text(),
  profilePhotoId: ref(),
  timeZone: text(),
  dayStartHour: integer().notNull(),
  unitSystem: unitSystem().notNull(),
  locale: text().notNull(),
  officeHours: jsonb().$type<{ weekday: number; from: string; until: string }[]>(),
  gender: gender(),
  dateOfBirth: day(),
  heightCm: decimal(),
  healthFlags: text().array(),
}).existing();
