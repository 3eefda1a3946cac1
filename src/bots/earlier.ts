import { Temporal } from 'temporal-polyfill';

/** When something was said: what the platform says, but never later than now, whatever its clock thinks. */
export function earlier(sentAt: string, now: Temporal.Instant): Temporal.Instant {
  const said = Temporal.Instant.from(sentAt);
  return Temporal.Instant.compare(said, now) < 0 ? said : now;
}
