import { sql } from 'drizzle-orm';
import type { PersonContext } from '../context.ts';
import { isFromCoach, type Reminder } from './reminder.ts';

/** Whether a coach gave it to the person, and coaches them still. */
export async function isStillFromCoach({ db, now }: PersonContext, reminder: Reminder): Promise<boolean> {
  if (!isFromCoach(reminder)) return false;
  const at = now.toString();
  const { rows } = await db.execute<{ is_so: boolean }>(sql`
    select exists (
      select from coachings c where c.client_id = ${reminder.userId} and c.coach_id = ${reminder.setById}
        and c.ended_at is null and c.started_at <= ${at} and (c.until is null or c.until > ${at})) as is_so`);
  return rows[0]?.is_so ?? false;
}
