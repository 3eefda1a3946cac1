import { Temporal } from 'temporal-polyfill';
import type { User } from '../../src/domain/users/user.ts';

/** A person in Madrid who has settled nothing, for rules that need no database. */
export const somebody: User = {
  ...{ id: 1, role: 'client', timeZone: 'Europe/Madrid', zoneAskedAt: null, onboardingAskedAt: null },
  ...{ dayStartHour: 3, unitSystem: 'metric', isGentle: false, locale: 'en', isActive: true },
  quietFrom: Temporal.PlainTime.from('22:00'),
  quietUntil: Temporal.PlainTime.from('08:00'),
};
