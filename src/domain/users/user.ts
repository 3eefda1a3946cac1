import { users } from '../../../db/schema/index.ts';

/** The columns of a person that verbs need; never a secret. */
export const personColumns = {
  id: users.id,
  role: users.role,
  timeZone: users.timeZone,
  zoneAskedAt: users.zoneAskedAt,
  onboardingAskedAt: users.onboardingAskedAt,
  dayStartHour: users.dayStartHour,
  unitSystem: users.unitSystem,
  isGentle: users.isGentle,
  locale: users.locale,
  isActive: users.isActive,
  quietFrom: users.quietFrom,
  quietUntil: users.quietUntil,
};

/** A person as verbs see them. `isGentle`: they are shown no figures of food or body, and nothing is counted for them. */
export type User = Pick<typeof users.$inferSelect, keyof typeof personColumns>;

/** The zone a person's days are counted in: theirs, or UTC until it is known. */
export const zoneOf = (user: User): string => user.timeZone ?? 'UTC';
